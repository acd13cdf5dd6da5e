import { expect, it } from 'vitest';
import { needs } from '../../src/actions/needs';
import { type Counts, noCounts, type Promotion } from '../../src/domain/promotion';
import { aPromotion } from '../a-promotion';

const now = Date.parse('2026-06-15T12:00:00.000Z');

function kinds(promotion: Partial<Promotion>, counts: Partial<Counts>): string[] {
  const whole = aPromotion({ end: '2026-06-30T00:00:00.000Z', ...promotion });
  const item = { promotion: whole, counts: { ...noCounts, ...counts }, lastIssuedAt: null };
  return needs([item], now).map((need) => need.kind);
}

const ticks = { 'order-limit': 'x', 'nothing-else': 'x', tried: 'x' };

it('asks for the seller’s eye where money or shoppers may be lost, and only there', () => {
  expect(kinds({ ticks }, { total: 500, available: 400, issued: 100 })).toEqual([]);
  expect(kinds({}, { total: 500, available: 500 })).toEqual([]);
  expect(kinds({}, { total: 500, available: 400, issued: 100 })).toEqual(['never-confirmed']);
  expect(kinds({ ticks }, { total: 500, available: 50, issued: 450 })).toEqual(['runs-low']);
  expect(kinds({}, {})).toEqual(['never-captured']);
  const over = { givingEnded: '2026-06-10T00:00:00.000Z' };
  expect(kinds(over, { total: 500, available: 1, issued: 499 })).toEqual(['works-though-over']);
  const ended = { at: '2026-06-14T00:00:00.000Z', status: 'ended', start: null, end: null } as const;
  expect(kinds({ ...over, onAmazon: ended }, { total: 5, available: 5 })).toEqual(['ended-on-amazon']);
  expect(kinds({ ...over, onAmazon: { ...ended, at: '2026-06-01T00:00:00.000Z' } }, { total: 5 })).toEqual(
    [],
  );
  const changed = { ...ended, status: 'active', was: { end: '2026-06-29T00:00:00.000Z' } } as const;
  expect(kinds({ ticks, onAmazon: changed }, { total: 5, available: 5 })).toEqual(['dates-changed']);
  expect(kinds({ ...over, end: '2026-06-14T00:00:00.000Z' }, { total: 500, issued: 500 })).toEqual([]);
});
