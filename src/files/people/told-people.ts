import { type ToldColumns, type ToldField, type ToldPerson, toldFields } from '../../domain/codes/code-file';
import { unquote } from '../csv/csv-record';
import { isInstant } from '../history/instant';
import { headerRank } from './people-words';

/** Whom a list of codes says that they went to: the columns for it, as the seller said or by what stands above them. */
export class ToldPeople {
  readonly columns: ToldColumns;
  /** Of dates in numbers alone, whether the day stands first; null where no row tells. */
  #dayFirst: boolean | null = null;

  constructor(header: readonly string[] | null, codes: number | null, wanted?: ToldColumns) {
    this.columns = wanted ?? columnsOf(header, codes);
  }

  /** Whether any column says to whom codes went. */
  get any(): boolean {
    const { person, handle, order } = this.columns;
    return person !== null || handle !== null || order !== null;
  }

  /** What a row says; null for nothing. A date that can be read in two ways stays in the note as it is. */
  of(cells: readonly string[]): ToldPerson | null {
    const at = (field: ToldField) => {
      const column = this.columns[field];
      return column === null ? '' : unquote(cells[column] ?? '');
    };
    const [name, handle, order, date] = [at('person'), at('handle'), at('order'), at('date')];
    const [to = '', ...others] = [name, handle, order].filter((text) => text !== '');
    const day = date === '' ? null : this.#dayOf(date);
    const notes = [...others, at('note'), day === null ? date : ''].filter((text) => text !== '');
    if (to === '' && at('channel') === '' && date === '') return null;
    return { to, channel: at('channel'), note: notes.join('; '), at: day ?? '' };
  }

  #dayOf(text: string): string | null {
    if (isInstant(text)) return new Date(text).toISOString();
    const year = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
    if (year) return noon(Number(year[1]), Number(year[2]), Number(year[3]));
    const short = /^(\d{1,2})([./-])(\d{1,2})[./-](\d{4})(?:[T ,].*)?$/.exec(text);
    if (!short) return null;
    const [one, two] = [Number(short[1]), Number(short[3])];
    if (one > 12 || short[2] === '.') this.#dayFirst = true;
    else if (two > 12) this.#dayFirst = false;
    const dayFirst = one === two || this.#dayFirst;
    if (dayFirst === null) return null;
    return dayFirst ? noon(Number(short[4]), two, one) : noon(Number(short[4]), one, two);
  }
}

/** The middle of a day in the seller's own time, ISO 8601 in UTC: a list says no more. Null for a day that there isn't. */
function noon(year: number, month: number, day: number): string | null {
  const at = new Date(year, month - 1, day, 12);
  return at.getMonth() === month - 1 && at.getDate() === day && year >= 1970 ? at.toISOString() : null;
}

function columnsOf(header: readonly string[] | null, codes: number | null): ToldColumns {
  const columns: Record<ToldField, number | null> = {
    ...{ person: null, handle: null, channel: null, note: null, order: null, date: null },
  };
  const taken = new Set(codes === null ? [] : [codes]);
  for (const field of toldFields) {
    let least = Number.POSITIVE_INFINITY;
    for (const [at, cell] of (header ?? []).entries()) {
      const rank = taken.has(at) ? null : headerRank(cell, field);
      if (rank !== null && rank < least) {
        least = rank;
        columns[field] = at;
      }
    }
    const found = columns[field];
    if (found !== null) taken.add(found);
  }
  return columns;
}
