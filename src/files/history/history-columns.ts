import type { HistoryRow } from '../../domain/codes/code-file';
import { unquote } from '../csv/csv-record';

/** The history export's columns, in order, and the field of a row that each one holds. */
export const historyColumns = [
  ['code', 'code'],
  ['state', 'state'],
  ['promotion', 'promotion'],
  ['tracking_id', 'trackingId'],
  ['batch', 'batch'],
  ['issued_at', 'issuedAt'],
  ['issued_to', 'issuedTo'],
  ['channel', 'channel'],
  ['redeemed_at', 'redeemedAt'],
  ['order_id', 'orderId'],
  ['note', 'note'],
  ['marketplace', 'marketplace'],
  ['valid_until', 'validUntil'],
  ['issued_by', 'issuedBy'],
] as const satisfies readonly (readonly [string, keyof HistoryRow])[];

/** The columns' names alone. */
export const historyHeaderCells: readonly string[] = historyColumns.map(([column]) => column);

/** The name of a column as the export writes it, for one that a person or a program wrote anew: “Issued at”. */
export function historyName(cell: string): string {
  return unquote(cell)
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}
