import type { actActs, cardActs, cardState } from '../../actions/desk/card-acts';
import type { Promotion } from '../../domain/promotion';

/** What a card shows besides the promotion itself. */
export type CardState = ReturnType<typeof cardState>;

/** What can be done to one act of giving out. */
export type ActActs = ReturnType<typeof actActs>;

/** What can be done to a promotion. */
export type CardActs = ReturnType<typeof cardActs>;

/** The name a promotion goes by on the page and in the `data-promotion` attribute. */
export function nameOf(promotion: Promotion): string {
  return promotion.name || promotion.trackingId || '';
}
