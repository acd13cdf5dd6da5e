import { fbaPrefix, isAmazonsOwn } from '../../../domain/orders/promotion-ids';
import type { OneOrder } from './one-order';

/** One order in both reports could be chance. */
const leastMet = 2;

/** Learns which number of FBA Promotions means which Tracking ID, by the orders that stand in both reports. */
export class SameIds {
  readonly #met = new Map<string, { orders: number; with: Map<string, number> }>();

  note({ fromOrders, promotions }: OneOrder): void {
    if (!fromOrders) return;
    for (const { id } of promotions) {
      if (!id.startsWith(fbaPrefix)) continue;
      const met = this.#met.get(id) ?? { orders: 0, with: new Map<string, number>() };
      this.#met.set(id, met);
      met.orders++;
      for (const other of promotions)
        if (!other.id.startsWith(fbaPrefix)) met.with.set(other.id, (met.with.get(other.id) ?? 0) + 1);
    }
  }

  /** The one Tracking ID that all orders of a number have. Where there are two such, it stays open. */
  links(): Map<string, { readonly id: string; readonly met: number }> {
    const links = new Map<string, { id: string; met: number }>();
    for (const [id, { orders, with: others }] of this.#met) {
      const always = [...others].filter(([other, count]) => count === orders && !isAmazonsOwn(other));
      const [only] = always;
      if (only && always.length === 1 && orders >= leastMet) links.set(id, { id: only[0], met: orders });
    }
    return links;
  }
}
