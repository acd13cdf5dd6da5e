import { showBadge } from '../platform/badge';
import { type Submitted, stillAwaited } from '../stored/submitted';
import { say, sayCount } from '../words/say';
import type { Desk } from './desk/desk';
import { needs } from './needs';
import type { PromotionWithCounts } from './pool';

/** How many lines *Needs your attention* has: one for each promotion that wants something. `now` in milliseconds. */
export function countAttention(
  promotions: readonly PromotionWithCounts[],
  submitted: readonly Submitted[],
  now: number,
): number {
  const wanting = new Set(needs(promotions, now).map(({ item }) => item.promotion.id));
  const awaited = stillAwaited(
    submitted,
    promotions.map((each) => each.promotion),
  );
  return wanting.size + awaited.length;
}

/** Writes on the toolbar icon how many things want the seller's eye. */
export function showAttention(count: number): Promise<void> {
  return showBadge(count, count === 0 ? say('name') : sayCount('badgeTitle', count));
}

/** From now on the toolbar icon says what this desk's promotions want. Returns the way to stop. */
export function keepBadge(desk: Pick<Desk, 'state' | 'subscribe'>): () => void {
  let before: { promotions: unknown; submitted: unknown } | null = null;
  return desk.subscribe(() => {
    const { promotions, submitted } = desk.state;
    if (!promotions || (before?.promotions === promotions && before.submitted === submitted)) return;
    before = { promotions, submitted };
    showAttention(countAttention(promotions, submitted, Date.now())).catch((error: unknown) =>
      console.warn('Claimcheck could not write on its icon:', error),
    );
  });
}
