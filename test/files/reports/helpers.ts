import { File as NodeFile } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { type OrderKey, orderIdOf } from '../../../src/domain/orders/order-id';
import type { OrderLine } from '../../../src/domain/orders/order-line';
import { reportSources, startReport } from '../../../src/files';

/** One of the sample reports. */
export function sample(name: string): File {
  const bytes = readFileSync(new URL(`../intake/reports/${name}`, import.meta.url));
  return fileOf(bytes, name);
}

/** Node's, which can be read as browsers' can, also where a test has another kind of page. */
function fileOf(content: string | Uint8Array, name: string): File {
  return new NodeFile([content], name) as unknown as File;
}

/** Everything that a report's lines say, with its texts in the place of their numbers. */
export async function linesOf(file: File) {
  const [source] = await reportSources(file);
  if (!source) throw new Error('The file holds no text.');
  const reading = await startReport(source);
  const rows: OrderLine[] = [];
  for await (const some of reading.rows()) rows.push(...some);
  const tables = reading.tables();
  const { kind, lines, rejected, bad, passed } = reading;
  return {
    ...{ kind, lines, rejected, bad, passed, tables },
    rows: rows.map(({ hi, lo, ids, currency, channel, ...row }) => ({
      ...row,
      order: orderIdOf({ hi, lo } as OrderKey),
      ids: tables.ids[ids] ?? '?',
      currency: tables.currencies[currency] ?? '?',
      channel: tables.channels[channel] ?? '?',
    })),
  };
}

export const usHeader = [
  ...['amazon-order-id', 'merchant-order-id', 'purchase-date', 'last-updated-date', 'order-status'],
  ...['fulfillment-channel', 'sales-channel', 'product-name', 'item-status', 'quantity', 'currency'],
  ...['item-promotion-discount', 'ship-postal-code', 'ship-country', 'promotion-ids'],
];

/** A row of All Orders with these cells, the others as of an ordinary order. */
export function orderRow(
  cells: Partial<Record<string, string>>,
  header: readonly string[] = usHeader,
): string {
  const ordinary: Record<string, string> = {
    'amazon-order-id': '111-0000001-0000001',
    'purchase-date': '2026-09-16T06:58:10+00:00',
    'last-updated-date': '2026-09-16T20:00:00+00:00',
    'order-status': 'Shipped',
    'fulfillment-channel': 'Amazon',
    'sales-channel': 'Amazon.com',
    'item-status': 'Shipped',
    quantity: '1',
    currency: 'USD',
  };
  return header.map((name) => cells[name] ?? ordinary[name] ?? '').join('\t');
}

/** An All Orders file of such rows. */
export function allOrders(rows: readonly Partial<Record<string, string>>[], name = 'orders.txt'): File {
  const text = [usHeader.join('\t'), ...rows.map((row) => orderRow(row))].join('\r\n');
  return fileOf(`${text}\r\n`, name);
}
