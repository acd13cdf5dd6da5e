import { describe, expect, it } from 'vitest';
import { type CodeInOrder, followUp, timeToOrder } from '../../../src/domain/orders/follow-up';

const code = (about: Partial<CodeInOrder> = {}): CodeInOrder => ({
  ...{ givenAt: 1000, orderedAt: 1500, state: 'firm', checkout: 1 },
  ...about,
});

describe('the time from giving out to the order', () => {
  it('is the median of the codes of which both are known', () => {
    const orders = [900, 100, 300].map((time) => code({ orderedAt: 1000 + time }));
    expect(timeToOrder(orders)).toEqual({ median: 300, codes: 3, before: 0 });
    expect(timeToOrder([...orders, code({ orderedAt: 1500 })])).toEqual({ median: 400, codes: 4, before: 0 });
  });

  it('leaves out what nobody knows, what was canceled, and orders before the giving out', () => {
    const others = [
      code({ givenAt: null }),
      code({ state: 'canceled', orderedAt: 9000 }),
      code({ orderedAt: 10 }),
    ];
    expect(timeToOrder([code(), ...others])).toEqual({ median: 500, codes: 1, before: 1 });
    expect(timeToOrder(others)).toBeNull();
    expect(timeToOrder([])).toBeNull();
  });
});

describe('what can be said of codes that are out', () => {
  const three = [1, 2, 3].map((checkout) => code({ checkout }));
  it.each([
    ['every use has its code', 3, three, 3, { kind: 'exact', unnamed: 0 }],
    ['nothing was used on the days covered', 0, [], 0, { kind: 'exact', unnamed: 0 }],
    ['some uses have none', 5, three, 3, { kind: 'some', unnamed: 2 }],
    [
      'two codes in one checkout are one use',
      3,
      [code(), code(), code({ checkout: 2 })],
      3,
      { kind: 'some', unnamed: 1 },
    ],
    ['a canceled order is no use', 1, [code({ state: 'canceled' })], 1, { kind: 'some', unnamed: 1 }],
    ['marks without a report', null, [], 2, { kind: 'some', unnamed: null }],
    ['uses without any code', 4, [], 0, { kind: 'unknown', unnamed: 4 }],
    ['nothing at all', null, [], 0, { kind: 'unknown', unnamed: null }],
  ] as const)('%s', (_, uses, codes, marked, told) => {
    expect(followUp(uses, codes, marked)).toEqual(told);
  });
});
