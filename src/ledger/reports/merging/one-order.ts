import type { OrderState, ReportKind } from '../../../domain/orders/order-line';
import { cappedDiscount, cappedUnits, noDiscount } from '../order-columns';

/** What one report tells of one order and one set of promotion ids. */
export interface RowAt {
  readonly kind: ReportKind;
  readonly run: number;
  readonly at: number;
  readonly updated: number;
  /** The set as it was written, and its ids. */
  readonly cell: string;
  readonly ids: readonly string[];
  /** More than one of them takes something off the price, so that the discount is the sum of both. */
  readonly shared: boolean;
  readonly state: OrderState;
  readonly units: number;
  readonly discount: number;
  readonly currency: string;
  readonly channel: string;
}

/** One promotion of an order. */
export interface OfPromotion {
  readonly id: string;
  readonly state: OrderState;
  readonly units: number;
  readonly discount: number;
  readonly currency: string;
  readonly shared: boolean;
}

/** One order as all reports together tell of it. */
export interface OneOrder {
  readonly at: number;
  readonly channel: string;
  /** A report of orders knows it, not only one of shipments or payments. */
  readonly fromOrders: boolean;
  /** No report tells when it was bought, only when it was shipped or paid. */
  readonly late: boolean;
  readonly promotions: readonly OfPromotion[];
}

/**
 * Puts together what the reports tell of one order. A report of orders knows its newest state; those of shipments and
 * payments know only that it went through, and are asked where no report of orders has it. The ids of FBA Promotions
 * are numbers of their own and stand beside the others.
 */
export function told(rows: readonly RowAt[]): OneOrder {
  const [only] = rows;
  if (only && rows.length === 1) return alone(only);
  const orders = rows.filter(({ kind }) => kind === 'all-orders');
  const others = rows.filter(({ kind }) => kind === 'settlement' || kind === 'order-xml');
  const shipped = rows.filter(({ kind }) => kind === 'fba-promotions');
  const chosen = orders.length > 0 ? newest(orders) : others;
  const dated = rows.filter(tellsPurchase);
  const first = dated[0] ?? others[0] ?? shipped[0];
  return {
    at: (dated.length > 0 ? dated : rows).reduce((least, { at }) => Math.min(least, at), first?.at ?? 0),
    channel: rows.find(({ channel }) => channel !== '')?.channel ?? first?.channel ?? '',
    fromOrders: orders.length > 0,
    late: dated.length === 0,
    promotions: [...byId(united(chosen)), ...byId(united(shipped))],
  };
}

/** Most orders stand in one report with one set of ids. */
function alone({ kind, at, channel, ids, state, units, discount, currency, shared }: RowAt): OneOrder {
  const promotions = ids.map((id) => ({ id, state, units, discount, currency, shared }));
  return { at, channel, fromOrders: kind === 'all-orders', late: !tellsPurchase({ kind }), promotions };
}

function tellsPurchase({ kind }: Pick<RowAt, 'kind'>): boolean {
  return kind === 'all-orders' || kind === 'order-xml';
}

/** The rows of the reports in which the order's last change is the newest. */
function newest(rows: readonly RowAt[]): readonly RowAt[] {
  if (rows.every(({ run }) => run === rows[0]?.run)) return rows;
  const changed = new Map<number, number>();
  for (const { run, updated, at } of rows)
    changed.set(run, Math.max(changed.get(run) ?? 0, updated > 0 ? updated : at));
  const last = Math.max(...changed.values());
  const chosen = rows.filter(({ run }) => changed.get(run) === last);
  // What is canceled often loses its ids: those that the order had before, and has no more, are canceled with it.
  if (!chosen.some(({ state, ids }) => state === 'canceled' && ids.length === 0)) return chosen;
  const named = new Set(chosen.flatMap(({ ids }) => ids));
  const lost = rows.flatMap((row) => {
    const ids = row.ids.filter((id) => !named.has(id));
    return ids.length > 0 ? [{ ...row, ids, state: 'canceled' as const }] : [];
  });
  return [...chosen, ...lost];
}

const further: Readonly<Record<OrderState, number>> = { pending: 0, firm: 1, canceled: 2 };
/** Of the same moment a report that was cut off may know only the one item that was canceled. */
const alive: Readonly<Record<OrderState, number>> = { canceled: 0, pending: 1, firm: 2 };

/** Each set of ids once: what reports of the same moment tell of it is the same, unless one was cut off. */
function united(rows: readonly RowAt[]): RowAt[] {
  const sets = new Map<string, RowAt>();
  for (const row of rows) {
    const same = sets.get(row.cell);
    if (!same) {
      sets.set(row.cell, row);
      continue;
    }
    const rank = row.updated > 0 ? alive : further;
    sets.set(row.cell, {
      ...same,
      state: rank[row.state] > rank[same.state] ? row.state : same.state,
      units: Math.max(same.units, row.units),
      discount: same.discount === noDiscount ? row.discount : larger(same.discount, row.discount),
    });
  }
  return [...sets.values()];
}

function larger(a: number, b: number): number {
  return b === noDiscount ? a : Math.max(a, b);
}

function byId(sets: readonly RowAt[]): OfPromotion[] {
  const [only] = sets;
  if (!only) return [];
  const found = new Map<string, OfPromotion>();
  for (const { ids, shared, state, units, discount, currency } of sets) {
    for (const id of ids) {
      const same = found.get(id);
      const mine = { id, state, units, discount, currency, shared };
      found.set(id, same ? added(same, mine) : mine);
    }
  }
  return [...found.values()];
}

/** Two sets of one order that both hold the id; a canceled one takes nothing from the other. */
function added(a: OfPromotion, b: OfPromotion): OfPromotion {
  if (a.state === 'canceled') return b.state === 'canceled' ? a : b;
  if (b.state === 'canceled') return a;
  const discount =
    a.discount === noDiscount
      ? b.discount
      : b.discount === noDiscount
        ? a.discount
        : cappedDiscount(a.discount + b.discount);
  return {
    ...a,
    state: a.state === 'firm' || b.state === 'firm' ? 'firm' : 'pending',
    units: cappedUnits(a.units + b.units),
    discount,
    shared: a.shared || b.shared,
  };
}
