import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Exposure,
  moneyAtStake,
  usableCodes,
  worstLoss,
  worstUnits,
} from '../../../src/domain/costs/exposure';
import { type Counts, noCounts } from '../../../src/domain/promotion';
import { inWords } from '../../../src/words/problem-words';

const known: Exposure = {
  kind: 'single-use',
  codes: 50,
  percentOff: 20,
  price: 49.9,
  store: 'US',
  unitsPerOrder: null,
  stock: null,
};
const words = (about: Partial<Exposure>) => inWords(moneyAtStake({ ...known, ...about }));

describe('the worst case', () => {
  // Worked by hand: units, and units × price × discount.
  it.each([
    ['single-use', 50, 1, null, 50, 20, 50, 500],
    ['single-use', 50, 2, null, 50, 20, 100, 1000],
    ['single-use', 50, 1, 30, 50, 20, 30, 300],
    ['single-use', 50, 1, 50, 50, 20, 50, 500],
    ['single-use', 50, 3, 149, 50, 20, 149, 1490],
    ['single-use', 50, 3, 151, 50, 20, 150, 1500],
    ['single-use', 3, 4, null, 12.99, 35, 12, 54.558],
    ['single-use', 1, null, 120, 50, 20, 120, 1200],
    ['single-use', 50, null, null, 50, 20, null, null],
    ['single-use', 50, 1, 0, 50, 20, 0, 0],
    ['single-use', 0, null, null, 50, 20, 0, 0],
    ['single-use', null, 1, null, 50, 20, null, null],
    ['single-use', 50, 1, null, null, 20, 50, null],
    ['single-use', 50, 1, null, 50, null, 50, null],
    ['multi-use', null, 1, 120, 50, 20, 120, 1200],
    ['multi-use', 50, 1, null, 50, 20, null, null],
    ['no-code', null, 1, 120, 50, 20, 120, 1200],
    ['no-code', null, null, null, 50, 20, null, null],
    ['single-use', 1, 1, null, 100, 100, 1, 100],
    ['single-use', 1, 1, null, 100, 1, 1, 1],
    ['single-use', 10, 5, 49, 8, 25, 49, 98],
    ['single-use', 10, 5, 50, 8, 25, 50, 100],
    ['single-use', 10, 5, 51, 8, 25, 50, 100],
    ['single-use', 200, 1, 40, 19.95, 30, 40, 239.4],
    ['single-use', 5000, 1, null, 24.99, 40, 5000, 49_980],
    ['single-use', 2, 999, 15, 10, 50, 15, 75],
    ['single-use', null, 2, 30, 10, 50, 30, 150],
    ['single-use', 0, 1, 500, 50, 20, 0, 0],
    ['single-use', 4, 3, null, 0, 20, 12, 0],
    ['single-use', 7, 2, 13, 3.5, 10, 13, 4.55],
    ['multi-use', 1, 5, 80, 12.5, 60, 80, 600],
    ['no-code', null, 5, 3, 1000, 5, 3, 150],
  ] as const)('of a %s, %s codes, %s an order, stock %s, $%s, %s%%: %s units, $%s', (...row) => {
    const [kind, codes, unitsPerOrder, stock, price, percentOff, units, loss] = row;
    const exposure = { kind, codes, unitsPerOrder, stock, price, percentOff, store: null };
    expect(worstUnits(exposure)).toBe(units);
    if (loss === null) expect(worstLoss(exposure)).toBeNull();
    else expect(worstLoss(exposure)).toBeCloseTo(loss, 6);
  });

  it('never counts less than the stock while the order limit is not known', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 0, max: 1e6 }), (codes, stock) => {
        expect(worstUnits({ ...known, codes, stock })).toBe(stock);
      }),
    );
  });
});

describe('codes that can cost money', () => {
  const counts = (about: Partial<Counts>): Counts => ({ ...noCounts, ...about });

  it.each([
    // total, available, held, issued, void, moved, redeemed: left and out.
    [500, 263, 0, 237, 0, 0, 0, 263, 237],
    [500, 200, 20, 237, 13, 30, 37, 263, 200],
    // More used than given out: those were canceled ones.
    [10, 2, 0, 3, 5, 0, 4, 6, 0],
    [10, 0, 0, 10, 0, 0, 10, 0, 0],
  ])('of %i, with %i left, %i on hold, %i out, %i canceled, %i moved, and %i used', (...row) => {
    const [total, available, held, issued, canceled, moved, redeemed, left, out] = row;
    const split = usableCodes(counts({ total, available, held, issued, void: canceled, moved, redeemed }));
    expect(split).toEqual({ left, out });
  });
});

describe('the money sentence', () => {
  it.each([
    [
      { unitsPerOrder: 1 },
      '50 codes at 20% off (unit price $49.90): up to $499, with at most 1 unit per order.',
    ],
    [{ unitsPerOrder: 2 }, 'up to $998, with at most 2 units per order.'],
    [{ unitsPerOrder: 2, stock: 30 }, ': up to $299, if your whole stock of 30 units sells.'],
    [
      { stock: 30 },
      'up to $299, your whole stock of 30 units. No max order quantity is known, so one order could take it all.',
    ],
    [{}, 'no limit known. Without a max order quantity, one order could take your whole stock'],
    [
      { kind: 'multi-use', stock: 30 },
      'A multi-use code at 20% off (unit price $49.90), which any number of shoppers can use: up to $299, if your whole stock of 30 units sells.',
    ],
    [
      { kind: 'multi-use' },
      'any number of shoppers can use: no limit known, because your stock isn’t known.',
    ],
    [
      { kind: 'multi-use', stock: 30, price: null },
      '(unit price unknown), which any number of shoppers can use: up to 30 units',
    ],
    [
      { kind: 'no-code' },
      'Without a claim code, every shopper gets 20% off (unit price $49.90): no limit known',
    ],
  ] as [Partial<Exposure>, string][])('tells of %o what limits it', (about, text) => {
    expect(words(about)).toContain(text);
  });

  it('never takes an unknown order limit for one unit', () => {
    expect(words({})).not.toMatch(/\$499|one unit/);
  });

  it('names everything unknown and gives no sum without it', () => {
    const gaps = fc.record({
      codes: fc.constantFrom(null, 50),
      percentOff: fc.constantFrom(null, 20),
      price: fc.constantFrom(null, 49.9),
      stock: fc.constantFrom(null, 30),
    });
    fc.assert(
      fc.property(gaps, (gap) => {
        const text = words(gap);
        const missing = [gap.codes, gap.percentOff, gap.price].includes(null);
        expect(/^Without .*, Claimcheck can’t calculate/.test(text)).toBe(missing);
        expect(text.includes('up to $')).toBe(!missing && gap.stock !== null);
        if (gap.price === null) expect(text).toContain('the price');
        if (gap.percentOff === null) expect(text).toContain('the discount');
        if (gap.codes === null) expect(text).toContain('the number of codes');
      }),
    );
  });

  it('shows no currency where the store is not known', () => {
    expect(words({ store: null })).toContain('(unit price 49.9)');
  });
});
