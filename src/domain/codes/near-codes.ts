/*
 * Codes that were meant where one was typed with a slip. Letters are those of the look-alike form (0 as O, 1 as I), in
 * which the index files codes: what differs in these alone is found without any of this.
 */

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ23456789');
/** Letters and digits of a code as Amazon makes them. */
const length = 16;

/** Everything that is one slip away: a wrong letter, one left out, one too many, two that changed places. */
export function* oneSlipAway(typed: string): Generator<string> {
  if (typed.length === length) {
    yield* otherLetter(typed);
    for (let i = 0; i + 1 < length; i++)
      if (typed[i] !== typed[i + 1])
        yield `${typed.slice(0, i)}${typed[i + 1]}${typed[i]}${typed.slice(i + 2)}`;
  }
  if (typed.length === length - 1) yield* oneMore(typed);
  if (typed.length === length + 1) yield* oneLess(typed);
}

/** Everything that is two slips away, which is a lot: two wrong letters, or two left out or too many. */
export function* twoSlipsAway(typed: string): Generator<string> {
  if (typed.length === length)
    for (let i = 0; i < length; i++)
      for (const letter of letters)
        if (letter !== typed[i])
          yield* otherLetter(`${typed.slice(0, i)}${letter}${typed.slice(i + 1)}`, i + 1);
  if (typed.length === length - 1) for (const longer of oneMore(typed)) yield* confused(longer);
  if (typed.length === length + 1) for (const shorter of oneLess(typed)) yield* otherLetter(shorter);
  if (typed.length === length - 2) for (const longer of oneMore(typed)) yield* oneMore(longer);
  if (typed.length === length + 2) for (const shorter of oneLess(typed)) yield* oneLess(shorter);
}

/**
 * Where a code differs from what was typed for it: the places of its letters that were typed otherwise or not at all, and
 * of the one behind each letter too many. Both in the look-alike form, and no longer than a code and a slip or two.
 */
export function slipsIn(
  typed: string,
  code: string,
): { readonly at: readonly number[]; readonly slips: number } {
  // How many slips lie between the beginnings of both, up to each of their letters.
  const table: number[][] = Array.from({ length: typed.length + 1 }, () => []);
  const cost = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i <= typed.length; i++)
    for (let j = 0; j <= code.length; j++) {
      const wrong = typed[i - 1] === code[j - 1] ? 0 : 1;
      const best = Math.min(cost(i - 1, j - 1) + wrong, cost(i - 1, j) + 1, cost(i, j - 1) + 1);
      (table[i] as number[])[j] = i + j === 0 ? 0 : best;
    }
  const at = new Set<number>();
  for (let i = typed.length, j = code.length; i + j > 0; ) {
    const same = typed[i - 1] === code[j - 1];
    if (i > 0 && j > 0 && cost(i, j) === cost(i - 1, j - 1) + (same ? 0 : 1)) {
      i--;
      j--;
      if (!same) at.add(j);
    } else if (j > 0 && cost(i, j) === cost(i, j - 1) + 1) at.add(--j);
    else {
      i--;
      at.add(Math.min(j, code.length - 1));
    }
  }
  return { at: [...at].sort((a, b) => a - b), slips: cost(typed.length, code.length) };
}

function* otherLetter(typed: string, from = 0): Generator<string> {
  for (let i = from; i < typed.length; i++)
    for (const letter of letters)
      if (letter !== typed[i]) yield `${typed.slice(0, i)}${letter}${typed.slice(i + 1)}`;
}

function* oneMore(typed: string): Generator<string> {
  for (let i = 0; i <= typed.length; i++)
    for (const letter of letters) yield `${typed.slice(0, i)}${letter}${typed.slice(i)}`;
}

function* oneLess(typed: string): Generator<string> {
  for (let i = 0; i < typed.length; i++) yield typed.slice(0, i) + typed.slice(i + 1);
}

/** Letters that are read as each other. */
const looksLike = new Map(
  ['8B', '5S', '2Z', '6G', 'UV', 'VY', 'CG', 'OQ', 'OD', 'IL', 'MN', 'IT', '7T', 'EF', 'PR', '4A'].flatMap(
    ([a = '', b = '']): [string, string][] => [
      [a, b],
      [b, a],
    ],
  ),
);

function* confused(typed: string): Generator<string> {
  for (let i = 0; i < typed.length; i++) {
    const other = looksLike.get(typed[i] ?? '');
    if (other) yield `${typed.slice(0, i)}${other}${typed.slice(i + 1)}`;
  }
}
