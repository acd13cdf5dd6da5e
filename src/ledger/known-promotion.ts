import type { KnownPromotion } from '../domain/known-promotion';
import type { MarketplaceCode } from '../domain/marketplaces';
import { type Promotion, stillUsable } from '../domain/promotion';
import { countsIn } from './counting';
import { differ, sameText } from './promotions';
import { sortedOut } from './row-faults';
import type { Db, Tx } from './schema';
import { read } from './transact';

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
export function knownPromotion(db: Db, page: ShownOnPage): Promise<KnownPromotion | null> {
  return read(db, ['promotions', 'counts', 'batches', 'spans', 'entries'], (tx) => knownIn(tx, page));
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
  const counts = await countsIn(tx, promotion.id);
  const rows = await tx.objectStore('batches').index('promotionId').getAll(promotion.id);
  const saved = new Map<string, number>();
  for (const { name, count, withdrawn } of sortedOut('batches', rows).sound)
    if (!withdrawn) saved.set(name, (saved.get(name) ?? 0) + count);
  const { account, marketplace } = promotion;
  return {
    id: promotion.id,
    name: promotion.name,
    ticks: promotion.ticks ?? {},
    percentOff: promotion.percentOff,
    price: promotion.price ?? null,
    usable: stillUsable(counts),
    saved: [...saved].map(([group, count]) => ({ group, count })),
    elsewhere: isElsewhere(promotion, page) ? { account, marketplace } : null,
  };
}

function isElsewhere(promotion: Promotion, page: ShownOnPage): boolean {
  return differ(promotion.marketplace, page.marketplace) || differ(promotion.account, page.account);
}
