import { readOrderId } from '../../domain/orders/order-id';
import type { Counts, Promotion } from '../../domain/promotion';
import { marksInForce } from '../acts/marks-in-force';
import type { Tx } from '../store/schema';
import type { PromotionUse, Uses } from './uses';

/**
 * A promotion's counts with its uses as both the reports and the codes marked by hand tell of them: the one number
 * that every view shows. A code marked with an order that a report has, too, is one use.
 */
export async function withUses<Row extends Counts>(
  tx: Tx,
  uses: Uses | null,
  promotion: Promotion,
  counts: Row,
): Promise<Row> {
  const use: PromotionUse = uses ? await uses.of(promotion) : { kind: 'unknown' };
  if (use.kind !== 'counted') return counts;
  const { checkouts, pending } = use.count;
  const elsewhere = uses && counts.redeemed > 0 ? await markedElsewhere(tx, uses, promotion) : 0;
  return {
    ...counts,
    redeemed: Math.max(checkouts + elsewhere, counts.redeemed),
    redeemedKnown: true,
    provisional: pending,
  };
}

/** Codes marked as used in an order that no report tells of. */
async function markedElsewhere(tx: Tx, uses: Uses, promotion: Promotion): Promise<number> {
  const known = new Set((await uses.ordersOf(promotion)).map(({ order }) => order));
  const marks = await marksInForce(tx, promotion.id);
  return marks.filter(({ orderId }) => {
    const order = orderId?.trim() ?? '';
    return readOrderId(order) !== null && !known.has(order);
  }).length;
}
