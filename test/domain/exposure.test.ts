import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Exposure, moneyAtStake, worstLoss } from '../../src/domain/exposure';
import { inWords } from '../../src/words/problem-words';

const known: Exposure = {
  kind: 'single-use',
  codes: 50,
  percentOff: 20,
  price: 49.9,
  store: 'US',
  unitsPerOrder: null,
};

describe('the money sentence', () => {
  it('tells the worst and what bounds it', () => {
    expect(inWords(moneyAtStake(known))).toBe(
      '50 codes at 20% off (unit price $49.90): up to $499 if each buyer can take one unit. No max order quantity known, so up to your whole stock could sell at this discount.',
    );
    const limited = inWords(moneyAtStake({ ...known, unitsPerOrder: 2 }));
    expect(limited).toContain('up to $998 if each buyer can take 2 units');
    expect(limited).not.toContain('whole stock');
  });

  it('knows no limit for a multi-use code', () => {
    const text = inWords(moneyAtStake({ ...known, kind: 'multi-use' }));
    expect(text).toContain('the code itself sets no limit');
    expect(text).toContain('whole stock');
    expect(worstLoss({ ...known, kind: 'multi-use' })).toBeNull();
  });

  it('names everything unknown and gives no sum without it', () => {
    const gaps = fc.record({
      codes: fc.constantFrom(null, 50),
      percentOff: fc.constantFrom(null, 20),
      price: fc.constantFrom(null, 49.9),
    });
    fc.assert(
      fc.property(gaps, (gap) => {
        const text = inWords(moneyAtStake({ ...known, ...gap }));
        const missing = Object.values(gap).includes(null);
        expect(/^Without .*, Claimcheck can’t calculate/.test(text)).toBe(missing);
        expect(text.includes('known, so up to your whole stock')).toBe(known.unitsPerOrder === null);
        expect(text.includes('up to $')).toBe(!missing);
        if (gap.price === null) expect(text).toContain('the price');
        if (gap.percentOff === null) expect(text).toContain('the discount');
        if (gap.codes === null) expect(text).toContain('the number of codes');
      }),
    );
  });

  it('shows no currency where the store is not known', () => {
    expect(inWords(moneyAtStake({ ...known, store: null }))).toContain('(unit price 49.9)');
  });
});
