import { shortTime, toWhom } from './format';
import type { GivenCode } from './promotion-model';

/** The code just given out: the only place where a page shows one unasked. */
export function IssuedCode({
  given,
  onCopy,
  onCopyMessage,
}: {
  given: GivenCode;
  onCopy: () => void;
  onCopyMessage: () => void;
}) {
  return (
    <div class={`cc-issued ${given.copied === false ? 'cc-issued-uncopied' : ''}`}>
      <div class="cc-issued-line">
        <code data-testid="issued-code">{given.code}</code>
        <button type="button" class="cc-button cc-small" onClick={onCopy} data-testid="copy-again">
          Copy
        </button>
        <button type="button" class="cc-button cc-small" onClick={onCopyMessage} data-testid="copy-message">
          Copy message
        </button>
      </div>
      <p class="cc-issued-told" role="status">
        {copiedWords(given.copied)}
        {given.copied === null ? 'Given out last' : 'Given out'}
        {toWhom(given)}, {shortTime(given.at)}
      </p>
    </div>
  );
}

function copiedWords(copied: boolean | null): string {
  if (copied === null) return '';
  return copied ? 'Copied. ' : 'The browser did not let it be copied. Copy it by hand. ';
}
