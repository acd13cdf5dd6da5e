import type { Batch } from '../../actions/pool';
import { shortTime } from '../../words/format';
import { say, sayCount } from '../../words/say';

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
      <h2 id="lots-title">{say('lotsTitle')}</h2>
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
                <p class="lot-differs">{sayCount('lotDiffers', lot.count, { asked: lot.quantityAsked })}</p>
              )}
            </div>
            <p class="lot-count">
              {lot.withdrawn ? say('lotWithdrawn') : sayCount('lotLeft', lot.count, { left: lot.available })}
            </p>
            {!lot.withdrawn && lot.available === lot.count && (
              <button
                type="button"
                class="cc-button cc-small cc-quiet"
                aria-label={say('lotUndoWhat', { name: lot.name })}
                onClick={() => onWithdraw(lot.id)}
              >
                {say('lotUndo')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
