import { type MarketplaceCode, timeZoneOf } from '../../domain/marketplaces';
import type { Promotion } from '../../domain/promotion';
import { decimalNumber, wholeNumber } from '../../domain/text/typed-number';
import { instantOf, offsetAt, ownTimeZone } from '../../domain/time';
import { say } from '../../words/say';

/** A promotion's details as they stand in their form; empty text is "not known". */
export interface Details {
  readonly name: string;
  readonly trackingId: string;
  readonly marketplace: MarketplaceCode | '';
  readonly percentOff: string;
  /** `YYYY-MM-DDTHH:MM` on the store's clock. */
  readonly start: string;
  readonly end: string;
  readonly productName: string;
  readonly productLink: string;
  /** In the store's currency. */
  readonly price: string;
  /** Units that can be sold. */
  readonly stock: string;
}

/** The clock that a promotion's dates are typed in: the store's, else the seller's own. */
export function clockOf(store: MarketplaceCode | ''): string {
  return timeZoneOf(store) ?? ownTimeZone();
}

/** Fills the form from a promotion. */
export function detailsOf(promotion: Promotion): Details {
  const store = promotion.marketplace ?? '';
  const local = (iso: string | null) => (iso === null ? '' : onClock(Date.parse(iso), clockOf(store)));
  return {
    name: promotion.name,
    trackingId: promotion.trackingId ?? '',
    marketplace: store,
    percentOff: promotion.percentOff === null ? '' : String(promotion.percentOff),
    start: local(promotion.start),
    end: local(promotion.end),
    productName: promotion.productName ?? '',
    productLink: promotion.productLink ?? '',
    price: promotion.price === null || promotion.price === undefined ? '' : String(promotion.price),
    stock: promotion.stock === null || promotion.stock === undefined ? '' : String(promotion.stock),
  };
}

/** What a form says about a promotion, or which field keeps it from being saved and why. */
export type Judged =
  | { readonly fault: { readonly field: keyof Details; readonly text: string } }
  | {
      readonly patch: Pick<
        Promotion,
        | 'name'
        | 'trackingId'
        | 'marketplace'
        | 'percentOff'
        | 'start'
        | 'end'
        | 'productName'
        | 'productLink'
        | 'price'
        | 'stock'
      >;
    };

/** Judges the form. A date that was not touched keeps its exact instant, which the form can't show to the second. */
export function judge(details: Details, before: Promotion): Judged {
  const fault = (field: keyof Details, text: string): Judged => ({ fault: { field, text } });
  const name = details.name.trim();
  if (!name) return fault('name', say('detailsFaultName'));
  const percentOff = wholeNumber(details.percentOff);
  if (details.percentOff.trim() && !(percentOff !== null && percentOff >= 1 && percentOff <= 100)) {
    return fault('percentOff', say('detailsFaultPercent'));
  }
  const price = decimalNumber(details.price);
  if (details.price.trim() && !(price !== null && price > 0)) return fault('price', say('detailsFaultPrice'));
  const stock = wholeNumber(details.stock);
  if (details.stock.trim() && stock === null) return fault('stock', say('detailsFaultStock'));
  const link = details.productLink.trim();
  if (link && !/^https:\/\/\S+$/.test(link)) return fault('productLink', say('detailsFaultLink'));
  const old = detailsOf(before);
  const sameClock = clockOf(details.marketplace) === clockOf(old.marketplace);
  const instant = (field: 'start' | 'end') =>
    sameClock && details[field] === old[field]
      ? before[field]
      : toInstant(details[field], clockOf(details.marketplace));
  const start = instant('start');
  const end = instant('end');
  if (start !== null && end !== null && end <= start) return fault('end', say('detailsFaultEnd'));
  return {
    patch: {
      name,
      trackingId: details.trackingId.trim() || null,
      marketplace: details.marketplace || null,
      percentOff,
      start,
      end,
      productName: details.productName.trim() || null,
      productLink: link || null,
      price,
      stock,
    },
  };
}

function onClock(instant: number, timeZone: string): string {
  return new Date(instant + offsetAt(instant, timeZone)).toISOString().slice(0, 16);
}

function toInstant(local: string, timeZone: string): string | null {
  const [date = null, time = null] = local ? local.split('T') : [];
  const instant = instantOf({ date, time, text: local }, timeZone);
  return instant === null ? null : new Date(instant).toISOString();
}
