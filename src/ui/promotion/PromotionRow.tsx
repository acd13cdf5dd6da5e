import type { PromotionWithCounts } from '../../actions/pool';
import { validity } from '../../domain/promotion';
import { shortOver } from '../../words/over-words';
import { say } from '../../words/say';
import { CountsBar, CountsLine, counted } from './Counts';
import { nameOf } from './promotion-model';
import { shortValidity } from './Validity';

/** A promotion folded to one line, which opens it. */
export function PromotionRow({
  promotion,
  counts,
  now,
  onOpen,
}: PromotionWithCounts & { now: number; onOpen: () => void }) {
  const over = validity(promotion, now) === 'ended';
  return (
    <div class={`cc-promotion-row ${over ? 'cc-row-over' : ''}`} data-promotion={nameOf(promotion)}>
      <button
        type="button"
        class="cc-row-open"
        data-testid="promotion-open"
        aria-expanded="false"
        onClick={onOpen}
      >
        <span class="cc-row-name">{nameOf(promotion)}</span>{' '}
        <span class="cc-row-told">
          {promotion.marketplace ?? say('cardStoreNotKnown')} · {shortValidity(promotion, now)}
        </span>{' '}
        <span class="cc-row-left" data-count="available" data-value={counts.available}>
          {counted('countLeft', counts.available)}
        </span>
        {promotion.givingEnded !== null && !over && <span class="cc-row-note"> {shortOver(counts)}</span>}
        <CountsBar counts={counts} />
      </button>
      <div class="cc-unseen">
        <CountsLine counts={counts} />
      </div>
    </div>
  );
}
