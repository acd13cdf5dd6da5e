import { gzipSync, zipSync } from 'fflate';
import type { Chance } from '../../../chance';
import { type Encoding, encoded, encodings } from './encode';
import { type Language, oneDay, type Shop, type ShopLine, type ShopOrder, shopDays, shopStart } from './shop';

/** One row as it stands in a report. */
export interface Row {
  readonly order: ShopOrder;
  readonly version: number;
  readonly line: number;
  /** Whether the report tells where the order went. */
  readonly placed: boolean;
}

/** A report: what it is made of, and what of that can be read in it. */
export interface Report {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly rows: readonly Row[];
  /** Lines that can't be read, and in all. */
  readonly bad: number;
  readonly lines: number;
  /** How it is written, for whoever looks for a fault. */
  readonly about: string;
}

/** A file to import: a report, several in a ZIP, or one that is refused, by the code of its problem. */
export interface ImportFile {
  readonly file: File;
  readonly reports: readonly Report[];
  readonly refused: readonly string[] | null;
}

const needed = [
  ...['amazon-order-id', 'purchase-date', 'last-updated-date', 'order-status', 'item-status', 'quantity'],
  ...['currency', 'item-promotion-discount', 'sales-channel', 'fulfillment-channel', 'promotion-ids'],
  ...['ship-postal-code', 'ship-country', 'product-name'],
];
const others = [
  ...['merchant-order-id', 'order-channel', 'url', 'ship-service-level', 'sku', 'asin', 'item-price', 'cpf'],
  ...['item-tax', 'shipping-price', 'shipping-tax', 'gift-wrap-price', 'gift-wrap-tax', 'ship-city'],
  ...['ship-state', 'ship-promotion-discount', 'is-business-order', 'purchase-order-number', 'order-item-id'],
  ...Array.from({ length: 57 }, (_, i) => `vat-exclusive-${i}`),
];
const productsIn: Readonly<Record<Language, readonly string[]>> = {
  plain: ['Garlic press', '"19" rack', 'Lamp, tall; with 5" foot'],
  german: ['Knoblauchpresse für die Küche', 'Große Schüssel, weiß', 'Müsli-Schälchen "groß"'],
  japanese: ['にんにく絞り器 キッチン用', '大きいボウル（白）', 'ライト 高さ調節'],
  chinese: ['压蒜器 厨房用的', '大碗,白色的', '我们的新灯'],
};

/** A shop's reports by chance: overlapping, of several times, written in several ways, some of them spoiled. */
export function filesBy(chance: Chance, shop: Shop): ImportFile[] {
  const files = Array.from({ length: chance.between(1, 5) }, (_, i): ImportFile => {
    const name = `report-${i}`;
    if (chance.oneIn(8)) return wrongFile(chance, shop, name);
    if (chance.oneIn(6)) {
      const reports = Array.from({ length: chance.between(1, 3) }, (_, n) =>
        reportBy(chance, shop, `${name}-${n}.txt`),
      );
      const zip = zipSync(Object.fromEntries(reports.map((each) => [each.name, each.bytes])));
      return { file: new File([zip as BlobPart], `${name}.zip`), reports, refused: null };
    }
    const report = reportBy(chance, shop, `${name}.txt`);
    const packed = chance.oneIn(5);
    const bytes = packed ? gzipSync(report.bytes) : report.bytes;
    const file = new File([bytes as BlobPart], packed ? `${name}.txt.gz` : report.name);
    return { file, reports: [report], refused: null };
  });
  // The same file a second time changes nothing.
  const [again] = files;
  if (again && chance.oneIn(6)) files.push(again);
  return files;
}

/** What a report of Seller Central's holds: by order date or by last update, of some days. */
function rowsBy(chance: Chance, shop: Shop, placed: boolean): Row[] {
  const made = shopStart + chance.between(5, shopDays + 30) * oneDay;
  const days = chance.of([7, 30, 30, 200]) * oneDay;
  const byUpdate = chance.oneIn(2);
  const rows: Row[] = [];
  for (const order of shop.orders) {
    const version = order.versions.findLastIndex(({ at }) => at <= made);
    const now = order.versions[version];
    const when = byUpdate ? now?.at : order.at;
    if (!now || when === undefined || when < made - days) continue;
    rows.push(...now.lines.map((_, line) => ({ order, version, line, placed })));
  }
  return chance.oneIn(2) ? chance.shuffled(rows) : rows;
}

function reportBy(chance: Chance, shop: Shop, name: string): Report {
  const names = chance.shuffled([...needed, ...others.slice(0, chance.between(29, 91) - needed.length)]);
  const placed = !chance.oneIn(5);
  const columns = placed ? names : names.filter((each) => !each.startsWith('ship-postal'));
  const format = { mark: chance.of(['\t', '\t', '\t', ',', ';']), end: chance.of(['\r\n', '\n']) };
  let rows = rowsBy(chance, shop, placed);
  const cells = (row: Row) => columns.map((column) => cellOf(chance, shop, row, column));
  const written = (row: readonly string[]) =>
    row.map((cell) => (format.mark === '\t' ? cell : quoted(chance, cell, format.mark))).join(format.mark);
  const body = rows.map((row) => written(cells(row)));
  const bad = chance.oneIn(4) && rows.length > 0 ? chance.between(1, 3) : 0;
  for (let i = 0; i < bad; i++)
    body.splice(chance.below(body.length + 1), 0, chance.of(badLines(columns, format.mark)));
  const header = columns.map((each, i) =>
    i === columns.length - 1 ? `${each}${chance.of(['', ' '])}` : each,
  );
  let text = [header.join(format.mark), ...body].join(format.end);
  let spoiled = bad;
  let ending = 'whole';
  const last = rows.at(-1);
  if (bad === 0 && last && chance.oneIn(4)) {
    const cut = cutBy(chance, columns, cells(last), written);
    ending = `cut to ${JSON.stringify(cut.text)}`;
    text = [header.join(format.mark), ...body.slice(0, -1), cut.text].join(format.end);
    if (!cut.whole) rows = rows.slice(0, -1);
    spoiled = cut.whole || cut.blank ? 0 : 1;
  } else if (!chance.oneIn(3)) text += chance.of([format.end, format.end + format.end]);
  const encoding =
    chance.shuffled(encodings).find((each) => isUsual(each, shop) && encoded(text, each)) ?? 'utf-8';
  return {
    ...{ name, rows, bad: spoiled, lines: rows.length + spoiled },
    bytes: encoded(text, encoding) ?? new Uint8Array(),
    about: `${encoding}, ${columns.length} columns, ${JSON.stringify(format)}, ${ending}`,
  };
}

