import type { GivenDiscount, UseCount } from '../../domain/orders/counted';
import { sortedOut } from '../repair/row-faults';
import { importTimes, outOf, type WentOut } from '../reports/promotion-results';
import { hasReports, Uses, useStores } from '../reports/uses';
import type { Db } from '../store/schema';
import { read } from '../store/transact';

/** Promotions that are read at the same time: few, so that whatever else the page reads waits for these alone. */
const atOnce = 8;

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
    for (let i = 0; i < sound.length; i += atOnce) {
      const lot = await Promise.all(
        sound.slice(i, i + atOnce).map(async (promotion): Promise<ComparedPromotion | null> => {
          const use = await uses.of(promotion);
          if (use.kind !== 'counted') return null;
          const [{ everOut, wentOut }, discounts] = await Promise.all([
            outOf(tx, promotion.id, imported),
            uses.discountsOf(promotion),
          ]);
          return { promotionId: promotion.id, count: use.count, everOut, wentOut, discounts };
        }),
      );
      compared.push(...lot.filter((each) => each !== null));
    }
    return compared;
  });
}
