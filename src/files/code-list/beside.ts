import { isMark, toldState } from '../history/state-words';
import { headerRank } from '../people/people-words';

/** Columns further to the right are looked at as one: each is a bit of a number. */
const mostColumns = 30;
const says = /[\p{L}\p{N}]/u;
/** The number of an item in a list. */
const number = /^[\s(#]*\d+[.):]?(?=\s|$)/;

/**
 * What stands beside the codes of a list that does not say what it is: a name, a date, a tick. Where it stands beside
 * some codes and not beside others, or is only marks as of boxes ticked or not, it may tell which codes are out.
 */
export class Beside {
  readonly #rows: { readonly code: number; readonly line: number; readonly columns: number }[] = [];
  readonly #filled = new Map<number, { count: number; marks: Set<string>; words: boolean }>();
  readonly #known: ReadonlySet<number>;
  readonly #header: readonly string[] | null;

  /** `known`: the columns that are read for what they say. */
  constructor(header: readonly string[] | null, known: readonly (number | null)[]) {
    this.#header = header;
    const harmless = (cell: string) =>
      headerRank(cell, 'note') !== null || headerRank(cell, 'channel') !== null;
    const told = (header ?? []).flatMap((cell, at) => (harmless(cell) ? [at] : []));
    this.#known = new Set([...told, ...known.filter((at) => at !== null)]);
  }

  /**
   * Notes what stands beside a code, the `code`th of all, by column; what stands in its own cell has column -1.
   * `isOut`: of this one it is known.
   */
  note(
    code: number,
    line: number,
    cells: readonly (readonly [column: number, texts: readonly string[]])[],
    isOut = false,
  ): void {
    let columns = 0;
    for (const [at, texts] of cells) {
      const text = at < 0 ? texts.join(' ').replace(number, '') : texts.join(' ');
      const mark = isMark(text);
      if (this.#known.has(at) || !(mark || says.test(text))) continue;
      // “Unused” says what it says; a box that is not ticked may be one of “left” by what stands above it.
      const isClear = !mark || at < 0 || this.#header === null;
      if (isClear && toldState([text], ['out']) === 'left') continue;
      const bit = 1 << Math.min(at + 1, mostColumns);
      const filled = this.#filled.get(bit) ?? { count: 0, marks: new Set<string>(), words: false };
      if (!(columns & bit)) filled.count++;
      if (mark) filled.marks.add(text.trim().toLowerCase());
      else filled.words = true;
      this.#filled.set(bit, filled);
      columns |= bit;
    }
    if (columns > 0 && !isOut) this.#rows.push({ code, line, columns });
  }

  /**
   * Of so many codes in all, those that may be out by what stands beside them, with their lines. Marks beside all of
   * them tell nothing where they are of fewer than `leastMarks` kinds.
   */
  mayBeOut(codes: number, leastMarks = 1): readonly { readonly code: number; readonly line: number }[] {
    let telling = 0;
    for (const [bit, { count, marks, words }] of this.#filled)
      if (count < codes || (!words && marks.size >= leastMarks)) telling |= bit;
    return this.#rows.filter(({ columns }) => (columns & telling) !== 0);
  }
}
