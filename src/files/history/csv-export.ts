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
  let text = '';
  let before: HistoryRow | undefined;
  let rest = '';
  for (const row of rows) {
    // Neighboring rows mostly differ in their code alone: the rest is written as it was.
    if (!before || differs(before, row)) {
      rest = '';
      for (const field of fieldsBehindCode) rest += `,${cell(row[field])}`;
      rest += lineEnd;
      before = row;
    }
    text += cell(row.code) + rest;
  }
  return text;
}

const fieldsBehindCode = historyColumns.slice(1).map(([, field]) => field);

function differs(one: HistoryRow, other: HistoryRow): boolean {
  for (const field of fieldsBehindCode) if (one[field] !== other[field]) return true;
  return false;
}
