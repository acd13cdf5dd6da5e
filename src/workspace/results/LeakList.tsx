import type { Leak } from '../../domain/orders/leaks';
import { moment } from '../../words/format';
import { say, sayCount } from '../../words/say';

/** Orders shown of each alarm. */
const mostShown = 20;

const words = {
  'more-than-known': ['leakMoreThanKnown', 'leakMoreThanKnownDo'],
  'more-than-out': ['leakMoreThanOut', 'leakMoreThanOutDo'],
  'before-first': ['leakBefore', 'leakBeforeDo'],
  'after-end': ['leakAfter', 'leakAfterDo'],
  'too-many-units': ['leakUnits', 'leakUnitsDo'],
  'large-discount': ['leakDiscount', 'leakDiscountDo'],
  burst: ['leakBurst', 'leakBurstDo'],
} as const;

const certainty = { sure: 'leakSure', likely: 'leakLikely', look: 'leakLook' } as const;

/** What in the orders points to codes in wrong hands: what, how sure, what to do, and the orders that show it. */
export function LeakList({ leaks }: { leaks: readonly Leak[] }) {
  if (leaks.length === 0) return null;
  return (
    <ul class="results-leaks" aria-label={say('leakTitle')}>
      {leaks.map(({ kind, count, orders, certainty: sure }) => (
        <li key={kind} class="cc-notice cc-notice-warning" data-leak={kind} data-certainty={sure}>
          <div>
            <p>
              <b>{sayCount(words[kind][0], count)}</b> {say(certainty[sure])}
            </p>
            <p>{say(words[kind][1])}</p>
            <details class="lines">
              <summary>{say('leakOrders')}</summary>
              <ul>
                {orders.slice(0, mostShown).map(({ order, at }) => (
                  <li key={order}>
                    <span class="cc-mono">{order}</span> {moment(new Date(at * 1000).toISOString())}
                  </li>
                ))}
              </ul>
            </details>
          </div>
        </li>
      ))}
    </ul>
  );
}
