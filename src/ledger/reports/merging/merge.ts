import type { ReportKind } from '../../../domain/orders/order-line';
import {
  claimPrefix,
  fbaPrefix,
  isAmazonsOwn,
  isOfShipping,
  promotionIdsIn,
} from '../../../domain/orders/promotion-ids';
import { breathe } from '../../codes/code-index';
import { type OrderColumns, sortedByOrder, stateOf } from '../order-columns';
import type { OrderList, PromotionIdRow, ReportTexts } from '../report-rows';
import { Building } from './building';
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
  readonly #cells: (readonly Cell[])[];
  readonly #currencies = new Texts();
  readonly #channels = new Texts();
  readonly #checkouts: Checkouts;
  readonly #same = new SameIds();
  readonly #descriptions = new Map<string, string>();

  constructor(runs: readonly Run[], known: readonly string[]) {
    this.#runs = runs;
    this.#checkouts = new Checkouts(runs.map(({ texts }) => texts.pairs));
    this.#cells = runs.map(({ kind, texts }) =>
      texts.ids.map((cell) => {
        const ids = promotionIdsIn(cell, known).filter((id) => !id.startsWith(claimPrefix));
        const shared = ids.filter((id) => !isOfShipping(id)).length > 1;
        return { cell, shared, ids: kind === 'fba-promotions' ? ids.map((id) => fbaPrefix + id) : ids };
      }),
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
    const i = row - (starts[of] as number);
    const { cell, ids, shared } = this.#cells[of]?.[columns.ids[i] as number] ?? noCell;
    // No spread here and below: of a million orders each copy would cost.
    return {
      kind,
      run: of,
      at: columns.at[i] as number,
      updated: columns.updated[i] as number,
      cell,
      ids,
      shared,
      state: stateOf(columns.flags[i] as number),
      units: columns.units[i] as number,
      discount: columns.discount[i] as number,
      currency: texts.currencies[columns.currency[i] as number] ?? '',
      channel: texts.channels[columns.channel[i] as number] ?? '',
    };
  }

  #take(order: OneOrder, hi: number, lo: number): void {
    this.#same.note(order);
    const checkout = this.#checkouts.of(hi, lo);
    const channel = this.#channels.number(order.channel);
    for (const { id, state, units, discount, currency, shared } of order.promotions)
      this.#building(id).add({
        hi,
        lo,
        at: order.at,
        checkout,
        state,
        units,
        discount,
        currency: this.#currencies.number(currency),
        channel,
        shared,
        late: order.late,
        alone: !order.fromOrders,
      });
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
      if (from && to && !from.amazonsOwn && !to.amazonsOwn) to.addAlone(from);
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

interface Cell {
  readonly cell: string;
  readonly ids: readonly string[];
  readonly shared: boolean;
}

const noCell: Cell = { cell: '', ids: [], shared: false };

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
