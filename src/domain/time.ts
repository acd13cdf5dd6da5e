import type { LocalDateTime } from './reading';

const minute = 60_000;

/**
 * The instant (milliseconds) at which a store's clock shows this date and time, or null while a part is
 * missing. In the hour that a clock change repeats, the earlier instant is taken.
 */
export function instantOf(local: LocalDateTime, timeZone: string): number | null {
  if (local.date === null || local.time === null) return null;
  const wanted = Date.parse(`${local.date}T${local.time}:00Z`);
  let guess = wanted - offsetAt(wanted, timeZone);
  guess = wanted - offsetAt(guess, timeZone);
  return guess;
}

/** Making a formatter costs a hundred times what using it does, and a form is read again every second. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${options.timeZone} ${options.timeZoneName}`;
  let made = formatters.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(locale, options);
    formatters.set(key, made);
  }
  return made;
}

/** The zone's offset from UTC at an instant, in milliseconds. */
export function offsetAt(instant: number, timeZone: string): number {
  const parts = formatter('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((each) => each.type === type)?.value);
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(instant / 1000) * 1000;
}

/** An instant in words, in the user's language: "Nov 30, 11:59 PM PST" in the zone given, else in the user's own. Without its year where that is the year of `now`. */
export function showInstant(instant: number, timeZone?: string, now?: number): string {
  return formatter(undefined, {
    ...(timeZone ? { timeZone } : {}),
    month: 'short',
    day: 'numeric',
    ...(now !== undefined && new Date(now).getFullYear() === new Date(instant).getFullYear()
      ? {}
      : { year: 'numeric' }),
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(instant);
}

/** A length of time in rough words: "3 h 10 min", "12 days". Milliseconds, taken without sign. */
export function showDuration(length: number): string {
  const minutes = Math.round(Math.abs(length) / minute);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return `${Math.round(hours / 24)} days`;
}
