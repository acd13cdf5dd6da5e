import type {
  Fulfilment,
  LineFault,
  OrderLine,
  OrderState,
  ReportKind,
} from '../../domain/orders/order-line';
import type { Cells } from './byte-rows';
import { amountIn, countIn, instantIn, orderIn } from './cell-values';
import { Interned } from './interned';
import type { Columns, KnownTable } from './report-kind';

/** What a reading gathers beside its lines. */
export class Gathered {
  readonly ids = new Interned();
  readonly currencies = new Interned();
  readonly channels = new Interned();
  readonly descriptions = new Interned();
  /** The description of each promotion id, both by number. */
  readonly described = new Map<number, number>();
  /** Chance, so that the numbers of places mean nothing outside of this reading. */
  readonly #salt = crypto.getRandomValues(new Uint32Array(1))[0] as number;

  /** A place's number; the same for the same postal code and country, 0 for none. */
  place(cells: Cells, code: number, country: number): number {
    if (code < 0 || cells.isEmpty(code)) return 0;
    const hash = hashed(cells, code, 0x811c9dc5 ^ this.#salt);
    return (country < 0 ? hash : hashed(cells, country, hash)) >>> 0 || 1;
  }
}

/** A hash of a cell's letters and digits; blanks and case aside. */
function hashed({ bytes, start, end }: Cells, cell: number, seed: number): number {
  let hash = seed;
  for (let i = start[cell] as number; i < (end[cell] as number); i++) {
    const byte = bytes[i] as number;
    if (byte > 32) hash = Math.imul(hash ^ (byte >= 97 && byte <= 122 ? byte - 32 : byte), 0x01000193);
  }
  return hash;
}

/** What a row says, why it can't be read, or (null) that it is of no order of Amazon's. */
export type ReadLine = (cells: Cells, line: number) => OrderLine | LineFault | null;

/** How a row of a table is read. */
export function lineReader({ kind, columns }: KnownTable, gathered: Gathered): ReadLine {
  return readers[kind](columns, gathered);
}

const readers: Readonly<
  Record<Exclude<ReportKind, 'order-xml'>, (columns: Columns, gathered: Gathered) => ReadLine>
> = { 'all-orders': allOrders, 'fba-promotions': fbaPromotions, settlement };

const column = (columns: Columns, name: string) => columns.get(name) ?? -1;

/** Runs over a cell: `read(cells, -1)` for a column that is not there answers as for an empty cell. */
const cellOf =
  <T>(read: (bytes: Uint8Array, from: number, to: number) => T, none: T) =>
  (cells: Cells, cell: number): T =>
    cell < 0 ? none : read(cells.bytes, cells.start[cell] as number, cells.end[cell] as number);
const order = cellOf(orderIn, null);
const instant = cellOf(instantIn, null);
const amount = cellOf(amountIn, null);
const count = cellOf(countIn, 0);
const interned = (table: Interned, cells: Cells, cell: number) =>
  cell < 0 ? 0 : table.add(cells.bytes, cells.start[cell] as number, cells.end[cell] as number);

/** An order that a shop elsewhere sent through Amazon has a number of its own: `S01-1234567-1234567`. */
function isElsewhere(cells: Cells, cell: number): boolean {
  return /^"?S\d\d-\d{7}-\d{7}"?$/.test(cells.ascii(cell));
}

function faultOf(cells: Cells, cell: number): LineFault | null {
  return isElsewhere(cells, cell) ? null : 'order-id';
}

function allOrders(columns: Columns, gathered: Gathered): ReadLine {
  const at = (name: string) => column(columns, name);
  const [id, bought, changed, status] = [
    at('amazon-order-id'),
    at('purchase-date'),
    at('last-updated-date'),
    at('order-status'),
  ];
  const [itemStatus, units, currency, discount] = [
    at('item-status'),
    at('quantity'),
    at('currency'),
    at('item-promotion-discount'),
  ];
  const [channel, sender, ids, postal, country] = [
    at('sales-channel'),
    at('fulfillment-channel'),
    at('promotion-ids'),
    at('ship-postal-code'),
    at('ship-country'),
  ];
  const states = new Meanings(stateOf);
  const itemStates = new Meanings(stateOf);
  const senders = new Meanings(fulfilmentOf);
  return (cells, line) => {
    const key = order(cells, id);
    if (key === null) return faultOf(cells, id);
    const when = instant(cells, bought);
    if (when === null) return 'date';
    const promotions = interned(gathered.ids, cells, ids);
    if (promotions < 0) return 'promotion-id';
    return {
      line,
      hi: key.hi,
      lo: key.lo,
      at: when,
      updated: instant(cells, changed) ?? 0,
      // One item may be canceled under an order that was shipped.
      state: itemStates.of(cells, itemStatus) === 'canceled' ? 'canceled' : states.of(cells, status),
      ids: promotions,
      units: count(cells, units),
      discount: amount(cells, discount),
      currency: Math.max(0, interned(gathered.currencies, cells, currency)),
      channel: Math.max(0, interned(gathered.channels, cells, channel)),
      fulfilment: senders.of(cells, sender),
      place: gathered.place(cells, postal, country),
    };
  };
}

/** Amazon's own stock is called “Amazon”, also with the region behind it (`AFN`, `Amazon_EU`); else the seller sends. */
function fulfilmentOf(text: string): Fulfilment {
  if (text === '') return 'unknown';
  return /^(?:amazon|afn)/i.test(text) ? 'amazon' : 'seller';
}

/** What a column's texts mean, worked out once for each of them: a million lines have a dozen. */
class Meanings<T> {
  readonly #texts = new Interned();
  readonly #meanings: T[] = [];
  readonly #meaning: (text: string) => T;

