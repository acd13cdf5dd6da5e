import type { PeopleList, PeopleOfList } from '../../files';
import { listed, number } from '../../words/format';
import { inWords } from '../../words/problem-words';
import { say, sayCount } from '../../words/say';

/** Lines named of each kind; of the others only how many. */
const shown = 20;

/** What is to be known of single lines of a list: blank ones, nobody named, somebody named again, odd ones. */
export function OddLines({ list, who }: { list: PeopleList; who: PeopleOfList }) {
  const lineOf = (row: number) => list.rows[row]?.line ?? 0;
  const kinds = [
    ['listDoubles', who.doubles.map(({ row }) => lineOf(row))],
    ['listBlank', list.blank],
    ['listNobodyIn', who.nobody.map(lineOf)],
  ] as const;
  const odd = list.rows.flatMap(({ line, odd }) => (odd ? [{ line, odd }] : []));
  if (odd.length === 0 && kinds.every(([, lines]) => lines.length === 0)) return null;
  return (
    <ul class="list-lines">
      {kinds.map(([key, lines]) =>
        lines.length === 0 ? null : (
          <li key={key}>{sayCount(key, lines.length, { lines: linesIn(lines) })}</li>
        ),
      )}
      {odd.slice(0, shown).map(({ line, odd }) => (
        <li key={line}>{say('listOdd', { line: number(line), why: inWords(odd) })}</li>
      ))}
      {odd.length > shown && <li>{sayCount('listOddMore', odd.length - shown)}</li>}
    </ul>
  );
}

function linesIn(lines: readonly number[]): string {
  const some = lines.slice(0, shown).map(number);
  return listed(lines.length > shown ? [...some, '…'] : some);
}
