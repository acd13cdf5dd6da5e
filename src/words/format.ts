import { language } from './say';

/** A whole number in the user's own way of writing. */
export function number(value: number): string {
  return new Intl.NumberFormat().format(value);
}

/** "1 code", "1,200 codes". */
export function codes(count: number): string {
  return `${number(count)} ${count === 1 ? 'code' : 'codes'}`;
}

/** The same with the word before it: "at 2:02 PM" today, else "on Oct 4, 2:02 PM". */
export function onTime(iso: string, now = Date.now()): string {
  const today = new Date(iso).toDateString() === new Date(now).toDateString();
  return `${today ? 'at' : 'on'} ${shortTime(iso, now)}`;
}

/** An instant in the user's own time, short: "2:02 PM" today, else "Oct 4, 2:02 PM", with the year where it is another one. */
export function shortTime(iso: string, now = Date.now()): string {
  const at = new Date(iso);
  const today = new Date(now);
  const sameDay = at.toDateString() === today.toDateString();
  return new Intl.DateTimeFormat(undefined, {
    ...(at.getFullYear() === today.getFullYear() ? {} : { year: 'numeric' }),
    ...(sameDay ? {} : { month: 'short', day: 'numeric' }),
    hour: 'numeric',
    minute: '2-digit',
  })
    .format(at)
    .replace(/\s(?=[AP]M$)/, '\u00a0');
}

/** " to Anna", " to Anna through Instagram", " through Instagram", or nothing where nobody was named. */
export function toWhom(given: { to: string; channel: string }): string {
  const through = given.channel && given.channel !== given.to ? ` through ${given.channel}` : '';
  return (given.to ? ` to ${given.to}` : '') + through;
}

/** Who got something, in words: "Anna", "Anna through Instagram", or nothing where nobody was named. */
export function whom(given: { to: string; channel: string }): string {
  if (!given.to) return given.channel;
  return given.channel && given.channel !== given.to ? `${given.to} through ${given.channel}` : given.to;
}

export function isToday(iso: string, now: number): boolean {
  return new Date(iso).toDateString() === new Date(now).toDateString();
}

/** A day in the user's own time, with its year: "Nov 30, 2026". */
export function longDay(iso: string): string {
  return new Date(iso).toLocaleDateString(language(), { dateStyle: 'medium' });
}

/** An instant with its year, wherever it will be read: "Nov 30, 2026, 2:02 PM". */
export function moment(iso: string): string {
  return new Date(iso).toLocaleString(language(), { dateStyle: 'medium', timeStyle: 'short' });
}

/** "3, 7, 9": without a word between the last two. */
export function enumerated(items: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: 'unit' }).format(items);
}
