import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countUses,
  discountsGiven,
  type PromotionOrder,
  possiblyOne,
  wilson,
} from '../../../src/domain/orders/counted';
import { covers, dateOf, dayOf, joined, nextFile, uncovered } from '../../../src/domain/orders/coverage';
import { type LeakFacts, leaks } from '../../../src/domain/orders/leaks';
import { orderIdOf, readOrderId } from '../../../src/domain/orders/order-id';
import { isAmazonsOwn, promotionIdKey, promotionIdsIn } from '../../../src/domain/orders/promotion-ids';
import { isOfStore } from '../../../src/domain/orders/sales-channels';

const order = (n: number, about: Partial<PromotionOrder> = {}): PromotionOrder => ({
  ...{ order: `111-0000000-${String(n).padStart(7, '0')}`, at: n * 100_000, state: 'firm', checkout: n },
  ...{ channel: 'Amazon.com', units: 1, discount: 400, currency: 'USD', shared: false },
  ...about,
});

describe('an order id', () => {
  it('is the same after packing, and sorts as its text', () => {
    const part = (digits: number) => fc.integer({ min: 0, max: 10 ** digits - 1 });
    const id = fc.tuple(part(3), part(7), part(7)).map(([a, b, c]) =>
      [
        [a, 3],
        [b, 7],
        [c, 7],
      ]
        .map(([v, n]) => String(v).padStart(n ?? 0, '0'))
        .join('-'),
    );
    fc.assert(
      fc.property(id, id, (a, b) => {
        const [x, y] = [readOrderId(a), readOrderId(` ${b} `)];
        expect(x && orderIdOf(x)).toBe(a);
        expect(x && Math.max(x.hi, x.lo) < 2 ** 32 && Number.isInteger(x.hi)).toBe(true);
        if (x && y) expect(Math.sign(x.hi - y.hi || x.lo - y.lo)).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  it.each(['', '111-0000001', 'S01-1234567-1234567', '111-0000001-00000012'])('is not “%s”', (text) => {
    expect(readOrderId(text)).toBeNull();
  });
});

describe('the promotion ids of a cell', () => {
  it.each([
    ['', [], []],
    ['A', [], ['A']],
    ['A,B, C ', [], ['A', 'B', 'C']],
    ['A,A', [], ['A']],
    ['A, B,C', ['A, B'], ['A, B', 'C']],
    ['A, B', ['A'], ['A', 'B']],
    ['X,A, B', ['A, B'], ['A, B', 'X']],
  ])('%s', (cell, known, ids) => {
    expect(promotionIdsIn(cell, known)).toEqual(ids);
  });

  it('are mended where UTF-8 was taken for Latin letters', () => {
    const broken = Array.from(new TextEncoder().encode('购买折扣'), (byte) => String.fromCharCode(byte)).join(
      '',
    );
    expect(promotionIdKey(broken)).toBe('购买折扣');
    expect(promotionIdKey('Müsli')).toBe('Müsli');
    expect(promotionIdKey('Mu\u0308sli')).toBe('Müsli');
  });

  it.each([
    ['PLM-1fe2b2df-0000', true],
    ['PAWS-V2-22886240117-91', true],
    ['US Core Free Shipping Promotion A3JU1FCINF5SD0', true],
    ['FBA Subscribe & Save Discount', true],
    ['Auto-generated promotion for Amazon Vine enrollment', true],
    ['VPC-44571-44201853 Coupon', true],
    ['Percentage Off 2026/09/15 14-1-31-265', false],
    ['CT-2026Q4-IG-01', false],
    ['v2024-00000000-0000-4000-8000-000000000001', false],
  ])('%s is Amazon’s own: %s', (id, own) => {
    expect(isAmazonsOwn(id)).toBe(own);
  });

  it('count for their store alone', () => {
    expect(isOfStore('Amazon.de', 'DE')).toBe(true);
    expect(isOfStore('Amazon.it', 'DE')).toBe(false);
    expect([isOfStore('', 'DE'), isOfStore('Amazon.it', null)]).toEqual([true, true]);
  });
});

describe('uses', () => {
  it.each([
    ['nothing', [], { checkouts: 0, pending: 0, orders: 0, canceled: 0 }],
    ['orders of their own', [order(1), order(2)], { checkouts: 2, pending: 0, orders: 2, canceled: 0 }],
    [
      'a split checkout',
      [order(1), order(2, { checkout: 1 }), order(3)],
      { checkouts: 2, pending: 0, orders: 3, canceled: 0 },
    ],
    [
      'a canceled one',
      [order(1), order(2, { state: 'canceled' })],
      { checkouts: 1, pending: 0, orders: 1, canceled: 1 },
    ],
    [
      'half of a checkout canceled',
      [order(1, { state: 'canceled' }), order(2, { checkout: 1 })],
      { checkouts: 1, pending: 0, orders: 1, canceled: 1 },
    ],
    [
      'pending, and pending beside a shipped half',
      [order(1, { state: 'pending' }), order(2, { state: 'pending' }), order(3, { checkout: 2 })],
      { checkouts: 2, pending: 1, orders: 3, canceled: 0 },
    ],
  ])('%s', (_, orders, count) => {
    expect(countUses(orders)).toEqual(count);
  });

  it('units are none', () => {
    expect(countUses([order(1, { units: 5 })]).checkouts).toBe(1);
  });

  it('what was taken off is summed up by currency, a shared sum told', () => {
    const orders = [
      order(1),
      order(2, { discount: 150, shared: true }),
      order(3, { discount: null }),
      order(4, { currency: 'EUR', discount: 99 }),
      order(5, { state: 'canceled' }),
    ];
    expect(discountsGiven(orders)).toEqual([
      { currency: 'USD', sum: 550, orders: 2, shared: 1 },
      { currency: 'EUR', sum: 99, orders: 1, shared: 0 },
    ]);
  });

  it('of the same second may be one checkout, unless a report tells them apart', () => {
    const orders = [order(1, { at: 5 }), order(2, { at: 5 }), order(3)];
    expect(possiblyOne(orders, () => false)).toBe(1);
    expect(possiblyOne(orders, () => true)).toBe(0);
    expect(possiblyOne([order(1, { at: 5 }), order(2, { at: 5, checkout: 1 })], () => false)).toBe(0);
    const shipped = { at: 5, late: true } as const;
    expect(possiblyOne([order(1, shipped), order(2, shipped), order(3, { at: 5 })], () => false)).toBe(0);
  });

  it.each([
    [3, 8, 0.137, 0.694],
    [0, 10, 0, 0.278],
    [10, 10, 0.722, 1],
  ])('%s of %s lie in Wilson’s range', (hits, total, low, high) => {
    expect(wilson(hits, total)?.low).toBeCloseTo(low, 3);
    expect(wilson(hits, total)?.high).toBeCloseTo(high, 3);
  });

  it('more than all have no rate', () => {
    expect(wilson(9, 8)).toBeNull();
    expect(wilson(0, 0)).toBeNull();
  });
});

describe('days covered', () => {
  const span = (first: number, last: number) => ({ first, last });

  it('are joined where they touch', () => {
    expect(joined([span(10, 12), span(1, 3), span(4, 5), span(11, 20)])).toEqual([span(1, 5), span(10, 20)]);
  });

  it.each([
    [[], [span(1, 100)], span(1, 30)],
    [[span(1, 100)], [], null],
    [[span(0, 20), span(30, 40)], [span(21, 29), span(41, 100)], span(21, 29)],
    [[span(90, 120)], [span(1, 89)], span(1, 30)],
  ])('%j', (covered, gaps, next) => {
    expect(uncovered(span(1, 100), covered)).toEqual(gaps);
    expect(nextFile(span(1, 100), covered)).toEqual(next);
  });

  it('are those of the updates where the purchases are of all times', () => {
    expect(covers(span(1, 30), span(1, 90))).toEqual(span(1, 30));
    expect(covers(span(1, 300), span(280, 305))).toEqual(span(280, 305));
    expect(covers(span(1, 300), null)).toEqual(span(1, 300));
  });

  it('have dates', () => {
    expect(dateOf(dayOf(Date.parse('2026-09-16T23:59:59Z') / 1000))).toBe('2026-09-16');
  });
});

describe('leaks', () => {
  const facts: LeakFacts = {
    ...{ kind: 'single-use', everOut: 5, known: 10, wentOut: [{ at: 50_000, count: 5 }], outBefore: false },
    ...{
      possiblyOne: 0,
      start: null,
      end: 10_000_000,
      orderLimit: { units: 1, since: 50_000 },
      discountPerUnit: 400,
    },
  };
  const uses = (count: number) => Array.from({ length: count }, (_, i) => order(i + 1));
  const within = (count: number) =>
    Array.from({ length: count }, (_, i) => order(i, { at: 600_000 + i * 60 }));
  const kinds = (about: Partial<LeakFacts>, orders: readonly PromotionOrder[]) =>
    leaks({ ...facts, ...about }, orders).map(({ kind, count }) => [kind, count]);

  it.each<[string, Partial<LeakFacts>, PromotionOrder[], [string, number][]]>([
    ['nothing in a clean shop', {}, uses(5), []],
    ['more uses than codes ever out', {}, uses(7), [['more-than-out', 2]]],
    ['more uses than codes known', {}, uses(12), [['more-than-known', 2]]],
    ['nothing of counts while no code is known', { known: 0, everOut: 0 }, uses(3), []],
    ['nothing of counts for a multi-use code', { kind: 'multi-use' }, uses(12), []],
    ['nothing of counts that halves of checkouts explain', { possiblyOne: 2 }, uses(7), []],
    [
      'nothing of counts that pending orders make',
      {},
      [...uses(5), order(6, { state: 'pending' }), order(7, { state: 'pending' })],
      [],
    ],
    [
      'an order before anything went out',
      { wentOut: [{ at: 250_000, count: 5 }] },
      uses(4),
      [['before-first', 2]],
    ],
    [
      'nothing before something that went out at an unknown time',
      { wentOut: [{ at: 250_000, count: 5 }], outBefore: true },
      uses(4),
      [],
    ],
    [
      'nothing by the day of shipping',
      { wentOut: [{ at: 250_000, count: 5 }], end: 300_000 },
      uses(5).map((each) => ({ ...each, late: true as const })),
      [],
    ],
    ['an order after the end', { end: 250_000 }, uses(4), [['after-end', 2]]],
    ['not an order just at the end', { end: 299_999 }, uses(3), []],
    ['too many units', {}, [order(1, { units: 3, discount: 1200 })], [['too-many-units', 1]]],
    [
      'not units of before the limit',
      { orderLimit: { units: 1, since: 200_000 } },
      [order(1, { units: 3, discount: 1200 })],
      [],
    ],
    ['not a discount of units that nobody tells', {}, [order(1, { discount: 900, units: 0 })], []],
    ['a discount that stacked', {}, [order(1, { discount: 900 })], [['large-discount', 1]]],
    ['not a shared discount', {}, [order(1, { discount: 900, shared: true })], []],
    ['nothing canceled', { end: 0 }, [order(1, { state: 'canceled' })], []],
    ['many within an hour', { everOut: 99, known: 99 }, within(12), [['burst', 12]]],
    [
      'not many of which as many just went out',
      {
        everOut: 99,
        known: 99,
        wentOut: Array.from({ length: 12 }, (_, i) => ({ at: 500_000 + i, count: 1 })),
      },
      within(12),
      [],
    ],
    [
      'not many at the start, when all that went out before can be used',
      {
        ...{ everOut: 99, known: 99, start: 600_000 },
        wentOut: Array.from({ length: 12 }, () => ({ at: 50_000, count: 1 })),
      },
      within(12),
      [],
    ],
    [
      'not many of a lot that somebody passes on',
      { everOut: 99, known: 99, wentOut: [{ at: 50_000, count: 30 }] },
      within(12),
      [],
    ],
  ])('%s', (_, about, orders, found) => {
    expect(kinds(about, orders)).toEqual(found);
  });

  it('name the orders that show them', () => {
    expect(leaks(facts, [order(1, { units: 2 })])[0]?.orders[0]?.order).toBe('111-0000000-0000001');
  });
});
