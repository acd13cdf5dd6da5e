import { fbaPrefix, promotionIdKey } from '../../domain/orders/promotion-ids';
import { timeOf } from '../follow/stamps';
import { promotionIn } from '../promotions/promotions';
import { sortedOut } from '../repair/row-faults';
import type { Db } from '../store/schema';
import { read, writeShared } from '../store/transact';
import type { PromotionIdRow } from './report-rows';
import { hasReports } from './uses';

/** A promotion id that reports carry and no promotion here has. */
export interface UnknownId extends PromotionIdRow {
  /** The seller said that it is none of theirs. */
  readonly ignored: boolean;
}

/** The ids in reports that belong to no promotion here, the most used first. */
export async function unknownIds(db: Db): Promise<UnknownId[]> {
  if (!(await hasReports(db))) return [];
  return read(db, ['promotions', 'promotionIds', 'idMarks'], async (tx) => {
    const { sound } = sortedOut('promotions', await tx.objectStore('promotions').getAll());
    const own = new Set(sound.flatMap(({ trackingId }) => (trackingId ? [promotionIdKey(trackingId)] : [])));
    const marks = new Map((await tx.objectStore('idMarks').getAll()).map((mark) => [mark.id, mark]));
    const ids = sound.map(({ id }) => id);
    const isKnown = (id: string) => own.has(id) || ids.includes(marks.get(id)?.promotionId ?? '');
    return (await tx.objectStore('promotionIds').getAll())
      .filter(({ id, sameAs }) => !isKnown(id) && !(sameAs && isKnown(sameAs.id)))
      .map((row) => ({ ...row, ignored: marks.get(row.id)?.promotionId === null }))
      .sort((a, b) => b.all.checkouts - a.all.checkouts || (a.id < b.id ? -1 : 1));
  });
}

/**
 * Keeps what the seller says of a promotion id in reports: it is this promotion's, or (null) none of theirs. A
 * promotion without a Tracking ID takes it as its own. Throws LedgerProblem `not-found`.
 */
export function markId(db: Db, id: string, promotionId: string | null, by: string): Promise<void> {
  return writeShared(db, async (tx) => {
    const promotion = promotionId === null ? null : await promotionIn(tx, promotionId);
    const row = await tx.objectStore('promotionIds').get(id);
    if (promotion && promotion.trackingId === null && !id.startsWith(fbaPrefix))
      await tx.objectStore('promotions').put({ ...promotion, trackingId: id });
    const mark = { promotionId, at: timeOf(tx), by };
    for (const each of row?.sameAs && promotion ? [id, row.sameAs.id] : [id])
      await tx.objectStore('idMarks').put({ id: each, ...mark });
  });
}
