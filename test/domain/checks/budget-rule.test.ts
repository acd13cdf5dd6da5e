import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/domain/checks';
import type { FormReadings } from '../../../src/domain/reading';
import { context, good, read } from './readings';

type Budget = NonNullable<FormReadings['budget']>;

const judged = (budget: Budget | undefined, about: object = {}) =>
  judge({ ...good, ...(budget ? { budget } : {}) }, { ...context, ...about }).results.find(
    ({ id }) => id === 'budget',
  );
const orders = (value: number | null, text = String(value ?? '')) =>
  read({ kind: 'orders', value, text } as const);
const amount = (value: number | null) => read({ kind: 'amount', value, text: String(value ?? '') } as const);

describe('the budget', () => {
  it('is left out, and not counted, where the form has none', () => {
    expect(judged(undefined)).toBeUndefined();
    expect(judge(good, context).notApplicable).toEqual([]);
  });

  it.each([
    [125, 100, 'pass'],
    [124, 100, 'fail'],
    [5, 4, 'pass'],
    [4, 4, 'fail'],
    [1, 1, 'fail'],
    [2, 1, 'pass'],
    [12_500, 10_000, 'pass'],
  ])('of %i orders for %i codes is %s', (value, codes, state) => {
    expect(judged(orders(value), { codes })).toMatchObject({ state, severity: 'warning' });
  });

  it('says what would be enough, and where Amazon stops', () => {
    expect(judged(orders(100), { codes: 100 })).toMatchObject({ should: 'At least 125 orders' });
    expect(judged(orders(100), { codes: 100 })?.note).toContain('80 orders');
  });

  it.each([
    // 100 codes, each 20% of $50: $1,000.
    [1250, 1, 'pass'],
    [1249.99, 1, 'fail'],
    [1250, 2, 'fail'],
    [2500, 2, 'pass'],
  ])('of %d in money with up to %i units per code is %s', (value, maxOrderQuantity, state) => {
    const limits = { ...context.limits, maxOrderQuantity };
    expect(judged(amount(value), { codes: 100, price: 50, limits, offers: 'safe' })?.state).toBe(state);
  });

  it.each([
    // Without a known limit one order can take all 300 units: 300 × $10.
    [3750, 300, 'pass'],
    [3749.99, 300, 'fail'],
    [1250, null, 'confirm'],
  ])('of %d in money with a stock of %s and no known order limit is %s', (value, stock, state) => {
    expect(judged(amount(value), { codes: 100, price: 50, stock })?.state).toBe(state);
  });

  it('is for the seller to look at while nobody knows how many codes there will be, or what they cost', () => {
    expect(judged(orders(100))).toMatchObject({ state: 'confirm', have: '100 orders' });
    expect(judged(amount(100), { codes: 10 })?.state).toBe('confirm');
    expect(judged(amount(100), { price: 10 })?.state).toBe('confirm');
  });

  it('fails quietly while nothing is set, and is unread where it could not be told', () => {
    expect(judged(orders(null), { codes: 1 })).toMatchObject({ state: 'fail', unset: true });
    expect(judged(read({ kind: 'unset', value: null, text: '' } as const))).toMatchObject({
      state: 'fail',
      unset: true,
    });
    expect(judged({ kind: 'unread', reason: 'ambiguous', target: 1 })).toMatchObject({
      state: 'unreadable',
      reason: 'ambiguous',
      severity: 'warning',
    });
  });
});
