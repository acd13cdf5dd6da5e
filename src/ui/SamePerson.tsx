import { useLayoutEffect, useRef } from 'preact/hooks';
import { codes, onTime } from './format';
import type { CardState } from './promotion-model';

interface SamePersonProps {
  asked: NonNullable<CardState['again']>;
  onCopyEarlier: () => void;
  onAnother: () => void;
  onLeave: () => void;
}

/** Asked when somebody who already has a code is named again. */
export function SamePerson({ asked, onCopyEarlier, onAnother, onLeave }: SamePersonProps) {
  const first = useRef<HTMLButtonElement>(null);
  // At once: the next key pressed is the answer.
  useLayoutEffect(() => first.current?.focus(), [asked]);
  const { to, code, count, at } = asked.before;
  const one = count === 1;
  return (
    <div class="cc-notice cc-notice-warning cc-ask" role="alert" data-testid="same-person">
      <p>
        <b>{to}</b> got {one ? <code>{code.slice(0, 4)}…</code> : codes(count)} {onTime(at)}.
      </p>
      <div class="cc-row">
        {one && (
          <button
            ref={first}
            type="button"
            class="cc-button cc-small"
            onClick={onCopyEarlier}
            data-testid="copy-earlier"
          >
            Copy that one
          </button>
        )}
        <button
          ref={one ? null : first}
          type="button"
          class="cc-button cc-small"
          onClick={onAnother}
          data-testid="give-another"
        >
          Give another
        </button>
        <button type="button" class="cc-button cc-small cc-quiet" onClick={onLeave}>
          Cancel
        </button>
      </div>
    </div>
  );
}
