import {
  countUses,
  discountsGiven,
  type GivenDiscount,
  noUse,
  type PromotionOrder,
  type ToldDiscount,
  type UseCount,
} from '../../domain/orders/counted';
import { coveredBy, type DaySpan, dayOf, uncovered } from '../../domain/orders/coverage';
import { orderIdOf } from '../../domain/orders/order-id';
import { promotionIdKey } from '../../domain/orders/promotion-ids';
import { isOfStore } from '../../domain/orders/sales-channels';
import type { Promotion } from '../../domain/promotion';
import type { Db, StoreName, Tx } from '../store/schema';
import { read } from '../store/transact';
import { firstShared, lateBit, sharedBit } from './merging/building';
import { noDiscount, stateOf } from './order-columns';
import type { IdMark, OrderList, PromotionIdRow, ReportRow } from './report-rows';

/** What reports tell of a promotion's use. */
export type PromotionUse =
  | { readonly kind: 'counted'; readonly count: UseCount }
  /** Another promotion here has the same Tracking ID at the same time: nobody can tell whose an order is. */
  | { readonly kind: 'shared'; readonly withName: string }
  /** No report says anything of it: no Tracking ID, or days without a report. */
  | { readonly kind: 'unknown' };

export const useStores = ['reports', 'promotionIds', 'orderLists', 'idMarks'] as const satisfies StoreName[];

/** Whether any report is here. Without one, nothing else that tells of orders need be read. */
export async function hasReports(db: Db): Promise<boolean> {
  return (await read(db, ['reports'], (tx) => tx.objectStore('reports').count())) > 0;
}

/** Tells of each promotion how often it was used, by all reports together; small tables only, whatever they hold. */
export class Uses {
  readonly #tx: Tx;
  /** Null where they are read one by one, as they are asked for. */
  readonly #rows: ReadonlyMap<string, PromotionIdRow> | null;
  readonly #marks: readonly IdMark[];
  readonly #reports: readonly ReportRow[];
  /** By their Tracking ID, as reports write it. */
  readonly #promotions = new Map<string, readonly Promotion[]>();

  private constructor(
    tx: Tx,
    of: {
      rows: readonly PromotionIdRow[] | null;
      marks: readonly IdMark[];
      reports: readonly ReportRow[];
      promotions: readonly Promotion[];
    },
  ) {
    this.#tx = tx;
    this.#rows = of.rows && new Map(of.rows.map((row) => [row.id, row]));
    this.#marks = of.marks;
    this.#reports = of.reports;
    for (const each of of.promotions) {
      if (!each.trackingId) continue;
      const key = promotionIdKey(each.trackingId);
      this.#promotions.set(key, [...(this.#promotions.get(key) ?? []), each]);
    }
  }

  /**
   * Null while there are no reports. `promotions` are all there are, which this transaction may still be reading;
   * where `few` of them will be asked about, only what concerns these is read.
   */
  static async in(
    tx: Tx,
    promotions: readonly Promotion[] | Promise<readonly Promotion[]>,
    few = false,
  ): Promise<Uses | null> {
    // Asked for at once, so that one is read while another is on its way.
    const [reports, rows, marks, all] = await Promise.all([
      tx.objectStore('reports').getAll(),
      few ? null : tx.objectStore('promotionIds').getAll(),
      tx.objectStore('idMarks').getAll(),
      promotions,
    ]);
    return reports.length === 0 ? null : new Uses(tx, { rows, reports, promotions: all, marks });
  }

