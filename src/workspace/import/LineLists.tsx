import type { ImportPlan } from '../../actions/pool';
import type { LineProblem } from '../../domain/codes/code-file';
import { withCodes } from '../../domain/codes/codes-in-text';
import { masked } from '../../words/format';
import { inWords } from '../../words/problem-words';
import { say, sayCount } from '../../words/say';

/** Lines shown of each list: a wrong file may have a million. */
const shown = 50;
const longestText = 80;

interface Line {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly why: string;
}

/** The lines that will not be added, each with its place and the reason. */
export function LineLists({ plan }: { plan: ImportPlan }) {
  const { rejected, suspects, files } = plan.file;
  const because = ({ file, line, text, reason }: LineProblem) => ({ file, line, text, why: inWords(reason) });
  const several = files.length > 1;
  return (
    <>
      <LineList title="linesRejected" lines={rejected.map(because)} several={several} open />
      <LineList title="linesSuspect" lines={suspects.map(because)} several={several} open />
      <LineList
        title="linesDouble"
        lines={plan.duplicates.map(({ file, line, text, where }) => ({
          file,
          line,
          text,
          why: inWords(where),
        }))}
        several={several}
      />
    </>
  );
}

interface LineListProps {
  title: 'linesRejected' | 'linesSuspect' | 'linesDouble';
  lines: readonly Line[];
  several: boolean;
  open?: boolean;
}

function LineList({ title, lines, several, open = false }: LineListProps) {
  if (lines.length === 0) return null;
  return (
    <details class="lines" open={open}>
      <summary>{say(title, { count: lines.length })}</summary>
      <ul>
        {lines.slice(0, shown).map((line) => (
          <li key={`${line.file}:${line.line}`}>
            <span class="lines-place">{several ? say('linesAtOf', line) : say('linesAt', line)}</span>
            <code>{shownText(line.text)}</code>
            <span>{withCodes(line.why, masked)}</span>
          </li>
        ))}
      </ul>
      {lines.length > shown && <p class="cc-hint">{sayCount('linesRest', lines.length - shown)}</p>}
    </details>
  );
}

/** The text of a line, with every whole code in it shortened: a page shows codes only when they are given out. */
function shownText(text: string): string {
  const safe = withCodes(text, masked);
  return safe.length > longestText ? `${safe.slice(0, longestText)}…` : safe;
}
