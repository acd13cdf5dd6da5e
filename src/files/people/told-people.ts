import { type ToldColumns, type ToldField, type ToldPerson, toldFields } from '../../domain/codes/code-file';
import { unquote } from '../csv/csv-record';
import { isInstant } from '../history/instant';
import { columnNamed, nameColumns, wholeName } from './people-words';

const numbersAlone = /^(\d{1,2})([./-])(\d{1,2})[./-](\d{4})(?:[T ,].*)?$/;

/** Whom a list of codes says that they went to: the columns for it, as the seller said or by what stands above them. */
export class ToldPeople {
  readonly columns: ToldColumns;
  /** Of dates in numbers alone, which of the two ways rows were seen that can be read in one only. */
  readonly #seen = { dayFirst: false, monthFirst: false };
  /** Rows with a date that can be read in two ways, by the place of their code: another row may tell, also further down. */
  readonly #open = new Map<number, readonly string[]>();
  #unread = 0;

  constructor(header: readonly string[] | null, codes: number | null, wanted?: ToldColumns) {
    this.columns = wanted ?? columnsOf(header, codes);
  }

  /** Whether any column says to whom codes went. */
  get any(): boolean {
    const { person, surname, handle, order } = this.columns;
    return person !== null || surname !== null || handle !== null || order !== null;
  }

  /** What the row of a code says, the `code`th of all; null for nothing. A date that can't be read stays in the note. */
  of(code: number, cells: readonly string[]): ToldPerson | null {
    const person = this.#read(cells);
    const isOpen = this.#ways(this.#dateIn(cells)) !== null;
    if (person && isOpen) this.#open.set(code, cells);
    else if (person && person.at === '' && this.#dateIn(cells) !== '') this.#unread++;
    return person;
  }

  /**
   * Ends the list: what rows say whose dates were clear only by the dates of others, by the places of their codes; and
   * of how many rows the date stays in the note.
   */
  settled(): { readonly people: readonly (readonly [code: number, ToldPerson])[]; readonly unread: number } {
    const { dayFirst, monthFirst } = this.#seen;
    // Where rows contradict each other, they are of several hands.
    if (dayFirst === monthFirst) return { people: [], unread: this.#unread + this.#open.size };
    const people = [...this.#open].flatMap(([code, cells]): [number, ToldPerson][] => {
      const person = this.#read(cells, dayFirst);
      return person ? [[code, person]] : [];
    });
    const unread = people.filter(([, { at }]) => at === '').length;
    return { people, unread: this.#unread + unread };
  }

  #dateIn(cells: readonly string[]): string {
    const { date } = this.columns;
    return date === null ? '' : unquote(cells[date] ?? '');
  }

  #read(cells: readonly string[], dayFirst: boolean | null = null): ToldPerson | null {
    const at = (field: ToldField) => {
      const column = this.columns[field];
      return column === null ? '' : unquote(cells[column] ?? '');
    };
    const name = wholeName(at('person'), at('surname'));
    const [handle, order, date] = [at('handle'), at('order'), at('date')];
    const [to = '', ...others] = [name, handle, order].filter((text) => text !== '');
    const day = date === '' ? null : this.#dayOf(date, dayFirst);
    const notes = [...others, at('note'), day === null ? date : ''].filter((text) => text !== '');
    if (to === '' && at('channel') === '' && date === '') return null;
    return { to, channel: at('channel'), note: notes.join('; '), at: day ?? '' };
  }

  /** A date's two numbers before the year where either may be the day; null for any other. */
  #ways(text: string): readonly [number, number] | null {
    const [, one = '', mark, two = ''] = numbersAlone.exec(text) ?? [];
    const [first, second] = [Number(one), Number(two)];
    const isOpen =
      first >= 1 && second >= 1 && first !== second && first <= 12 && second <= 12 && mark !== '.';
    return isOpen ? [first, second] : null;
  }

  #dayOf(text: string, told: boolean | null): string | null {
    if (isInstant(text)) return new Date(text).toISOString();
    const year = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
    if (year) return noon(Number(year[1]), Number(year[2]), Number(year[3]));
    const short = numbersAlone.exec(text);
    if (!short) return null;
    const [one, two, years] = [Number(short[1]), Number(short[3]), Number(short[4])];
    if (this.#ways(text)) {
      if (told === null) return null;
      return told ? noon(years, two, one) : noon(years, one, two);
    }
    const dayFirst = one > 12 || short[2] === '.';
    if (one !== two) this.#seen[dayFirst ? 'dayFirst' : 'monthFirst'] = true;
    return dayFirst ? noon(years, two, one) : noon(years, one, two);
  }
}

/** The middle of a day in the seller's own time, ISO 8601 in UTC: a list says no more. Null for a day that there isn't. */
function noon(year: number, month: number, day: number): string | null {
  const at = new Date(year, month - 1, day, 12);
  return at.getMonth() === month - 1 && at.getDate() === day && year >= 1970 ? at.toISOString() : null;
}

function columnsOf(header: readonly string[] | null, codes: number | null): ToldColumns {
  const taken = new Set(codes === null ? [] : [codes]);
  const columns: Partial<Record<ToldField, number | null>> = nameColumns(header, taken);
  for (const field of toldFields) {
    columns[field] ??= columnNamed(header, field, taken);
    if (columns[field] !== null) taken.add(columns[field]);
  }
  return columns as ToldColumns;
}
