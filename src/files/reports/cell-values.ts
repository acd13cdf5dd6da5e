import { type OrderKey, orderKey } from '../../domain/orders/order-id';
import { asciiOf } from './byte-rows';

const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 48 && byte <= 57;

/** A whole number of just these digits; -1 where one of them is none. */
function digits(bytes: Uint8Array, from: number, count: number): number {
  let value = 0;
  for (let i = from; i < from + count; i++) {
    const byte = bytes[i] as number;
    if (!isDigit(byte)) return -1;
    value = value * 10 + byte - 48;
  }
  return value;
}

/** Blanks and the quotes that a spreadsheet puts around a cell. */
const isPadding = (byte: number | undefined) => byte === 32 || byte === 34 || byte === 39;

/** The order that a cell names; null for anything else. */
export function orderIn(bytes: Uint8Array, from: number, to: number): OrderKey | null {
  while (from < to && isPadding(bytes[from])) from++;
  while (to > from && isPadding(bytes[to - 1])) to--;
  if (to - from !== 19 || bytes[from + 3] !== 45 || bytes[from + 11] !== 45) return null;
  const a = digits(bytes, from, 3);
  const b = digits(bytes, from + 4, 7);
  const c = digits(bytes, from + 12, 7);
  return a < 0 || b < 0 || c < 0 ? null : orderKey(a, b, c);
}

/** Days since 1970 of a day that there is; null for any other. */
function dayOf(year: number, month: number, day: number): number | null {
  if (year < 1970 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const time = Date.UTC(year, month - 1, day);
  return new Date(time).getUTCDate() === day ? time / 86_400_000 : null;
}

let lastDay = { key: -1, value: null as number | null };

/** As `dayOf`, quick for the same day again: a report's lines are mostly in order. */
function sameDay(year: number, month: number, day: number): number | null {
  const key = (year * 16 + month) * 32 + day;
  if (lastDay.key !== key) lastDay = { key, value: dayOf(year, month, day) };
  return lastDay.value;
}

/**
 * The instant that a cell tells, in seconds since 1970; null where it tells none. As Amazon writes it in reports:
 * `2026-09-16T06:58:10+00:00`, also with a blank, fractions, `Z`, ` UTC` or without time; `16.09.2026 06:58:10 UTC`.
 * Without an offset it is UTC.
 */
export function instantIn(bytes: Uint8Array, from: number, to: number): number | null {
  while (from < to && isPadding(bytes[from])) from++;
  while (to > from && isPadding(bytes[to - 1])) to--;
  const first = bytes[from + 4];
  const dotted = bytes[from + 2] === 46 && bytes[from + 5] === 46;
  if (!dotted && !((first === 45 || first === 47) && bytes[from + 7] === first)) return null;
  const year = digits(bytes, dotted ? from + 6 : from, 4);
  const month = digits(bytes, dotted ? from + 3 : from + 5, 2);
  const date = digits(bytes, dotted ? from : from + 8, 2);
  const day = sameDay(year, month, date);
  if (day === null || to - from < 10) return null;
  if (to - from === 10) return day * 86_400;
  const at = from + 11;
  if ((bytes[at - 1] !== 84 && bytes[at - 1] !== 32) || to < at + 5 || bytes[at + 2] !== 58) return null;
  const hour = digits(bytes, at, 2);
  const minute = digits(bytes, at + 3, 2);
  const hasSeconds = bytes[at + 5] === 58 && to >= at + 8;
  const second = hasSeconds ? digits(bytes, at + 6, 2) : 0;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return null;
  const offset = offsetIn(bytes, at + (hasSeconds ? 8 : 5), to);
  return offset === null ? null : day * 86_400 + hour * 3600 + minute * 60 + second - offset;
}

/** The offset from UTC behind a time, in seconds; null where something else stands there. */
function offsetIn(bytes: Uint8Array, from: number, to: number): number | null {
  let at = from;
  if (bytes[at] === 46 && at < to)
    do at++;
    while (at < to && isDigit(bytes[at]));
  if (at === to) return 0;
  const sign = bytes[at] === 43 ? 1 : bytes[at] === 45 ? -1 : 0;
  if (sign === 0) {
    const zone = asciiOf(bytes, at, Math.min(to, at + 5));
    return zone === 'Z' || zone === 'UTC' || zone === 'GMT' ? 0 : null;
  }
  const hours = digits(bytes, at + 1, 2);
  const colon = bytes[at + 3] === 58 ? 1 : 0;
  const minutes = to > at + 3 ? digits(bytes, at + 3 + colon, 2) : 0;
  if (hours < 0 || hours > 15 || minutes < 0 || minutes > 59) return null;
  return sign * (hours * 3600 + minutes * 60);
}

/**
 * An amount in hundredths, whatever its sign: reports of different years write the same discount with and without
 * one. The last comma or dot counts as the decimal mark, unless just three digits follow a comma. Null where the cell
 * holds no amount.
 */
export function amountIn(bytes: Uint8Array, from: number, to: number): number | null {
  let mark = -1;
  for (let i = from; i < to; i++) if (bytes[i] === 44 || bytes[i] === 46) mark = i;
  let behind = 0;
  for (let i = mark + 1; mark >= 0 && i < to; i++) if (isDigit(bytes[i])) behind++;
  if (mark >= 0 && bytes[mark] === 44 && behind === 3) mark = -1;
  let value = 0;
  let count = 0;
  let places = 0;
  for (let i = from; i < to; i++) {
    const byte = bytes[i] as number;
    if (isDigit(byte)) {
      count++;
      if (mark >= 0 && i > mark && ++places > 2) continue;
      value = value * 10 + byte - 48;
    } else if (byte > 57 && byte < 128) return null;
  }
  if (count === 0 || count > 15) return null;
  return value * (places === 0 ? 100 : places === 1 ? 10 : 1);
}

/** A whole number from 0 up; 0 where the cell holds none. */
export function countIn(bytes: Uint8Array, from: number, to: number): number {
  const amount = amountIn(bytes, from, to);
  return amount === null ? 0 : Math.floor(amount / 100);
}
