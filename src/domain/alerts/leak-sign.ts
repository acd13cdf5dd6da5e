import type { PromotionOrder } from '../orders/counted';
import { leaks } from '../orders/leaks';
import type { Counts, Promotion } from '../promotion';
import { countsName, type LeakSign, type PromotionSigns } from './signs';

/** What reports tell of a promotion, and what went out of it. */
export interface LeakTold {
  /** Whether every order is this promotion's for sure. */
  readonly kind: 'counted' | 'shared' | 'unknown';
  readonly orders: readonly PromotionOrder[];
  /** Uses that may be halves of one checkout. */
  readonly possiblyOne: number;
  readonly everOut: number;
  /** Some went out before anybody here wrote it down. */
  readonly outBefore: boolean;
  readonly wentOut: readonly { readonly at: number; readonly count: number }[];
}

const alarming: readonly string[] = ['more-than-known', 'more-than-out', 'before-first'];

/**
 * The sign of a leak that is worth an alarm; null for none. More careful than the list of signs on screen: orders that
 * may yet be canceled, checkouts that may be one, codes on hold (a restored copy holds those that may be out) and
 * codes that were never brought here all speak against it.
 */
export function leakSignOf(told: LeakTold, promotion: Promotion, counts: Counts): LeakSign | null {
  if (told.kind !== 'counted' || counts.total === 0) return null;
  const { possiblyOne, wentOut, outBefore } = told;
  const settled = told.orders.filter(({ state }) => state === 'firm');
  const found = leaks(
    {
      ...{ kind: 'single-use', everOut: told.everOut + counts.held, known: counts.total },
      ...{ possiblyOne, wentOut, outBefore },
      ...{ start: null, end: promotion.end === null ? null : Date.parse(promotion.end) / 1000 },
      ...{ orderLimit: null, discountPerUnit: null },
    },
    settled,
  );
  const uses = new Set(settled.map(({ checkout }) => checkout)).size - possiblyOne;
  const missing = (promotion.planned ?? 0) > counts.total;
  for (const { kind, certainty, count } of found) {
    if (certainty === 'look' || !alarming.includes(kind)) continue;
    if (kind === 'more-than-known' && missing) continue;
    return { kind: kind as LeakSign['kind'], count, uses };
  }
  return null;
}

/** Whether a sign still holds, by the counts as they are: codes may have come in, or been written down as out, since. */
export function leakHolds({ leak, of }: PromotionSigns, promotion: Promotion, counts: Counts): boolean {
  if (leak === null) return false;
  if (of === countsName(promotion, counts)) return true;
  if (leak.kind === 'more-than-known') return leak.uses > counts.total;
  if (leak.kind === 'more-than-out') return leak.uses > counts.total - counts.available;
  return true;
}
