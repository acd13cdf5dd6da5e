import type { ComponentChildren } from 'preact';
import type { Need } from '../../actions/needs';
import type { Alert, PlanAlert } from '../../domain/alerts/alert';
import type { Submitted } from '../../stored/drafts/submitted';
import { nameOf } from '../../ui/promotion/promotion-model';
import { alertWords, houseWords } from '../../words/alert-words';
import { isToday, shortTime } from '../../words/format';
import { say, sayCount } from '../../words/say';
import { planHref } from '../parts/route';
import { NeedAct, type NeedActs } from './NeedAct';

/** Lines shown at once, so that giving out stays in sight. */
const shown = 3;

interface NeedsYouProps {
  needs: readonly Need[];
  /** Submitted on Amazon, not opened there since. */
  submitted: readonly Submitted[];
  /** What is about all order reports. */
  reports: readonly Alert[];
  /** Steps of stock plans. */
  plans: readonly PlanAlert[];
  now: number;
  acts: NeedActs;
}

/** What wants the seller's eye, each with its promotion and the one act that sees to it. */
export function NeedsYou({ needs, submitted, reports, plans, now, acts }: NeedsYouProps) {
  const groups = grouped(needs, ({ item }) => item.promotion.id);
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
      {(reports.length > 0 || plans.length > 0) && (
        <ul>
          {grouped(plans, ({ step }) => step.planId).map((steps) => (
            <PlanLine key={steps[0].step.planId} {...{ steps, now, acts }} />
          ))}
          {reports.map((alert) => (
            <li key={alert.kind} data-need={alert.kind}>
              <Line name={<b>{say('needsReportsName')}</b>} text={houseWords(alert, now)} />
              <div class="need-acts">
                <a class="cc-button cc-small need-act" href="#/orders">
                  {say('needsReportsAdd')}
                </a>
                <LaterButton of={say('needsReportsName')} onLater={() => acts.later([alert])} />
              </div>
            </li>
          ))}
        </ul>
      )}
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
  group: Group<Need>;
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
        text={group.map(({ alert, item }) => alertWords(alert, item.promotion, item.counts, now)).join(' ')}
      />
      <div class="need-acts">
        <NeedAct need={first} acts={acts} />
        <LaterButton of={nameOf(promotion)} onLater={() => acts.later(group.map(({ alert }) => alert))} />
      </div>
    </li>
  );
}

/** The steps of one plan that are due. */
function PlanLine({ steps, now, acts }: { steps: Group<PlanAlert>; now: number; acts: NeedActs }) {
  const { planId, planName } = steps[0].step;
  const href = planHref(planId);
  return (
    <li data-need="plan-step">
      <Line
        name={<a href={href}>{planName}</a>}
        text={sayCount('needsPlan', steps.length, { step: houseWords(steps[0], now) })}
      />
      <div class="need-acts">
        <a
          class="cc-button cc-small need-act"
          href={href}
          aria-label={say('needsActWhat', { act: say('planOpenIt'), promotion: planName })}
        >
          {say('planOpenIt')}
        </a>
        <LaterButton of={planName} onLater={() => acts.later(steps)} />
      </div>
    </li>
  );
}

/** Puts a line off until tomorrow. */
function LaterButton({ of, onLater }: { of: string; onLater: () => void }) {
  return (
    <button
      type="button"
      class="cc-button cc-small cc-quiet need-later"
      data-testid="need-later"
      aria-label={say('needsActWhat', { act: say('needsLater'), promotion: of })}
      onClick={onLater}
    >
      {say('needsLater')}
    </button>
  );
}

interface LineProps {
  name: ComponentChildren;
  /** Null: not known; absent: it is about no one store. */
  store?: string | null;
  text: string;
}

function Line({ name, store, text }: LineProps) {
  return (
    <div class="need">
      {name}
      {store !== undefined && <span class="cc-tag">{store ?? say('needsStoreUnknown')}</span>}
      <p>{text}</p>
    </div>
  );
}

type Group<Item> = readonly [Item, ...Item[]];

/** What has a name in common together, in the order of the first of each. */
function grouped<Item>(items: readonly Item[], nameOf: (item: Item) => string): Group<Item>[] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const group = groups.get(nameOf(item));
    if (group) group.push(item);
    else groups.set(nameOf(item), [item]);
  }
  return [...groups.values()];
}

function submittedWords(at: string, now: number): string {
  const time = shortTime(at, now);
  return isToday(at, now) ? say('needsSubmittedToday', { time }) : say('needsSubmitted', { time });
}
