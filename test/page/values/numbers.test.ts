import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasDigit, moneyIn, numberIn, percentIn } from '../../../src/page/values/numbers';

describe('numbers as people type them', () => {
  it.each([
    ['20', 20],
    ['020', 20],
    ['20 %', 20],
    ['%20', 20],
    ['20,5 %', 20.5],
    ['20.50', 20.5],
    ['２０％', 20],
    ['２０．５', 20.5],
    ['٢٠٪', 20],
    ['٢٠٫٥', 20.5],
    ['२०', 20],
    ['۲۰', 20],
    ['1.000', null],
    ['1,000', null],
    ['50.000', null],
    ['50,000 %', null],
    ['50.0000', null],
    ['1.000.000', null],
    ['1,000.00', null],
    ['1 000', null],
    ['2 0', null],
    ["1'000", null],
    ['20-30', null],
    ['-20', null],
    ['1e2', null],
    ['%20%20', null],
    ['', null],
  ])('%s', (typed, value) => expect(numberIn(typed)).toBe(value));

  it('are never another number, in whatever script and with whatever signs', () => {
    const digits = ['0123456789', '０１２３４５６７８９', '٠١٢٣٤٥٦٧٨٩', '०१२३४५६७८९'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.constantFrom(...digits), (number, script) => {
        const typed = String(number).replace(/\d/g, (digit) => script[Number(digit)] as string);
        expect(numberIn(typed)).toBe(number);
        expect(hasDigit(typed)).toBe(true);
        for (const grouped of [number.toLocaleString('en'), number.toLocaleString('de')])
          expect([number, null]).toContain(numberIn(grouped));
      }),
    );
  });
});

describe('an amount of money', () => {
  it.each([
    ['500', 500],
    ['$500', 500],
    ['500 €', 500],
    ['1,000.00', 1000],
    ['US$ 1,234,567.89', null],
    ['$1,234,567.89', 1_234_567.89],
    ['1.000,00 €', 1000],
    ['1 000,00 zł', 1000],
    ['EUR 12,50', 12.5],
    ['1,000', null],
    ['1.000', null],
    ['10,00.00', null],
    ['about 5', null],
    ['', null],
  ])('%s', (typed, value) => expect(moneyIn(typed)).toBe(value));
});

describe('a percentage in a sentence', () => {
  it.each([
    ['%25 indirim', 25],
    ['Percent off: 15', 15],
    ['20 % off', 20],
    ['20,5 % Rabatt', 20.5],
    ['save 20% (20 %)', 20],
    ['20% or 30%', null],
    ['1.000 %', null],
    ['50.000%', null],
    ['nothing', null],
  ])('%s', (text, value) => expect(percentIn(text)).toBe(value));

  it('is looked for in no long text', () => {
    expect(percentIn('1'.repeat(1_000_000))).toBeNull();
    expect(numberIn('1'.repeat(1_000_000))).toBeNull();
    expect(moneyIn('1.'.repeat(500_000))).toBeNull();
  });
});
