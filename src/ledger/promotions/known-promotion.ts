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
  return read(db, ['promotions'], async (tx) => {
    const found = promotionShown(await soundPromotions(tx), page);
    return found && { id: found.promotion.id, elsewhere: found.elsewhere };
  });
}

export async function soundPromotions(tx: Tx): Promise<Promotion[]> {
  return sortedOut('promotions', await tx.objectStore('promotions').getAll()).sound;
}

/** The same among promotions that were read already. */
export function promotionShown(
  all: readonly Promotion[],
  page: ShownOnPage,
): { readonly promotion: Promotion; readonly elsewhere: boolean } | null {
  const byId = all.filter(({ amazonIds }) => page.amazonId !== null && amazonIds.includes(page.amazonId));
  const fitting =
    byId.length > 0
      ? byId
      : all.filter(
          (each) =>
            page.trackingId?.trim() &&
            sameText(each.trackingId, page.trackingId) &&
            !isElsewhere(each, page) &&
            !hasAnotherId(each, page.amazonId),
        );
  const [promotion] = fitting;
  if (!promotion || fitting.length > 1) return null;
  return { promotion, elsewhere: isElsewhere(promotion, page) };
}

/** A promotion may have an id of each style, but no two of one: the page's is another promotion with that Tracking ID. */
function hasAnotherId({ amazonIds }: Promotion, id: string | null): boolean {
  return id !== null && amazonIds.some((each) => each.includes('-') === id.includes('-'));
}

function isElsewhere(promotion: Promotion, page: ShownOnPage): boolean {
  return differ(promotion.marketplace, page.marketplace) || differ(promotion.account, page.account);
}