/** A line cut off somewhere; in a last column that matters nothing tells a cut line from a whole one. */
function cutBy(
  chance: Chance,
  columns: readonly string[],
  cells: readonly string[],
  written: (cells: readonly string[]) => string,
) {
  const most = columns.length - (needed.includes(columns.at(-1) ?? '') ? 1 : 0);
  const at = chance.below(most);
  const cell = written([cells[at] ?? '']);
  const part = cell.slice(0, chance.below(cell.length + 1));
  const text = written([...cells.slice(0, at), '@@']).replace(/"?@@"?$/, '') + part;
  const isClosed = written(['"']) === '"' || part.split('"').length % 2 === 1;
  return { text, whole: at === columns.length - 1 && isClosed, blank: /^"*$/.test(text) };
}

/** Nobody saves in a character set of another part of the world. */
function isUsual(encoding: Encoding, { language }: Shop): boolean {
  if (encoding === 'shift_jis') return language === 'japanese';
  if (encoding === 'gbk') return language === 'chinese';
  return encoding !== 'windows-1252' || language === 'german' || language === 'plain';
}

function badLines(columns: readonly string[], mark: string): string[] {
  const row = (about: Record<string, string>) =>
    columns
      .map((each) => about[each] ?? (each === 'amazon-order-id' ? '111-0000000-9999999' : ''))
      .join(mark);
  const date = { 'purchase-date': '2026-06-31T25:00:00Z' };
  return [
    '111-0000000-9999999',
    row(date),
    row({ ...date, 'amazon-order-id': '12-34' }),
    `${row({ 'purchase-date': '2026-06-01T00:00:00Z', 'promotion-ids': 'IG-01' })}${mark}more`,
  ];
}

function cellOf(chance: Chance, shop: Shop, { order, version, line }: Row, column: string): string {
  const { at, lines } = order.versions[version] as ShopOrder['versions'][number];
  const { status, ids, units, discount } = lines[line] as ShopLine;
  const whole = lines.every((each) => each.status === 'Cancelled');
  const zone = chance.of(['+00:00', 'Z']);
  const written = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 19) + zone;
  const cells: Record<string, string> = {
    'amazon-order-id': order.order,
    'purchase-date': written(order.at),
    'last-updated-date': written(at),
    'order-status': whole ? 'Cancelled' : status === 'Cancelled' ? 'Shipped' : status,
    'item-status': status === 'Pending' ? 'Unshipped' : whole && chance.oneIn(2) ? '' : status,
    quantity: String(units),
    currency: shop.language === 'japanese' ? 'JPY' : 'USD',
    'item-promotion-discount': discount,
    'sales-channel': order.channel,
    'fulfillment-channel': order.sender,
    'promotion-ids': ids.join(','),
    'ship-postal-code': order.place,
    'ship-country': 'US',
    'product-name': chance.of(productsIn[shop.language]),
    'order-item-id': '0',
  };
  return cells[column] ?? chance.of(['', '', 'x', '1.00', 'false']);
}

/** As CSV has it: quotes where they are needed, and by chance around others. */
function quoted(chance: Chance, cell: string, mark: string): string {
  const must = cell.includes(mark) || cell.includes('"');
  return must || chance.oneIn(3) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function wrongFile(chance: Chance, shop: Shop, name: string): ImportFile {
  const good = reportBy(chance, shop, name);
  const text =
    'amazon-order-id\tpurchase-date\torder-status\tsku\n111-0000000-0000001\t2026-06-01\tShipped\tx\n';
  const [bytes, ...refused] = chance.of<[Uint8Array, ...string[]]>([
    [Buffer.from(text), 'wrong-report'],
    [
      Buffer.from('"date/time","settlement id","type","order id","promotional rebates","total"\n'),
      'wrong-report',
    ],
    [Buffer.from('snapshot-date\tfnsku\tafn-fulfillable-quantity\n'), 'wrong-report'],
    [new Uint8Array(), 'empty'],
    [Uint8Array.from({ length: 500 }, () => chance.below(256)), 'wrong-report', 'empty', 'damaged'],
    [cutShort(gzipSync(good.bytes)), 'damaged', 'wrong-report', 'empty'],
    [cutShort(zipSync({ 'a.txt': good.bytes })), 'truncated-zip', 'damaged', 'wrong-report'],
    [
      Buffer.from(
        `promotion-ids\tamazon-order-id\tpurchase-date\torder-status\n${'IG-01\tnone\tnever\tShipped\n'.repeat(5)}`,
      ),
      'wrong-report',
    ],
  ]);
  return { file: new File([bytes as BlobPart], `${name}.txt`), reports: [], refused };
}

function cutShort(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, Math.floor(bytes.length * 0.7));
}
