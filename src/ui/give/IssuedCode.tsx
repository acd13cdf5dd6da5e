import type { Given } from '../../actions/desk/desk-state';
import type { IssuanceSummary } from '../../actions/pool';
import { shortTime, toWhom } from '../../words/format';
import { TakeBack } from './TakeBack';

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
            Copy
          </button>
          <button type="button" class="cc-button cc-small" onClick={onCopyMessage} data-testid="copy-message">
            Copy message
          </button>
          {undoable && <TakeBack act={undoable} short asking={asking} onAsk={onAsk} />}
        </div>
      )}
      <p class="cc-issued-told" role="status">
        {given?.copied && <b class="cc-copied">Copied. </b>}
        {given && toldWords(given)}
      </p>
    </div>
  );
}

function toldWords({ copied, at, ...given }: Given): string {
  const failed = copied === false ? 'The browser did not let it be copied. Copy it by hand. ' : '';
  const act = copied === null ? 'Given out last' : 'Given out';
  return `${failed}${act}${toWhom(given)}, ${shortTime(at)}`;
}
