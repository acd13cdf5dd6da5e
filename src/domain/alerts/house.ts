import { lifeOf } from '../life';
import { dayOf } from '../orders/coverage';
import { stillOut } from '../promotion';
import type { Alert, PromotionFacts } from './alert';
import { alertRules } from './alert-rules';

const day = 24 * 3_600_000;

/** When everything was saved last, ISO (null: never), and how many changes to codes came since. */
export interface Saved {
  readonly at: string | null;
  readonly changes: number;
}

/** Much changed since everything was saved last, or something did long ago. */
export function backupDue({ at, changes }: Saved, now: number): Alert<'backup-due'> | null {
  const isLate = at !== null && changes > 0 && now - Date.parse(at) > alertRules.savedLongAgo * day;
  if (changes < alertRules.muchChanged && !isLate) return null;
  return { kind: 'backup-due', promotionId: '', occasion: at ?? 'never', count: changes };
}

/** Promotions whose uses are counted from reports, and whose newest report is old while their codes work. */
export function reportsOld(all: readonly PromotionFacts[], now: number): Alert<'reports-old'> | null {
  const old = all.filter((facts) => isOld(facts, now));
  if (old.length === 0) return null;
  const newest = Math.max(...old.map(({ signs }) => signs.reportedTo ?? 0));
  const at = (newest + 1) * day;
  return { kind: 'reports-old', promotionId: '', occasion: String(newest), count: old.length, at };
}

function isOld({ promotion, counts, signs }: PromotionFacts, now: number): boolean {
  if (promotion.archived || signs.reportedTo === null || stillOut(counts) === 0) return false;
  const { worksUntil, phase } = lifeOf(promotion, now);
  if (phase === 'made' || (worksUntil !== null && now - worksUntil > alertRules.reportAfterEnd * day))
    return false;
  const wanted = dayOf(Math.min(now, worksUntil ?? now) / 1000);
  return wanted - signs.reportedTo > alertRules.reportIsOld;
}
