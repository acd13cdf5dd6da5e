import { endedOnAmazon, type Promotion, stillUsable, validity } from '../promotion';
import { openTicks } from '../ticks';
import { type Alert, alertKinds, type PromotionAlertKind, type PromotionFacts } from './alert';
import { alertRules, type LowAt } from './alert-rules';
import { endsSoon, goesLive, limitBack, worksThoughOver } from './dates';
import { backupDue, reportsOld, type Saved } from './house';
import { leakHolds } from './leak-sign';
import { codesLow } from './stock';

const day = 24 * 60 * 60_000;

/** The alerts of one promotion, what may cost money first; none of one that was put away. `now` in milliseconds. */
export function alertsOf(facts: PromotionFacts, low: LowAt, now: number): Alert<PromotionAlertKind>[] {
  const { promotion, counts, signs } = facts;
  if (promotion.archived) return [];
  const found = [
    leakHolds(signs, promotion, counts) && {
      ...of(promotion, 'leak'),
      ...(signs.leak ? { count: signs.leak.count } : {}),
    },
    validity(promotion, now) !== 'ended' && unsafeOnAmazon(promotion),
    promotion.onAmazon?.was && of(promotion, 'dates-changed', JSON.stringify(promotion.onAmazon.was)),
    ...standing(facts, low, now),
  ];
  return found
    .filter((each) => typeof each === 'object' && each !== null)
    .sort((a, b) => alertKinds.indexOf(a.kind) - alertKinds.indexOf(b.kind));
}

/** The alerts about everything here. `saved` null: nobody knows. */
export function houseAlerts(all: readonly PromotionFacts[], saved: Saved | null, now: number): Alert[] {
  return [reportsOld(all, now), saved && backupDue(saved, now)].filter((each) => each !== null);
}

/** Its own page shows settings that can cost money: worth ending it while that still helps. */
function unsafeOnAmazon(promotion: Promotion): Alert<'unsafe-on-amazon'> | null {
  const count = promotion.onAmazon?.unsafe;
  return count === undefined ? null : { ...of(promotion, 'unsafe-on-amazon', String(count)), count };
}

type Found = Alert<PromotionAlertKind> | false | null | undefined;

function standing(facts: PromotionFacts, low: LowAt, now: number): Found[] {
  const { promotion, counts } = facts;
  if (isFreshlyEnded(promotion, now))
    return [
      counts.total > 0 && of(promotion, 'ended-on-amazon', promotion.onAmazon?.at),
      limitBack(facts, now),
    ];
  if (validity(promotion, now) === 'ended') return [limitBack(facts, now)];
  // What was given out, or could have been copied, works on without a limit, too.
  if (promotion.givingEnded !== null)
    return [worksThoughOver(facts), stillUsable(counts) > 0 && limitHigh(facts)];
  // What is to be ended needs no codes.
  if (counts.total === 0) return [!unsafeOnAmazon(promotion) && of(promotion, 'never-captured')];
  const given = counts.issued > 0;
  return [
    given && openTicks(promotion.ticks).length > 0 && of(promotion, 'never-confirmed'),
    given && limitHigh(facts),
    codesLow(facts, low, now),
    endsSoon(facts, now),
    goesLive(facts, now),
  ];
}

/** Products were seen without a max order quantity, or with a higher one than the seller's own. */
function limitHigh({ promotion, signs }: PromotionFacts): Found {
  return signs.overLimit > 0 && { ...of(promotion, 'limit-high'), count: signs.overLimit };
}

function of<Kind extends PromotionAlertKind>(
  { id }: Promotion,
  kind: Kind,
  occasion: string | null = null,
): Alert<Kind> {
  return { kind, promotionId: id, occasion };
}

function isFreshlyEnded(promotion: Promotion, now: number): boolean {
  return (
    endedOnAmazon(promotion) && now - Date.parse(promotion.onAmazon?.at ?? '') < alertRules.justEnded * day
  );
}
