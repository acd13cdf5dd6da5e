import { fbaPrefix, promotionIdKey, promotionIdsIn } from '../../domain/orders/promotion-ids';
import { sortedOut } from '../repair/row-faults';
import type { Db } from '../store/schema';
import { read } from '../store/transact';
import { runOf } from './stored-runs';

/** How many orders of a report carry the id of a promotion here, canceled ones among them. */
export async function matchedOrders(db: Db, report: string): Promise<number> {
  const { row, ids } = await read(db, ['reports', 'promotions', 'idMarks', 'promotionIds'], async (tx) => {
    const { sound } = sortedOut('promotions', await tx.objectStore('promotions').getAll());
    const marks = await tx.objectStore('idMarks').getAll();
    const known = new Set([
      ...sound.flatMap(({ trackingId }) => (trackingId ? [promotionIdKey(trackingId)] : [])),
      ...marks.flatMap(({ id, promotionId }) => (promotionId ? [id] : [])),
    ]);
    for (const { id, sameAs } of await tx.objectStore('promotionIds').getAll())
      if (sameAs && known.has(sameAs.id)) known.add(id);
    return { row: await tx.objectStore('reports').get(report), ids: known };
  });
  if (!row) return 0;
  const { columns, texts, count } = await runOf(db, row);
  const withCommas = [...ids].filter((id) => id.includes(','));
  const prefix = row.kind === 'fba-promotions' ? fbaPrefix : '';
  const isOurs = texts.ids.map((cell) => promotionIdsIn(cell, withCommas).some((id) => ids.has(prefix + id)));
  let matched = 0;
  for (let i = 0, last = -1; i < count; i++) {
    if (!isOurs[columns.ids[i] as number]) continue;
    if (last < 0 || columns.hi[last] !== columns.hi[i] || columns.lo[last] !== columns.lo[i]) matched++;
    last = i;
  }
  return matched;
}
