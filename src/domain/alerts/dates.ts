import { lifeOf, soon } from '../life';
import { stillOut, stillUsable } from '../promotion';
import type { Alert, PromotionFacts } from './alert';
import { alertRules } from './alert-rules';

const hour = 3_600_000;
const day = 24 * hour;

/** It ends soon, and many of its codes are out and not known as used. */
export function endsSoon({ promotion, counts }: PromotionFacts, now: number): Alert<'ends-soon'> | null {
  const { worksUntil } = lifeOf(promotion, now);
  const out = stillOut(counts);
  if (worksUntil === null || worksUntil < now || worksUntil - now >= soon || out < alertRules.manyOut)
    return null;
  const occasion = new Date(worksUntil).toISOString();
  return { kind: 'ends-soon', promotionId: promotion.id, occasion, count: out, at: worksUntil };
}

/** Its seller stopped giving out, and Amazon still takes its codes. */
export function worksThoughOver({ promotion, counts }: PromotionFacts): Alert<'works-though-over'> | null {
  if (stillUsable(counts) === 0) return null;
  const since = promotion.givingEnded ?? '';
  const at = Date.parse(since);
  return {
    ...{ kind: 'works-though-over', promotionId: promotion.id, occasion: since, count: stillOut(counts) },
    ...(Number.isNaN(at) ? {} : { announcedFrom: at + alertRules.justStopped * hour }),
  };
}

/** It works from now on, and some people got their codes before. */
export function goesLive(
  { promotion, counts, signs }: PromotionFacts,
  now: number,
): Alert<'goes-live'> | null {
  const { phase, worksFrom } = lifeOf(promotion, now);
  // Where nobody knows its end, it works from its start on all the same.
  if (!['live', 'ending', 'unknown'].includes(phase)) return null;
  // Some of those that went out early may be back.
  const early = Math.min(signs.early, counts.issued);
  if (
    early === 0 ||
    worksFrom === null ||
    now < worksFrom ||
    now - worksFrom >= alertRules.justStarted * hour
  )
    return null;
  const occasion = promotion.start;
  return { kind: 'goes-live', promotionId: promotion.id, occasion, count: early, at: worksFrom };
}

/** Its codes work no more since lately, and its seller had set a max order quantity for it. */
export function limitBack({ promotion, counts }: PromotionFacts, now: number): Alert<'limit-back'> | null {
  const { worksUntil } = lifeOf(promotion, now);
  if (worksUntil === null || worksUntil >= now || now - worksUntil >= alertRules.justEnded * day) return null;
  if (!promotion.ticks?.['order-limit'] || counts.total === 0) return null;
  const occasion = new Date(worksUntil).toISOString();
  return { kind: 'limit-back', promotionId: promotion.id, occasion, at: worksUntil };
}
