import type { Marketplace } from '../../src/domain/marketplaces.ts';

/** A moment on the store's own clock. `month` counts from 1. */
export interface StoreTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/** What the store's clock shows at an instant (milliseconds). */
export function storeTime(instant: number, store: Marketplace): StoreTime {
  const parts = new Intl.DateTimeFormat('en-US-u-hc-h23', {
    timeZone: store.timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}

const two = (number: number) => String(number).padStart(2, '0');

/** A date as the store writes it: 09/15/2026 (US), 15/09/2026 (UK), 15.09.2026 (DE), 2026/09/15 (JP). Not public: a guess. */
export function dateText({ year, month, day }: StoreTime, store: Marketplace): string {
  if (store.dateOrder === 'ymd') return `${year}/${two(month)}/${two(day)}`;
  if (store.dateOrder === 'mdy') return `${two(month)}/${two(day)}/${year}`;
  return [two(day), two(month), year].join(store.code === 'DE' ? '.' : '/');
}

/** The instant (milliseconds) that a date as the store writes it and a time `HH:MM` name; null for no date. */
export function instantOf(date: string, time: string, store: Marketplace): number | null {
  const numbers = /^(\d+)\D(\d+)\D(\d+)$/.exec(date.trim())?.slice(1).map(Number);
  if (!numbers) return null;
  const [a = 0, b = 0, c = 0] = numbers;
  const [year, month, day] =
    store.dateOrder === 'ymd' ? [a, b, c] : store.dateOrder === 'mdy' ? [c, a, b] : [c, b, a];
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const wanted = Date.UTC(year, month - 1, day, hour, minute);
  let guess = wanted;
  for (let round = 0; round < 3; round++) {
    const shown = storeTime(guess, store);
    guess += wanted - Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute);
  }
  return guess;
}

/** The choices of a time select: each full hour and 11:59 PM. Values and steps are not public: a guess. */
export const times: readonly { value: string; text: string }[] = [
  ...Array.from({ length: 24 }, (_, hour) => ({ value: `${two(hour)}:00`, text: clockText(hour, 0) })),
  { value: '23:59', text: clockText(23, 59) },
];

/** 14:00 as `2:00 PM`. */
export function clockText(hour: number, minute: number): string {
  return `${hour % 12 === 0 ? 12 : hour % 12}:${two(minute)} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** `HH:MM` of the full hour of a moment. */
export function fullHour(time: StoreTime): string {
  return `${two(time.hour)}:00`;
}

/** The Tracking ID that the form starts with, unpadded as seen in sellers' reports: `Percentage Off 2026/09/15 14-1-31-265`. */
export function defaultTrackingId(prefix: string, instant: number, store: Marketplace): string {
  const { year, month, day, hour, minute, second } = storeTime(instant, store);
  return `${prefix} ${year}/${two(month)}/${two(day)} ${hour}-${minute}-${second}-${instant % 1000}`;
}
