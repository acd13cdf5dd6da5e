import { useLayoutEffect, useRef } from 'preact/hooks';
import { stateOfEarlier } from '../../domain/codes/earlier-codes';
import type { Promotion } from '../../domain/promotion';
import { onTime } from '../../words/format';
import { inWords } from '../../words/problem-words';
import { say, sayCount } from '../../words/say';
import { Sentence } from '../parts/Sentence';
import type { CardState } from '../promotion/promotion-model';

interface SamePersonProps {
  promotion: Promotion;
  now: number;
  asked: NonNullable<CardState['again']>;
  onCopyEarlier: () => void;
  onAnother: () => void;
  onLeave: () => void;
}

/** Asked when somebody who already has a code is named again. */
export function SamePerson({ promotion, now, asked, onCopyEarlier, onAnother, onLeave }: SamePersonProps) {
  const first = useRef<HTMLButtonElement>(null);
  // At once: the next key pressed is the answer.
  useLayoutEffect(() => first.current?.focus(), [asked]);
  const { to, code, count, used, canceled, at } = asked.before;
  const one = count === 1;
  const places = { to: '{to}', when: onTime(at) };
  const got = one
    ? say('samePersonCode', { ...places, code: '{code}' })
    : sayCount('samePersonCodes', count, places);
  // A code that is of no more use is not offered again.
  const usable = one && used + canceled === 0;
  return (
    <div class="cc-notice cc-notice-warning cc-ask" role="alert" data-testid="same-person">
      <p>
        <Sentence of={got} parts={{ to: <b>{to}</b>, code: <code>{code.slice(0, 4)}…</code> }} />{' '}
        {inWords(stateOfEarlier(asked.before, promotion, now))}
      </p>
      <div class="cc-row">
        {usable && (
          <button
            ref={first}
            type="button"
            class="cc-button cc-small"
            onClick={onCopyEarlier}
            data-testid="copy-earlier"
          >
            {say('samePersonCopy')}
          </button>
        )}
        <button
          ref={usable ? null : first}
          type="button"
          class="cc-button cc-small"
          onClick={onAnother}
          data-testid="give-another"
        >
          {say('samePersonAnother')}
        </button>
        <button type="button" class="cc-button cc-small cc-quiet" onClick={onLeave}>
          {say('formCancel')}
        </button>
      </div>
    </div>
  );
}
