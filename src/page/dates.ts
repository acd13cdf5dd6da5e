import type { Marketplace } from '../domain/marketplaces';
import type { LocalDateTime } from '../domain/reading';
import { westernDigits } from './numbers';
import { plain } from './text';

/** Beginnings of the months' names, January first, in the languages we have words for. */
const months = [
  'jan|ene|gen|sty|oca|ocak|يناير|जन',
  'feb|fév|fev|lut|şub|فبراير|फ़र|फर',
  'mar|mär|mrt|mrz|مارس|मार्च',
  'apr|avr|abr|kwi|nis|أبريل|ابريل|إبريل|अप्र',
  'may|mai|mag|mei|maj|مايو|मई',
  'jun|juin|giu|cze|haz|يونيو|जून',
  'jul|juil|lug|lip|tem|يوليو|जुल',
  'aug|août|aoû|ago|sie|ağu|أغسطس|अग',
  'sep|set|wrz|eyl|سبتمبر|सित',
  'oct|okt|ott|out|paź|eki|أكتوبر|अक्तू|अक्टू',
  'nov|lis|kas|نوفمبر|नव',
  'dec|dez|déc|dic|gru|ara|ديسمبر|दिस',
].map((line) => line.split('|').map(plain));

/**
 * A date as the store writes it, as `YYYY-MM-DD`. With numbers alone, day and month follow the store's
 * own order; a date that can't be that way round (a 25th month) is not turned about but refused.
 */
export function parseDate(text: string, order: Marketplace['dateOrder']): string | null {
  return dateIn(text, order)?.date ?? null;
}

function dateIn(text: string, order: Marketplace['dateOrder']): { date: string; rest: string } | null {
  const shown = plain(westernDigits(text));
  const shapes: [RegExp, (part: (string | undefined)[]) => string | null][] = [
    [
      /(?<!\d)(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?!\d)[日일]?/,
      ([, year, month, day]) => calendarDate(Number(year), Number(month), Number(day)),
    ],
    [
      /(?<!\d)(\d{1,2})(?:\.|er|st|nd|rd|th|º)?\s+(?:de\s+)?(\p{L}[\p{L}\p{M}]{1,})\.?,?\s+(?:de\s+)?(\d{4})(?!\d)/u,
      ([, day, month, year]) => calendarDate(Number(year), monthOf(month ?? ''), Number(day)),
    ],
    [
      /(?<!\p{L})(\p{L}[\p{L}\p{M}]{1,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u,
      ([, month, day, year]) => calendarDate(Number(year), monthOf(month ?? ''), Number(day)),
    ],
    [
      /(?<!\d)(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4}|\d{2})(?!\d)/,
      ([, first, second, last]) => {
        const year = Number(last) + (last?.length === 2 ? 2000 : 0);
        const [month, day] = order === 'mdy' ? [first, second] : [second, first];
        return calendarDate(year, Number(month), Number(day));
      },
    ],
  ];
  for (const [shape, read] of shapes) {
    const found = shape.exec(shown);
    if (!found) continue;
    const date = read(found);
    return date === null ? null : { date, rest: shown.replace(found[0], ' ') };
  }
  return null;
}

function monthOf(name: string): number {
  return months.findIndex((starts) => starts.some((start) => name.startsWith(start))) + 1;
}

const before = String.raw`a\.?m\.?|午前|上午|凌晨|ص|पूर्वाह्न|öö|오전`;
const after = String.raw`p\.?m\.?|午後|下午|晚上|م|अपराह्न|ös|오후`;
const clock = new RegExp(
  String.raw`(?<!\d)(?:(${before}|${after})\s*)?(\d{1,2})(?:[:.時时hu]\s?(\d{2})?(?!\d)分?)?(?::\d{2})?\s*(${before}|${after})?(?![\d/])`,
);

/** A time of day as `HH:MM` in 24 hours, from `12:00 AM`, `0:00`, `23:59`, `11 PM`, `午後11:59` or `14h30`. */
export function parseTime(text: string): string | null {
  const shown = plain(westernDigits(text));
  const found = clock.exec(shown);
  if (!found) return null;
  const half = found[1] ?? found[4];
  if (found[3] === undefined && half === undefined && !/[時时h]/.test(found[0])) return null;
  let hour = Number(found[2]);
  const minute = Number(found[3] ?? 0);
  if (half) {
    // Japanese also counts the hours of a half day from 0.
    const fromZero = /午/.test(half) && hour === 0;
    if ((hour < 1 && !fromZero) || hour > 12) return null;
    hour = (hour % 12) + (new RegExp(`^(?:${after})$`).test(half) ? 12 : 0);
  }
  return hour < 24 && minute < 60 ? `${pad(hour)}:${pad(minute)}` : null;
}

/** Date and time from what two controls, or one text, show. */
export function localDateTime(
  date: string,
  time: string | null,
  order: Marketplace['dateOrder'],
): LocalDateTime {
  const day = dateIn(date, order);
  return {
    date: day?.date ?? null,
    time: parseTime(time ?? day?.rest ?? ''),
    text: [date, time].filter(Boolean).join(' ').trim(),
  };
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
