import { countUses, noUse, type UseCount } from '../../../domain/orders/counted';
import type { ReportKind } from '../../../domain/orders/order-line';
import { fbaPrefix, isAmazonsOwn, promotionIdsIn } from '../../../domain/orders/promotion-ids';
import { breathe } from '../../codes/code-index';
import { flagsOf, type OrderColumns, sortedByOrder, stateOf } from '../order-columns';
import type { OrderList, PromotionIdRow, ReportTexts } from '../report-rows';
import { Checkouts } from './checkouts';
import { type OneOrder, type RowAt, told } from './one-order';
import { SameIds } from './same-ids';

/** One report as it is stored. */
export interface Run {
  readonly kind: ReportKind;
  readonly texts: ReportTexts;
  readonly columns: OrderColumns;
  readonly count: number;
}

/** One promotion id as all reports together tell of it. */
export interface MergedId {
  readonly row: Omit<PromotionIdRow, 'generation'>;
  /** Its orders by time; null for Amazon's own, which nobody looks into. */
  readonly list: Omit<OrderList, 'id' | 'generation'> | null;
}

const ordersPerBreath = 20_000;
/** Set in a list's flags: the discount is the sum of more than one promotion's. */
export const sharedBit = 0b100000;
/** From here on a list's checkouts are of several orders; below, the number is the order's place in the list. */
export const firstShared = 2 ** 31;

/**
 * What all reports together tell of each promotion id. Of an order that stands in several, the newest state counts;
 * what is equally new is united. `known`: Tracking IDs of promotions here, which may hold commas.
 */
export async function mergeReports(runs: readonly Run[], known: readonly string[]): Promise<MergedId[]> {
  const merging = new Merging(runs, known);
  await merging.go();
  return merging.result();
}

class Merging {
  readonly #runs: readonly Run[];
  readonly #ids = new Map<string, Building>();
  readonly #idsOfCell: string[][][];
  readonly #currencies = new Texts();
  readonly #channels = new Texts();
  readonly #checkouts: Checkouts;
  readonly #same = new SameIds();
  readonly #descriptions = new Map<string, string>();

  constructor(runs: readonly Run[], known: readonly string[]) {
    this.#runs = runs;
    this.#checkouts = new Checkouts(runs.map(({ texts }) => texts.pairs));
    this.#idsOfCell = runs.map(({ kind, texts }) =>
      texts.ids.map((cell) =>
        promotionIdsIn(cell, known)
          .filter((id) => !id.startsWith('claim:'))
          .map((id) => (kind === 'fba-promotions' ? fbaPrefix + id : id)),
      ),
    );
    for (const { texts } of runs)
      for (const [id, description] of texts.descriptions) this.#descriptions.set(fbaPrefix + id, description);
  }

  async go(): Promise<void> {
    const total = this.#runs.reduce((sum, { count }) => sum + count, 0);
    const all = { hi: new Uint32Array(total), lo: new Uint32Array(total) };
    const starts: number[] = [];
    let at = 0;
    for (const { columns, count } of this.#runs) {
      starts.push(at);
      all.hi.set(columns.hi.subarray(0, count), at);
      all.lo.set(columns.lo.subarray(0, count), at);
      at += count;
    }
    const sorted = sortedByOrder(all, total);
    let orders = 0;
    for (let i = 0; i < total; ) {
      const first = sorted[i] as number;
      const rows: RowAt[] = [];
      for (; i < total; i++) {
        const row = sorted[i] as number;
        if (all.hi[row] !== all.hi[first] || all.lo[row] !== all.lo[first]) break;
        rows.push(this.#rowAt(row, starts));
      }
      this.#take(told(rows), all.hi[first] as number, all.lo[first] as number);
      if (++orders % ordersPerBreath === 0) await breathe();
    }
  }

  #rowAt(row: number, starts: readonly number[]): RowAt {
    let of = starts.length - 1;
    while ((starts[of] as number) > row) of--;
    const { kind, columns, texts } = this.#runs[of] as Run;
    const at = row - (starts[of] as number);
    const cell = columns.ids[at] as number;
    return {
      ...{ kind, run: of, at: columns.at[at] as number, updated: columns.updated[at] as number },
      cell: texts.ids[cell] ?? '',
      ids: this.#idsOfCell[of]?.[cell] ?? [],
      state: stateOf(columns.flags[at] as number),
      units: columns.units[at] as number,
      discount: columns.discount[at] as number,
      currency: texts.currencies[columns.currency[at] as number] ?? '',
      channel: texts.channels[columns.channel[at] as number] ?? '',
    };
  }

  #take(order: OneOrder, hi: number, lo: number): void {
    this.#same.note(order);
    const checkout = this.#checkouts.of(hi, lo);
    for (const each of order.promotions) {
      const line = {
        ...{ hi, lo, checkout, at: order.at, state: each.state, units: each.units, discount: each.discount },
        ...{ shared: each.shared, alone: !order.fromOrders },
        currency: this.#currencies.number(each.currency),
        channel: this.#channels.number(order.channel),
      };
      this.#building(each.id).add(line);
    }
  }

  #building(id: string): Building {
    const known = this.#ids.get(id);
    if (known) return known;
    const description = this.#descriptions.get(id) ?? '';
    const plain = id.startsWith(fbaPrefix) ? description : id;
    const made = new Building(isAmazonsOwn(plain));
    this.#ids.set(id, made);
    return made;
  }

  result(): MergedId[] {
    const links = this.#same.links();
    for (const [id, { id: trackingId }] of links) {
      const [from, to] = [this.#ids.get(id), this.#ids.get(trackingId)];
      if (from && to && !from.amazonsOwn && !to.amazonsOwn) to.addAll(from.alone());
    }
    const texts = { currencies: this.#currencies.all, channels: this.#channels.all };
    return [...this.#ids].map(([id, building]) => {
      const { amazonsOwn } = building;
      const counted = building.counted(texts.channels);
      const sameAs = links.get(id) ?? null;
      const row = { id, description: this.#descriptions.get(id) ?? '', amazonsOwn, ...counted, sameAs };
      return { row, list: amazonsOwn ? null : { ...building.list(), ...texts } };
    });
  }
}

class Texts {
  readonly all: string[] = [''];
  readonly #numbers = new Map([['', 0]]);

  /** A text's number; 0, the empty text, for those that a column of octets has no room for. */
  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.all.length > 255 ? 0 : this.all.push(text) - 1;
    this.#numbers.set(text, number);
    return number;
  }
}

