/** Days, as whole numbers since 1970, from the first to the last. */
export interface DaySpan {
  readonly first: number;
  readonly last: number;
}

const daySeconds = 86_400;
/** Seller Central gives at most so many days in one file. */
export const mostDaysPerFile = 30;

/** A longer stretch than this is no one file of Seller Central's; months have 31 days, and borders are those of a store. */
const longestFile = mostDaysPerFile + 2;

/** The day of an instant in seconds, in UTC, as reports tell it. */
export function dayOf(seconds: number): number {
  return Math.floor(seconds / daySeconds);
}

/** The day's date, `2026-09-16`. */
export function dateOf(day: number): string {
  return new Date(day * daySeconds * 1000).toISOString().slice(0, 10);
}

/** Spans in order, those joined that touch. */
export function joined(spans: readonly DaySpan[]): DaySpan[] {
  const result: DaySpan[] = [];
  for (const span of spans.toSorted((a, b) => a.first - b.first)) {
    const before = result.at(-1);
    if (before && span.first <= before.last + 1)
      result[result.length - 1] = { first: before.first, last: Math.max(before.last, span.last) };
    else result.push(span);
  }
  return result;
}

/** The days of a span that no report covers. */
export function uncovered(wanted: DaySpan, covered: readonly DaySpan[]): DaySpan[] {
  const gaps: DaySpan[] = [];
  let from = wanted.first;
  for (const { first, last } of joined(covered)) {
    if (last < from) continue;
    if (first > wanted.last) break;
    if (first > from) gaps.push({ first: from, last: first - 1 });
    from = last + 1;
  }
  if (from <= wanted.last) gaps.push({ first: from, last: wanted.last });
  return gaps;
}

/** The days that the next file to fetch should hold: the oldest gap, no longer than one file may be. */
export function nextFile(wanted: DaySpan, covered: readonly DaySpan[]): DaySpan | null {
  const [gap] = uncovered(wanted, covered);
  return gap ? { first: gap.first, last: Math.min(gap.last, gap.first + mostDaysPerFile - 1) } : null;
}

/**
 * The days that a report of orders covers. One by order date holds the purchases of at most a month and each order's
 * last change long after; one by last update holds the changes of at most a month, and with them all purchases of
 * that time, but of older ones only some.
 */
export function covers(bought: DaySpan, updated: DaySpan | null): DaySpan {
  const days = ({ first, last }: DaySpan) => last - first + 1;
  const byUpdate = updated !== null && days(bought) > longestFile && days(updated) <= longestFile;
  return byUpdate ? updated : bought;
}

/** The days that a report covers: those the seller told, else those its orders show; null for none. */
export function coveredBy({
  days,
  daysTold,
}: {
  readonly days: DaySpan | null;
  readonly daysTold?: DaySpan | undefined;
}): DaySpan | null {
  return daysTold ?? days;
}

/** The number of a date, `2026-09-16`; null for what is none. */
export function dayIn(date: string): number | null {
  const at = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : Number.NaN;
  return Number.isNaN(at) ? null : dayOf(at / 1000);
}

/** Why a report can't cover the days that the seller tells. */
export type DaysFault = 'order' | 'future' | 'orders-outside' | 'long';

/** On the far side of the world it is the next day by so many seconds before it is in UTC. */
const furthestAhead = 14 * 3600;

/**
 * What is wrong with the days that the seller says a report was asked for, beside those that its orders show; null
 * for nothing. `now` in seconds. A day wrongly covered is a day on which codes seem unused, so that slips of the pen
 * are refused. Days were asked for in the store's time and are read in UTC: the borders may differ by one.
 */
export function daysFault(told: DaySpan, read: DaySpan | null, now: number): DaysFault | null {
  if (told.first > told.last) return 'order';
  if (told.last > dayOf(now + furthestAhead)) return 'future';
  if (read && (told.first > read.first + 1 || told.last < read.last - 1)) return 'orders-outside';
  const days = ({ first, last }: DaySpan) => last - first + 1;
  // A file put together elsewhere may hold more; how much, its own days show.
  return days(told) > Math.max(longestFile, read ? days(read) : 0) ? 'long' : null;
}
