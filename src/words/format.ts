import { type MarketplaceCode, marketplace } from '../domain/marketplaces';
import { language, say, sayCount } from './say';

/** Making a formatter costs a hundred times what using it does, and a form is read again every second. */
const made = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return formatter(options, Intl.DateTimeFormat) as Intl.DateTimeFormat;
}

function numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return formatter(options, Intl.NumberFormat) as Intl.NumberFormat;
}

function formatter<Options>(
  options: Options,
  Format: new (language: string, options: Options) => Intl.DateTimeFormat | Intl.NumberFormat,
): Intl.DateTimeFormat | Intl.NumberFormat {
  const key = JSON.stringify([language(), options]);
  const known = made.get(key);
  if (known) return known;
  const fresh = new Format(language(), options);
  made.set(key, fresh);
  return fresh;
}

/** A whole number in the user's own way of writing. */
export function number(value: number): string {
  return numbers({}).format(value);
}

/** A part of a whole: "8%"; under one percent with a digit behind the point. */
export function share(part: number, whole: number): string {
  const digits = part > 0 && part / whole < 0.01 ? 1 : 0;
  return numbers({ style: 'percent', maximumFractionDigits: digits }).format(part / whole);
}

/** "1 code", "1,200 codes". */
export function codes(count: number): string {
  return sayCount('codesCounted', count);
}

/** The same with the word before it: "at 2:02 PM" today, else "on Oct 4, 2:02 PM". */
export function onTime(iso: string, now = Date.now()): string {
  const time = shortTime(iso, now);
  return isToday(iso, now) ? say('whenToday', { time }) : say('whenDay', { date: time });
}

/** Whether an instant is of the user's own today. */
export function isToday(iso: string, now = Date.now()): boolean {
  return new Date(iso).toDateString() === new Date(now).toDateString();
}

