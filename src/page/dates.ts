import type { Marketplace } from '../domain/marketplaces';
import type { LocalDateTime } from '../domain/reading';
import { plain } from './text';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A date as the store writes it, as `YYYY-MM-DD`. With numbers alone, day and month follow the store's
 * own order; a date that can't be that way round (a 25th month) is not turned about but refused.
 */
export function parseDate(text: string, order: Marketplace['dateOrder']): string | null {
  const shown = plain(text);
  const iso = /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b/.exec(shown);
  if (iso) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const named =
    /\b(?:(\d{1,2})\.?\s+)?([a-z]{3})[a-z]*\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})\b/.exec(shown);
  if (named && (named[1] ?? named[3]) !== undefined) {
    return calendarDate(Number(named[4]), months.indexOf(named[2] ?? '') + 1, Number(named[1] ?? named[3]));
  }
  const numbers = /\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})\b/.exec(shown);
  if (!numbers) return null;
  const [first, second] = [Number(numbers[1]), Number(numbers[2])];
  const year = Number(numbers[3]) + (numbers[3]?.length === 2 ? 2000 : 0);
  return order === 'mdy' ? calendarDate(year, first, second) : calendarDate(year, second, first);
}

/** A time of day as `HH:MM` in 24 hours, from `12:00 AM`, `0:00`, `23:59` or `11 PM`. */
export function parseTime(text: string): string | null {
  const found = /\b(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s*(a\.?m\.?|p\.?m\.?)?(?![\d/])/.exec(plain(text));
  if (!found || (found[2] === undefined && found[3] === undefined)) return null;
  let hour = Number(found[1]);
  const minute = Number(found[2] ?? 0);
  if (found[3]) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (found[3].startsWith('p') ? 12 : 0);
  }
  return hour < 24 && minute < 60 ? `${pad(hour)}:${pad(minute)}` : null;
}

/** Date and time from what two controls, or one text, show. */
export function localDateTime(
  date: string,
  time: string | null,
  order: Marketplace['dateOrder'],
): LocalDateTime {
  const day = parseDate(date, order);
  const rest =
    time ??
    (day === null
      ? ''
      : date
          .replace(/\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/, '')
          .replace(/\b[A-Za-z]{3,9}\.?\s+\d{1,2},?\s+\d{4}/, ''));
  return { date: day, time: parseTime(rest), text: [date, time].filter(Boolean).join(' ').trim() };
}

function calendarDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1995 && year < 2100 ? `${year}-${pad(month)}-${pad(day)}` : null;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
