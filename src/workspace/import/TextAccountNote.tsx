import { withCodes } from '../../domain/codes/codes-in-text';
import type { LineOf, TextAccount } from '../../domain/codes/text-account';
import { listed, masked } from '../../words/format';
import { say, sayCount } from '../../words/say';

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
  const said = [
    doubtful.length > 0 &&
      sayCount('textUnclear', lines, { unclear: doubtful.length, lines: linesInWords(doubtful) }),
    wordy.length > 0 && sayCount('textWordy', lines, { wordy: wordy.length, lines: linesInWords(wordy) }),
    sumInWords(account),
  ];
  return (
    <div class={`cc-notice cc-notice-${doubtful.length > 0 ? 'problem' : 'warning'}`} data-testid={testId}>
      <p>{said.filter(Boolean).join(' ')}</p>
      {doubtful.length > 0 && (
        <label class="setting-tick">
          <input
            type="checkbox"
            checked={left}
            data-testid={`${testId}-leave`}
            onChange={(event) => onLeave(event.currentTarget.checked)}
          />{' '}
          {say('textLeave')}
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
    return file ? say('textLineOf', { line, file, text: cut }) : say('textLine', { line, text: cut });
  });
  if (lines.length <= named) return listed(shown);
  return sayCount('textLinesMore', lines.length - named, { lines: shown.join(', ') });
}

function sumInWords({ read, blank }: TextAccount): string {
  return blank > 0 ? sayCount('textReadBlank', read, { blank }) : sayCount('textRead', read);
}
