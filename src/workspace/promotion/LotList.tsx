import type { Batch } from '../../actions/pool';
import { codes, number, shortTime } from '../../words/format';

/** The lists of codes a promotion was filled from, newest first. */
export function LotList({
  lots,
  onWithdraw,
}: {
  lots: readonly Batch[];
  onWithdraw: (batchId: number) => void;
}) {
  if (lots.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="lots-title">
      <h2 id="lots-title">Lots</h2>
      <ul class="lots">
        {lots.map((lot) => (
          <li key={lot.id} class={lot.withdrawn ? 'gone' : ''}>
            <div>
              <b>{lot.name}</b>
              <p class="cc-hint">
                {lot.sourceName === lot.name ? '' : `${lot.sourceName} · `}
                {shortTime(lot.at)}
              </p>
              {lot.quantityAsked !== null && lot.quantityAsked !== lot.count && (
                <p class="lot-differs">
                  {number(lot.quantityAsked)} asked for on Amazon, {number(lot.count)} added
                </p>
              )}
            </div>
            <p class="lot-count">
              {lot.withdrawn ? 'taken back' : `${number(lot.available)} of ${codes(lot.count)} left`}
            </p>
            {!lot.withdrawn && lot.available === lot.count && (
              <button
                type="button"
                class="cc-button cc-small cc-quiet"
                aria-label={`Undo import of ${lot.name}`}
                onClick={() => onWithdraw(lot.id)}
              >
                Undo import
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
