import { useState } from 'preact/hooks';
import type { Answer } from '../../actions/desk/find';
import { say } from '../../words/say';
import { MarkUsedForm } from '../give/MarkUsedForm';
import { nameOf } from '../promotion/promotion-model';

/** One answer of the find field; a code that somebody has can be copied once more, and marked as used. */
export function FoundCode({
  answer,
  told,
  onCopy,
  onMarkUsed,
}: {
  answer: Answer;
  /** What came of copying it. */
  told: string;
  onCopy: () => void;
  onMarkUsed: (order: string) => void;
}) {
  const [marking, setMarking] = useState(false);
  const reasons = (proved: boolean) =>
    answer.reasons.filter((each) => each.sure === proved).map((each) => each.text);
  const sure = reasons(true);
  const likely = reasons(false);
  return (
    <li>
      <p class="cc-found-head">
        <code>{answer.shown}</code>
        <span>
          {nameOf(answer.promotion)} · {answer.promotion.marketplace ?? say('cardStoreNotKnown')}
        </span>
      </p>
      <p>{answer.told}</p>
      <p class="cc-hint">
        {answer.works ?? say('foundNoDates')}{' '}
        {answer.products === null ? say('foundNoProducts') : say('foundFor', { products: answer.products })}
      </p>
      {sure.map((text) => (
        <p key={text} class="cc-fault">
          {text}
        </p>
      ))}
      <details class="cc-reasons">
        <summary>{sure.length > 0 ? say('foundReasonsOther') : say('foundReasonsLikely')}</summary>
        <ul>
          {likely.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </details>
      {answer.canBeUsed && (
        <div class="cc-row">
          {answer.isOut && (
            <button type="button" class="cc-button cc-small" data-testid="found-copy" onClick={onCopy}>
              {say('foundCopy')}
            </button>
          )}
          {!marking && (
            <button type="button" class="cc-button cc-small" onClick={() => setMarking(true)}>
              {say('markUsed')}
            </button>
          )}
          <span role="status" class="cc-hint">
            {told}
          </span>
        </div>
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
