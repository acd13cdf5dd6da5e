import type { MarketplaceCode } from '../marketplaces';

/** The seller's own limits. */
export interface Limits {
  /** Highest discount the seller gives, percent. */
  readonly maxPercentOff: number;
  /** Longest run of a promotion, days. */
  readonly maxRunDays: number;
  /** Highest max order quantity that still counts as safe, units. */
  readonly maxOrderQuantity: number;
}

/** The most that each limit may be; the least is 1. */
export const mostOfLimits: Limits = { maxPercentOff: 100, maxRunDays: 3650, maxOrderQuantity: 10_000 };
export const limitNames = Object.keys(mostOfLimits) as (keyof Limits)[];

/** Limits that hold in one store in place of those that hold everywhere. */
export type StoreLimits = Readonly<Partial<Record<MarketplaceCode, Readonly<Partial<Limits>>>>>;

/** The same with another limit in one store; 0: what holds everywhere holds there, too. */
export function withStoreLimit(
  limits: StoreLimits,
  store: MarketplaceCode,
  name: keyof Limits,
  value: number,
): StoreLimits {
  const { [store]: own = {}, ...stores } = limits;
  const { [name]: _, ...others } = own;
  const left = value === 0 ? others : { ...others, [name]: value };
  return Object.keys(left).length === 0 ? stores : { ...stores, [store]: left };
}

/** The limits that hold in a store; where nobody knows the store, those that hold everywhere. */
export function limitsIn(
  { limitsByStore, ...everywhere }: Limits & { readonly limitsByStore: StoreLimits },
  store: MarketplaceCode | null,
): Limits {
  const { maxPercentOff, maxRunDays, maxOrderQuantity } = everywhere;
  return { maxPercentOff, maxRunDays, maxOrderQuantity, ...(store ? limitsByStore[store] : {}) };
}
