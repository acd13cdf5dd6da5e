import { countUses, noUse, type UseCount } from '../../../domain/orders/counted';
import type { OrderState } from '../../../domain/orders/order-line';
import { flagsOf, stateOf } from '../order-columns';
import { ListColumns } from './list-columns';

/** Set in a list's flags: the discount is the sum of more than one promotion's. */
export const sharedBit = 0b100000;
/** Set in a list's flags: the time is that of shipping or payment. */
export const lateBit = 0b1000000;
/** From here on a list's checkouts are of several orders; below, the number is the order's place in the list. */
export const firstShared = 2 ** 31;

/** One order of a promotion id. */
export interface Line {
  readonly hi: number;
  readonly lo: number;
  readonly at: number;
  /** 0 for an order that stands alone. */
  readonly checkout: number;
  readonly state: OrderState;
  readonly units: number;
  readonly discount: number;
  readonly currency: number;
  readonly channel: number;
  readonly shared: boolean;
  readonly late: boolean;
  /** No report of orders knows it, only one of shipments. */
  readonly alone: boolean;
}

/** The orders of one promotion id while they are gathered; in columns, since an object each would fill the memory. */
export class Building {
  readonly #columns = new ListColumns();
  readonly #alone: number[] = [];
  readonly #tally = new Map<
    number,
    { checkouts: number; pending: number; orders: number; canceled: number }
  >();
  #first = Number.POSITIVE_INFINITY;
  #last = 0;

  constructor(readonly amazonsOwn: boolean) {}

  add(line: Line): void {
    this.#first = Math.min(this.#first, line.at);
    this.#last = Math.max(this.#last, line.at);
    if (this.amazonsOwn) this.#count(line);
    else this.#keep(line);
  }

  #keep(line: Line): void {
    if (line.alone) this.#alone.push(this.#columns.count);
    const about = (line.shared ? sharedBit : 0) | (line.late ? lateBit : 0);
    this.#columns.add(line, flagsOf(line.state, 0, false) | about);
  }

  /** Of Amazon's own ids nobody looks into the orders: each counts as a use. */
  #count({ channel, state }: Line): void {
    const tally = this.#tally.get(channel) ?? { ...noUse };
    this.#tally.set(channel, tally);
    if (state === 'canceled') {
      tally.canceled++;
      return;
    }
    tally.orders++;
    tally.checkouts++;
    if (state === 'pending') tally.pending++;
  }

  /** Takes over the orders of another id that means the same, as far as only that one knows them. */
  addAlone(other: Building): void {
    for (const i of other.#alone) {
      this.#columns.addFrom(other.#columns, i);
      const at = other.#columns.timeOf(i);
      this.#first = Math.min(this.#first, at);
      this.#last = Math.max(this.#last, at);
    }
  }

  counted(channels: readonly string[]) {
    const { flags, checkout, channel } = this.#columns.all();
    const byChannel = new Map<number, { state: OrderState; checkout: number }[]>();
    for (let i = 0; i < flags.length; i++) {
      const use = { state: stateOf(flags[i] as number), checkout: checkout[i] || -1 - i };
      const same = byChannel.get(channel[i] as number);
      if (same) same.push(use);
      else byChannel.set(channel[i] as number, [use]);
    }
    const counts: [number, UseCount][] = this.amazonsOwn
      ? [...this.#tally]
      : [...byChannel].map(([each, uses]) => [each, countUses(uses)]);
    return {
      all: this.amazonsOwn ? summed([...this.#tally.values()]) : countUses([...byChannel.values()].flat()),
      channels: counts.map(([each, count]) => [channels[each] ?? '', count] as const),
      first: this.#first,
      last: this.#last,
    };
  }

  /** The orders by time. */
  list() {
    const { hi, lo, at } = this.#columns.all();
    const order = new Uint32Array(at.length);
    for (let i = 0; i < order.length; i++) order[i] = i;
    order.sort(
      (a, b) =>
        (at[a] as number) - (at[b] as number) ||
        (hi[a] as number) - (hi[b] as number) ||
        (lo[a] as number) - (lo[b] as number),
    );
    const list = this.#columns.inOrder(order);
    for (let i = 0; i < order.length; i++) list.checkout[i] = checkoutOf(list.checkout[i] as number, i);
    return list;
  }
}

function checkoutOf(number: number, place: number): number {
  return number === 0 ? place : firstShared + number;
}

function summed(counts: readonly UseCount[]): UseCount {
  return counts.reduce(
    (sum, each) => ({
      checkouts: sum.checkouts + each.checkouts,
      pending: sum.pending + each.pending,
      orders: sum.orders + each.orders,
      canceled: sum.canceled + each.canceled,
    }),
    noUse,
  );
}
