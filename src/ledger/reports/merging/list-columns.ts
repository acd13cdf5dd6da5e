import type { OrderList } from '../report-rows';

const names = ['hi', 'lo', 'at', 'checkout', 'discount', 'units', 'currency', 'channel', 'flags'] as const;
type Columns = Pick<OrderList, (typeof names)[number]>;

/** Bytes of one order, all columns together. */
const width = 5 * 4 + 2 + 3;
const firstRoom = 16;

/** The orders of one promotion id as columns of numbers, which grow. */
export class ListColumns {
  #columns = columnsOf(firstRoom);
  #room = firstRoom;
  count = 0;

  add(line: Readonly<Record<Exclude<keyof Columns, 'flags'>, number>>, flags: number): void {
    const at = this.#next();
    const columns = this.#columns;
    columns.hi[at] = line.hi;
    columns.lo[at] = line.lo;
    columns.at[at] = line.at;
    columns.checkout[at] = line.checkout;
    columns.discount[at] = line.discount;
    columns.units[at] = line.units;
    columns.currency[at] = line.currency;
    columns.channel[at] = line.channel;
    columns.flags[at] = flags;
  }

  addFrom(other: ListColumns, row: number): void {
    const at = this.#next();
    for (const name of names) this.#columns[name][at] = other.#columns[name][row] as number;
  }

  timeOf(row: number): number {
    return this.#columns.at[row] as number;
  }

  /** All rows, as they were added. */
  all(): Columns {
    const { count } = this;
    const { hi, lo, at, checkout, discount, units, currency, channel, flags } = this.#columns;
    return {
      ...{ hi: hi.subarray(0, count), lo: lo.subarray(0, count), at: at.subarray(0, count) },
      ...{ checkout: checkout.subarray(0, count), discount: discount.subarray(0, count) },
      ...{ units: units.subarray(0, count), currency: currency.subarray(0, count) },
      ...{ channel: channel.subarray(0, count), flags: flags.subarray(0, count) },
    };
  }

  /** A copy of all rows in this order, as it can be stored. */
  inOrder(order: Uint32Array): Columns {
    const sorted = columnsOf(this.count);
    for (const name of names) {
      const [from, to] = [this.#columns[name], sorted[name]];
      for (let i = 0; i < order.length; i++) to[i] = from[order[i] as number] as number;
    }
    return sorted;
  }

  #next(): number {
    if (this.count === this.#room) {
      const wider = columnsOf(this.#room * 2);
      for (const name of names) wider[name].set(this.#columns[name]);
      this.#columns = wider;
      this.#room *= 2;
    }
    return this.count++;
  }
}

/** Columns with room for so many orders, in one buffer: nine of them would take three times as long to store. */
function columnsOf(room: number): Columns {
  const buffer = new ArrayBuffer(room * width);
  const words = (n: number) => new Uint32Array(buffer, n * 4 * room, room);
  const octets = (n: number) => new Uint8Array(buffer, (22 + n) * room, room);
  return {
    ...{ hi: words(0), lo: words(1), at: words(2), checkout: words(3), discount: words(4) },
    units: new Uint16Array(buffer, 20 * room, room),
    ...{ currency: octets(0), channel: octets(1), flags: octets(2) },
  };
}
