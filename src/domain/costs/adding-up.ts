import { lifeOf } from '../life';
import type { Promotion } from '../promotion';
import type { Combinability } from '../reading';
import type { Exposure } from './exposure';
import { worstUnits } from './exposure';

/** A promotion with what decides whether its discount adds up with another one's. */
export interface OnProducts {
  readonly promotion: Promotion;
  /** The ASINs it is known to be for. */
  readonly products: readonly string[];
  /** As its form told; null: not known. */
  readonly combinability: Combinability | null;
}

/** The ASINs on which both discounts can come together in one order now; none where they can't. */
export function addingUpOn(one: OnProducts, other: OnProducts, now: number): string[] {
  const kinds = [one.combinability, other.combinability];
  if (kinds.includes('exclusive')) return [];
  // Amazon takes at most one preferential code in an order.
  if (kinds.every((kind) => kind === 'preferential')) return [];
  if (!isLive(one.promotion, now) || !isLive(other.promotion, now)) return [];
  if (one.promotion.marketplace !== other.promotion.marketplace) return [];
  const { account } = one.promotion;
  const isOtherAccount = account !== null && other.promotion.account !== null;
  if (isOtherAccount && account !== other.promotion.account) return [];
  return one.products.filter((asin) => other.products.includes(asin));
}

function isLive(promotion: Promotion, now: number): boolean {
  return ['pending', 'live', 'ending', 'end-requested'].includes(lifeOf(promotion, now).phase);
}

/**
 * The worst loss of two promotions whose discounts add up on one product, or null where nothing known limits it. Each
 * discounts as many units as it can, of one stock; a unit that both must share loses both discounts, but no more than
 * its price.
 */
export function worstTogether(one: Exposure, other: Exposure): number | null {
  const price = highest(one.price, other.price);
  const stock = highest(one.stock, other.stock);
  const units = worstUnits({ ...one, stock });
  const otherUnits = worstUnits({ ...other, stock });
  if (price === null || one.percentOff === null || other.percentOff === null) return null;
  if (units === null || otherUnits === null) return null;
  const apart = (units * one.percentOff + otherUnits * other.percentOff) / 100;
  const shared = stock === null ? 0 : Math.max(0, units + otherUnits - stock);
  const beyondPrice = Math.max(0, one.percentOff + other.percentOff - 100) / 100;
  return price * (apart - shared * beyondPrice);
}

function highest(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}
