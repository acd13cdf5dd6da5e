import type { Need } from '../actions/needs';
import { openTicks, tickWords } from '../domain/ticks';
import type { Submitted } from '../stored/submitted';
import { newDatesWords } from '../ui/promotion/NewDates';
import { overWords } from '../ui/promotion/OverNotice';
import { nameOf } from '../ui/promotion/promotion-model';
import { isToday, listed, shortTime } from '../words/format';
import { say, sayCount } from '../words/say';

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
  const groups = byPromotion(needs);
  return (
    <section class="needs" aria-labelledby="needs-title" data-testid="needs-you">
      <h2 id="needs-title">{say('needsTitle')}</h2>
      {submitted.length > 0 && (
        <ul>
          {submitted.map(({ id, name, marketplace, at }) => (
            <li key={id} data-testid="submitted">
              <b>{name}</b>
              <span class="cc-tag">{marketplace ?? say('needsStoreUnknown')}</span>
              <p>{submittedWords(at, now)}</p>
            </li>
          ))}
        </ul>
      )}
      <NeedLines groups={groups.slice(0, shown)} now={now} />
      {groups.length > shown && (
        <details>
          <summary>{sayCount('needsMore', groups.length - shown)}</summary>
          <NeedLines groups={groups.slice(shown)} now={now} />
        </details>
      )}
    </section>
  );
}

function NeedLines({ groups, now }: { groups: readonly (readonly [Need, ...Need[]])[]; now: number }) {
  return (
    <ul>
      {groups.map((group) => {
        const { promotion } = group[0].item;
        return (
          <li key={promotion.id}>
            <a href={`#/promotion/${encodeURIComponent(promotion.id)}`}>{nameOf(promotion)}</a>
            <span class="cc-tag">{promotion.marketplace ?? say('needsStoreUnknown')}</span>
            <p>{group.map((need) => wordsOf(need, now)).join(' ')}</p>
          </li>
        );
      })}
    </ul>
  );
}

/** One group for each promotion, in the order of what it wants most. */
function byPromotion(needs: readonly Need[]): [Need, ...Need[]][] {
  const groups = new Map<string, [Need, ...Need[]]>();
  for (const need of needs) {
    const group = groups.get(need.item.promotion.id);
    if (group) group.push(need);
    else groups.set(need.item.promotion.id, [need]);
  }
  return [...groups.values()];
}

function wordsOf({ kind, item: { promotion, counts } }: Need, now: number): string {
  switch (kind) {
    case 'ended-on-amazon':
      return say('needsEnded');
    case 'dates-changed':
      return `${say('newDatesTitle')} ${newDatesWords(promotion, now)}`;
    case 'works-though-over':
      return say('needsOver', { works: overWords(promotion, counts, now) });
    case 'never-captured':
      return say('needsCapture');
    case 'runs-low':
      return counts.available === 0
        ? sayCount('needsNoneLeft', counts.total)
        : sayCount('needsLow', counts.available, { total: counts.total });
    case 'never-confirmed': {
      const open = openTicks(promotion.ticks).map((id) =>
        say('needsTick', { tick: say(tickWords[id].short) }),
      );
      return say('needsTicks', { ticks: listed(open) });
    }
  }
}

function submittedWords(at: string, now: number): string {
  const time = shortTime(at, now);
  return isToday(at, now) ? say('needsSubmittedToday', { time }) : say('needsSubmitted', { time });
}
