import type { ComponentChildren } from 'preact';
import type { Need } from '../../actions/needs';
import { openTicks, tickWords } from '../../domain/ticks';
import type { Submitted } from '../../stored/submitted';
import { newDatesWords } from '../../ui/promotion/NewDates';
import { overAll } from '../../ui/promotion/OverNotice';
import { nameOf } from '../../ui/promotion/promotion-model';
import { isToday, listed, shortTime } from '../../words/format';
import { say, sayCount } from '../../words/say';
import { NeedAct, type NeedActs } from './NeedAct';

/** Lines shown at once, so that giving out stays in sight. */
const shown = 3;

interface NeedsYouProps {
  needs: readonly Need[];
  /** Submitted on Amazon, not opened there since. */
  submitted: readonly Submitted[];
  now: number;
  acts: NeedActs;
}

/** What wants the seller's eye, each with its promotion and the one act that sees to it. */
export function NeedsYou({ needs, submitted, now, acts }: NeedsYouProps) {
  const groups = byPromotion(needs);
  const lines = (some: typeof groups) =>
    some.map((group) => <NeedLine key={group[0].item.promotion.id} {...{ group, now, acts }} />);
  return (
    <section class="panel needs" aria-labelledby="needs-title" data-testid="needs-you">
      <h2 id="needs-title">{say('needsTitle')}</h2>
      <ul>
        {submitted.map(({ id, name, marketplace, at }) => (
          <li key={id} data-testid="submitted">
            <Line name={<b>{name}</b>} store={marketplace} text={submittedWords(at, now)} />
          </li>
        ))}
        {lines(groups.slice(0, shown))}
      </ul>
      {groups.length > shown && (
        <details>
          <summary>{sayCount('needsMore', groups.length - shown)}</summary>
          <ul>{lines(groups.slice(shown))}</ul>
        </details>
      )}
    </section>
  );
}

interface NeedLineProps {
  group: readonly [Need, ...Need[]];
  now: number;
  acts: NeedActs;
}

function NeedLine({ group, now, acts }: NeedLineProps) {
  const [first] = group;
  const { promotion } = first.item;
  const href = `#/promotion/${encodeURIComponent(promotion.id)}`;
  return (
    <li data-need={first.kind}>
      <Line
        name={<a href={href}>{nameOf(promotion)}</a>}
        store={promotion.marketplace}
        text={group.map((need) => wordsOf(need, now)).join(' ')}
      />
      <NeedAct need={first} acts={acts} />
    </li>
  );
}

function Line({ name, store, text }: { name: ComponentChildren; store: string | null; text: string }) {
  return (
    <div class="need">
      {name}
      <span class="cc-tag">{store ?? say('needsStoreUnknown')}</span>
      <p>{text}</p>
    </div>
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
      return overAll(promotion, counts, now);
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
