import type { Desk } from '../../actions/desk/desk';
import type { Pool, PromotionWithCounts } from '../../actions/pool';
import { givesOut } from '../../domain/promotion';
import { say } from '../../words/say';
import { CancelCodes } from './CancelCodes';
import { CanceledList } from './CanceledList';
import { HoldForm } from './HoldForm';
import { HoldList } from './HoldList';
import { OneCode } from './OneCode';

/** The rarer acts on a promotion's codes, folded until wanted, and what is kept back or canceled now. */
export function MoreActs({ pool, desk, item }: { pool: Pool; desk: Desk; item: PromotionWithCounts }) {
  const { promotion, counts } = item;
  if (counts.total === 0) return null;
  return (
    <>
      <HoldList pool={pool} desk={desk} only={promotion.id} />
      <CanceledList pool={pool} promotionId={promotion.id} />
      <section class="panel" aria-labelledby="more-acts-title">
        <h2 id="more-acts-title">{say('moreTitle')}</h2>
        <details>
          <summary data-testid="hold-open">{say('moreKeep')}</summary>
          <HoldForm pool={pool} promotionId={promotion.id} left={counts.available} />
        </details>
        {givesOut(promotion) && (
          <details>
            <summary data-testid="one-code-open">{say('moreOneCode')}</summary>
            <OneCode pool={pool} promotion={promotion} left={counts.available} />
          </details>
        )}
        <details>
          <summary data-testid="cancel-open">{say('cancelCodes')}</summary>
          <CancelCodes pool={pool} promotionId={promotion.id} />
        </details>
      </section>
    </>
  );
}