interface Line {
  readonly hi: number;
  readonly lo: number;
  readonly at: number;
  /** 0 for an order that stands alone. */
  readonly checkout: number;
  readonly state: ReturnType<typeof stateOf>;
  readonly units: number;
  readonly discount: number;
  readonly currency: number;
  readonly channel: number;
  readonly shared: boolean;
  /** No report of orders knows it, only one of shipments. */
  readonly alone: boolean;
}

/** The orders of one promotion id while they are gathered. */
class Building {
  readonly #lines: Line[] = [];
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
    if (!this.amazonsOwn) {
      this.#lines.push(line);
      return;
    }
    const tally = this.#tally.get(line.channel) ?? { ...noUse };
    this.#tally.set(line.channel, tally);
    if (line.state === 'canceled') tally.canceled++;
    else {
      tally.orders++;
      tally.checkouts++;
      if (line.state === 'pending') tally.pending++;
    }
  }

  addAll(lines: readonly Line[]): void {
    for (const line of lines) this.add(line);
  }

  alone(): Line[] {
    return this.#lines.filter((each) => each.alone);
  }

  counted(channels: readonly string[]) {
    const byChannel = new Map<number, Pick<Line, 'state' | 'checkout'>[]>();
    const uses = this.#lines.map((line, i) => ({
      ...{ state: line.state, channel: line.channel },
      checkout: line.checkout || -1 - i,
    }));
    for (const use of uses) {
      const same = byChannel.get(use.channel);
      if (same) same.push(use);
      else byChannel.set(use.channel, [use]);
    }
    const counts: [number, UseCount][] = this.amazonsOwn
      ? [...this.#tally]
      : [...byChannel].map(([channel, some]) => [channel, countUses(some)]);
    return {
      all: this.amazonsOwn ? summed([...this.#tally.values()]) : countUses(uses),
      channels: counts.map(([channel, count]) => [channels[channel] ?? '', count] as const),
      first: this.#first,
      last: this.#last,
    };
  }

  list() {
    const lines = this.#lines.toSorted((a, b) => a.at - b.at || a.hi - b.hi || a.lo - b.lo);
    const words = (value: (line: Line, i: number) => number) => Uint32Array.from(lines, value);
    const octets = (value: (line: Line) => number) => Uint8Array.from(lines, value);
    return {
      hi: words(({ hi }) => hi),
      lo: words(({ lo }) => lo),
      at: words(({ at }) => at),
      checkout: words(({ checkout }, i) => (checkout > 0 ? firstShared + checkout : i)),
      discount: words(({ discount }) => discount),
      units: Uint16Array.from(lines, ({ units }) => units),
      currency: octets(({ currency }) => currency),
      channel: octets(({ channel }) => channel),
      flags: octets(({ state, shared }) => flagsOf(state, 0, false) | (shared ? sharedBit : 0)),
    };
  }
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
