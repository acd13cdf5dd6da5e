import { discountsGiven, type GivenDiscount, type UseCount } from '../../domain/orders/counted';
import { sortedOut } from '../repair/row-faults';
import { importTimes, outOf, type WentOut } from '../reports/promotion-results';
import { hasReports, Uses, useStores } from '../reports/uses';
import type { Db } from '../store/schema';
import { read } from '../store/transact';

/** A promotion whose uses the reports count, as it is compared with others. */
export interface ComparedPromotion {
  readonly promotionId: string;
  readonly count: UseCount;
  /** Codes that ever left this computer. */
  readonly everOut: number;
  readonly wentOut: readonly WentOut[];
  readonly discounts: readonly GivenDiscount[];
}

/** Every promotion whose uses the reports here count. */
export async function comparePromotions(db: Db): Promise<ComparedPromotion[]> {
  if (!(await hasReports(db))) return [];
  return read(db, ['promotions', 'entries', 'batches', ...useStores], async (tx) => {
    const { sound } = sortedOut('promotions', await tx.objectStore('promotions').getAll());
    const uses = await Uses.in(tx, sound);
    if (!uses) return [];
    const imported = await importTimes(tx);
    const compared: ComparedPromotion[] = [];
    for (const promotion of sound) {
      const use = await uses.of(promotion);
      if (use.kind !== 'counted') continue;
      const { everOut, wentOut } = await outOf(tx, promotion.id, imported);
      const discounts = discountsGiven(await uses.ordersOf(promotion));
      compared.push({ promotionId: promotion.id, count: use.count, everOut, wentOut, discounts });
    }
    return compared;
  });
}
