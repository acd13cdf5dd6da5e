import { describe, expect, it } from 'vitest';
import { instantOf } from '../../src/domain/time';

function at(date: string, time: string, zone: string): string {
  return new Date(instantOf({ date, time, text: '' }, zone) ?? Number.NaN).toISOString();
}

describe('instantOf', () => {
  it.each([
    ['2026-11-30', '23:59', 'America/Los_Angeles', '2026-12-01T07:59:00.000Z'],
    ['2026-07-01', '00:00', 'America/Los_Angeles', '2026-07-01T07:00:00.000Z'],
    ['2026-11-30', '00:00', 'Asia/Tokyo', '2026-11-29T15:00:00.000Z'],
    ['2026-11-30', '12:00', 'Asia/Kolkata', '2026-11-30T06:30:00.000Z'],
    // The day on which Berlin's clock goes forward.
    ['2026-03-29', '03:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ])('%s %s in %s', (date, time, zone, expected) => expect(at(date, time, zone)).toBe(expected));

  it('is unknown while a part is missing', () => {
    expect(instantOf({ date: '2026-11-30', time: null, text: '' }, 'UTC')).toBeNull();
  });
});
