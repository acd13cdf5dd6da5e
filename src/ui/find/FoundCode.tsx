import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Answer } from '../../actions/find/find';
import type { FindActs } from '../../actions/find/find-acts';
import { listed } from '../../words/format';
import { say } from '../../words/say';
import { MarkUsedForm } from '../give/MarkUsedForm';
import { ReplaceAsk } from '../give/ReplaceAsk';
import { TakeBackAsk } from '../give/TakeBack';
import { nameOf } from '../promotion/promotion-model';

interface FoundCodeProps {
  answer: Answer;
  acts: FindActs;
  /** What came of copying it. */
  told: string;
  onCopy: () => void;
  onCopyReply: () => void;
  /** Does something to it; what that came to is told above. */
  onAct: (work: () => Promise<string>) => void;
}

/** One answer of the find field, with what can be done: of a code that somebody has, everything. */
export function FoundCode({ answer, acts, told, onCopy, onCopyReply, onAct }: FoundCodeProps) {
  const [open, setOpen] = useState<'used' | 'back' | 'replace' | null>(null);
  const { promotion, act } = answer;
  const reasons = (proved: boolean) =>
    answer.reasons.filter((each) => each.sure === proved).map((each) => each.text);
  const sure = reasons(true);
  const likely = reasons(false);
  const close = () => setOpen(null);
  const button = (
    what: 'used' | 'back' | 'replace',
    key: 'markUsed' | 'takeBackShort' | 'replaceDo',
    testId: string,
  ) => (
    <button
      type="button"
      class="cc-button cc-small"
      aria-expanded={open === what}
      data-testid={testId}
      onClick={() => setOpen(open === what ? null : what)}
    >
      {say(key)}
    </button>
  );
  return (
    <li>
      <p class="cc-found-head">
        <code>{marked(answer)}</code>
        {answer.marks.length > 0 && (
          <span class="cc-unseen">
            {say('foundDiffers', { letters: listed(answer.marks.map((at) => answer.shown[at] ?? '')) })}
          </span>
        )}
        <span>
          {nameOf(promotion)} · {promotion.marketplace ?? say('cardStoreNotKnown')}
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
      {act && (
        <div class="cc-row cc-found-acts">
          {answer.isOut && (
            <button type="button" class="cc-button cc-small" data-testid="found-copy" onClick={onCopy}>
              {say('foundCopy')}
            </button>
          )}
          <button type="button" class="cc-button cc-small" data-testid="found-reply" onClick={onCopyReply}>
            {say('foundReply')}
          </button>
          {answer.canBeUsed && button('replace', 'replaceDo', 'found-replace')}
          {answer.isOut && button('back', 'takeBackShort', 'found-back')}
          {answer.canBeUsed && button('used', 'markUsed', 'found-used')}
          <span role="status" class="cc-hint">
            {told}
          </span>
        </div>
      )}
      {open === 'used' && (
        <MarkUsedForm
          code={answer.code}
          codeHidden
          onCancel={close}
          onMark={(_, order) => {
            close();
            onAct(() => acts.markUsed(answer, order));
          }}
        />
      )}
      {open === 'replace' && (
        <ReplaceAsk
          code={answer.shown}
          canceled={answer.canceled}
          onCancel={close}
          onReplace={() => {
            close();
            onAct(() => acts.replace(answer));
          }}
        />
      )}
      {open === 'back' && act && (
        <TakeBackAsk
          promotion={promotion}
          act={act}
          now={Date.now()}
          channels={acts.channels()}
          acts={{
            ...acts.actsOf(answer),
            takeBack: (_, seen) => void onAct(() => acts.takeBack(answer, seen)),
            edit: (_, whom) => void onAct(() => acts.edit(answer, whom)),
          }}
          onClose={close}
        />
      )}
    </li>
  );
}

/** The code as it may be shown, with what is other than typed marked. */
function marked({ shown, marks }: Answer): ComponentChildren {
  if (marks.length === 0) return shown;
  return Array.from(shown, (letter, at) => (marks.includes(at) ? <mark key={at}>{letter}</mark> : letter));
}
