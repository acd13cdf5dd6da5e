import type { Promotion } from '../../domain/promotion';
import { codesAsCsv, fileName, historyAsCsv, historyHeader } from '../../files';
import { downloadText } from '../../platform/download';
import type { CodeRange, DeskPool } from '../pool';

/** Rows from which the popup leaves an export to the workspace: a popup closes at any click beside it. */
export const popupExportLimit = 10_000;

/** Characters after which the text so far becomes a Blob, which the browser keeps outside of the page's memory. */
const partLength = 1 << 20;

/** A downloaded list of codes that are still left, and exactly where they stand in the ledger. */
export interface UnissuedCopy {
  readonly file: string;
  readonly count: number;
  readonly ranges: readonly CodeRange[];
}

/** Downloads the codes left, in the order in which they'd be given out. Changes nothing. `onRows` hears the rows so far. */
export async function exportUnissued(
  pool: DeskPool,
  promotion: Promotion,
  onRows: (rows: number) => void = () => {},
): Promise<UnissuedCopy> {
  const header = codesAsCsv([]);
  const parts = new Parts(header);
  const ranges: CodeRange[] = [];
  let count = 0;
  for await (const { range, codes } of pool.availableCodes(promotion.id)) {
    parts.add(codesAsCsv(codes).slice(header.length));
    addRange(ranges, range);
    count += codes.length;
    onRows(count);
  }
  return { file: save(promotion, 'unissued', parts), count, ranges };
}

/** Downloads every code of a promotion with what happened to it. Changes nothing. `leftOut`: what can't be read, in words. */
export function exportHistory(
  pool: DeskPool,
  promotion: Named,
  onRows: (rows: number) => void = () => {},
): Promise<ExportedHistory> {
  return exportHistories(pool, [promotion], onRows);
}

/** A downloaded history. */
export interface ExportedHistory {
  readonly file: string;
  readonly count: number;
  readonly leftOut: readonly string[];
}

/** The same of several promotions, in one file that an import reads back to each of them. */
export async function exportHistories(
  pool: DeskPool,
  promotions: readonly Named[],
  onRows: (rows: number) => void = () => {},
): Promise<ExportedHistory> {
  const leftOut: string[] = [];
  const parts = new Parts(historyHeader());
  let count = 0;
  for (const { id } of promotions) {
    for await (const rows of pool.history(id, (fault) => leftOut.push(fault))) {
      parts.add(historyAsCsv(rows));
      count += rows.length;
      onRows(count);
    }
  }
  const [only = ofAll, more] = promotions;
  return { file: save(more ? ofAll : only, 'history', parts), count, leftOut };
}

/** What an export's file is named after. */
type Named = Pick<Promotion, 'id' | 'name' | 'trackingId' | 'marketplace'>;

/** As what a file of several promotions is named. */
const ofAll: Named = { id: '', name: 'Claimcheck', trackingId: null, marketplace: null };

function save(promotion: Named, what: 'unissued' | 'history', parts: Parts): string {
  const file = fileName({
    promotion: promotion.name || promotion.trackingId || '',
    what,
    marketplace: promotion.marketplace,
    date: new Date(),
    extension: 'csv',
  });
  downloadText(file, parts.all(), 'text/csv');
  return file;
}

/** Adds a range, joined to the one before where they touch, so that marking them later needs few entries. */
function addRange(ranges: CodeRange[], next: CodeRange): void {
  const last = ranges.at(-1);
  if (last && last.batch === next.batch && last.from + last.count === next.from) {
    ranges[ranges.length - 1] = { ...last, count: last.count + next.count };
  } else {
    ranges.push(next);
  }
}

class Parts {
  #text: string;
  readonly #done: Blob[] = [];

  constructor(header: string) {
    this.#text = header;
  }

  add(text: string): void {
    this.#text += text;
    if (this.#text.length < partLength) return;
    this.#done.push(new Blob([this.#text]));
    this.#text = '';
  }

  all(): BlobPart[] {
    return [...this.#done, this.#text];
  }
}
