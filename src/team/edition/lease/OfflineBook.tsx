import { useStore } from '../../../ui/parts/use-store';
import { onTime } from '../../../words/format';
import { inWords, sentenceOf } from '../../../words/problem-words';
import { say, sayCount } from '../../../words/say';
import type { BookedGiving } from '../../lease/book';
import type { Leases } from '../../lease/leases';

interface OfflineBookProps {
  leases: Leases;
  givings: readonly BookedGiving[];
}

/** What went out offline and the team doesn't know yet, or what there is to know of it; nothing where there is none. */
export function OfflineBook({ leases, givings }: OfflineBookProps) {
  const { untold } = useStore(leases);
  if (givings.length === 0) return null;
  return (
    <div class="cc-notice lease-book" data-testid="lease-book" data-count={givings.length}>
      <b>{sayCount('teamOfflineBook', givings.length)}</b>
      {givings.some(({ news }) => news === undefined) && (
        <p class="cc-hint">
          {untold ? say('teamOfflineUntold', { why: sentenceOf(untold) }) : say('teamOfflineWaits')}
        </p>
      )}
      <ul>
        {givings.map((giving) => (
          <Line key={giving.giving} giving={giving} onRead={() => void leases.forget(giving.giving)} />
        ))}
      </ul>
    </div>
  );
}

function Line({ giving, onRead }: { giving: BookedGiving; onRead: () => void }) {
  const { text, to, at, news } = giving;
  return (
    <li>
      <span>
        <code>{text}</code> {to || say('teamOfflineNobody')}, {onTime(at)}
      </span>
      {news !== undefined && (
        <>
          <p role="alert">{news === 'canceled' ? say('teamOfflineCanceled') : inWords(news)}</p>
          <button
            type="button"
            class="cc-button cc-small"
            data-testid="lease-read"
            aria-label={say('teamOfflineReadWhat', { code: text })}
            onClick={onRead}
          >
            {say('teamOfflineRead')}
          </button>
        </>
      )}
    </li>
  );
}
