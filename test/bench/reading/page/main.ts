import { marketplace } from '../../../../src/domain/marketplaces.ts';
import type { FormReadings, Reading } from '../../../../src/domain/reading.ts';
import { type Language, offerLanguages } from '../../../../src/page/labels/index.ts';
import { others } from '../../../../src/page/labels/languages/others.ts';
import { readPage } from '../../../../src/page/read-page.ts';
import { type Base, bases, type Setting, settings, showBase, stores } from './base.ts';
import { firstLabel, fixedSelectors, type Said } from './baselines.ts';
import { begin } from './mutant.ts';
import { Random } from './random.ts';
import { handNames, mutate } from './severity.ts';

// Every language is measured, also those that the extension does not ship yet.
offerLanguages(others);

export type Outcome = 'right' | 'unreadable' | 'wrong';

/** What each reader made of one setting of one mutant. */
export interface MutantResult {
  readonly seed: number;
  readonly severity: number;
  readonly language: Language;
  readonly base: Base;
  readonly mutations: readonly string[];
  /** Those of them that draw the form in another hand. */
  readonly hands: readonly string[];
  readonly outcomes: Record<'claimcheck' | 'fixed selectors' | 'first label', Record<Setting, Outcome>>;
  /** Where ours was right but rests on words that no source confirms. */
  readonly toConfirm: readonly Setting[];
  /** What ours said where that was wrong or nothing. */
  readonly missed: Record<string, string>;
}

/** Makes the mutant of a seed in this page and lets all readers read it. */
export function run(seed: number, severity: number, language: Language): MutantResult {
  const random = new Random(seed);
  const base = random.pick(bases);
  const truth = showBase(base, language, random);
  const mutant = begin(random, language, truth);
  const mutations = mutate(mutant, severity);
  const url = new URL(
    `https://sellercentral.amazon.com/promotions/new?mons_sel_mkid=${marketplace(stores[language]).id}`,
  );
  const readings = readPage(document, url).form?.readings ?? null;
  const ours = readings ? said(readings) : null;
  const missed: Record<string, string> = {};
  function judge(values: Said | null): Record<Setting, Outcome> {
    return Object.fromEntries(
      settings.map((setting) => [setting, outcome(truth[setting], values?.[setting] ?? null)]),
    ) as Record<Setting, Outcome>;
  }
  const outcomes = {
    claimcheck: judge(ours),
    'fixed selectors': judge(fixedSelectors(language)),
    'first label': judge(firstLabel(language)),
  };
  for (const setting of settings)
    if (outcomes.claimcheck[setting] !== 'right') {
      const reading = readings?.[setting];
      missed[setting] =
        `${reading?.kind === 'unread' ? `<${reading.reason}>` : (ours?.[setting] ?? 'nothing')} for ${truth[setting]}`;
    }
  const toConfirm = settings.filter(
    (setting) =>
      outcomes.claimcheck[setting] === 'right' &&
      readings?.[setting].kind === 'read' &&
      readings[setting].evidence.unverified !== undefined,
  );
  const hands = mutations.filter((name) => handNames.includes(name));
  return { seed, severity, language, base, mutations, hands, outcomes, toConfirm, missed };
}

/** Runs many at once. */
export function runAll(
  jobs: readonly [seed: number, severity: number, language: Language][],
): MutantResult[] {
  return jobs.map((job) => run(...job));
}

/** A setting that can't be seen is read right by saying so. */
function outcome(truth: string | null, value: string | null): Outcome {
  if (value === truth) return 'right';
  return value === null ? 'unreadable' : 'wrong';
}

function said(readings: FormReadings): Said {
  const of = <T>(reading: Reading<T>, show: (value: T) => string | null) =>
    reading.kind === 'read' ? show(reading.value) : null;
  const amount = ({ kind, value }: { kind: string; value: number | null }) =>
    kind === 'unset' ? 'unset' : value === null ? null : `${kind} ${value}`;
  const moment = ({ date, time }: { date: string | null; time: string | null }) =>
    date && time ? `${date} ${time}` : null;
  return {
    claimCode: of(readings.claimCode, String),
    discount: of(readings.discount, amount),
    onePerCustomer: of(readings.onePerCustomer, String),
    combinability: of(readings.combinability, ({ chosen }) => chosen),
    productSelection: of(readings.productSelection, ({ kind, name }) =>
      kind === 'list' ? `list ${name}` : kind,
    ),
    detailPage: of(readings.detailPage, String),
    appliesTo: of(readings.appliesTo, String),
    minimum: of(readings.minimum, amount),
    tiers: of(readings.tiers, String),
    start: of(readings.start, moment),
    end: of(readings.end, moment),
    trackingId: of(readings.trackingId, String),
    internalDescription: of(readings.internalDescription, String),
  };
}

/** The components of the Katal layout, and closed roots seen as an extension sees them. */
function prepare(): void {
  const closed = new WeakMap<Element, ShadowRoot>();
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    if (init.mode === 'closed') closed.set(this, root);
    return root;
  };
  Object.assign(globalThis, {
    chrome: { dom: { openOrClosedShadowRoot: (el: HTMLElement) => el.shadowRoot ?? closed.get(el) ?? null } },
  });
  function define(name: string, fill: (host: HTMLElement, root: ShadowRoot) => void): void {
    customElements.define(
      name,
      class extends HTMLElement {
        connectedCallback() {
          if (!this.shadowRoot) fill(this, this.attachShadow({ mode: 'open' }));
        }
      },
    );
  }
  const make = (tag: string, text = '') => Object.assign(document.createElement(tag), { textContent: text });
  define('kat-input', (host, root) => {
    const input = Object.assign(document.createElement('input'), { value: host.dataset.value ?? '' });
    root.append(make('label', host.getAttribute('label') ?? ''), input);
  });
  define('kat-checkbox', (host, root) => {
    const box = make('div');
    box.setAttribute('role', 'checkbox');
    box.setAttribute('aria-checked', host.dataset.on ?? 'false');
    box.style.height = '16px';
    root.append(box);
  });
  define('kat-radiobutton', (host, root) => {
    const slot = Object.assign(document.createElement('slot'), { name: 'radio' });
    root.append(slot, make('span', host.getAttribute('label') ?? ''));
  });
}

prepare();
Object.assign(globalThis, { readingBench: { run, runAll } });
