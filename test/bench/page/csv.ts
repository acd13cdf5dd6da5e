import { unparse } from 'papaparse';
import { exportHistory } from '../../../src/actions/desk/exports';
import { localPool } from '../../../src/actions/local-pool';
import type { CodeFile, HistoryRow } from '../../../src/domain/codes/code-file';
import { historyAsCsv } from '../../../src/files';
import { historyColumns, historyHeaderCells } from '../../../src/files/history/history-columns';
import { history, issueNext, listPromotions, openLedger } from '../../../src/ledger';
import { must, timed } from './clock';
import { filled } from './ours';

/** Milliseconds of writing a history of the same rows. */
export interface CsvTimes {
  /** Rows in memory to text. */
  readonly format: number;
  /** The same by Papa Parse. */
  readonly papaparse: number;
}

const name = 'csv';

/** Fills a ledger whose codes are given out by half, with a note that needs quotes. */
export async function prepareCsv(file: CodeFile): Promise<void> {
  const { db, promotionId } = await filled(name, file);
  const given = { to: 'Anna', channel: 'Instagram', note: 'asked twice, "nice"', by: 'Mia' };
  await issueNext(db, promotionId, Math.floor(file.codes.length / 2), given);
  db.close();
}

/** The seller's export, from the ledger to the file that the browser is given; milliseconds. */
export async function csvFromLedger(): Promise<number> {
  const { db, promotion, counts } = await opened();
  // The file is made; what the browser does to save it is not ours.
  document.addEventListener('click', (event) => event.preventDefault(), { once: true });
  let count = 0;
  const time = await timed(async () => {
    count = (await exportHistory(localPool(db), promotion)).count;
  });
  must(count === counts.total, `${count} rows were exported.`);
  return time;
}

/** The same file by Papa Parse: all rows read, as cells, then written in one; milliseconds of the writing alone. */
export async function csvByPapaparse(): Promise<number> {
  const data = (await allRows()).map(cellsOf);
  return timed(async () => {
    const blob = new Blob([papaparse(data)], { type: 'text/csv' });
    must(blob.size > 0, 'Papa Parse wrote nothing.');
  });
}

/** Rows in memory to text, by either, each with its guard against formulas; both must write the same. */
export async function csvFormat(): Promise<CsvTimes> {
  const rows = await allRows();
  const data = rows.map(cellsOf);
  let ours = '';
  let theirs = '';
  const format = await timed(async () => {
    ours = historyAsCsv(rows);
  });
  const rival = await timed(async () => {
    theirs = papaparse(data);
  });
  must(theirs === `${historyHeaderCells.join(',')}\r\n${ours.slice(0, -2)}`, 'The two files differ.');
  return { format, papaparse: rival };
}

async function opened() {
  const db = await openLedger({ name });
  const [first] = await listPromotions(db);
  if (!first) throw new Error('The ledger to export is empty.');
  return { db, ...first };
}

async function allRows(): Promise<HistoryRow[]> {
  const { db, promotion } = await opened();
  const all: HistoryRow[] = [];
  for await (const rows of history(db, promotion.id)) all.push(...rows);
  return all;
}

const cellsOf = (row: HistoryRow) => historyColumns.map(([, field]): string => row[field]);

/** Cells as arrays, the form it writes fastest; with its own guard against formulas, as ours. */
function papaparse(data: readonly string[][]): string {
  return unparse({ fields: historyHeaderCells, data }, { escapeFormulae: true });
}
