import type { Alert, PromotionFacts } from './alert';
import { alertRules, type LowAt } from './alert-rules';

const day = 24 * 3_600_000;

/** Few codes left: by number, by share, or by the days they last at the pace of the last week. */
export function codesLow(
  { promotion, counts, signs }: PromotionFacts,
  low: LowAt,
  now: number,
): Alert<'runs-low'> | null {
  if (counts.issued === 0) return null;
  const alert = { kind: 'runs-low', promotionId: promotion.id, occasion: null } as const;
  if (counts.available <= Math.max(low.codes, (counts.total * low.percent) / 100)) return alert;
  const days = daysLeft({ counts, signs }, now);
  if (days === null) return null;
  if (days <= low.days) return { ...alert, count: Math.floor(days) };
  // A slower day doesn't end it, so that the next quick one doesn't tell it again.
  return days <= 2 * low.days ? { ...alert, lingers: true } : null;
}

function daysLeft({ counts, signs }: Pick<PromotionFacts, 'counts' | 'signs'>, now: number): number | null {
  const fresh = signs.at > 0 && Math.abs(now - signs.at) < alertRules.paceHolds * day;
  if (!fresh || signs.lastWeek < alertRules.leastInWeek) return null;
  return counts.available / (signs.lastWeek / 7);
}
