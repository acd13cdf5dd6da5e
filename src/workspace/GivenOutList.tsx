import type { LeftThere } from '../domain/allocation';
import type { IssuanceSummary } from '../ledger';
import { codes, number, shortTime, whom } from '../ui/format';
import { LeftThereForm } from './LeftThereForm';

interface GivenOutListProps {
  acts: readonly IssuanceSummary[];
  /** There may be more than these. */
  full: boolean;
  /** What platforms said they have left. */
  told: readonly LeftThere[];
  onTell: (issuance: string, left: number) => void;
  onUndo: (issuance: string) => void;
}

/** Everything given out, newest first, each with its way back. */
export function GivenOutList({ acts, full, told, onTell, onUndo }: GivenOutListProps) {
  return (
    <section class="panel" aria-labelledby="acts-title">
      <h2 id="acts-title">Given out</h2>
      {acts.length === 0 ? (
        <p class="cc-hint">Nothing yet. Each code given out will stand here, with whom it went to.</p>
      ) : (
        <ul class="lots">
          {acts.map((act) => (
            <li key={act.issuance} class={act.out === 0 ? 'gone' : ''}>
              <div>
                <b>{whom(act) || 'Nobody named'}</b>
                <p class="cc-hint">
                  {shortTime(act.at)}
                  {act.by ? ` · by ${act.by}` : ''}
                  {act.note ? ` · ${act.note}` : ''}
                </p>
              </div>
              <p class="lot-count">
                {codes(act.count)}
                {sinceWords(act)}
              </p>
              {act.out > 0 && act.redeemed === 0 && (
                <button
                  type="button"
                  class="cc-button cc-small cc-quiet"
                  aria-label={`Take back ${codes(act.count)}${whom(act) ? ` given to ${whom(act)}` : ''}, ${shortTime(act.at)}`}
                  onClick={() => onUndo(act.issuance)}
                >
                  Take back
                </button>
              )}
              {act.out > 0 && act.count > 1 && (
                <LeftThereForm
                  issuance={act.issuance}
                  count={act.count}
                  told={told}
                  onTell={(left) => onTell(act.issuance, left)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {full && <p class="cc-hint">The latest {number(acts.length)}. Export the history for all.</p>}
    </section>
  );
}

/** What became of an act's codes since: ", taken back", ", 2 cancelled, 1 used", or nothing. */
function sinceWords({ count, out, undone, redeemed }: IssuanceSummary): string {
  const cancelled = undone ? 0 : count - out;
  const some = (part: number, word: string) =>
    part === 0 ? '' : part === count ? `, ${word}` : `, ${number(part)} ${word}`;
  return undone ? ', taken back' : some(cancelled, 'cancelled') + some(redeemed, 'used');
}
