import type { KnownPromotion } from '../domain/known-promotion';
import type { MarketplaceCode } from '../domain/marketplaces';
import { type Promotion, stillUsable } from '../domain/promotion';
import { differ, sameText } from './promotions';
import { sortedOut } from './row-faults';
import type { Db } from './schema';

/** What a page shows of a promotion and of its store. */
export interface ShownOnPage {
  readonly account: string | null;
  readonly marketplace: MarketplaceCode | null;
  readonly amazonId: string | null;
  readonly trackingId: string | null;
}

/**
 * Finds the promotion that a page shows: by Amazon's id, whichever store the page claims, else by its
 * Tracking ID within that store. Null where none is known, or several fit.
 */
export async function knownPromotion(db: Db, page: ShownOnPage): Promise<KnownPromotion | null> {
  const tx = db.transaction(['promotions', 'counts', 'batches']);
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
  const [counts, batches] = await Promise.all([
    tx.objectStore('counts').get(promotion.id),
    tx.objectStore('batches').index('promotionId').getAll(promotion.id),
  ]);
  const saved = new Map<string, number>();
  for (const { name, count, withdrawn } of batches)
    if (!withdrawn) saved.set(name, (saved.get(name) ?? 0) + count);
  const { account, marketplace } = promotion;
  return {
    id: promotion.id,
    name: promotion.name,
    ticks: promotion.ticks ?? {},
    percentOff: promotion.percentOff,
    price: promotion.price ?? null,
    usable: counts ? stillUsable(counts) : 0,
    saved: [...saved].map(([group, count]) => ({ group, count })),
    elsewhere: isElsewhere(promotion, page) ? { account, marketplace } : null,
  };
}

function isElsewhere(promotion: Promotion, page: ShownOnPage): boolean {
  return differ(promotion.marketplace, page.marketplace) || differ(promotion.account, page.account);
}
