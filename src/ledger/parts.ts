import type { HistoryRow } from '../domain/code-file';
import type { MarketplaceCode } from '../domain/marketplaces';
import { renumbered } from './code-index';
import type { ImportPlan } from './plan-import';
import type { NewPromotion } from './promotions';
import { utc } from './wording';

/** A promotion that a history tells of, and how many of the added codes are its own. */
export interface ToldPromotion {
  readonly name: string;
  readonly trackingId: string | null;
  readonly marketplace: MarketplaceCode | null;
  readonly count: number;
}

/** The promotions that a history's added codes belong to, in the order of the file; one or none for other lists. */
export function promotionsTold(plan: ImportPlan): ToldPromotion[] {
  return groupsOf(plan).map(({ row, places }) => ({ ...namesIn(row), count: places.length }));
}

/** A history of several promotions as one plan for each. */
export function partsOf(plan: ImportPlan): { readonly plan: ImportPlan; readonly promotion: NewPromotion }[] {
  return groupsOf(plan).map(({ row, places }) => {
    const renumber = new Int32Array(plan.added).fill(-1);
    places.forEach((place, i) => {
      renumber[place] = i;
    });
    const end = row.validUntil === '' ? null : utc(row.validUntil, '') || null;
    return {
      plan: {
        ...plan,
        added: places.length,
        addedIndexes: Uint32Array.from(places, (place) => plan.addedIndexes[place] ?? 0),
        codeIndex: renumbered(plan.codeIndex, renumber, places.length),
      },
      promotion: { ...namesIn(row), account: null, percentOff: null, start: null, end, amazonId: null },
    };
  });
}

interface Group {
  readonly row: HistoryRow;
  /** Positions among the added codes. */
  readonly places: number[];
}

function groupsOf(plan: ImportPlan): Group[] {
  const groups = new Map<string, Group>();
  const nameless: number[] = [];
  for (const [place, index] of plan.addedIndexes.entries()) {
    const row = plan.rows?.[index];
    if (!row) continue;
    // A code of a plain list beside a history: it belongs where the history's codes do.
    if (!row.promotion && !row.trackingId) {
      nameless.push(place);
      continue;
    }
    const key = JSON.stringify([row.promotion, row.trackingId, row.marketplace]);
    const group = groups.get(key) ?? { row, places: [] };
    group.places.push(place);
    groups.set(key, group);
  }
  const all = [...groups.values()];
  all[0]?.places.push(...nameless);
  all[0]?.places.sort((a, b) => a - b);
  return all;
}

function namesIn({ promotion, trackingId, marketplace }: HistoryRow) {
  return { name: promotion || trackingId, trackingId: trackingId || null, marketplace: marketplace || null };
}
