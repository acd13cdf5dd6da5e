import type { Desk } from '../../actions/desk/desk';
import type { Db, PromotionWithCounts } from '../../ledger';
import { CancelCodes } from './CancelCodes';
import { CancelledList } from './CanceledList';
import { KeepBack } from './HoldForm';
import { HeldBack } from './HoldList';
import { OneCode } from './OneCode';

/** The rarer acts on a promotion's codes, folded until wanted, and what is kept back or cancelled now. */
export function CodeActs({ db, desk, item }: { db: Db; desk: Desk; item: PromotionWithCounts }) {
  const { promotion, counts } = item;
  if (counts.total === 0) return null;
  return (
    <>
      <HeldBack db={db} desk={desk} only={promotion.id} />
      <CancelledList db={db} promotionId={promotion.id} />
      <section class="panel" aria-labelledby="more-acts-title">
        <h2 id="more-acts-title">More with these codes</h2>
        <details>
          <summary data-testid="keep-open">Keep some back</summary>
          <KeepBack db={db} promotionId={promotion.id} left={counts.available} />
        </details>
        <details>
          <summary data-testid="one-code-open">Give out one certain code</summary>
          <OneCode db={db} promotion={promotion} left={counts.available} />
        </details>
        <details>
          <summary data-testid="cancel-open">Cancel codes</summary>
          <CancelCodes db={db} promotionId={promotion.id} />
        </details>
      </section>
    </>
  );
}
