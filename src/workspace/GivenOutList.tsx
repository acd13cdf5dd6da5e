import type { LeftThere } from '../domain/allocation';
import type { IssuanceSummary } from '../ledger';
import { codes, number, shortTime, whom } from '../ui/format';
import { LeftThereForm } from './LeftThereForm';

interface GivenOutListProps {
  acts: readonly IssuanceSummary[];
  /** Asks for earlier ones than these; null where there are none. */
  onMore: (() => void) | null;
  /** What platforms said they have left. */
  told: readonly LeftThere[];
  onTell: (issuance: string, left: number) => void;
  onUndo: (issuance: string) => void;
}

/** Acts shown at once; the others unfold. */
const shown = 8;

/** Everything given out, newest first, each with its way back. */
export function GivenOutList({ acts, onMore, ...rest }: GivenOutListProps) {
  const rows = (some: readonly IssuanceSummary[]) => (
    <ul class="lots">
      {some.map((act) => (
        <GivenOutRow key={act.issuance} act={act} {...rest} />
      ))}
    </ul>
  );
  return (
    <section class="panel" aria-labelledby="acts-title">
      <h2 id="acts-title">Given out</h2>
      {acts.length === 0 ? (
        <p class="cc-hint">Nothing yet. Each code given out will stand here, with whom it went to.</p>
      ) : (
        rows(acts.slice(0, shown))
      )}
      {acts.length > shown && (
        <details>
          <summary data-testid="earlier-acts">
            {onMore ? 'Earlier' : `${number(acts.length - shown)} earlier`}
          </summary>
          {rows(acts.slice(shown))}
          {onMore && (
            <button type="button" class="cc-button cc-small" data-testid="more-acts" onClick={onMore}>
              Show more
            </button>
          )}
        </details>
      )}
    </section>
  );
}

type GivenOutRowProps = Omit<GivenOutListProps, 'acts' | 'onMore'> & { act: IssuanceSummary };

function GivenOutRow({ act, told, onTell, onUndo }: GivenOutRowProps) {
  const { issuance, count, at, by, note, out, redeemed } = act;
  const name = whom(act);
  return (
    <li class={out === 0 ? 'gone' : ''}>
      <div>
        <b>{name || 'Nobody named'}</b>
        <p class="cc-hint">{[shortTime(at), by && `by ${by}`, note].filter(Boolean).join(' · ')}</p>
      </div>
      <p class="lot-count">
        {codes(count)}
        {sinceWords(act)}
      </p>
      {out > 0 && redeemed === 0 && (
        <button
          type="button"
          class="cc-button cc-small cc-quiet"
          aria-label={`Take back ${codes(out)}${name ? ` given to ${name}` : ''}, ${shortTime(at)}`}
          onClick={() => onUndo(issuance)}
        >
          Take back
        </button>
      )}
      {out > 0 && count > 1 && (
        <LeftThereForm
          issuance={issuance}
          count={count}
          told={told}
          onTell={(left) => onTell(issuance, left)}
        />
      )}
    </li>
  );
}

/** What became of an act's codes since: ", taken back", ", 2 cancelled, 1 used", or nothing. */
function sinceWords({ count, out, undone, redeemed }: IssuanceSummary): string {
  const cancelled = undone ? 0 : count - out;
  const some = (part: number, word: string) =>
    part === 0 ? '' : part === count ? `, ${word}` : `, ${number(part)} ${word}`;
  return undone ? ', taken back' : some(cancelled, 'cancelled') + some(redeemed, 'used');
}
