import type { HeldByCopy as Held, PromotionWithCounts } from '../../actions/pool';
import { shortDay } from '../../words/format';
import { say, sayCount } from '../../words/say';
import { nameOf } from './promotion-model';

interface HeldByCopyProps {
  held: readonly Held[];
  promotions: readonly PromotionWithCounts[];
  /** Of one promotion, or (null) of all. */
  onRelease: (promotionId: string | null) => void;
}

/** After a backup was loaded: how many codes wait, why, and the one act that ends it. Absent while none does. */
export function HeldByCopy({ held, promotions, onRelease }: HeldByCopyProps) {
  if (held.length === 0) return null;
  const count = held.reduce((sum, each) => sum + each.count, 0);
  const [since = ''] = held.map((each) => each.since).sort();
  return (
    <section class="cc-notice cc-notice-warning cc-over" data-testid="held-by-copy">
      <p>
        <b>{heldByCopyWords(count, since)}</b> {say('heldCopyHow')}
      </p>
      <button
        type="button"
        class="cc-button"
        data-testid="release-held"
        aria-label={sayCount('heldCopyReleaseWhat', count)}
        onClick={() => onRelease(null)}
      >
        {sayCount('heldCopyRelease', count)}
      </button>
      {held.length > 1 && (
        <details>
          <summary>{say('heldCopyEach')}</summary>
          <ul class="cc-held-each">
            {held.map((each) => {
              const item = promotions.find(({ promotion }) => promotion.id === each.promotionId);
              const name = item ? nameOf(item.promotion) : '';
              return (
                <li key={each.promotionId}>
                  <span>
                    <b>{name}</b> {sayCount('listCodes', each.count)}
                  </span>
                  <button
                    type="button"
                    class="cc-button cc-small cc-quiet"
                    data-testid="release-held-one"
                    aria-label={sayCount('holdReleaseWhat', each.count, { promotion: name })}
                    onClick={() => onRelease(each.promotionId)}
                  >
                    {say('holdRelease')}
                  </button>
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </section>
  );
}

/** "440 codes are on hold because they may have been given out since Nov 23." */
export function heldByCopyWords(count: number, since: string): string {
  return sayCount('heldCopy', count, { date: shortDay(Date.parse(since), undefined, Date.now()) });
}
