import { useState } from 'preact/hooks';
import type { Promotion } from '../domain/promotion';
import { MarkUsedForm } from './MarkUsedForm';
import { nameOf } from './promotion-model';

/** One code found. `shown` may be shortened; `code` is whole and not for showing. */
export interface FindAnswer {
  readonly code: string;
  readonly shown: string;
  readonly promotion: Promotion;
  readonly told: string;
  readonly works: string | null;
  readonly canMarkUsed: boolean;
}

/** One answer of the find field, with the way to mark the code as used. */
export function FoundCode({
  answer,
  onMarkUsed,
}: {
  answer: FindAnswer;
  onMarkUsed: (order: string) => void;
}) {
  const [marking, setMarking] = useState(false);
  return (
    <li>
      <p class="cc-found-head">
        <code>{answer.shown}</code>
        <span>
          {nameOf(answer.promotion)} · {answer.promotion.marketplace ?? 'store not known'}
        </span>
      </p>
      <p>
        {answer.told} {answer.works}
      </p>
      {answer.canMarkUsed && !marking && (
        <button type="button" class="cc-button cc-small cc-quiet" onClick={() => setMarking(true)}>
          Mark as used
        </button>
      )}
      {marking && (
        <MarkUsedForm
          code={answer.code}
          codeHidden
          onCancel={() => setMarking(false)}
          onMark={(_, order) => {
            setMarking(false);
            onMarkUsed(order);
          }}
        />
      )}
    </li>
  );
}