  async #rowOf(id: string): Promise<PromotionIdRow | undefined> {
    return this.#rows ? this.#rows.get(id) : await this.#tx.objectStore('promotionIds').get(id);
  }

  /** The ids that reports may carry for a promotion. */
  idsOf(promotion: Promotion): string[] {
    const own = promotion.trackingId ? [promotionIdKey(promotion.trackingId)] : [];
    const bound = this.#marks.filter(({ promotionId }) => promotionId === promotion.id).map(({ id }) => id);
    return [...new Set([...own, ...bound])];
  }

  /** The other promotion that the same orders would count for. */
  sharedWith(promotion: Promotion): Promotion | null {
    const same = ({ marketplace }: Promotion) =>
      marketplace === promotion.marketplace || marketplace === null || promotion.marketplace === null;
    return this.#twinsOf(promotion).find((other) => same(other) && overlap(other, promotion)) ?? null;
  }

  async of(promotion: Promotion): Promise<PromotionUse> {
    const other = this.sharedWith(promotion);
    if (other) return { kind: 'shared', withName: other.name };
    const ids = this.idsOf(promotion);
    const rows: PromotionIdRow[] = [];
    for (const id of ids) {
      const row = await this.#rowOf(id);
      if (row) rows.push(row);
    }
    if (rows.length === 0)
      return ids.length > 0 && this.isCovered(promotion)
        ? { kind: 'counted', count: noUse }
        : { kind: 'unknown' };
    const [row] = rows;
    const channels = row?.channels.filter(([channel]) => isOfStore(channel, promotion.marketplace)) ?? [];
    const simple = rows.length === 1 && channels.length <= 1 && this.#twinsOf(promotion).length === 0;
    if (simple) return { kind: 'counted', count: channels[0]?.[1] ?? noUse };
    return { kind: 'counted', count: countUses(await this.ordersOf(promotion)) };
  }

  /** Other promotions with the same Tracking ID. At another time, only the days tell whose an order is. */
  #twinsOf({ id, trackingId }: Promotion): readonly Promotion[] {
    const same = trackingId ? this.#promotions.get(promotionIdKey(trackingId)) : undefined;
    return same?.filter((other) => other.id !== id) ?? [];
  }

  /** Every order of a promotion, by time; each once, whichever of its ids it carries. */
  async ordersOf(promotion: Promotion): Promise<PromotionOrder[]> {
    const found = new Map<string, PromotionOrder>();
    const limited = this.#twinsOf(promotion).length > 0 ? promotion : null;
    for (const id of this.idsOf(promotion)) {
      const list = await this.#listOf(id);
      for (const order of list ? ordersIn(list) : [])
        if (
          !found.has(order.order) &&
          isOfStore(order.channel, promotion.marketplace) &&
          isWithin(order.at, limited)
        )
          // Numbers of single checkouts are those of places in one list.
          found.set(
            order.order,
            order.checkout < firstShared ? { ...order, checkout: -1 - found.size } : order,
          );
    }
    return [...found.values()].sort((a, b) => a.at - b.at);
  }

  /** What a promotion's orders took off, by currency. */
  async discountsOf(promotion: Promotion): Promise<GivenDiscount[]> {
    const [id = '', ...others] = this.idsOf(promotion);
    if (others.length > 0 || this.#twinsOf(promotion).length > 0)
      return discountsGiven(await this.ordersOf(promotion));
    // One list, in which each order stands once: it takes no order's id to add them up.
    const list = await this.#listOf(id);
    return list ? discountsGiven(toldIn(list, promotion.marketplace)) : [];
  }

  async #listOf(id: string): Promise<OrderList | undefined> {
    const row = await this.#rowOf(id);
    return row && row.generation > 0
      ? await this.#tx.objectStore('orderLists').get([id, row.generation])
      : undefined;
  }

  /** The days that reports of this promotion's store cover. */
  coveredFor({ marketplace }: Promotion): DaySpan[] {
    return this.#reports.flatMap((report) => {
      const { channels } = report;
      const days = coveredBy(report);
      const isOfOurs = channels.length === 0 || channels.some((each) => isOfStore(each, marketplace));
      return days && isOfOurs ? [days] : [];
    });
  }

  /** Whether no day since the promotion's start is without a report, up to the newest one. */
  isCovered(promotion: Promotion): boolean {
    const covered = this.coveredFor(promotion);
    if (promotion.start === null || covered.length === 0) return false;
    const first = dayOf(Date.parse(promotion.start) / 1000);
    const newest = Math.max(...covered.map(({ last }) => last));
    const last = promotion.end === null ? newest : Math.min(newest, dayOf(Date.parse(promotion.end) / 1000));
    return last >= first && uncovered({ first, last }, covered).length === 0;
  }
}

/** The rows that name the same Tracking ID as one of these promotions: whose an order is, only these can make doubtful. */
export function sameIdAs(rows: readonly Promotion[], promotionIds: readonly string[]): Promotion[] {
  const keyOf = ({ trackingId }: Promotion) =>
    typeof trackingId === 'string' ? promotionIdKey(trackingId) : null;
  const wanted = new Set(rows.filter(({ id }) => promotionIds.includes(id)).map(keyOf));
  wanted.delete(null);
  return rows.filter((row) => wanted.has(keyOf(row)));
}

function overlap(a: Promotion, b: Promotion): boolean {
  const start = (each: Promotion) =>
    each.start === null ? Number.NEGATIVE_INFINITY : Date.parse(each.start);
  const end = (each: Promotion) => (each.end === null ? Number.POSITIVE_INFINITY : Date.parse(each.end));
  return start(a) <= end(b) && start(b) <= end(a);
}

function isWithin(at: number, promotion: Promotion | null): boolean {
  if (!promotion) return true;
  const { start, end } = promotion;
  return (start === null || at * 1000 >= Date.parse(start)) && (end === null || at * 1000 <= Date.parse(end));
}

function* toldIn(list: OrderList, store: Promotion['marketplace']): Generator<ToldDiscount> {
  const ofStore = list.channels.map((channel) => isOfStore(channel, store));
  for (let i = 0; i < list.at.length; i++) {
    if (!(ofStore[list.channel[i] as number] ?? isOfStore('', store))) continue;
    const flags = list.flags[i] as number;
    const discount = list.discount[i] as number;
    yield {
      state: stateOf(flags),
      discount: discount === noDiscount ? null : discount,
      currency: list.currencies[list.currency[i] as number] ?? '',
      shared: (flags & sharedBit) !== 0,
    };
  }
}

function* ordersIn(list: OrderList): Generator<PromotionOrder> {
  for (let i = 0; i < list.at.length; i++) {
    const flags = list.flags[i] as number;
    const discount = list.discount[i] as number;
    yield {
      order: orderIdOf({ hi: list.hi[i] as number, lo: list.lo[i] as number }),
      at: list.at[i] as number,
      state: stateOf(flags),
      checkout: list.checkout[i] as number,
      channel: list.channels[list.channel[i] as number] ?? '',
      units: list.units[i] as number,
      discount: discount === noDiscount ? null : discount,
      currency: list.currencies[list.currency[i] as number] ?? '',
      shared: (flags & sharedBit) !== 0,
      ...((flags & lateBit) === 0 ? {} : { late: true }),
    };
  }
}
