import { masked } from '../../actions/words';
import { withCodes } from '../../domain/codes/codes-in-text';
import type { LineOf, TextAccount } from '../../domain/codes/text-account';
import { number } from '../../words/format';

const named = 8;
const longest = 40;

interface TextAccountNoteProps {
  account: TextAccount;
  testId: string;
  /** The seller says that the lines not understood hold none of the codes meant. */
  left: boolean;
  onLeave: (left: boolean) => void;
}

/** What became of each line of a pasted or chosen list of codes, with the lines that need a look. */
export function TextAccountNote({ account, testId, left, onLeave }: TextAccountNoteProps) {
  const { doubtful, wordy, lines } = account;
  if (doubtful.length === 0 && wordy.length === 0) return null;
  const of = `${number(lines)} ${lines === 1 ? 'line' : 'lines'}`;
  return (
    <div class={`cc-notice cc-notice-${doubtful.length > 0 ? 'problem' : 'warning'}`} data-testid={testId}>
      <p>
        {doubtful.length > 0 &&
          `${number(doubtful.length)} of ${of} not understood: ${linesInWords(doubtful)}. `}
        {wordy.length > 0 && `${number(wordy.length)} of ${of} without a code: ${linesInWords(wordy)}. `}
        {sumInWords(account)}
      </p>
      {doubtful.length > 0 && (
        <label class="setting-tick">
          <input
            type="checkbox"
            checked={left}
            data-testid={`${testId}-leave`}
            onChange={(event) => onLeave(event.currentTarget.checked)}
          />{' '}
          Go on without what was not understood
        </label>
      )}
    </div>
  );
}

/** “line 2 “JJTS-YGT”, line 5 “SRN7-Z6” and 3 more”. */
export function linesInWords(lines: readonly LineOf[]): string {
  const shown = lines.slice(0, named).map(({ file, line, text }) => {
    const said = withCodes(text, masked);
    const cut = said.length > longest ? `${said.slice(0, longest)}…` : said;
    return `line ${number(line)}${file ? ` of ${file}` : ''} “${cut}”`;
  });
  const more = lines.length > named ? ` and ${number(lines.length - named)} more` : '';
  return shown.join(', ') + more;
}

function sumInWords({ read, blank }: TextAccount): string {
  const understood = `${number(read)} understood`;
  return blank > 0 ? `${understood}, ${number(blank)} blank.` : `${understood}.`;
}
