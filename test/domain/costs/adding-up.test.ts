import { describe, expect, it } from 'vitest';
import { addingUpOn, type OnProducts, worstTogether } from '../../../src/domain/costs/adding-up';
import type { Exposure } from '../../../src/domain/costs/exposure';
import { aPromotion } from '../../a-promotion';

const now = Date.parse('2026-11-15T00:00:00.000Z');
const live = { start: '2026-11-01T00:00:00.000Z', end: '2026-11-30T00:00:00.000Z' };

function on(about: Partial<OnProducts> = {}, told = {}): OnProducts {
  const promotion = aPromotion({ ...live, createdAt: '2026-10-01T00:00:00.000Z', ...told });
  return { promotion, products: ['B0GARLIC01', 'B0GARLIC02'], combinability: null, ...about };
}

describe('two promotions add up', () => {
  it.each([
    ['on the products that both are for', on({ products: ['B0GARLIC02', 'B0ONION001'] }), ['B0GARLIC02']],
    ['on none where they share none', on({ products: ['B0ONION001'] }), []],
    ['while nobody knows how they combine', on({ combinability: 'unset' }), ['B0GARLIC01', 'B0GARLIC02']],
    ['not where one is exclusive', on({ combinability: 'exclusive' }), []],
    ['not where one is over', on({}, { end: '2026-11-14T00:00:00.000Z' }), []],
    ['not where one has not begun', on({}, { start: '2026-11-16T00:00:00.000Z' }), []],
    ['not in two stores', on({}, { marketplace: 'DE' }), []],
  ])('%s', (_, other, products) => {
    expect(addingUpOn(on(), other, now)).toEqual(products);
    expect(addingUpOn(other, on(), now)).toEqual(products);
  });

  it('unless both are preferential: Amazon takes one of those in an order', () => {
    const preferential = on({ combinability: 'preferential' });
    expect(addingUpOn(preferential, preferential, now)).toEqual([]);
    expect(addingUpOn(preferential, on({ combinability: 'unrestricted' }), now)).toHaveLength(2);
  });

  it('within one account, as far as both tell', () => {
    const mine = on({}, { account: 'Garlic Ltd' });
    expect(addingUpOn(mine, on({}, { account: 'Onion Ltd' }), now)).toEqual([]);
    expect(addingUpOn(mine, on({}, { account: null }), now)).toHaveLength(2);
  });
});

describe('the worst of both together', () => {
  const single = (codes: number, percentOff: number | null, about: Partial<Exposure> = {}): Exposure => ({
    kind: 'single-use',
    ...{ codes, percentOff, price: 50, store: 'US', unitsPerOrder: 1, stock: null },
    ...about,
  });

  // Worked by hand, at $50 a unit.
  it.each([
    ['each on its own units', single(10, 20), single(20, 30), 10 * 10 + 20 * 15],
    // 100 units: 80 of the one, 50 of the other, 30 with both.
    ['out of one stock', single(80, 20, { stock: 100 }), single(50, 30), 80 * 10 + 50 * 15],
    // 30 units have 60% and 70%: they are free, not paid for.
    ['no more than the price', single(80, 60, { stock: 100 }), single(50, 70), 50 * 30 + 20 * 35 + 30 * 50],
    ['of the whole stock', single(80, 20, { unitsPerOrder: null, stock: 100 }), single(50, 30), 1000 + 750],
    ['with a multi-use code', single(0, 20, { kind: 'multi-use', stock: 100 }), single(50, 30), 1000 + 750],
    ['with the price that is known', single(10, 20, { price: null }), single(20, 30), 400],
    ['without a limit', single(10, 20, { unitsPerOrder: null }), single(20, 30), null],
    ['without a discount', single(10, null), single(20, 30), null],
  ])('%s', (_, one, other, loss) => {
    expect(worstTogether(one, other)).toBe(loss);
    expect(worstTogether(other, one)).toBe(loss);
  });
});