  constructor(meaning: (text: string) => T) {
    this.#meaning = meaning;
  }

  of(cells: Cells, cell: number): T {
    const number = Math.max(0, interned(this.#texts, cells, cell));
    const known = this.#meanings[number];
    if (known !== undefined) return known;
    const meaning = this.#meaning(number === 0 ? '' : cells.ascii(cell));
    this.#meanings[number] = meaning;
    return meaning;
  }
}

/** “Cancelled” in any spelling; an order as well as one item of it. */
function stateOf(text: string): OrderState {
  if (/^cancel/i.test(text)) return 'canceled';
  return /^pending/i.test(text) ? 'pending' : 'firm';
}

/** Shipped by Amazon, so firm; the day of shipping stands in for that of buying. */
function fbaPromotions(columns: Columns, gathered: Gathered): ReadLine {
  const at = (name: string) => column(columns, name);
  const [id, shipped, currency, discount, promotion, description] = [
    at('amazon-order-id'),
    at('shipment-date'),
    at('currency'),
    at('item-promotion-discount'),
    at('item-promotion-id'),
    at('description'),
  ];
  return (cells, line) => {
    const key = order(cells, id);
    if (key === null) return faultOf(cells, id);
    const when = instant(cells, shipped);
    if (when === null) return 'date';
    const ids = interned(gathered.ids, cells, promotion);
    if (ids <= 0) return 'promotion-id';
    const told = interned(gathered.descriptions, cells, description);
    if (told > 0) gathered.described.set(ids, told);
    return {
      ...{ line, hi: key.hi, lo: key.lo, at: when, updated: 0, state: 'firm', ids, units: 0 },
      discount: amount(cells, discount),
      currency: Math.max(0, interned(gathered.currencies, cells, currency)),
      ...{ channel: 0, fulfilment: 'amazon', place: 0 },
    };
  };
}

/** Paid out, so firm. Most rows of a settlement are of fees and name no promotion. */
function settlement(columns: Columns, gathered: Gathered): ReadLine {
  const at = (name: string) => column(columns, name);
  const [id, posted, other, promotion, currency, channel] = [
    at('order-id'),
    at('posted-date-time'),
    at('posted-date'),
    at('promotion-id'),
    at('currency'),
    at('marketplace-name'),
  ];
  const taken = at('amount') < 0 ? at('promotion-amount') : at('amount');
  return (cells, line) => {
    const ids = interned(gathered.ids, cells, promotion);
    if (ids === 0) return null;
    if (ids < 0) return 'promotion-id';
    const key = order(cells, id);
    if (key === null) return faultOf(cells, id);
    const when = instant(cells, posted) ?? instant(cells, other);
    if (when === null) return 'date';
    return {
      ...{ line, hi: key.hi, lo: key.lo, at: when, updated: 0, state: 'firm', ids, units: 0 },
      discount: amount(cells, taken),
      currency: Math.max(0, interned(gathered.currencies, cells, currency)),
      channel: Math.max(0, interned(gathered.channels, cells, channel)),
      ...{ fulfilment: 'unknown', place: 0 },
    };
  };
}
