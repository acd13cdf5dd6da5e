import type { OrderState } from './order-line';

/** One order that carries a promotion's id, as the newest report knows it. */
export interface PromotionOrder {
  /** `111-2222222-3333333`. */
  readonly order: string;
  /** When it was bought, seconds since 1970. */
  readonly at: number;
  /** No report tells when it was bought: `at` is the day it was shipped or paid. */
  readonly late?: true;
  readonly state: OrderState;
  /** Orders of one checkout have the same number; one that stands alone has a number of its own. */
  readonly checkout: number;
  readonly channel: string;
  /** Units of the lines that carry the id. */
  readonly units: number;
  /** What was taken off those lines, in hundredths of `currency`; null: not told. */
  readonly discount: number | null;
  readonly currency: string;
  /** The lines carry another promotion or coupon, too, and the discount is the sum of both. */
  readonly shared: boolean;
}

/** How often a promotion was used, by the one counting rule. */
export interface UseCount {
  /** Distinct checkouts that are not canceled; with those pending. */
  readonly checkouts: number;
  /** Of these, all of whose orders are still pending. */
  readonly pending: number;
  /** Orders that are not canceled; more than checkouts where Amazon split one. */
  readonly orders: number;
  readonly canceled: number;
}

export const noUse: UseCount = { checkouts: 0, pending: 0, orders: 0, canceled: 0 };

/**
 * The counting rule: a use is a checkout with the promotion's id that is not canceled. Units are none, and neither
 * are lines: one code takes its discount from all that is in a cart.
 */
export function countUses(orders: Iterable<Pick<PromotionOrder, 'state' | 'checkout'>>): UseCount {
  const firm = new Set<number>();
  const all = new Set<number>();
  let live = 0;
  let canceled = 0;
  for (const { state, checkout } of orders) {
    if (state === 'canceled') {
      canceled++;
      continue;
    }
    live++;
    all.add(checkout);
    if (state === 'firm') firm.add(checkout);
  }
  return { checkouts: all.size, pending: all.size - firm.size, orders: live, canceled };
}

/** The discount really given, by currency: the sum, and how many orders it is of. */
export interface GivenDiscount {
  readonly currency: string;
  /** In hundredths. */
  readonly sum: number;
  readonly orders: number;
  /** Of these, where the sum holds another promotion's discount, too. */
  readonly shared: number;
}

/** What an order tells of its discount. */
export type ToldDiscount = Pick<PromotionOrder, 'state' | 'discount' | 'currency' | 'shared'>;

export function discountsGiven(orders: Iterable<ToldDiscount>): GivenDiscount[] {
  const sums = new Map<string, { sum: number; orders: number; shared: number }>();
  for (const { state, discount, currency, shared } of orders) {
    if (state === 'canceled' || discount === null) continue;
    const sum = sums.get(currency) ?? { sum: 0, orders: 0, shared: 0 };
    sums.set(currency, {
      sum: sum.sum + discount,
      orders: sum.orders + 1,
      shared: sum.shared + (shared ? 1 : 0),
    });
  }
  return [...sums].map(([currency, sum]) => ({ currency, ...sum })).sort((a, b) => b.orders - a.orders);
}

/**
 * Orders that may be halves of one checkout without our knowing: bought in the same second, in different checkouts.
 * `apart`: whether a report that held both told different places. How many uses too many the count may hold.
 */
export function possiblyOne(
  orders: readonly PromotionOrder[],
  apart: (a: string, b: string) => boolean,
): number {
  const bySecond = new Map<number, PromotionOrder[]>();
  for (const each of orders) {
    // All that was shipped on one day has the same time.
    if (each.state === 'canceled' || each.late) continue;
    const same = bySecond.get(each.at);
    if (same) same.push(each);
    else bySecond.set(each.at, [each]);
  }
  let possible = 0;
  for (const same of bySecond.values()) {
    const checkouts = new Map(same.map((each) => [each.checkout, each]));
    const [first, ...others] = checkouts.values();
    if (first) possible += others.filter((each) => !apart(first.order, each.order)).length;
  }
  return possible;
}

/** The range in which a rate lies that was seen as `hits` of `total`: Wilson's score interval at 95 %. */
export function wilson(hits: number, total: number): { readonly low: number; readonly high: number } | null {
  if (total <= 0 || hits < 0 || hits > total) return null;
  const z = 1.959964;
  const rate = hits / total;
  const bound = 1 + (z * z) / total;
  const middle = (rate + (z * z) / (2 * total)) / bound;
  const half = (z / bound) * Math.sqrt((rate * (1 - rate)) / total + (z * z) / (4 * total * total));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
