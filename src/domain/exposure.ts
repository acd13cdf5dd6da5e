import { type Marketplace, type MarketplaceCode, marketplace } from './marketplaces';

/** What bounds the loss that a promotion's codes can cause. Null is "not known", and is said so. */
export interface Exposure {
  readonly kind: 'single-use' | 'multi-use';
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
  if (kind === 'multi-use' || codes === null || percentOff === null || price === null) return null;
  return (codes * (unitsPerOrder ?? 1) * price * percentOff) / 100;
}

/** The money sentence: what the codes can cost at worst, with everything unknown named. */
export function exposureSentence(exposure: Exposure): string {
  const { kind, codes, percentOff, price, store, unitsPerOrder } = exposure;
  const discount = percentOff === null ? 'an unknown discount' : `${percentOff} %`;
  const unit = price === null ? 'a product of unknown price' : money(price, store);
  const limit =
    unitsPerOrder === null
      ? 'No max order quantity known: up to your whole stock.'
      : `Max order quantity ${whole(unitsPerOrder)} holds each order to that.`;
  if (kind === 'multi-use')
    return `A multi-use code at ${discount} on ${unit}: no limit by codes. ${unitsPerOrder === null ? limit : 'Any number of buyers can order.'}`;
  const many = codes === null ? 'Each code' : `${whole(codes)} ${codes === 1 ? 'code' : 'codes'}`;
  const loss = worstLoss(exposure);
  if (loss !== null) {
    const units = unitsPerOrder === null || unitsPerOrder === 1 ? 'one' : `${whole(unitsPerOrder)}`;
    return `${many} at ${discount} on ${unit}: up to ${money(loss, store, true)} if each buyer can take ${units}. ${limit}`;
  }
  const missing = [
    percentOff === null ? 'the discount' : '',
    price === null ? 'the price' : '',
    codes === null ? 'the number of codes' : '',
  ].filter(Boolean);
  return `${many} at ${discount} on ${unit}: what that can cost is unknown without ${listed(missing)}. ${limit}`;
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

function whole(value: number): string {
  return new Intl.NumberFormat().format(value);
}

function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