/** A minute of the day, since midnight: "10:00 PM". */
export function clock(minute: number): string {
  return dates({ hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(minute * 60_000);
}

/** An instant in the user's own time, short: "2:02 PM" today, else "Oct 4, 2:02 PM", with the year where it is another one. */
export function shortTime(iso: string, now = Date.now()): string {
  if (isNoTime(iso)) return say('dayUnknown');
  const at = new Date(iso);
  return dates({
    ...(at.getFullYear() === new Date(now).getFullYear() ? {} : { year: 'numeric' }),
    ...(isToday(iso, now) ? {} : { month: 'short', day: 'numeric' }),
    hour: 'numeric',
    minute: '2-digit',
  })
    .format(at)
    .replace(/\s(?=[AP]M$)/, '\u00a0');
}

/** A day in few letters, in a zone or the user's own: "Nov 30", with its year where that is not the year of `now`. Milliseconds. */
export function shortDay(instant: number, timeZone?: string, now = instant): string {
  return dates({
    ...(new Date(now).getFullYear() === new Date(instant).getFullYear() ? {} : { year: 'numeric' }),
    month: 'short',
    day: 'numeric',
    ...(timeZone ? { timeZone } : {}),
  }).format(instant);
}

/** A day in the user's own time, with its year: "Nov 30, 2026". */
export function day(iso: string): string {
  return isNoTime(iso) ? say('dayUnknown') : dates({ dateStyle: 'medium' }).format(new Date(iso));
}

/** An instant with its year, wherever it will be read. */
export function moment(iso: string): string {
  if (isNoTime(iso)) return say('dayUnknown');
  return dates({ dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

/** A day in digits, in the user's own time: "11/30/2026". */
export function numericDay(iso: string): string {
  return isNoTime(iso) ? say('dayUnknown') : dates({}).format(new Date(iso));
}

/** An instant (milliseconds): "Nov 30, 11:59 PM PST" in the zone given, else in the user's own. Without its year where that is the year of `now`. */
export function instant(at: number, timeZone?: string, now?: number): string {
  if (Number.isNaN(at)) return say('dayUnknown');
  const sameYear = now !== undefined && new Date(now).getFullYear() === new Date(at).getFullYear();
  return dates({
    ...(timeZone ? { timeZone } : {}),
    month: 'short',
    day: 'numeric',
    ...(sameYear ? {} : { year: 'numeric' }),
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at);
}

/** An instant (milliseconds) in another language than the screen's, for a message: "30. November 2026 um 23:59 MEZ". */
export function instantIn(locale: string, at: number, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, {
    ...(timeZone ? { timeZone } : {}),
    // Older browsers count Saudi Arabia's dates by its own calendar; Amazon doesn't.
    calendar: 'gregory',
    month: 'long',
    day: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at);
}

/** A language's name in that language, as a list of languages has it: "Deutsch", "Français". */
export function languageIn(locale: string): string {
  const [first = '', ...rest] = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
  return first.toLocaleUpperCase(locale) + rest.join('');
}

/** Percent in another language than the screen's: "20%", "20 %", "%20". */
export function percentIn(locale: string, percent: number): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(percent / 100);
}

/** A length of time in rough words: "3 hr 10 min", "12 days". Milliseconds, taken without sign. */
export function duration(length: number): string {
  const part = (value: number, unit: 'minute' | 'hour' | 'day') =>
    numbers({ style: 'unit', unit, unitDisplay: 'short' }).format(value);
  const minutes = Math.round(Math.abs(length) / 60_000);
  if (minutes < 60) return part(minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return part(Math.round(hours / 24), 'day');
  const rest = minutes % 60;
  const parts = [part(hours, 'hour'), ...(rest === 0 ? [] : [part(rest, 'minute')])];
  return new Intl.ListFormat(language(), { type: 'unit', style: 'narrow' }).format(parts);
}

/** An amount in the store's currency; a bare number where the store is not known. `rounded` leaves the cents out. */
export function money(amount: number, store: MarketplaceCode | null, rounded = false): string {
  return numbers({
    ...(store ? { style: 'currency', currency: marketplace(store).currency } : {}),
    ...(rounded ? { maximumFractionDigits: 0 } : {}),
  }).format(amount);
}

/** Hundredths of a currency by its three letters, as Amazon's reports name it: "$8.00"; where it is none, as it is named. */
export function moneyOf(hundredths: number, currency: string): string {
  const amount = Math.round(hundredths) / 100;
  if (!/^[A-Z]{3}$/.test(currency)) return `${numbers({}).format(amount)} ${currency}`.trim();
  return numbers({ style: 'currency', currency }).format(amount);
}

/** What stands where a time should, in a row that is damaged. */
function isNoTime(iso: unknown): boolean {
  return typeof iso !== 'string' || Number.isNaN(Date.parse(iso));
}

/** "3, 7, and 9". */
export function listedAnd(items: readonly string[]): string {
  return new Intl.ListFormat(language()).format(items);
}

/** The same without a word between the last two: "3, 7, 9". */
export function listed(items: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: 'unit' }).format(items);
}

/** Enough of a code to tell it from others, too little to use it: `7GM3…ZZZ`. */
export function masked(code: string): string {
  return code.length < 10 ? `${code.slice(0, 2)}…` : `${code.slice(0, 4)}…${code.slice(-3)}`;
}

/** A letter that is not shown. */
const hiddenLetter = '•';

/**
 * The same with these of its letters shown, so that codes that differ only there can be told apart; `marks` are their
 * places in the text.
 */
export function maskedBut(code: string, letters: readonly number[]): { text: string; marks: number[] } {
  const marks: number[] = [];
  const all = code.replace(/[^A-Z0-9]/g, '').length;
  let letter = -1;
  const text = Array.from(code, (each, place) => {
    if (!/[A-Z0-9]/.test(each)) return each;
    letter++;
    if (letters.includes(letter)) marks.push(place);
    return letters.includes(letter) || letter < 4 || letter >= all - 3 ? each : hiddenLetter;
  }).join('');
  return { text, marks };
}

/** Who got something, as typed; empty where nobody was named. */
interface Given {
  readonly to: string;
  readonly channel: string;
}

/** Who got something, in words: "Anna", "Anna through Instagram", or nothing where nobody was named. */
export function whom({ to, channel }: Given): string {
  if (!to) return channel;
  return channel && channel !== to ? say('whomThrough', { to, channel }) : to;
}

/** The sentence in the form that fits who was named: nobody, somebody (perhaps through a channel), a channel alone. */
export function sayWhom(
  given: Given,
  nobody: () => string,
  to: (whom: string) => string,
  through: (channel: string) => string,
): string {
  if (given.to) return to(whom(given));
  return given.channel ? through(given.channel) : nobody();
}
