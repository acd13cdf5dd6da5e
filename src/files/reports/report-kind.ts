import type { ReportKind } from '../../domain/orders/order-line';
import type { SentenceKey } from '../../words/sentences';
import { Cells, mostCells, type RowFormat } from './byte-rows';

/** A table's columns by their names, as `columnName` writes them. */
export type Columns = ReadonlyMap<string, number>;

/** A table that is read: what it is, how its rows are written, where they begin. */
export interface KnownTable {
  readonly kind: Exclude<ReportKind, 'order-xml'>;
  readonly format: RowFormat;
  readonly columns: Columns;
  /** Cells of the header. */
  readonly width: number;
}

export type WrongReport = Extract<SentenceKey, `problemReport${string}`>;

/** Lines that Amazon's payment files have above their header, at most. */
const mostPreamble = 20;

/** Display names, as they stand in CSV files, by the plain ones; in other languages as far as a source shows them. */
const otherNames: Readonly<Record<string, string>> = {
  'order-id': 'amazon-order-id',
  'amazon-order-number': 'amazon-order-id',
  'promotion-id': 'item-promotion-id',
  'promotion-discount': 'item-promotion-discount',
};

/** A column's name whatever stands around it: the last one often ends in a blank, a spreadsheet puts quotes around it. */
export function columnName(text: string): string {
  return text
    .replace(/[\uFEFF"]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

/** Columns that tell a wrong report from all others. One line each: any of the first with all of the others. */
const wrongReports: readonly (readonly [WrongReport, readonly string[], readonly string[]])[] = [
  ['problemReportTransactions', ['date/time', 'total-promotional-rebates', 'promotional-rebates'], []],
  ['problemReportTransactions', ['transaction-type', 'transaction-status'], ['order-id']],
  ['problemReportTransactions', ['rabatte-aus-werbeaktionen', 'rabais-promotionnels'], []],
  ['problemReportTransactions', ['descuentos-promocionales', 'sconti-promozionali'], []],
  ['problemReportReturns', ['license-plate-number', 'return-date', 'return-request-date'], []],
  ['problemReportUnshipped', ['promise-date', 'days-past-promise', 'reporting-date'], []],
  ['problemReportUnshipped', ['payments-date', 'buyer-phone-number'], ['order-id']],
  ['problemReportShipments', ['shipment-item-id', 'carrier', 'tracking-number'], ['amazon-order-id']],
  ['problemReportInventory', ['asin1', 'fnsku', 'afn-fulfillable-quantity', 'quantity-available'], []],
  ['problemReportInventory', ['open-date'], ['price']],
  ['problemReportCoupons', ['clips', 'coupon-name', 'coupon-title', 'coupon-id'], []],
  ['problemReportBusiness', ['(parent)-asin', '(child)-asin', 'sessions', 'sessions---total'], []],
];

function wrongIn(columns: Columns): WrongReport | null {
  for (const [sentence, any, all] of wrongReports)
    if (any.some((name) => columns.has(name)) && all.every((name) => columns.has(name))) return sentence;
  return columns.has('amazon-order-id') && columns.has('order-status') ? 'problemReportNoIds' : null;
}

function kindIn(columns: Columns): KnownTable['kind'] | null {
  if (columns.has('settlement-id'))
    return columns.has('promotion-id') && columns.has('order-id') ? 'settlement' : null;
  if (columns.has('promotion-ids') && columns.has('amazon-order-id')) return 'all-orders';
  const order = columns.has('amazon-order-id') || columns.has('order-id');
  const ids = columns.has('item-promotion-id') && columns.has('description');
  return order && ids && columns.has('shipment-date') ? 'fba-promotions' : null;
}

/** What a table is: one that is read, the wrong report by its name, or (null) none that we know. */
export function tableKind(head: Uint8Array): KnownTable | { readonly wrong: WrongReport } | null {
  const cells = new Cells();
  let start = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  for (let line = 0; line < mostPreamble && start < head.length; line++) {
    const format = formatOf(head, start);
    const next = cells.read(head.slice(), start, head.length, true, format);
    const names = Array.from({ length: cells.count }, (_, cell) =>
      columnName(
        new TextDecoder().decode(cells.bytes.subarray(cells.start[cell] as number, cells.end[cell])),
      ),
    );
    const columns = columnsOf(names);
    // All but a report's own header lines are no header.
    const kind = line === 0 && cells.count < mostCells ? kindIn(columns) : null;
    if (kind) return { kind, format, columns, width: cells.count };
    const wrong = names.length > 2 ? wrongIn(columns) : null;
    if (wrong) return { wrong };
    start = next;
  }
  return null;
}

function columnsOf(names: readonly string[]): Columns {
  const columns = new Map<string, number>();
  for (const [at, name] of names.entries()) if (name !== '' && !columns.has(name)) columns.set(name, at);
  for (const [other, name] of Object.entries(otherNames)) {
    const at = columns.get(other);
    if (at !== undefined && !columns.has(name)) columns.set(name, at);
  }
  return columns;
}

/**
 * How the row that starts here is written. Amazon's tables with tabs know no quotes; one whose very first cell is in
 * quotes was saved by a spreadsheet, which writes them.
 */
function formatOf(head: Uint8Array, start: number): RowFormat {
  const end = head.indexOf(10, start);
  const row = head.subarray(start, end < 0 ? head.length : end);
  const marks = [9, 44, 59].map((mark) => ({ mark, count: row.filter((byte) => byte === mark).length }));
  const most = marks.reduce((best, each) => (each.count > best.count ? each : best));
  return { delimiter: most.mark, quoted: most.mark !== 9 || row[0] === 34 };
}
