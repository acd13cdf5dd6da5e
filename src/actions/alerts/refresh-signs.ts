import { leakSignOf } from '../../domain/alerts/leak-sign';
import { countsName, type PromotionSigns, usesDiffer } from '../../domain/alerts/signs';
import type { MarketplaceCode } from '../../domain/marketplaces';
import { validity } from '../../domain/promotion';
import { type Db, promotionResults, tellingSigns } from '../../ledger';
import type { Signs } from '../../stored/alerts/alert-signs';
import type { PromotionWithCounts } from '../pool';

/** While codes go out one by one, nothing is looked up for each of them. */
const restFor = 60_000;
/** A pace and an order limit change without any count. */
const freshFor = 6 * 3_600_000;

/**
 * The signs of all promotions, looked up anew where their counts changed or they are old; the same object where
 * nothing was. What can't be looked up stays as it was.
 */
export async function refreshedSigns(
  db: Db,
  promotions: readonly PromotionWithCounts[],
  before: Signs,
  { now, limit }: { readonly now: number; readonly limit: (store: MarketplaceCode | null) => number },
): Promise<Signs> {
  const next: Record<string, PromotionSigns> = {};
  let changed = false;
  for (const item of promotions) {
    const { id } = item.promotion;
    const known = before[id];
    if (!isWorthLooking(item, now)) {
      changed ||= known !== undefined;
      continue;
    }
    if (known) next[id] = known;
    if (known && !isDue(known, item, now)) continue;
    try {
      next[id] = await signsOf(db, item, { now, limit: limit(item.promotion.marketplace) });
      changed = true;
    } catch (error) {
      console.warn('Claimcheck could not look up what a promotion’s alerts need:', error);
    }
  }
  return changed ? next : before;
}

/** What ended long ago, or was put away, raises no alert that needs signs. */
function isWorthLooking({ promotion, counts }: PromotionWithCounts, now: number): boolean {
  if (promotion.archived || counts.total === 0) return false;
  const end = promotion.end === null ? now : Date.parse(promotion.end);
  return validity(promotion, now) !== 'ended' || now - end < 30 * 24 * 3_600_000;
}

function isDue(known: PromotionSigns, { promotion, counts }: PromotionWithCounts, now: number): boolean {
  const age = Math.abs(now - known.at);
  if (age > freshFor) return true;
  const name = countsName(promotion, counts);
  return usesDiffer(known.of, name) || (known.of !== name && age > restFor);
}

async function signsOf(
  db: Db,
  { promotion, counts }: PromotionWithCounts,
  about: { readonly now: number; readonly limit: number },
): Promise<PromotionSigns> {
  const telling = await tellingSigns(db, promotion, about);
  return {
    ...telling,
    at: about.now,
    of: countsName(promotion, counts),
    leak: await leakOf(db, { promotion, counts }),
    // Without a report on this very promotion, none of it is out of date.
    reportedTo: counts.provisional === undefined ? null : telling.reportedTo,
  };
}

async function leakOf(db: Db, { promotion, counts }: Pick<PromotionWithCounts, 'promotion' | 'counts'>) {
  if (counts.provisional === undefined) return null;
  const { use, ...told } = await promotionResults(db, promotion.id);
  return leakSignOf({ kind: use.kind, ...told }, promotion, counts);
}
