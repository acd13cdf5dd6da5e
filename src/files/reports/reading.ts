import type { BadLine, LineFault, OrderLine, ReportKind, ReportTables } from '../../domain/orders/order-line';
import { said } from '../../domain/problem';
import { FileProblem } from '../intake/file-problem';
import { Cells } from './byte-rows';
import { Gathered, lineReader } from './line-readers';
import { type OrderXml, orderXml } from './order-xml';
import { CharsetSample } from './report-charset';
import { type KnownTable, tableKind } from './report-kind';
import type { ReportSource } from './sources';
import { type Stretch, Stretches } from './stretches';

/** Lines handed on at once. */
const rowsAtOnce = 2000;
/** Bad lines that are listed; all are counted. */
const mostListed = 1000;
/** After so many lines without a single good one, the file is not what its header says. */
const hopeless = 2000;

/** A report whose kind is known; its lines are read as they come, and kept nowhere. */
export class ReportReading {
  /** Lines read so far, the header not among them; blank ones are none. */
  lines = 0;
  /** Lines left out for what is wrong with them, and the first of these. */
  rejected = 0;
  readonly bad: BadLine[] = [];
  /** Lines that are of no order of Amazon's: fees, orders from elsewhere. */
  passed = 0;
  readonly #gathered = new Gathered();
  readonly #charset: CharsetSample;
  readonly #stretches: Stretches;
  readonly #head: Stretch;
  readonly #table: KnownTable | OrderXml;

  constructor(
    readonly name: string,
    start: { stretches: Stretches; head: Stretch; table: KnownTable | OrderXml },
  ) {
    this.#stretches = start.stretches;
    this.#head = start.head;
    this.#table = start.table;
    this.#charset = new CharsetSample();
    if (start.head.bytes[0] === 0xef && start.head.bytes[1] === 0xbb) this.#charset.told = 'utf-8';
  }

  get kind(): ReportKind {
    return this.#table.kind;
  }

  /**
   * All lines, some hundred at a time. What is wrong with a line is noted, and the next one read. Ends as soon as
   * `signal` is raised, with its reason. Throws FileProblem where no line is as the header says.
   */
  async *rows(signal?: AbortSignal): AsyncGenerator<OrderLine[]> {
    try {
      const read = this.#reader();
      for (let stretch: Stretch | null = this.#head; stretch; ) {
        let { from } = stretch;
        for (let used = -1; used !== from; ) {
          signal?.throwIfAborted();
          if (used >= 0) from = used;
          const part = read({ ...stretch, from });
          used = part.used;
          if (part.rows.length > 0) yield part.rows;
        }
        const left: Uint8Array = stretch.bytes.subarray(from, stretch.end);
        if (this.#stretches.isTooLong(left) || (this.rejected >= hopeless && this.rejected === this.lines))
          throw this.#unreadable();
        stretch = await this.#stretches.next(left);
      }
      if (this.lines > 0 && this.rejected === this.lines) throw this.#unreadable();
    } finally {
      await this.#stretches.cancel();
    }
  }

  /** The texts that the lines name by number; complete once all lines were read. */
  tables(): ReportTables {
    const { ids, currencies, channels, descriptions, described } = this.#gathered;
    const plain = new TextDecoder();
    const stores = channels.decoded((bytes) => plain.decode(bytes));
    const money = currencies.decoded((bytes) => plain.decode(bytes).toUpperCase());
    const decode = this.#charset.decoder(stores.includes('Amazon.co.jp') || money.includes('JPY'));
    const texts = ids.decoded(decode);
    const names = descriptions.decoded(decode);
    return {
      ids: texts,
      currencies: money,
      channels: stores,
      descriptions: new Map(
        [...described].map(([id, description]) => [texts[id] ?? '', names[description] ?? '']),
      ),
    };
  }

  #reader(): (stretch: Stretch) => { rows: OrderLine[]; used: number } {
    const table = this.#table;
    return table.kind === 'order-xml'
      ? orderXml(this.#gathered, (result, line) => this.#note(result, line))
      : this.#tableReader(table);
  }

  #tableReader(table: KnownTable) {
    const cells = new Cells();
    const readLine = lineReader(table, this.#gathered);
    const needed = neededWidth(table);
    let line = 0;
    return (stretch: Stretch) => {
      const rows: OrderLine[] = [];
      let used = line === 0 ? markLength(stretch.bytes) : stretch.from;
      for (let from = used; from < stretch.end && rows.length < rowsAtOnce; from = used) {
        const next = cells.read(stretch.bytes, from, stretch.end, stretch.last, table.format);
        if (next < 0) break;
        used = Math.min(next, stretch.end);
        line++;
        if (line === 1 || (cells.count <= 1 && cells.isEmpty(0))) continue;
        if (cells.high) this.#charset.add(stretch.bytes, from, used);
        // A file may end without a line break, but one that ends before its last column was cut off.
        const isCut = next > stretch.end && (cells.unclosed || cells.count < table.width);
        const result = isCut ? 'short' : (widthFault(cells, table, needed) ?? readLine(cells, line));
        const row = this.#note(result === 'short' && table.kind === 'settlement' ? null : result, line);
        if (row) rows.push(row);
      }
      return { rows, used };
    };
  }

  #note(result: OrderLine | LineFault | null, line: number): OrderLine | null {
    this.lines++;
    if (result === null) this.passed++;
    else if (typeof result !== 'string') return result;
    else {
      this.rejected++;
      if (this.bad.length < mostListed) this.bad.push({ line, fault: result });
    }
    return null;
  }

