import { describe, expect, it } from 'vitest';
import { localDateTime, parseDate, parseTime } from '../../src/page/dates';

describe('parseDate', () => {
  it.each([
    ['11/30/2026', 'mdy', '2026-11-30'],
    ['30/11/2026', 'dmy', '2026-11-30'],
    ['30.11.2026', 'dmy', '2026-11-30'],
    ['2026/11/30', 'ymd', '2026-11-30'],
    ['2026-1-5', 'mdy', '2026-01-05'],
    ['Nov 30, 2026', 'mdy', '2026-11-30'],
    ['November 30, 2026 11:59 PM', 'mdy', '2026-11-30'],
    ['30 Nov 2026', 'dmy', '2026-11-30'],
    ['1/2/27', 'dmy', '2027-02-01'],
    ['2026年11月30日', 'ymd', '2026-11-30'],
    ['2026/11/30', 'ymd', '2026-11-30'],
    ['30. November 2026', 'dmy', '2026-11-30'],
    ['30 de noviembre de 2026', 'dmy', '2026-11-30'],
    ['30 novembre 2026', 'dmy', '2026-11-30'],
    ['٣٠/١١/٢٠٢٦', 'dmy', '2026-11-30'],
    ['३०/११/२०२६', 'dmy', '2026-11-30'],
    ['30 Kasım 2026', 'dmy', '2026-11-30'],
  ] as const)('%s (%s) is %s', (text, order, date) => expect(parseDate(text, order)).toBe(date));

  it.each([
    ['30/11/2026', 'mdy'],
    ['02/30/2026', 'mdy'],
    ['soon', 'mdy'],
    ['', 'mdy'],
    ['11/2026', 'mdy'],
  ] as const)('%s (%s) is no date', (text, order) => expect(parseDate(text, order)).toBeNull());
});

describe('parseTime', () => {
  it.each([
    ['12:00 AM', '00:00'],
    ['12:30 PM', '12:30'],
    ['11:59 p.m.', '23:59'],
    ['00:00', '00:00'],
    ['23:59', '23:59'],
    ['9 AM', '09:00'],
    ['午後11:59', '23:59'],
    ['23時59分', '23:59'],
    ['11:59 م', '23:59'],
  ])('%s is %s', (text, time) => expect(parseTime(text)).toBe(time));

  it.each(['', '25:00', '13 PM', '7', 'noon'])('%s is no time', (text) => expect(parseTime(text)).toBeNull());
});

describe('localDateTime', () => {
  it.each([
    ['11/30/2026 11:59 PM', '2026-11-30', '23:59'],
    ['November 30, 2026 12:00 AM PST', '2026-11-30', '00:00'],
    ['11/30/2026', '2026-11-30', null],
  ])('reads one text: %s', (text, date, time) =>
    expect(localDateTime(text, null, 'mdy')).toEqual({ date, time, text }),
  );
});
