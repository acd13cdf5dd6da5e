import { endedOnAmazon, type Promotion, validity } from '../domain/promotion';
import { openTicks } from '../domain/ticks';
import type { PromotionWithCounts } from './pool';

/** What may cost money first. */
const order = [
  'ended-on-amazon',
  'dates-changed',
  'works-though-over',
  'never-confirmed',
  'runs-low',
  'never-captured',
] as const;

/** What a promotion wants of its seller. */
export type NeedKind = (typeof order)[number];

export interface Need {
  readonly kind: NeedKind;
  readonly item: PromotionWithCounts;
}

const fewest = 5;
const lowShare = 0.1;

/** Everything that wants the seller's eye, what may cost money first; nothing that was put away. `now` in milliseconds. */
export function needs(promotions: readonly PromotionWithCounts[], now: number): Need[] {
  return promotions
    .flatMap((item) => kindsOf(item, now).map((kind) => ({ kind, item })))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function kindsOf(item: PromotionWithCounts, now: number): NeedKind[] {
  if (item.promotion.archived) return [];
  return [...(item.promotion.onAmazon?.was ? (['dates-changed'] as const) : []), ...standingKinds(item, now)];
}

/** Long enough for the seller to have come by. */
const isNewsFor = 7 * 24 * 60 * 60_000;

function isFreshlyEnded(promotion: Promotion, now: number): boolean {
  return endedOnAmazon(promotion) && now - Date.parse(promotion.onAmazon?.at ?? '') < isNewsFor;
}

function standingKinds({ promotion, counts }: PromotionWithCounts, now: number): NeedKind[] {
  if (isFreshlyEnded(promotion, now)) return counts.total > 0 ? ['ended-on-amazon'] : [];
  if (validity(promotion, now) === 'ended') return [];
  if (promotion.givingEnded !== null) return counts.total > 0 ? ['works-though-over'] : [];
  if (counts.total === 0) return ['never-captured'];
  const low = counts.issued > 0 && counts.available <= Math.max(fewest, counts.total * lowShare);
  const unconfirmed = counts.issued > 0 && openTicks(promotion.ticks).length > 0;
  return [...(unconfirmed ? (['never-confirmed'] as const) : []), ...(low ? (['runs-low'] as const) : [])];
}
