import { type Marketplace, type MarketplaceCode, marketplace } from './marketplaces';
import type { Say } from './text/words';

/** What bounds the loss that a promotion's codes can cause. Null is "not known", and is said so. */
export interface Exposure {
  readonly kind: 'single-use' | 'multi-use' | 'no-code';
  /** Codes that can still be used; null while nobody knows how many there will be. */
  readonly codes: number | null;
  /** Percent off, 1 to 100. */
  readonly percentOff: number | null;
  /** Price of one unit in the store's currency. */
  readonly price: number | null;
  readonly store: MarketplaceCode | null;
  /** Max order quantity that the seller vouches for; null: none set, or nobody looked. */
  readonly unitsPerOrder: number | null;
}

/**
 * The worst loss in the store's currency while every code takes `unitsPerOrder` units (one, where that
 * is not known), or null where the discount, the price or the number of codes is unknown or unbounded.
 */
export function worstLoss({ kind, codes, percentOff, price, unitsPerOrder }: Exposure): number | null {
  if (kind !== 'single-use' || codes === null || percentOff === null || price === null) return null;
  return (codes * (unitsPerOrder ?? 1) * price * percentOff) / 100;
}

/** The money sentence: what the codes can cost at worst, with everything unknown named. */
export function exposureSentence(exposure: Exposure, say: Say): string {
  const { kind, codes, percentOff, price, store, unitsPerOrder } = exposure;
  const discount = percentOff === null ? say('unknownDiscount') : say('percentOf', percentOff);
  const unit = price === null ? say('unknownPrice') : money(price, store);
  const limit = unitsPerOrder === null ? say('noOrderLimit') : say('orderLimit', unitsPerOrder);
  if (kind === 'no-code') return say('moneyNone', discount, unit);
  if (kind === 'multi-use')
    return say('moneyMulti', discount, unit, unitsPerOrder === null ? limit : say('anyBuyers'));
  const many = codes === null ? say('eachCode') : codes === 1 ? say('oneCode') : say('manyCodes', codes);
  const loss = worstLoss(exposure);
  if (loss !== null) {
    const units = unitsPerOrder ?? 1;
    const worst = say(units === 1 ? 'moneyWorstOne' : 'moneyWorst', money(loss, store, true), units);
    return say('moneyCodes', many, discount, unit, `${worst} ${limit}`);
  }
  const missing = [
    percentOff === null ? say('theDiscount') : '',
    price === null ? say('thePrice') : '',
    codes === null ? say('theNumber') : '',
  ].filter(Boolean);
  const list = new Intl.ListFormat(undefined, { type: 'conjunction' }).format(missing);
  const cut = percentOff === null ? many : say('moneyAt', many, discount);
  return say('moneyUnknown', price === null ? cut : say('moneyOn', cut, unit), list, limit);
}

/** An amount in the store's currency; a bare number where the store is not known. `rounded` leaves the cents out. */
export function money(amount: number, store: MarketplaceCode | null, rounded = false): string {
  const currency: Marketplace['currency'] | null = store && marketplace(store).currency;
  const digits = rounded ? { maximumFractionDigits: 0 } : {};
  return new Intl.NumberFormat(undefined, {
    ...(currency ? { style: 'currency' as const, currency } : {}),
    ...digits,
  }).format(amount);
}
