import type { CodeState } from '../promotion';
import type { HistoryRow } from './code-file';

/** How far a code has come. */
export type CodeLife = CodeState | 'used';

/** Nearest first. Where two lists tell of one code, the farther life is true: a code never comes back by itself. */
export const codeLives = [
  'available',
  'held',
  'moved',
  'issued',
  'void',
  'used',
] as const satisfies CodeLife[];

/** The farther of two lives of one code, whichever was told first. */
export function farthest(a: CodeLife, b: CodeLife): CodeLife {
  return isFarther(a, b) ? a : b;
}

/** Whether `a` is strictly farther than `b`. */
export function isFarther(a: CodeLife, b: CodeLife): boolean {
  return codeLives.indexOf(a) > codeLives.indexOf(b);
}

/** What a row of a history tells; one that went out to somebody is out, whatever its state says. */
export function lifeOfRow(row: HistoryRow): CodeLife {
  const says = (...cells: string[]) => cells.some((cell) => cell.trim() !== '');
  if (says(row.redeemedAt, row.orderId)) return 'used';
  if (!says(row.issuedAt, row.issuedTo)) return row.state;
  return farthest(row.state, 'issued');
}
