import { guardFormula } from '../csv/formula-guard';
import { headerWord } from './people-words';

/** What a row gets. */
export interface FilledRow {
  readonly code: string;
  readonly message: string;
  /** ISO 8601; empty where it is not known. */
  readonly worksUntil: string;
  readonly link: string;
}

const lineEnd = '\r\n';
const needsQuotes = /[",\r\n]/;
const added = ['code', 'message', 'works_until', 'link'] as const;
const nothing: FilledRow = { code: '', message: '', worksUntil: '', link: '' };

/** The header line of a list that comes back, after the mark by which spreadsheets know UTF-8. */
export function filledHeader(header: readonly string[]): string {
  const taken = new Set(header.map(headerWord));
  const own = added.map((name) => (taken.has(headerWord(name)) ? `${name}_2` : name));
  return `\ufeff${[...header.map(quoted), ...own].join(',')}${lineEnd}`;
}

/**
 * One row that comes back: its cells exactly as they came, filled up to `width`, and what it got. Only what is ours is
 * guarded against formulas: what came in is the seller's.
 */
export function filledRow(cells: readonly string[], width: number, filled: FilledRow | null): string {
  const came = Array.from({ length: width }, (_, i) => quoted(cells[i] ?? ''));
  const { code, message, worksUntil, link } = filled ?? nothing;
  const own = [code, message, worksUntil, link].map((text) => quoted(guardFormula(text)));
  return [...came, ...own].join(',') + lineEnd;
}

/** A cell by RFC 4180, quoted only where it must be; a blank first or last letter would else be lost in some programs. */
function quoted(text: string): string {
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
