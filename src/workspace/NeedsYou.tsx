import type { Need } from '../actions/needs';
import type { Submitted } from '../actions/submitted';
import { openTicks, tickWords } from '../domain/ticks';
import { codes, number, onTime } from '../ui/format';
import { overWords } from '../ui/OverNotice';
import { nameOf } from '../ui/promotion-model';

/** Lines shown at once, so that adding codes stays in sight. */
const shown = 3;

interface NeedsYouProps {
  needs: readonly Need[];
  /** Submitted on Amazon, not opened there since. */
  submitted: readonly Submitted[];
  now: number;
}

/** What wants the seller's eye, each with its promotion. */
export function NeedsYou({ needs, submitted, now }: NeedsYouProps) {
  if (needs.length === 0 && submitted.length === 0) return null;
  return (
    <section class="needs" aria-labelledby="needs-title" data-testid="needs-you">
      <h2 id="needs-title">Needs you</h2>
      {submitted.length > 0 && (
        <ul>
          {submitted.map(({ id, name, marketplace, at }) => (
            <li key={id} data-testid="submitted">
              <b>{name}</b>
              <span class="cc-tag">{marketplace ?? 'store not known'}</span>
              <p>Submitted {onTime(at, now)}. Next: on Amazon open the promotion, then Manage claim codes.</p>
            </li>
          ))}
        </ul>
      )}
      <NeedLines needs={needs.slice(0, shown)} now={now} />
      {needs.length > shown && (
        <details>
          <summary>{number(needs.length - shown)} more</summary>
          <NeedLines needs={needs.slice(shown)} now={now} />
        </details>
      )}
    </section>
  );
}

function NeedLines({ needs, now }: { needs: readonly Need[]; now: number }) {
  return (
    <ul>
      {needs.map((need) => {
        const { promotion } = need.item;
        return (
          <li key={`${need.kind} ${promotion.id}`}>
            <a href={`#/promotion/${encodeURIComponent(promotion.id)}`}>{nameOf(promotion)}</a>
            <span class="cc-tag">{promotion.marketplace ?? 'store not known'}</span>
            <p>{wordsOf(need, now)}</p>
          </li>
        );
      })}
    </ul>
  );
}

function wordsOf({ kind, item: { promotion, counts } }: Need, now: number): string {
  if (kind === 'works-though-over') return `Over, but ${overWords(promotion, counts, now)}`;
  if (kind === 'never-captured')
    return 'No codes captured yet. On Amazon open it and press Manage claim codes; when a group is Ready, press Capture, or drop its ZIP here.';
  if (kind === 'runs-low') {
    return counts.available === 0
      ? `No codes left of ${number(counts.total)}.`
      : `Runs low: ${codes(counts.available)} of ${number(counts.total)} left.`;
  }
  const open = openTicks(promotion.ticks).map((id) => tickWords[id].short.toLowerCase());
  return `Codes are out, never confirmed: ${open.join('; ')}.`;
}
