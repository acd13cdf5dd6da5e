import { describe, expect, it } from 'vitest';
import { fitsZone, isHalfOfDay, parseTime } from '../../../src/page/values/clocks';

describe('a time of day', () => {
  it.each([
    ['12:00 AM', '00:00'],
    ['12:30 PM', '12:30'],
    ['11:59 p.m.', '23:59'],
    ['12:00 a. m.', '00:00'],
    ['11:59 p. m.', '23:59'],
    ['11:59 p.\u00a0m.', '23:59'],
    ['11:59:59 PM', '23:59'],
    ['9.30 pm', '21:30'],
    ['00:00', '00:00'],
    ['23:59', '23:59'],
    ['23:59:00', '23:59'],
    ['9 AM', '09:00'],
    ['12 noon', '12:00'],
    ['noon', '12:00'],
    ['12:00 Noon', '12:00'],
    ['12:00 Midnight', '00:00'],
    ['23 h 59', '23:59'],
    ['0 h 00', '00:00'],
    ['14h30', '14:30'],
    ['23 h', '23:00'],
    ['23:59 Uhr', '23:59'],
    ['23.59 Uhr', '23:59'],
    ['kl. 23:59', '23:59'],
    ['12:00 SA', '00:00'],
    ['11:59 CH', '23:59'],
    ['上午12:00', '00:00'],
    ['下午11:59', '23:59'],
    ['午前0:00', '00:00'],
    ['午後11:59', '23:59'],
    ['午後11時59分', '23:59'],
    ['23時59分', '23:59'],
    ['23点59分', '23:59'],
    ['오후 11:59', '23:59'],
    ['١١:٥٩ م', '23:59'],
    ['١٢:٠٠ ص', '00:00'],
    ['11:59 मध्याह्न', null],
    ['अपराह्न 11:59', '23:59'],
    ['११:५९ pm', '23:59'],
    ['ÖS 11:59', '23:59'],
    ['11:59 PM PST', '23:59'],
    ['１１：５９ ＰＭ', '23:59'],
  ])('%s is %s', (text, time) => expect(parseTime(text)).toBe(time));

  it.each([
    '',
    '25:00',
    '24:00',
    '13 PM',
    '0:30 AM',
    '23:59 PM',
    '11:60',
    '7',
    '23.59',
    '11:59 evening',
    '11:59 PM sharp',
    '11:59 or 12:00',
    '11:59 30',
    '12:30 noon',
    '11:00 midnight',
    'AM 11:59 PM',
    '晚上12:00',
    '11/30/2026',
  ])('%s is none', (text) => expect(parseTime(text)).toBeNull());

  it('knows the names of the halves of a day, and nothing else, as such', () => {
    for (const half of ['AM', 'p. m.', '午後', '下午', 'SA', 'CH', 'ص', 'م', 'ÖS'])
      expect([half, isHalfOfDay(half)]).toEqual([half, true]);
    for (const other of ['', 'AMZ', '11 AM', 'PMT', 'Monday', 'me'])
      expect([other, isHalfOfDay(other)]).toEqual([other, false]);
  });
});

describe('a zone behind a time', () => {
  it.each([
    ['pst', 'America/Los_Angeles', '2026-12-01', true],
    ['pst', 'America/Los_Angeles', '2026-07-01', false],
    ['pdt', 'America/Los_Angeles', '2026-07-01', true],
    ['pacific time', 'America/Los_Angeles', '2026-07-01', true],
    ['pt', 'America/Los_Angeles', '2026-07-01', true],
    ['gmt', 'Europe/London', '2026-12-01', true],
    ['gmt', 'Europe/London', '2026-07-01', false],
    ['bst', 'Europe/London', '2026-07-01', true],
    ['(cet)', 'Europe/Berlin', '2026-12-01', true],
    ['gmt+1', 'Europe/Berlin', '2026-12-01', true],
    ['utc+01:00', 'Europe/Berlin', '2026-12-01', true],
    ['jst', 'Asia/Tokyo', '2026-12-01', true],
    ['ist', 'Asia/Kolkata', '2026-12-01', true],
    ['utc', 'Asia/Tokyo', '2026-12-01', false],
    ['constructor', 'Asia/Tokyo', '2026-12-01', false],
    ['xyz', null, '2026-12-01', false],
    ['jst', null, '2026-12-01', true],
  ] as const)('%s in %s on %s: %s', (zone, timeZone, date, fits) =>
    expect(fitsZone(zone, date, '12:00', timeZone)).toBe(fits),
  );
});
