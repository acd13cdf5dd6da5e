import type { HistoryRow } from '../../domain/codes/code-file';
import { csvCell as cell } from '../csv/csv-lines';
import { historyColumns, historyHeaderCells } from './history-columns';

const lineEnd = '\r\n';

/** Plain text: one code per line, no header, a line break after the last. */
export function codesAsText(codes: Iterable<string>): string {
  let text = '';
  for (const code of codes) text += `${code}\n`;
  return text;
}

/** CSV with the header `code` and one code per line; each line ends in CRLF, the last one too. */
export function codesAsCsv(codes: Iterable<string>): string {
  let text = `code${lineEnd}`;
  for (const code of codes) text += cell(code) + lineEnd;
  return text;
}

/** The history export's header line, CRLF included, after the mark by which spreadsheets know UTF-8: a history holds names. */
export function historyHeader(): string {
  return `\ufeff${historyHeaderCells.join(',')}${lineEnd}`;
}

/** History lines without the header, each with its CRLF: blocks of rows can be put together as they come. */
export function historyAsCsv(rows: readonly HistoryRow[]): string {
  const columns = historyColumns.map(([, field]) => new Column(field));
  let text = '';
  for (const row of rows) {
    for (let i = 0; i < columns.length; i++) text += (i === 0 ? '' : ',') + columns[i]?.cellOf(row);
    text += lineEnd;
  }
  return text;
}

/** Neighbouring rows mostly differ in their code alone: a text that comes again is written as it was before. */
class Column {
  #text = '';
  #cell = '';

  constructor(private readonly field: keyof HistoryRow) {}

  cellOf(row: HistoryRow): string {
    const text = row[this.field];
    if (text !== this.#text) {
      this.#text = text;
      this.#cell = cell(text);
    }
    return this.#cell;
  }
}
