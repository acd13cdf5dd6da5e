import { covers, type DaySpan, dayOf } from '../../domain/orders/coverage';
import { fulfilments, type OrderLine } from '../../domain/orders/order-line';
import {
  cappedDiscount,
  cappedUnits,
  columnNames,
  columnsOf,
  flagsOf,
  noDiscount,
  type OrderColumns,
  sortedByOrder,
  stateOf,
  withState,
} from './order-columns';

/** What a report's lines came to. */
export interface GatheredOrders {
  /** Distinct orders in the file. */
  readonly orders: number;
  /** The first so many of the columns; behind them is room. */
  readonly kept: number;
  readonly days: DaySpan | null;
  /** See `ReportTexts.pairs`. */
  readonly pairs: readonly number[];
  readonly columns: OrderColumns;
}

const firstRoom = 4096;
/** The highest number that a column of octets holds; a report with more stores or currencies than that is none. */
const mostOctet = 255;

/** Takes a report's lines, and keeps of them what counts: those with a promotion's id, and those canceled. */
export class Gathering {
  #columns = columnsOf(firstRoom);
  #places = new Uint32Array(firstRoom);
  #kept = 0;
  /** The ids of all orders, two numbers each. */
  #all = new Uint32Array(firstRoom * 2);
  #lines = 0;
  #bought: { first: number; last: number } | null = null;
  #updated: { first: number; last: number } | null = null;

  add(lines: readonly OrderLine[]): void {
    for (const line of lines) {
      this.#noteOrder(line);
      this.#bought = widened(this.#bought, line.at);
      if (line.updated > 0) this.#updated = widened(this.#updated, line.updated);
      if (line.ids > 0 || line.state === 'canceled') this.#keep(line);
    }
  }

  #noteOrder({ hi, lo }: OrderLine): void {
    const at = this.#lines * 2;
    if (at > 0 && this.#all[at - 2] === hi && this.#all[at - 1] === lo) return;
    if (at === this.#all.length) this.#all = doubled(this.#all);
    this.#all[at] = hi;
    this.#all[at + 1] = lo;
    this.#lines++;
  }

  #keep(line: OrderLine): void {
    const at = this.#kept++;
    if (at === this.#columns.hi.length) {
      const wider = columnsOf(at * 2);
      for (const name of columnNames) wider[name].set(this.#columns[name]);
      this.#columns = wider;
      this.#places = doubled(this.#places);
    }
    const columns = this.#columns;
    columns.hi[at] = line.hi;
    columns.lo[at] = line.lo;
    columns.at[at] = Math.max(0, line.at);
    columns.updated[at] = Math.max(0, line.updated);
    columns.discount[at] = cappedDiscount(line.discount);
    columns.ids[at] = line.ids;
    columns.units[at] = cappedUnits(line.units);
    columns.currency[at] = line.currency > mostOctet ? 0 : line.currency;
    columns.channel[at] = line.channel > mostOctet ? 0 : line.channel;
    columns.flags[at] = flagsOf(line.state, fulfilments.indexOf(line.fulfilment), line.place > 0);
    this.#places[at] = line.place;
  }

  /** Puts lines of one order with the same ids together, and finds the orders that were one checkout. */
  finish(): GatheredOrders {
    const orders = distinct(this.#all, this.#lines);
    this.#all = new Uint32Array();
    const { columns, places, count } = this.#merged();
    const days = this.#bought && covers(inDays(this.#bought), this.#updated && inDays(this.#updated));
    return {
      orders,
      kept: count,
      days,
      pairs: pairsIn(columns, places, count),
      columns,
    };
  }

  #merged() {
    const [from, fromPlaces] = [this.#columns, this.#places];
    // Nothing is added any more, and of a large report every copy weighs.
    this.#columns = columnsOf(0);
    this.#places = new Uint32Array();
    const sorted = sortedByOrder(from, this.#kept);
    const columns = columnsOf(this.#kept);
    const places = new Uint32Array(this.#kept);
    let count = 0;
    for (let i = 0; i < sorted.length; ) {
      const first = count;
      const [hi, lo] = [from.hi[sorted[i] as number], from.lo[sorted[i] as number]];
      for (; i < sorted.length; i++) {
        const row = sorted[i] as number;
        if (from.hi[row] !== hi || from.lo[row] !== lo) break;
        let same = first;
        while (same < count && columns.ids[same] !== from.ids[row]) same++;
        if (same < count) addUp(columns, same, from, row);
        else for (const name of columnNames) columns[name][count] = from[name][row] as number;
        if (same === count) count++;
        places[first] ||= fromPlaces[row] as number;
      }
      places.fill(places[first] as number, first, count);
    }
    return { columns, places, count };
  }
}

/** One more line of an order with the same promotion ids. */
function addUp(columns: OrderColumns, at: number, from: OrderColumns, row: number): void {
  const [mine, theirs] = [columns.flags[at] as number, from.flags[row] as number];
  const live = stateOf(theirs) !== 'canceled';
  // A canceled item takes nothing from the others of its order.
  if (live && stateOf(mine) === 'canceled') {
    for (const name of columnNames) columns[name][at] = from[name][row] as number;
    return;
  }
  columns.updated[at] = Math.max(columns.updated[at] as number, from.updated[row] as number);
  if (!live && stateOf(mine) !== 'canceled') return;
  columns.units[at] = cappedUnits((columns.units[at] as number) + (from.units[row] as number));
  const [sum, more] = [columns.discount[at] as number, from.discount[row] as number];
  columns.discount[at] = sum === noDiscount ? more : more === noDiscount ? sum : cappedDiscount(sum + more);
  if (stateOf(theirs) === 'firm') columns.flags[at] = withState(mine, 'firm');
}

/** Orders bought in the same second at the same place: halves of one checkout. */
function pairsIn({ hi, lo, at, ids }: OrderColumns, places: Uint32Array, count: number): number[] {
  const pairs: number[] = [];
  // A canceled line without ids is no half, and must not stand between two.
  const bySecond = sortedByOrder({ hi: at, lo: places }, count).filter((row) => ids[row] && places[row]);
  for (let i = 1; i < bySecond.length; i++) {
    const [a, b] = [bySecond[i - 1] as number, bySecond[i] as number];
    if (places[a] !== places[b] || at[a] !== at[b]) continue;
    if (hi[a] === hi[b] && lo[a] === lo[b]) continue;
    pairs.push(hi[a] as number, lo[a] as number, hi[b] as number, lo[b] as number);
  }
  return pairs;
}

/** How many different orders these are; sorts them in place, which for a million takes no memory besides. */
function distinct(all: Uint32Array<ArrayBuffer>, count: number): number {
  new BigUint64Array(all.buffer, 0, count).sort();
  let orders = 0;
  for (let at = 0; at < count * 2; at += 2)
    if (at === 0 || all[at] !== all[at - 2] || all[at + 1] !== all[at - 1]) orders++;
  return orders;
}

function doubled(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(array.length * 2);
  wider.set(array);
  return wider;
}

function widened(span: { first: number; last: number } | null, at: number) {
  if (span === null) return { first: at, last: at };
  if (at < span.first) span.first = at;
  if (at > span.last) span.last = at;
  return span;
}

function inDays({ first, last }: { first: number; last: number }): DaySpan {
  return { first: dayOf(first), last: dayOf(last) };
}
