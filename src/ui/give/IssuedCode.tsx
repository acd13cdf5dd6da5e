import type { Given } from '../../actions/desk/desk-state';
import type { IssuanceSummary } from '../../actions/pool';
import { sayWhom, shortTime } from '../../words/format';
import { say } from '../../words/say';
import { givenOutWords, TakeBack } from './TakeBack';

interface IssuedCodeProps {
  /** Null: no code is shown, and the place waits to tell of the next one. */
  given: Given | null;
  /** What Take back would take back, where that is this code. */
  undoable: IssuanceSummary | null;
  onCopy: () => void;
  onCopyMessage: () => void;
  asking: boolean;
  onAsk: () => void;
}

/** The code just given out: the only place where a page shows one unasked. */
export function IssuedCode({ given, undoable, asking, onCopy, onCopyMessage, onAsk }: IssuedCodeProps) {
  const look = given ? `cc-issued ${given.copied === false ? 'cc-issued-uncopied' : ''}` : 'cc-told';
  return (
    <div class={look}>
      {given && (
        <div class="cc-issued-line">
          <code data-testid="issued-code">{given.code}</code>
          <button type="button" class="cc-button cc-small" onClick={onCopy} data-testid="copy-again">
            {say('givenCopy')}
          </button>
          <button type="button" class="cc-button cc-small" onClick={onCopyMessage} data-testid="copy-message">
            {say('givenCopyMessage')}
          </button>
          {undoable && <TakeBack act={undoable} short asking={asking} onAsk={onAsk} />}
        </div>
      )}
      <p class="cc-issued-told" role="status">
        {given?.copied && <b class="cc-copied">{say('givenCopied')} </b>}
        {given && toldWords(given)}
      </p>
    </div>
  );
}

function toldWords({ copied, at, ...given }: Given): string {
  const time = shortTime(at);
  const act =
    copied === null
      ? sayWhom(
          given,
          () => say('givenOutLast', { time }),
          (whom) => say('givenOutLastTo', { whom, time }),
          (channel) => say('givenOutLastThrough', { channel, time }),
        )
      : givenOutWords({ ...given, at });
  return copied === false ? `${say('givenNotCopied')} ${act}` : act;
}
