import type { DayCount } from './by-day';
import { type DaySpan, dayIn, dayOf, joined, uncovered } from './coverage';

/** How many codes will have been used in the end, if the pace of the last days with reports stays. */
export interface ExpectedUse {
  /** Days with reports that the pace is of, and the uses on them. */
  readonly days: number;
  readonly uses: number;
  /** Uses in the end: the expected number, and the range that holds 95 of 100 such futures. */
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** Codes that are out: there can't be more uses than these. */
  readonly of: number;
}

/** The pace is that of so many days at most: older ones tell of another time. */
const window = 28;
/** A pace of fewer days is chance. */
const fewestDays = 7;
/** Reports that end longer ago say nothing of the pace now. */
const oldest = 14;
/** From so many uses on, the range is as good as a normal one, and the exact sum would lose its first term. */
const many = 200;
/** Of 95 of 100. */
const z = 1.959964;

interface UseSoFar {
  readonly days: readonly DayCount[];
  readonly covered: readonly DaySpan[];
  /** Uses that reports count, and codes that ever went out. */
  readonly used: number;
  readonly everOut: number;
  /** When the first code can have been used, and the last one, seconds since 1970. */
  readonly start: number;
  readonly end: number;
}

/**
 * The uses to expect until the end, from the pace on the last days that reports cover; null where those are too few,
 * too old, or the end is past. Uses come one by one, so that the count to come is a negative binomial one (a Poisson
 * process whose rate is known as far as the days tell: Jeffreys' prior). `now` in seconds.
 */
export function expectedUse(so: UseSoFar, now: number): ExpectedUse | null {
  const today = dayOf(now);
  const [first, last] = [dayOf(so.start), Math.min(dayOf(so.end), today)];
  const newest = joined(so.covered).at(-1);
  if (!newest || so.end <= now || so.everOut === 0) return null;
  // The last day of a report may be half a day.
  const until = Math.min(newest.last - 1, last);
  if (until < today - oldest) return null;
  const from = Math.max(first, until - window + 1);
  if (from > until) return null;
  const gaps = uncovered({ first: from, last: until }, so.covered);
  const days = until - from + 1 - gaps.reduce((sum, gap) => sum + gap.last - gap.first + 1, 0);
  if (days < fewestDays) return null;
  const within = so.days.filter(({ day }) => {
    const at = dayIn(day);
    return at !== null && at >= from && at <= until;
  });
  const uses = within.reduce((sum, { used }) => sum + used, 0);
  const ahead = dayOf(so.end) - until;
  const { low, high, expected } = toCome(uses, days, ahead);
  const sum = (more: number) => Math.min(so.everOut, Math.max(so.used, so.used + more));
  // What is there already of the days ahead is counted among those used.
  const since = so.days.reduce((total, { day, used }) => total + ((dayIn(day) ?? 0) > until ? used : 0), 0);
  return {
    ...{ days, uses, of: so.everOut },
    expected: sum(expected - since),
    low: sum(low - since),
    high: sum(high - since),
  };
}

/** Uses in so many days ahead, after `uses` in `days`. */
function toCome(uses: number, days: number, ahead: number): Pick<ExpectedUse, 'expected' | 'low' | 'high'> {
  const r = uses + 0.5;
  const p = days / (days + ahead);
  const mean = (r * (1 - p)) / p;
  const expected = Math.round(mean);
  if (r > many) {
    const half = z * Math.sqrt(mean / p);
    return { expected, low: Math.max(0, Math.floor(mean - half)), high: Math.ceil(mean + half) };
  }
  let [n, mass, sum] = [0, p ** r, p ** r];
  let low: number | null = null;
  while (sum < 0.975) {
    if (low === null && sum >= 0.025) low = n;
    mass *= ((r + n) / (n + 1)) * (1 - p);
    n++;
    sum += mass;
  }
  return { expected, low: low ?? n, high: n };
}
