import { describe, expect, it } from 'vitest';
import { coveredBy, dateOf, dayIn, daysFault } from '../../../src/domain/orders/coverage';

const span = (first: string, last: string) => ({ first: dayIn(first) ?? -1, last: dayIn(last) ?? -1 });
const now = Date.parse('2026-11-10T12:00:00Z') / 1000;

describe('a day', () => {
  it('is read from its date, and from nothing else', () => {
    expect(dateOf(dayIn('2026-09-16') ?? 0)).toBe('2026-09-16');
    for (const none of ['', '2026-9-16', '2026-13-01', 'today']) expect(dayIn(none)).toBeNull();
  });
});

describe('the days told of a report', () => {
  const read = span('2026-09-05', '2026-09-27');
  it.each([
    ['the month around its orders', span('2026-09-01', '2026-09-30'), read, null],
    ['the store’s days, of which one border is another in UTC', span('2026-09-06', '2026-09-26'), read, null],
    ['days without some of its orders', span('2026-09-01', '2026-09-20'), read, 'orders-outside'],
    ['days that begin after its orders', span('2026-09-10', '2026-09-30'), read, 'orders-outside'],
    ['days the wrong way round', span('2026-09-30', '2026-09-01'), read, 'order'],
    ['days to come', span('2026-11-01', '2026-11-12'), null, 'future'],
    ['tomorrow, which has begun elsewhere', span('2026-11-01', '2026-11-11'), null, null],
    ['a year in one file', span('2025-09-16', '2026-09-27'), read, 'long'],
    ['a month without an order', span('2026-10-01', '2026-10-31'), null, null],
    [
      'what a long file shows itself',
      span('2026-01-01', '2026-06-30'),
      span('2026-01-01', '2026-06-30'),
      null,
    ],
  ] as const)('are %s', (_, told, shown, fault) => {
    expect(daysFault(told, shown, now)).toBe(fault);
  });

  it('count instead of those that its orders show', () => {
    const told = span('2026-09-01', '2026-09-30');
    expect(coveredBy({ days: read })).toEqual(read);
    expect(coveredBy({ days: read, daysTold: told })).toEqual(told);
    expect(coveredBy({ days: null })).toBeNull();
  });
});
