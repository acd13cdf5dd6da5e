import type { MarketplaceCode } from '../../domain/marketplaces';
import type { Promotion } from '../../domain/promotion';
import { sortedOut } from '../repair/row-faults';
import type { Db, Tx } from '../store/schema';
import { read } from '../store/transact';
import { differ, sameText } from './promotions';

/** What a page shows of a promotion and of its store. */
export interface ShownOnPage {
  readonly account: string | null;
  readonly marketplace: MarketplaceCode | null;
  readonly amazonId: string | null;
  readonly trackingId: string | null;
}

/** A promotion on a page, for our own pages to open; no page is told of it. */
export interface KnownPromotion {
  readonly id: string;
  /** It belongs to another store or account than the page shows. */
  readonly elsewhere: boolean;
}

/**
 * Finds the promotion that a page shows: by Amazon's id, whichever store the page claims, else by its
 * Tracking ID within that store. Null where none is known, or several fit.
 */
export function knownPromotion(db: Db, page: ShownOnPage): Promise<KnownPromotion | null> {
  return read(db, ['promotions'], (tx) => knownIn(tx, page));
}

async function knownIn(tx: Tx, page: ShownOnPage): Promise<KnownPromotion | null> {
  const all = sortedOut('promotions', await tx.objectStore('promotions').getAll()).sound;
  const byId = all.filter(({ amazonIds }) => page.amazonId !== null && amazonIds.includes(page.amazonId));
  const fitting =
    byId.length > 0
      ? byId
      : all.filter(
          (each) =>
            page.trackingId?.trim() && sameText(each.trackingId, page.trackingId) && !isElsewhere(each, page),
        );
  const [promotion] = fitting;
  if (!promotion || fitting.length > 1) return null;
  return { id: promotion.id, elsewhere: isElsewhere(promotion, page) };
}

function isElsewhere(promotion: Promotion, page: ShownOnPage): boolean {
  return differ(promotion.marketplace, page.marketplace) || differ(promotion.account, page.account);
}
