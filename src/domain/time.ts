import type { LocalDateTime } from './reading';

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
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  clocks.set(timeZone, made);
  return made;
}

/** The zone's offset from UTC at an instant, in milliseconds. */
export function offsetAt(instant: number, timeZone: string): number {
  // American digits in their own order: to have them told apart takes three times as long.
  const [month = 0, day, year = 0, hour, minute, second] =
    clockOf(timeZone).format(instant).match(/\d+/g)?.map(Number) ?? [];
  const shown = Date.UTC(year, month - 1, day, hour, minute, second);
  return shown - Math.floor(instant / 1000) * 1000;
}

/** The day on the seller's own calendar, `YYYY-MM-DD`. */
export function ownDay(at: Date): string {
  const parts = [at.getFullYear(), at.getMonth() + 1, at.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** The zone of the computer's own clock. */
export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
