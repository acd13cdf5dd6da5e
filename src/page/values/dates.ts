import type { LocalDateTime } from '../../domain/reading';
import { monthCalled, weekdaysCalled } from './calendar-names';
import { clockIn, fitsZone } from './clocks';
import { westernDigits } from './numbers';
import { overLetters, plain } from './text';

export { parseTime } from './clocks';

/** Which part of a date in figures is which. */
export type DateOrder = 'mdy' | 'dmy' | 'ymd';

/** How the dates of a page are to be read: in one order, in either, or not at all, since they contradict each other. */
export type ToldOrder = DateOrder | 'either' | 'torn';

/** A date as it stands in a text. */
export interface WrittenDate {
  /** The real day that it is in each order, `YYYY-MM-DD`; one that names its month or begins with the year has one. */
  readonly days: Readonly<Partial<Record<DateOrder, string>>>;
  /** Whether the order of its parts could only be told by something else. */
  readonly figures: boolean;
  /** What stands between its parts. */
  readonly sign: string;
  /** What stands before and behind it. */
  readonly rest: string;
}

const longest = 80;
const yearFirst =
  /(?<!\d)(\d{4})(?:\s?([-/.年년])\s?)(\d{1,2})(?:\s?([-/.月월])\s?)(\d{1,2})(?!\d)\s?[日일]?(?:t(?=\d))?/;
const dayAndName = overLetters(
  /(?<!\d)(\d{1,2})(?:\.|er|st|nd|rd|th|º|ª)?[\s/-]{1,3}(?:de\s|d')?(\p{L}[\p{L}\p{M}]+)\.?,?[\s/-]{1,3}(?:de[l]?\s)?(\d{4})(?!\d)/u,
);
const nameAndDay = overLetters(
  /(?<![\p{L}\p{M}])(\p{L}[\p{L}\p{M}]+)\.?[\s/-]{1,3}(\d{1,2})(?:st|nd|rd|th)?[\s,/-]{1,3}(\d{4})(?!\d)/u,
);
const figures = /(?<!\d)(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)/;

/** The date in a text; null where there is none. A day that doesn't exist is never made another. */
export function dateIn(text: string): WrittenDate | null {
  if (text.length > longest) return null;
  const shown = plain(westernDigits(text));
  const written = (found: RegExpExecArray, days: WrittenDate['days'], sign = '') =>
    onItsWeekday({ days, figures: sign !== '', sign, rest: shown.replace(found[0], ' ').trim() });
  let found = yearFirst.exec(shown);
  if (found) {
    const [, year, , month, , day] = found;
    return written(found, kept({ ymd: dayOf(Number(year), Number(month), Number(day)) }));
  }
  found = dayAndName(shown);
  const month = found && monthCalled(found[2] as string);
  if (found && month) return written(found, kept({ dmy: dayOf(Number(found[3]), month, Number(found[1])) }));
  found = nameAndDay(shown);
  const named = found && monthCalled(found[1] as string);
  if (found && named) return written(found, kept({ mdy: dayOf(Number(found[3]), named, Number(found[2])) }));
  found = figures.exec(shown);
  if (!found) return null;
  const [, one, sign, two, last] = found as unknown as [string, string, string, string, string];
  const isShort = last.length === 2;
  const year = Number(last) + (isShort ? 2000 : 0);
  return written(
    found,
    kept({
      // With dots the day comes first.
      mdy: sign === '.' ? null : dayOf(year, Number(one), Number(two)),
      dmy: dayOf(year, Number(two), Number(one)),
      // Two figures may be a year as well, and then it may come first.
      ymd: isShort && Number(one) >= 20 ? dayOf(2000 + Number(one), Number(two), Number(last)) : null,
    }),
    sign,
  );
}

function kept(days: Readonly<Partial<Record<DateOrder, string | null>>>): WrittenDate['days'] {
  return Object.fromEntries(Object.entries(days).filter(([, day]) => day !== null));
}

const firstWord = overLetters(/^[([]?(\p{L}[\p{L}\p{M}-]*)[)\].,،]*/u);

/** Without the weekday before or behind it; a date that falls on another weekday is none. */
function onItsWeekday(date: WrittenDate): WrittenDate {
  const found = firstWord(date.rest);
  const meant = found ? weekdaysCalled(found[1] as string) : new Set();
  if (!found || meant.size === 0) return date;
  const days = Object.entries(date.days).filter(([, day]) =>
    meant.has(new Date(`${day}T00:00Z`).getUTCDay()),
  );
  return { ...date, days: Object.fromEntries(days), rest: date.rest.slice(found[0].length).trim() };
}

/** The days that a date may be, read in this order. */
function daysOf({ days, figures: inFigures }: WrittenDate, order: ToldOrder): readonly string[] {
  const all = [...new Set(Object.values(days))];
  if (!inFigures) return all;
  if (order === 'torn') return [];
  if (order === 'either') return all;
  const day = days[order];
  return day ? [day] : [];
}

/**
 * The one day that a text shows, as `YYYY-MM-DD`; null where it shows none, or one of two. A date that
 * can't be in this order is not turned about but refused.
 */
export function parseDate(text: string, order: ToldOrder): string | null {
  const date = dateIn(text);
  const [day, second] = date ? daysOf(date, order) : [];
  return day !== undefined && second === undefined ? day : null;
}

/**
 * Date and time from what two controls, or one text, show: both wholly understood, or neither. `timeZone`
 * is the store's; null where the store is not known.
 */
export function localDateTime(
  date: string,
  time: string | null,
  order: ToldOrder,
  timeZone: string | null = null,
): LocalDateTime {
  const text = date.trim() === '' ? '' : [date, time].filter(Boolean).join(' ').trim();
  const unclear: LocalDateTime = { date: null, time: null, text };
  const written = dateIn(date);
  const days = written ? daysOf(written, order) : [];
  const [day, second] = days;
  if (!written || day === undefined || days.length > 2) return unclear;
  const clocks = [bare(written.rest), (time ?? '').trim()].filter((each) => each !== '').map(clockIn);
  const [clock, other] = clocks;
  if (clock === undefined) return { ...dated(day, second), time: null, text };
  const isClear = clocks.every((each) => each && fitsZone(each.rest, day, each.time, timeZone));
  if (!clock || !isClear || (other && other.time !== clock.time)) return unclear;
  return { ...dated(day, second), time: clock.time, text };
}

function dated(day: string, second: string | undefined): Pick<LocalDateTime, 'date' | 'either'> {
  return second === undefined ? { date: day } : { date: null, either: [day, second] };
}

/** Without what only joins a date and its time. */
function bare(rest: string): string {
  return rest
    .replace(/^[\s,،;@|–—-]+|[\s,،;|–—-]+$/g, '')
    .replace(/^(?:at|um|à|a las|às|alle|om|kl)\.?\s/, '');
}

function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1995 && year < 2100
    ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    : null;
}
