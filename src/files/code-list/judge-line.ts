import { codeShape, normaliseCode } from '../../domain/codes/claim-code';
import { codesInLine } from '../../domain/codes/codes-in-text';
import { type Said, said, saidCount } from '../../domain/problem';
import { unquote } from '../csv/csv-record';
import { isCode, type Layout, repeatsHeader } from './layout';
import { describeNonCode } from './non-code';

/** What one line is. `amid` of a code: other words stand beside it in its cell. */
export type Verdict =
  | { readonly kind: 'code'; readonly code: string; readonly amid: boolean }
  | { readonly kind: 'suspect' | 'rejected'; readonly reason: Said; readonly near: boolean }
  | { readonly kind: 'blank' }
  | { readonly kind: 'header' };

function severalCodes(count: number): Verdict {
  return { kind: 'rejected', near: true, reason: saidCount('reasonSeveral', count) };
}

/** Codes without dashes are sure only in the codes' column: elsewhere a long number looks the same. */
function undashed(cells: readonly string[], inColumn: string, bare: boolean): Set<string> {
  const found = isCode(inColumn, bare) ? [inColumn] : cells.filter((cell) => isCode(cell, bare));
  return new Set(found.map(normaliseCode));
}

/** Judges a single text that should be a code and holds none. */
function judgeOther(cell: string): Verdict {
  if (codeShape(normaliseCode(cell)) !== 'suspect') return { kind: 'rejected', ...describeNonCode(cell) };
  return { kind: 'suspect', near: true, reason: said('reasonMultiUse', { text: cell }) };
}

/**
 * Judges the cells of one line. Where a header names the column of codes, only that one counts;
 * otherwise a code may stand anywhere, but two different ones on a line are for the seller to sort out.
 */
export function judgeCells(cells: readonly string[], layout: Layout): Verdict {
  const texts = cells.map(unquote);
  if (texts.every((text) => text === '')) return { kind: 'blank' };
  if (repeatsHeader(cells, layout)) return { kind: 'header' };
  const { header, column } = layout;
  const named = header === null || column === null ? null : (header[column] ?? null);
  const searched = named === null || column === null ? texts : [texts[column] ?? ''];
  const dashed = new Set(searched.flatMap((text) => codesInLine(text, 'adding')));
  const found =
    dashed.size > 0 ? dashed : undashed(searched, column === null ? '' : (texts[column] ?? ''), layout.bare);
  const [code] = found;
  // A long number in such a column is none, so that a code there is written as the line's own.
  for (const at of code === undefined ? [] : layout.rivals) {
    const other = normaliseCode(texts[at] ?? '');
    if (isCode(other, layout.bare) && other.includes('-') === code?.includes('-')) found.add(other);
  }
  if (found.size > 1) return severalCodes(found.size);
  if (code !== undefined)
    return { kind: 'code', code, amid: !searched.some((text) => normaliseCode(text) === code) };
  const cell = (column === null ? undefined : texts[column]) ?? texts.find((text) => text !== '') ?? '';
  if (named !== null && cell === '') {
    return { kind: 'rejected', near: false, reason: said('reasonEmptyColumn', { column: named }) };
  }
  return judgeOther(cell);
}
