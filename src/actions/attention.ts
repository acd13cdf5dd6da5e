import { showBadge } from '../platform/badge';
import { type AlertsKept, nothingKept } from '../stored/alerts/alerts-kept';
import { type Submitted, stillAwaited } from '../stored/drafts/submitted';
import { say, sayCount } from '../words/say';
import type { Desk } from './desk/desk';
import { needs, planNeeds } from './needs';
import type { PromotionWithCounts } from './pool';

/**
 * How many promotions and stock plans want something of the seller today; what was only submitted so far counts, too.
 * Neither old reports nor a backup do: they can wait. `now` in milliseconds.
 */
export function countAttention(
  promotions: readonly PromotionWithCounts[],
  submitted: readonly Submitted[],
  now: number,
  kept: AlertsKept = nothingKept,
): number {
  const wanting = new Set(needs(promotions, now, kept).map(({ item }) => item.promotion.id));
  const awaited = stillAwaited(
    submitted,
    promotions.map((each) => each.promotion),
  );
  const plans = new Set(planNeeds(kept, now).map(({ step }) => step.planId));
  return wanting.size + awaited.length + plans.size;
}

/** Writes on the toolbar icon how many things want the seller's eye. */
export function showAttention(count: number): Promise<void> {
  return showBadge(count, count === 0 ? say('name') : sayCount('badgeTitle', count));
}

/** From now on the toolbar icon says what this desk's promotions want. Returns the way to stop. */
export function keepBadge(desk: Pick<Desk, 'state' | 'subscribe'>): () => void {
  let before: Partial<Pick<Desk['state'], 'promotions' | 'submitted' | 'alerts'>> = {};
  let due: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    const { promotions, submitted, alerts } = desk.state;
    showAttention(countAttention(promotions ?? [], submitted, Date.now(), alerts)).catch((error: unknown) =>
      console.warn('Claimcheck could not write on its icon:', error),
    );
  };
  const stop = desk.subscribe(() => {
    const { promotions, submitted, alerts } = desk.state;
    const isSame =
      before.promotions === promotions && before.submitted === submitted && before.alerts === alerts;
    if (!promotions || isSame) return;
    before = { promotions, submitted, alerts };
    // The page itself comes first: with a thousand promotions this is work.
    clearTimeout(due);
    due = setTimeout(show);
  });
  return () => {
    clearTimeout(due);
    stop();
  };
}
