import { type Said, said } from '../../domain/problem';
import { rowFault, sortedOut } from '../repair/row-faults';
import type { Db } from '../store/schema';
import { read, writeUncounted } from '../store/transact';
import { alone, putCounts, recount, reportsRevisionIn } from './recount';
import { ordersPerBlock, type PromotionIdRow } from './report-rows';
import { isSound } from './stored-runs';

/**
 * Goes through the reports: whether all that was kept of each is there unchanged, and whether the counts are what they
 * add up to; counts that are not are made anew, and `mended` says so.
 */
export async function checkReports(db: Db): Promise<{ faults: Said[]; mended: Said[] }> {
  const faults: Said[] = [];
  const stored = await read(db, ['reports'], (tx) => tx.objectStore('reports').getAll());
  const { sound, damaged } = sortedOut('reports', stored);
  for (const { name, fault } of damaged) faults.push(said('faultRowReport', { name, fault }));
  for (const { id, name, kept } of sound) {
    const texts = await read(db, ['reportTexts'], (tx) => tx.objectStore('reportTexts').get(id));
    if (rowFault('reportTexts', texts) !== null)
      faults.push(said('faultRowReport', { name, fault: said('faultReportTexts') }));
    let lost = 0;
    for (let n = 0; n * ordersPerBlock < kept; n++) {
      const block = await read(db, ['reportBlocks'], (tx) => tx.objectStore('reportBlocks').get([id, n]));
      if (!isSound(block, n, kept)) lost++;
    }
    if (lost > 0) faults.push(said('faultRowReport', { name, fault: said('faultReportOrders') }));
  }
  if (stored.length === 0 || faults.length > 0) return { faults, mended: [] };
  return { faults, mended: (await mendCounts(db)) ? [said('faultReportCountsMended')] : [] };
}

function mendCounts(db: Db): Promise<boolean> {
  return alone(async () => {
    const counted = await recount(db);
    return writeUncounted(db, async (tx) => {
      if ((await reportsRevisionIn(tx)) !== counted.revision) return false;
      const before = plain(await tx.objectStore('promotionIds').getAll());
      await putCounts(tx, counted, counted.revision);
      return before !== plain(counted.rows);
    });
  });
}

/** Rows without the number of their list, which is new each time. */
function plain(rows: readonly PromotionIdRow[]): string {
  const told = rows.map(({ generation: _, ...row }) => JSON.stringify(row));
  return JSON.stringify(told.sort());
}
