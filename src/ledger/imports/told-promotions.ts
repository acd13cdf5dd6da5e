import type { HistoryRow } from '../../domain/codes/code-file';
import type { MarketplaceCode } from '../../domain/marketplaces';
import { renumbered } from '../codes/code-index';
import type { NewPromotion } from '../promotions/promotions';
import { utc } from '../views/wording';
import type { ImportPlan } from './plan-import';

/** A promotion that a history tells of, and how many of the added codes are its own: none where all are here. */
export interface ToldPromotion {
  readonly name: string;
  readonly trackingId: string | null;
  readonly marketplace: MarketplaceCode | null;
  readonly count: number;
}

/** The promotions that a history tells of, in the order of the file; none for other lists. */
export function promotionsTold(plan: ImportPlan): ToldPromotion[] {
  return groupsOf(plan).map(({ row, places }) => ({ ...namesIn(row), count: places.length }));
}

/** A history of several promotions as one plan for each. */
export function partsOf(plan: ImportPlan): { readonly plan: ImportPlan; readonly promotion: NewPromotion }[] {
  return groupsOf(plan).flatMap(({ row, places }) => {
    if (places.length === 0) return [];
    const renumber = new Int32Array(plan.added).fill(-1);
    places.forEach((place, i) => {
      renumber[place] = i;
    });
    const end = row.validUntil === '' ? null : utc(row.validUntil, '') || null;
    return [
      {
        plan: {
          ...plan,
          added: places.length,
          addedIndexes: Uint32Array.from(places, (place) => plan.addedIndexes[place] ?? 0),
          codeIndex: renumbered(plan.codeIndex, renumber, places.length),
        },
        promotion: { ...namesIn(row), account: null, percentOff: null, start: null, end, amazonId: null },
      },
    ];
  });
}

interface Group {
  readonly row: HistoryRow;
  /** Positions among the added codes. */
  readonly places: number[];
}

function groupsOf(plan: ImportPlan): Group[] {
  const groups = new Map<string, Group>();
  for (const row of plan.rows ?? []) {
    const key = keyOf(row);
    if (key !== null && !groups.has(key)) groups.set(key, { row, places: [] });
  }
  const all = [...groups.values()];
  for (const [place, index] of plan.addedIndexes.entries()) {
    const key = keyOf(plan.rows?.[index]);
    // A code of a plain list beside a history belongs where the history's codes do.
    const group = key === null ? all[0] : groups.get(key);
    group?.places.push(place);
  }
  return all;
}

/** What tells promotions apart; null for a row that names none. */
function keyOf(row: HistoryRow | undefined): string | null {
  const { name, trackingId } = row ? namesIn(row) : { name: '', trackingId: null };
  return name ? `${row?.promotion.trim()}\n${trackingId}\n${row?.marketplace}` : null;
}

function namesIn(row: HistoryRow) {
  const [promotion, trackingId] = [row.promotion.trim(), row.trackingId.trim()];
  const { marketplace } = row;
  return { name: promotion || trackingId, trackingId: trackingId || null, marketplace: marketplace || null };
}
