import { offsetAt } from '../time';
import type { PromotionOrder } from './counted';

/** What happened to a promotion's codes on one day of its store. */
export interface DayCount {
  /** `2026-09-16`. */
  readonly day: string;
  readonly out: number;
  /** Uses, with those pending. */
  readonly used: number;
  readonly pending: number;
}

const daySeconds = 86_400;
const hourSeconds = 3600;
/** In hours. */
const fewDays = 4 * 24;
/** More days than these are no run of a promotion; one date far off must not make a chart of nothing. */
const mostDays = 1200;

/** The date in a zone at an instant in seconds. */
export function dateIn(timeZone: string): (seconds: number) => string {
  // Asking for the offset of each of a million orders would take minutes.
  const offsets = new Map<number, number>();
  const offsetOf = (hour: number) => {
    const known = offsets.get(hour);
    if (known !== undefined) return known;
    const asked = offsetAt(hour * hourSeconds * 1000, timeZone);
    offsets.set(hour, asked);
    return asked;
  };
  return (seconds) => {
    // Zones change at full hours, and never there and back within a few days.
    const hour = Math.floor(seconds / hourSeconds);
    const before = hour - (hour % fewDays);
    const offset = offsetOf(before);
    const now = offset === offsetOf(before + fewDays) ? offset : offsetOf(hour);
    return new Date(seconds * 1000 + now).toISOString().slice(0, 10);
  };
}

/** Day by day from the first to the last on which anything happened, days without anything too. */
export function byDay(
  orders: readonly PromotionOrder[],
  wentOut: readonly { readonly at: number; readonly count: number }[],
  timeZone: string,
): DayCount[] {
  const date = dateIn(timeZone);
  const days = new Map<string, { out: number; used: number; pending: number }>();
  const on = (seconds: number) => {
    const day = date(seconds);
    const known = days.get(day) ?? { out: 0, used: 0, pending: 0 };
    days.set(day, known);
    return known;
  };
  for (const { at, count } of wentOut) on(at).out += count;
  const firm = new Set(orders.filter(({ state }) => state === 'firm').map(({ checkout }) => checkout));
  const seen = new Set<number>();
  for (const { at, state, checkout } of orders.toSorted((a, b) => a.at - b.at)) {
    if (state === 'canceled' || seen.has(checkout)) continue;
    seen.add(checkout);
    const day = on(at);
    day.used++;
    if (!firm.has(checkout)) day.pending++;
  }
  const sorted = [...days.keys()].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const from = Date.parse(first) / 1000 / daySeconds;
  const to = Date.parse(last) / 1000 / daySeconds;
  if (to - from > mostDays) return sorted.map((day) => ({ day, ...(days.get(day) ?? on(0)) }));
  return Array.from({ length: to - from + 1 }, (_, i) => {
    const day = new Date((from + i) * daySeconds * 1000).toISOString().slice(0, 10);
    return { day, ...(days.get(day) ?? { out: 0, used: 0, pending: 0 }) };
  });
}

/** How many codes went out through each channel; the empty name where none was told. */
export function outByChannel(
  wentOut: readonly { readonly count: number; readonly channel: string }[],
  key: (channel: string) => string,
): { readonly channel: string; readonly out: number }[] {
  const found = new Map<string, { channel: string; out: number }>();
  for (const { channel, count } of wentOut) {
    const known = found.get(key(channel));
    if (known) known.out += count;
    else found.set(key(channel), { channel: channel.trim(), out: count });
  }
  return [...found.values()].sort((a, b) => b.out - a.out);
}
