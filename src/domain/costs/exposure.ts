import type { MarketplaceCode } from '../marketplaces';
import { type Said, said, saidCount } from '../problem';
import { type Counts, type Promotion, stillUsable } from '../promotion';

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
  /** Units that can be sold. */
  readonly stock: number | null;
}

/**
 * The most units that can go at the discount, or null where nothing known limits them: one code discounts all units of
 * its order, so without a max order quantity only the stock is a limit.
 */
export function worstUnits({ kind, codes, unitsPerOrder, stock }: Exposure): number | null {
  if (kind === 'single-use' && codes === 0) return 0;
  const byCodes = kind === 'single-use' && codes !== null && unitsPerOrder !== null;
  return byCodes ? Math.min(codes * unitsPerOrder, stock ?? Number.POSITIVE_INFINITY) : stock;
}

/** The worst loss in the store's currency, or null where the discount or the price is not known, or nothing limits it. */
export function worstLoss(exposure: Exposure): number | null {
  const { percentOff, price } = exposure;
  const units = worstUnits(exposure);
  return units === null || percentOff === null || price === null ? null : (units * price * percentOff) / 100;
}

/** The same for a promotion and its codes as they stand; `orderLimit` is in force where the seller ticked it as set. */
export function exposureOf(
  promotion: Promotion,
  counts: Counts,
  orderLimit: number,
  kind: Exposure['kind'] = 'single-use',
): Exposure {
  return {
    kind,
    codes: stillUsable(counts),
    percentOff: promotion.percentOff,
    price: promotion.price ?? null,
    store: promotion.marketplace,
    unitsPerOrder: promotion.ticks?.['order-limit'] ? orderLimit : null,
    stock: promotion.stock ?? null,
  };
}

/** The codes of a promotion by where they are; what Claimcheck calls on hold, handed over or canceled still works at Amazon. */
export interface UsableCodes {
  readonly left: number;
  /** Given out, and not known as used. */
  readonly out: number;
}

/** Splits the codes that can still be used. */
export function usableCodes(counts: Counts): UsableCodes {
  const all = stillUsable(counts);
  const out = Math.min(all, Math.max(0, counts.issued - counts.redeemed));
  return { left: all - out, out };
}

/** The money sentence: what the codes can cost at worst, with everything unknown named. */
export function moneyAtStake(exposure: Exposure): Said {
  const { kind, codes, percentOff, price, store, unitsPerOrder } = exposure;
  const discount = percentOff === null ? said('unknownDiscount') : said('percentOf', { percent: percentOff });
  const unit = price === null ? said('unknownPrice') : { money: price, store };
  if (kind !== 'single-use') {
    const worst = worstWords(exposure);
    return said(kind === 'no-code' ? 'moneyNone' : 'moneyMulti', { discount, price: unit, worst });
  }
  const many = codes === null ? said('eachCode') : saidCount('moneyOfCodes', codes);
  const missing = [
    ...(percentOff === null ? [said('theDiscount')] : []),
    ...(price === null ? [said('thePrice')] : []),
    ...(codes === null ? [said('theNumber')] : []),
  ];
  if (missing.length === 0) {
    return said('moneyCodes', { codes: many, discount, price: unit, worst: worstWords(exposure) });
  }
  const cut = percentOff === null ? many : said('moneyAt', { codes: many, discount });
  const of = price === null ? cut : said('moneyOn', { codes: cut, price: unit });
  const limit = unitsPerOrder === null ? said('noOrderLimit') : said('orderLimit', { units: unitsPerOrder });
  return said('moneyUnknown', { codes: of, missing: { all: missing }, limit });
}

/** The end of the money sentence: how much at most, and what sets that limit. */
function worstWords(exposure: Exposure): Said {
  const { kind, codes, store, unitsPerOrder, stock } = exposure;
  const single = kind === 'single-use';
  const units = worstUnits(exposure);
  if (units === null) return said(single ? 'moneyNoLimit' : 'moneyNoStock');
  const loss = worstLoss(exposure);
  if (loss === null) return saidCount('moneyUnits', units);
  const most = { loss: { money: loss, store, rounded: true } };
  if (!single) return saidCount('moneyByStock', units, most);
  if (unitsPerOrder === null) return saidCount('moneyByStockAlone', units, most);
  return stock !== null && stock < (codes ?? 0) * unitsPerOrder
    ? saidCount('moneyByStock', units, most)
    : saidCount('moneyByOrder', unitsPerOrder, most);
}
