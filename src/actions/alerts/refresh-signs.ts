import { leakSignOf } from '../../domain/alerts/leak-sign';
import { countsName, type PromotionSigns, usesDiffer } from '../../domain/alerts/signs';
import type { MarketplaceCode } from '../../domain/marketplaces';
import { validity } from '../../domain/promotion';
import { type Db, resultsOfSeveral, type TellingSigns, tellingSigns } from '../../ledger';
import type { Signs } from '../../stored/alerts/alert-signs';
import type { PromotionWithCounts } from '../pool';

/** While codes go out one by one, nothing is looked up for each of them. */
const restFor = 60_000;
/** A pace and an order limit change without any count. */
const freshFor = 6 * 3_600_000;
/** Promotions looked up in one read: a read of many keeps the pages from theirs for too long. */
const atOnce = 50;

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
  const due: PromotionWithCounts[] = [];
  let changed = false;
  for (const item of promotions) {
    const { id } = item.promotion;
    const known = before[id];
    if (!isWorthLooking(item, now)) {
      changed ||= known !== undefined;
      continue;
    }
    if (known) next[id] = known;
    if (!known || isDue(known, item, now)) due.push(item);
  }
  for (let at = 0; at < due.length; at += atOnce) {
    const found = await foundOf(db, due.slice(at, at + atOnce), { now, limit });
    changed ||= found.length > 0;
    for (const [id, signs] of found) next[id] = signs;
  }
  return changed ? next : before;
}

type About = Parameters<typeof refreshedSigns>[3];

/** The signs of these; where one of them can't be looked up, of the others. */
async function foundOf(
  db: Db,
  items: readonly PromotionWithCounts[],
  about: About,
): Promise<(readonly [id: string, PromotionSigns])[]> {
  try {
    return await signsOf(db, items, about);
  } catch (error) {
    if (items.length > 1) {
      const alone: (readonly [string, PromotionSigns])[] = [];
      for (const item of items) alone.push(...(await foundOf(db, [item], about)));
      return alone;
    }
    console.warn('Claimcheck could not look up what a promotion’s alerts need:', error);
    return [];
  }
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
  items: readonly PromotionWithCounts[],
  { now, limit }: About,
): Promise<(readonly [id: string, PromotionSigns])[]> {
  const telling = await tellingSigns(
    db,
    items.map(({ promotion }) => promotion),
    { now, limit: ({ marketplace }) => limit(marketplace) },
  );
  // Without a report on this very promotion, none of it is out of date, and nothing leaks by it.
  const reported = items.filter(({ counts }) => counts.provisional !== undefined);
  const ids = reported.map(({ promotion }) => promotion.id);
  const results = ids.length === 0 ? [] : await resultsOfSeveral(db, ids);
  return items.map((item, at) => {
    const { promotion, counts } = item;
    const of = telling[at] as TellingSigns;
    const told = results[reported.indexOf(item)];
    const signs: PromotionSigns = {
      ...of,
      at: now,
      of: countsName(promotion, counts),
      leak: told ? leakSignOf({ ...told, kind: told.use.kind }, promotion, counts) : null,
      reportedTo: told ? of.reportedTo : null,
    };
    return [promotion.id, signs] as const;
  });
}
