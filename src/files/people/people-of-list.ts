import { MetPeople } from '../../domain/same-person';
import { unquote } from '../csv/csv-record';
import type { ColumnGuess } from './guess-columns';
import type { ListRow, PeopleList } from './people-list';
import { wholeName } from './people-words';

/** Somebody of a list, and the row that named them first. */
export interface PersonOfRow {
  readonly to: string;
  readonly handle: string;
  readonly channel: string;
  readonly note: string;
  readonly row: number;
}

/** Who stands in a list, once it is known which column is which. Each row is in one of the three. */
export interface PeopleOfList {
  readonly people: readonly PersonOfRow[];
  /** Rows that name somebody again, with the number of that person. */
  readonly doubles: readonly { readonly row: number; readonly person: number }[];
  /** Rows that name nobody. */
  readonly nobody: readonly number[];
}

/** The people of a list; with `each` a person named again counts as somebody else. */
export function peopleOfList({ rows }: PeopleList, columns: ColumnGuess, each = false): PeopleOfList {
  const met = new MetPeople();
  const people: PersonOfRow[] = [];
  const doubles: { row: number; person: number }[] = [];
  const nobody: number[] = [];
  for (const [row, { cells }] of rows.entries()) {
    const person = personOf(cells, columns);
    if (person.to === '') {
      nobody.push(row);
      continue;
    }
    const known = each ? null : met.find(person);
    if (known !== null) doubles.push({ row, person: known });
    else {
      met.add(person, people.length);
      people.push({ ...person, row });
    }
  }
  return { people, doubles, nobody };
}

/** Whoever has an address alone goes by it. */
function personOf(cells: ListRow['cells'], { person, surname, handle, channel, note }: ColumnGuess) {
  const at = (column: number | null) => (column === null ? '' : (cells[column] ?? '').trim());
  const apart = apartIn(at(person));
  const name = wholeName(apart?.name ?? at(person), at(surname));
  const address = at(handle) || (apart?.address ?? '');
  const known = name === '' ? { to: address, handle: '' } : { to: name, handle: address };
  return { ...known, channel: at(channel), note: at(note) };
}

/** Name and address of "Anna Müller <anna@x.org>"; null for any other text. */
function apartIn(text: string): { readonly name: string; readonly address: string } | null {
  const open = text.lastIndexOf('<');
  if (open < 0 || !text.endsWith('>')) return null;
  const address = text.slice(open + 1, -1).trim();
  return address.includes('@') ? { name: unquote(text.slice(0, open)), address } : null;
}
