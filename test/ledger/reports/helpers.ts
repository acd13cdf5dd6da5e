import { reportSources, startReport } from '../../../src/files';
import type { Db, TakenReport } from '../../../src/ledger';
import { takeReport } from '../../../src/ledger';
import type { PromotionIdRow } from '../../../src/ledger/reports/report-rows';

/** Takes a report's file into a ledger. */
export async function takeFile(db: Db, file: File, signal?: AbortSignal): Promise<TakenReport> {
  const [source] = await reportSources(file);
  if (!source) throw new Error('The file holds no text.');
  return takeReport(db, await startReport(source), { by: '', ...(signal ? { signal } : {}) });
}

/** What was counted, by promotion id. */
export async function countsOf(db: Db): Promise<Record<string, PromotionIdRow['all']>> {
  const rows = await db.getAll('promotionIds');
  return Object.fromEntries(rows.map(({ id, all }) => [id, all]));
}
