import { said } from '../../domain/problem';
import { FileProblem } from './file-problem';

/**
 * Columns that only Amazon's reports on orders and promotions have. Their names are the same in every store.
 * Source: Amazon's All Orders and FBA Promotions reports.
 */
const reportColumns = new Set([
  'amazon-order-id',
  'item-promotion-id',
  'item-promotion-discount',
  'shipment-item-id',
]);

/** Throws `order-report` for a report on orders, whose numbers could be taken for codes. */
export function refuseOrderReport(name: string, text: string): void {
  const [header = ''] = text.slice(0, 10_000).split(/\r?\n/, 1);
  const cells = header.split(/[\t,;]/).map((cell) =>
    cell
      .replace(/[\uFEFF"]/g, '')
      .trim()
      .toLowerCase(),
  );
  if (!cells.some((cell) => reportColumns.has(cell))) return;
  throw new FileProblem('order-report', said('problemFileOrders', { file: name }));
}
