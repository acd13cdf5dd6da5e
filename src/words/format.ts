import { showInstant } from '../domain/time';
import { language, say, sayCount } from './say';

/** A whole number in the user's own way of writing. */
export function number(value: number): string {
  return new Intl.NumberFormat(language()).format(value);
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

/** An instant in the user's own time, short: "2:02 PM" today, else "Oct 4, 2:02 PM", with the year where it is another one. */
export function shortTime(iso: string, now = Date.now()): string {
  const at = new Date(iso);
  if (isNoTime(iso)) return say('dayUnknown');
  return new Intl.DateTimeFormat(language(), {
    ...(at.getFullYear() === new Date(now).getFullYear() ? {} : { year: 'numeric' }),
    ...(isToday(iso, now) ? {} : { month: 'short', day: 'numeric' }),
    hour: 'numeric',
    minute: '2-digit',
  })
    .format(at)
    .replace(/\s(?=[AP]M$)/, '\u00a0');
}

/** A day in few letters, in a zone or the user's own: "Nov 30". Milliseconds. */
export function shortDay(instant: number, timeZone?: string): string {
  return new Intl.DateTimeFormat(language(), {
    month: 'short',
    day: 'numeric',
    ...(timeZone ? { timeZone } : {}),
  }).format(instant);
}

/** A day in the user's own time, with its year: "Nov 30, 2026". */
export function day(iso: string): string {
  if (isNoTime(iso)) return say('dayUnknown');
  return new Date(iso).toLocaleDateString(language(), { dateStyle: 'medium' });
}

/** An instant with its year, wherever it will be read. */
export function moment(iso: string): string {
  if (isNoTime(iso)) return say('dayUnknown');
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(iso),
  );
}

/** A day in digits, in the user's own time: "11/30/2026". */
export function numericDay(iso: string): string {
  if (isNoTime(iso)) return say('dayUnknown');
  return new Date(iso).toLocaleDateString(language());
}

/** An instant with its zone, the user's own or the one given: "Nov 30, 2026, 11:59 PM PST". */
export function instant(iso: string, zone?: string): string {
  return isNoTime(iso) ? say('dayUnknown') : showInstant(Date.parse(iso), zone);
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
