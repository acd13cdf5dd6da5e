import { lifeOf, soon } from '../life';
import { stillOut, stillUsable } from '../promotion';
import type { Alert, PromotionFacts } from './alert';

const hour = 3_600_000;
/** So many codes out make an end worth an alert. */
const many = 10;
/** Who has just stopped has read what still works. */
const stoppedLongAgo = 24 * hour;
/** After a start, people who got codes early can be told for so long. */
const newsFor = 48 * hour;

/** It ends soon, and many of its codes are out and not known as used. */
export function endsSoon({ promotion, counts }: PromotionFacts, now: number): Alert<'ends-soon'> | null {
  const { worksUntil } = lifeOf(promotion, now);
  const out = stillOut(counts);
  if (worksUntil === null || worksUntil < now || worksUntil - now >= soon || out < many) return null;
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
    ...(Number.isNaN(at) ? {} : { announcedFrom: at + stoppedLongAgo }),
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
  if (early === 0 || worksFrom === null || now < worksFrom || now - worksFrom >= newsFor) return null;
  const occasion = promotion.start;
  return { kind: 'goes-live', promotionId: promotion.id, occasion, count: early, at: worksFrom };
}
