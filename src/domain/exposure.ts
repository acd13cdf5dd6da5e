import type { MarketplaceCode } from './marketplaces';
import { type Said, said, saidCount } from './problem';

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
export function moneyAtStake(exposure: Exposure): Said {
  const { kind, codes, percentOff, price, store, unitsPerOrder } = exposure;
  const discount = percentOff === null ? said('unknownDiscount') : said('percentOf', { percent: percentOff });
  const unit = price === null ? said('unknownPrice') : { money: price, store };
  const limit = unitsPerOrder === null ? said('noOrderLimit') : said('orderLimit', { units: unitsPerOrder });
  if (kind === 'no-code') return said('moneyNone', { discount, price: unit });
  if (kind === 'multi-use')
    return said('moneyMulti', {
      discount,
      price: unit,
      limit: unitsPerOrder === null ? limit : said('anyBuyers'),
    });
  const many = codes === null ? said('eachCode') : saidCount('moneyOfCodes', codes);
  const loss = worstLoss(exposure);
  if (loss !== null) {
    const units = unitsPerOrder ?? 1;
    const worst = saidCount('moneyWorst', units, { loss: { money: loss, store, rounded: true } });
    const about = { codes: many, discount, price: unit };
    return said('moneyCodes', { ...about, worst: { sentences: [worst, limit] } });
  }
  const missing = [
    ...(percentOff === null ? [said('theDiscount')] : []),
    ...(price === null ? [said('thePrice')] : []),
    ...(codes === null ? [said('theNumber')] : []),
  ];
  const cut = percentOff === null ? many : said('moneyAt', { codes: many, discount });
  const of = price === null ? cut : said('moneyOn', { codes: cut, price: unit });
  return said('moneyUnknown', { codes: of, missing: { all: missing }, limit });
}