  #unreadable(): FileProblem {
    const line = String(this.bad[0]?.line ?? 1);
    return new FileProblem('wrong-report', said('problemReportUnreadable', { file: this.name, line }));
  }
}

function markLength(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

/** How many cells a row must have: up to the last column that counts. */
function neededWidth({ kind, columns }: KnownTable): number {
  const wanted = {
    'all-orders': ['amazon-order-id', 'purchase-date', 'order-status', 'promotion-ids'],
    'fba-promotions': ['amazon-order-id', 'shipment-date', 'item-promotion-id'],
    settlement: ['order-id', 'promotion-id'],
  }[kind];
  return 1 + Math.max(...wanted.map((name) => columns.get(name) ?? -1));
}

/** A row that ends early, or runs on beyond the header, has its cells in other columns than they say. */
function widthFault(cells: Cells, { width }: KnownTable, needed: number): LineFault | null {
  if (cells.count < needed) return 'short';
  for (let cell = width; cell < cells.count; cell++) if (!cells.isEmpty(cell)) return 'long';
  return null;
}

/** Begins to read a report. Throws FileProblem `wrong-report`, which names what the file is instead. */
export async function startReport(
  source: ReportSource,
  onBytes?: (done: number) => void,
): Promise<ReportReading> {
  const { name } = source;
  const stretches = new Stretches(source.open(onBytes));
  try {
    const head = await stretches.next(new Uint8Array());
    if (!head || head.end === 0) throw new FileProblem('empty', said('problemReportEmpty', { file: name }));
    const found = kindOfReport(head.bytes.subarray(0, head.end));
    if (found === null) throw new FileProblem('wrong-report', said('problemReportUnknown', { file: name }));
    if ('wrong' in found) throw new FileProblem('wrong-report', said(found.wrong, { file: name }));
    return new ReportReading(name, { stretches, head, table: found });
  } catch (error) {
    await stretches.cancel();
    throw error;
  }
}

/** What the beginning of a file shows it to be. */
export function kindOfReport(head: Uint8Array): ReturnType<typeof tableKind> | OrderXml {
  return isOrderXml(head) ?? tableKind(head);
}

function isOrderXml(head: Uint8Array): OrderXml | { readonly wrong: 'problemReportOrderXml' } | null {
  const start = new TextDecoder().decode(head.subarray(0, 4096));
  if (!/^\uFEFF?\s*</.test(start) || !start.includes('<AmazonEnvelope')) return null;
  return /<OrderReport\b|<MessageType>\s*OrderReport/.test(start)
    ? { kind: 'order-xml' }
    : { wrong: 'problemReportOrderXml' };
}
