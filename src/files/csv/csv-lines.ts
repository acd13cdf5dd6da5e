import { guardFormula } from './formula-guard';

const lineEnd = '\r\n';
const needsQuotes = /[",\r\n]/;

/** One cell by RFC 4180, quoted only where it must be, and never a formula. */
export function csvCell(text: string): string {
  const safe = guardFormula(text);
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as CSV, each line with its CRLF, after the mark by which spreadsheets know UTF-8. */
export function csvTable(header: readonly string[], rows: Iterable<readonly (string | number)[]>): string {
  let text = `\ufeff${header.join(',')}${lineEnd}`;
  for (const row of rows) text += row.map((each) => csvCell(String(each))).join(',') + lineEnd;
  return text;
}
