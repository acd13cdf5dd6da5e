import { type LifePhase, lifeOf } from '../../domain/life';
import { timeZoneOf } from '../../domain/marketplaces';
import type { Promotion } from '../../domain/promotion';
import { instant } from '../../words/format';
import { say } from '../../words/say';
import type { SentenceKey } from '../../words/sentences';
import { drawnLife, type Stop } from './drawn-life';

const phaseWords = {
  made: 'lifeMade',
  pending: 'lifePending',
  live: 'lifeLive',
  ending: 'lifeEnding',
  'end-requested': 'lifeEndRequested',
  ended: 'lifeEnded',
} as const satisfies Record<Exclude<LifePhase, 'unknown'>, SentenceKey>;

const stopWords = {
  made: 'lifeAdded',
  start: 'lifeStart',
  stopped: 'lifeStopped',
  today: 'lifeToday',
  'seen-over': 'lifeSeenOver',
  end: 'lifeEnd',
} as const satisfies Record<Stop['kind'], SentenceKey>;

/**
 * A promotion's life as a line with today on it; below it the same as a list, which is what screen readers get. What
 * the seller stopped looks unlike what Amazon ended: the codes work on.
 */
export function LifeLine({ promotion, now }: { promotion: Promotion; now: number }) {
  const { phase } = lifeOf(promotion, now);
  const { runs, stops, endKnown } = drawnLife(promotion, now);
  const zone = timeZoneOf(promotion.marketplace);
  return (
    <section class="panel life" aria-labelledby="life-title" data-testid="life" data-phase={phase}>
      <div class="life-head">
        <h2 id="life-title">{say('lifeTitle')}</h2>
        {phase !== 'unknown' && (
          <span class={`cc-tag life-phase life-phase-${phase}`}>{say(phaseWords[phase])}</span>
        )}
      </div>
      {/* A line whose end nobody knows has no place for today. */}
      {endKnown && (
        <div class="life-track" aria-hidden="true">
          {runs.map(({ kind, from, to }) => (
            <span
              key={kind}
              class={`life-run life-run-${kind}`}
              style={{ insetInlineStart: percent(from), inlineSize: percent(to - from) }}
            />
          ))}
          {stops.map(({ kind, place }) => (
            <span
              key={kind}
              class={`life-mark life-mark-${kind}`}
              style={{ insetInlineStart: percent(place) }}
            />
          ))}
        </div>
      )}
      <ol class="life-stops">
        {stops.map(({ kind, at }) => (
          <li
            key={kind}
            class={`life-stop life-stop-${kind}`}
            data-stop={kind}
            aria-current={kind === 'today' ? 'date' : undefined}
          >
            <b>{say(stopWords[kind])}</b>{' '}
            <time dateTime={new Date(at).toISOString()}>{instant(at, zone, now)}</time>
          </li>
        ))}
        {!endKnown && (
          <li class="life-stop" data-stop="unknown">
            <b>{say('validUnknown')}</b>
          </li>
        )}
      </ol>
      {!zone && <p class="cc-hint">{say('validYourTime')}</p>}
    </section>
  );
}

function percent(part: number): string {
  return `${(100 * part).toFixed(2)}%`;
}
