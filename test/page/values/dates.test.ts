import { describe, expect, it } from 'vitest';
import { localDateTime, parseDate } from '../../../src/page/values/dates';

describe('parseDate', () => {
  it.each([
    ['11/30/2026', 'mdy', '2026-11-30'],
    ['30/11/2026', 'dmy', '2026-11-30'],
    ['30.11.2026', 'dmy', '2026-11-30'],
    ['5.12.2026', 'either', '2026-12-05'],
    ['2026/11/30', 'ymd', '2026-11-30'],
    ['2026-1-5', 'mdy', '2026-01-05'],
    ['2026. 11. 30.', 'either', '2026-11-30'],
    ['Nov 30, 2026', 'mdy', '2026-11-30'],
    ['Mon, Nov 30, 2026', 'either', '2026-11-30'],
    ['November 30, 2026 11:59 PM', 'mdy', '2026-11-30'],
    ['Sept 5, 2026', 'either', '2026-09-05'],
    ['30 Nov 2026', 'dmy', '2026-11-30'],
    ['30-Nov-2026', 'torn', '2026-11-30'],
    ['1/2/27', 'dmy', '2027-02-01'],
    ['05/05/2026', 'either', '2026-05-05'],
    ['30/11/2026', 'either', '2026-11-30'],
    ['2026年11月30日', 'ymd', '2026-11-30'],
    ['２０２６／１１／３０', 'ymd', '2026-11-30'],
    ['2026年11月30日(月)', 'ymd', '2026-11-30'],
    ['30. November 2026', 'dmy', '2026-11-30'],
    ['Montag, 30. November 2026', 'dmy', '2026-11-30'],
    ['30 de noviembre de 2026', 'dmy', '2026-11-30'],
    ['1er décembre 2026', 'dmy', '2026-12-01'],
    ['30 novembre 2026', 'dmy', '2026-11-30'],
    ['30 listopada 2026', 'dmy', '2026-11-30'],
    ['٣٠/١١/٢٠٢٦', 'dmy', '2026-11-30'],
    ['३०/११/२०२६', 'dmy', '2026-11-30'],
    ['30 Kasım 2026', 'dmy', '2026-11-30'],
    // Its weekday says which of the two it is.
    ['Tuesday, 12/01/2026', 'either', '2026-12-01'],
    ['Monday, 12/01/2026', 'either', '2026-01-12'],
  ] as const)('%s (%s) is %s', (text, order, date) => expect(parseDate(text, order)).toBe(date));

  it.each([
    ['30/11/2026', 'mdy'],
    ['02/30/2026', 'mdy'],
    ['02/30/2026', 'either'],
    ['2026-02-31', 'ymd'],
    ['2026-02-31', 'either'],
    ['31/11/2026', 'either'],
    ['31.11.2026', 'either'],
    ['11.30.2026', 'mdy'],
    ['30 February 2026', 'either'],
    ['05/12/2026', 'either'],
    ['05/12/2026', 'torn'],
    ['26/11/30', 'either'],
    ['Friday, 11/30/2026', 'mdy'],
    ['5 jui 2026', 'dmy'],
    ['9999-99-99', 'ymd'],
    ['soon', 'mdy'],
    ['', 'mdy'],
    ['11/2026', 'mdy'],
  ] as const)('%s (%s) is no date', (text, order) => expect(parseDate(text, order)).toBeNull());
});

describe('localDateTime', () => {
  const la = 'America/Los_Angeles';
  it.each([
    ['11/30/2026 11:59 PM', null, '2026-11-30', '23:59'],
    ['11/30/2026', '11:59 PM', '2026-11-30', '23:59'],
    ['November 30, 2026 12:00 AM PST', null, '2026-11-30', '00:00'],
    ['November 30, 2026 at 12:00 AM (Pacific Time)', null, '2026-11-30', '00:00'],
    ['2026-11-30T23:59', null, '2026-11-30', '23:59'],
    ['2026-11-30T23:59-08:00', null, '2026-11-30', '23:59'],
    ['11/30/2026', null, '2026-11-30', null],
    ['11/30/2026 11:59 PM', '11:59 PM', '2026-11-30', '23:59'],
    ['11/30/2026', '', '2026-11-30', null],
  ])('reads %s with %s', (date, clock, day, time) =>
    expect(localDateTime(date, clock, 'mdy', la)).toMatchObject({ date: day, time }),
  );

  it.each([
    ['11/30/2026 11:59 PM EST', null],
    ['07/30/2026 11:59 PM PST', null],
    ['11/30/2026 11:59 PM UTC', null],
    ['11/30/2026 11:59 PM', '12:00 AM'],
    ['11/30/2026 evening', null],
    ['11/30/2026', 'end of day'],
    ['11/30/2026', '24:00'],
    ['11/30/2026 - 12/10/2026', null],
    ['02/31/2026', '11:59 PM'],
  ])('understands %s with %s wholly or not at all', (date, clock) => {
    const text = [date, clock].filter(Boolean).join(' ');
    expect(localDateTime(date, clock, 'mdy', la)).toEqual({ date: null, time: null, text });
  });

  it('keeps both days where two are left', () => {
    expect(localDateTime('05/12/2026', '23:59', 'either', la)).toEqual({
      date: null,
      either: ['2026-05-12', '2026-12-05'],
      time: '23:59',
      text: '05/12/2026 23:59',
    });
  });

  it('finds nothing where no date stands, whatever the clock shows', () => {
    expect(localDateTime(' ', '12:00 AM', 'mdy', la)).toEqual({ date: null, time: null, text: '' });
  });
});
