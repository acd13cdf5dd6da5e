import { reportsKey, reportsRevisionIn } from '../reports/recount';
import type { WriteTx } from '../store/schema';
import type { Backup } from './backup';

/**
 * Adds the copy's reports that are not here: the same report may have been read on both computers. What they come to
 * is counted afterwards, see `recountIfDue`. What the seller said of promotion ids here stays.
 */
export async function addReports(
  tx: WriteTx,
  { reports, reportTexts, reportBlocks, idMarks }: Backup,
  promotionIds: ReadonlyMap<string, string>,
): Promise<void> {
  const here = new Map((await tx.objectStore('reports').getAll()).map((row) => [row.content, row]));
  for (const { content, daysTold } of reports) {
    const row = here.get(content);
    if (row && daysTold && !row.daysTold) await tx.objectStore('reports').put({ ...row, daysTold });
  }
  const missing = reports.filter(({ content }) => !here.has(content));
  const added = new Set(missing.map(({ id }) => id));
  for (const row of missing) await tx.objectStore('reports').put(row);
  for (const texts of reportTexts)
    if (added.has(texts.report)) await tx.objectStore('reportTexts').put(texts);
  for (const block of reportBlocks)
    if (added.has(block.report)) await tx.objectStore('reportBlocks').put(block);
  for (const mark of idMarks) {
    if (await tx.objectStore('idMarks').getKey(mark.id)) continue;
    const promotionId = mark.promotionId && (promotionIds.get(mark.promotionId) ?? mark.promotionId);
    await tx.objectStore('idMarks').add({ ...mark, promotionId });
  }
  if (added.size > 0) await tx.objectStore('meta').put((await reportsRevisionIn(tx)) + 1, reportsKey);
}
