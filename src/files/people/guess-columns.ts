import { columnNamed, type ListField, listFields, nameColumns } from './people-words';

/** Which column is which, by their place; null for none. */
export type ColumnGuess = Readonly<Record<ListField, number | null>>;

export const noColumns: ColumnGuess = {
  person: null,
  surname: null,
  handle: null,
  channel: null,
  note: null,
};

const sampleRows = 100;
const looksLikeAddress = /^[^\s@]*@[^\s@]+$/;
/** "Anna Müller <anna@x.org>", as mail programs write it. */
const looksLikeNamedAddress = /<[^\s<>@]+@[^\s<>@]+>$/;
const looksLikeOrder = /^\d{3}-\d{7}-\d{7}$/;

/** What the columns seem to be: by what stands above them, else by what stands in them. */
export function guessColumns(
  header: readonly string[] | null,
  rows: readonly { readonly cells: readonly string[] }[],
  width: number,
): ColumnGuess {
  const guess: Record<ListField, number | null> = { ...noColumns };
  const taken = new Set<number>();
  const take = (field: ListField, column: number | null) => {
    if (column === null || guess[field] !== null || taken.has(column)) return;
    guess[field] = column;
    taken.add(column);
  };
  const names = nameColumns(header, taken);
  take('person', names.person);
  take('surname', names.surname);
  for (const field of listFields) take(field, columnNamed(header, field, taken));
  const sample = rows.slice(0, sampleRows);
  const full = (fits: RegExp) => fullest(sample, width, fits, taken);
  if (guess.handle === null) take('handle', full(looksLikeAddress));
  if (guess.person === null) take('person', full(looksLikeNamedAddress));
  if (guess.person === null && guess.handle === null && guess.surname === null) {
    take('person', columnNamed(header, 'order', taken) ?? full(looksLikeOrder));
    take('person', full(/\p{L}/u));
  } else if (guess.person === null && header === null) take('person', full(/\p{L}/u));
  return guess;
}

/** The first column in which most filled cells are of this kind. */
function fullest(
  rows: readonly { readonly cells: readonly string[] }[],
  width: number,
  fits: RegExp,
  taken: ReadonlySet<number>,
): number | null {
  let best: number | null = null;
  let most = 0;
  for (let column = 0; column < width; column++) {
    if (taken.has(column)) continue;
    const filled = rows.map(({ cells }) => (cells[column] ?? '').trim()).filter((cell) => cell !== '');
    const fitting = filled.filter((cell) => fits.test(cell)).length;
    if (fitting > most && fitting > filled.length / 2) [best, most] = [column, fitting];
  }
  return best;
}
