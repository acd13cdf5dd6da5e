import type { FormReadings, Reading } from '../../../../src/domain/reading.ts';
import { offerLanguages } from '../../../../src/page/labels/index.ts';
import { others } from '../../../../src/page/labels/languages/others.ts';
import { type PageReading, readPage } from '../../../../src/page/read-page.ts';
import { codesDrawings } from '../../../drawings/claim-codes.ts';
import {
  type CodesDrawing,
  ENTIRE,
  type FormDrawing,
  type GroupTruth,
  type Setting,
} from '../../../drawings/drawing.ts';
import { formDrawings } from '../../../drawings/forms.ts';
import { isCalm, type Judged, type Outcome, outcomeOf, type Said } from '../../../drawings/judge.ts';
import { wholeCatalogs } from '../../../drawings/parts.ts';
import { codesMutant } from './codes.ts';

offerLanguages(others);

/** Puts a drawing into this page and reads it. */
function read({ html, url, setup }: FormDrawing | CodesDrawing): PageReading {
  const made = new DOMParser().parseFromString(html, 'text/html');
  document.documentElement.replaceWith(document.adoptNode(made.documentElement));
  setup(document);
  return readPage(document, new URL(url));
}

function judgeForm(drawing: FormDrawing): Judged[] {
  const page = read(drawing);
  const told = said(page);
  return (Object.keys(drawing.truth) as Setting[]).map((setting) => {
    const outcome = outcomeOf<unknown>(drawing.truth[setting], told[setting], askedOf(page, setting));
    return {
      ...entry(drawing, setting, outcome, drawing.truth[setting], told[setting]),
      falseGreen: outcome === 'wrong' && isCalm(setting, told[setting]),
    };
  });
}

function entry(
  { name, family, language }: FormDrawing | CodesDrawing,
  setting: string,
  outcome: Outcome,
  truth: unknown,
  told: unknown,
): Judged {
  const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  return {
    drawing: name,
    family,
    language,
    setting,
    outcome,
    truth: text(truth),
    read: text(told),
    falseGreen: false,
  };
}

/** The words that a setting's reading asks the seller about. */
function askedOf({ form }: PageReading, setting: Setting): readonly string[] {
  const names: Partial<Record<Setting, keyof FormReadings>> = {
    percentOff: 'discount',
    selection: 'productSelection',
  };
  const readings: Partial<Record<string, Reading<unknown>>> = { ...form?.readings };
  const reading = readings[names[setting] ?? setting];
  return reading?.kind === 'read' ? (reading.evidence.unverified ?? []) : [];
}

function said({ form, store }: PageReading): Said {
  const readings = form?.readings;
  const of = <K extends keyof FormReadings, V>(
    setting: K,
    show: (value: Extract<FormReadings[K], { kind: 'read' }>['value'], isSure: boolean) => V | null,
  ): V | null => {
    const reading = readings?.[setting] as Reading<never> | undefined;
    return reading?.kind === 'read' ? show(reading.value, reading.evidence.unverified === undefined) : null;
  };
  const moment = ({ date, time }: { date: string | null; time: string | null }) =>
    date === null ? null : time === null ? date : `${date}T${time}`;
  return {
    kind: form && form.kind !== 'unknown' ? form.kind : null,
    claimCode: of('claimCode', (value) => value),
    onePerCustomer: of('onePerCustomer', (value) => value),
    combinability: of('combinability', ({ chosen }) => chosen),
    percentOff: of('discount', ({ kind, value }) => (kind === 'percent' ? value : null)),
    selection: of('productSelection', ({ kind, name }, isSure) => {
      if (kind !== 'list') return kind === 'entire' ? ENTIRE : '';
      return !isSure && wholeCatalogs.includes(name) ? null : name;
    }),
    detailPage: of('detailPage', (value) => value),
    appliesTo: of('appliesTo', (value) => (value === 'unset' ? null : value)),
    minimum: of('minimum', ({ kind, value }) => (kind === 'quantity' ? value : null)),
    tiers: of('tiers', (value) => value - 1),
    start: of('start', moment),
    end: of('end', moment),
    trackingId: of('trackingId', (value) => value),
    internalDescription: of('internalDescription', (value) => value),
    budget: budgetIn(readings),
    store: store.marketplace?.code ?? null,
  };
}

function budgetIn(readings: FormReadings | undefined): Said['budget'] {
  const reading = (readings as { budget?: Reading<{ kind: string; value: number | null }> } | undefined)
    ?.budget;
  if (reading?.kind !== 'read' || reading.value.value === null) return null;
  const { kind, value } = reading.value;
  return kind === 'orders' ? { orders: value } : kind === 'amount' ? { amount: value } : null;
}

interface ReadGroup {
  readonly name: string | null;
  readonly quantity: number | null;
  readonly target: number | null;
}

/** Each row by its own button; a row without one by its name. What fits no row was invented. */
function judgeCodes(drawing: CodesDrawing): Judged[] {
  const { groups, inventory } = read(drawing);
  const left = new Set<GroupTruth>(drawing.groups);
  const judged = (groups as readonly ReadGroup[]).flatMap((group) => {
    const el = group.target === null ? null : inventory.controls[group.target]?.el;
    const row = el && rowOf(el);
    const wanted = [...left].find((each) =>
      el
        ? each.download === row
        : each.name === group.name && each.quantity === (group.quantity ?? each.quantity),
    );
    if (!wanted) return [entry(drawing, 'row', 'wrong', 'no such row', { ...group, row })];
    left.delete(wanted);
    return judgeRow(drawing, wanted, group, Boolean(el));
  });
  const unread = [...left].map((each) => entry(drawing, 'row', 'unread', each, null));
  const all = [...judged, ...unread];
  return all.length > 0 ? all : [entry(drawing, 'row', 'right', 'none', 'none')];
}

function judgeRow(drawing: CodesDrawing, wanted: GroupTruth, group: ReadGroup, hasButton: boolean): Judged[] {
  const told = <T>(truth: T | null, read: T | null): Outcome =>
    read === truth ? 'right' : read === null || read === '' ? 'unread' : 'wrong';
  return [
    entry(drawing, 'button', told(wanted.download !== null, hasButton || null), wanted, group),
    entry(drawing, 'name', told(wanted.name, group.name), wanted, group),
    entry(drawing, 'quantity', told(wanted.quantity, group.quantity), wanted, group),
  ].map((each) =>
    wanted.download === null && each.setting === 'button' ? { ...each, outcome: 'right' } : each,
  );
}

function rowOf(el: Element): string | null {
  const host = el.getRootNode();
  const around = el.closest('[data-row]') ?? el.querySelector('[data-row]');
  const inside = el.shadowRoot?.querySelector('[data-row]');
  const outside = host instanceof ShadowRoot ? host.host.closest('[data-row]') : null;
  return (around ?? inside ?? outside)?.getAttribute('data-row') ?? null;
}

/** Reads all drawings, or those whose name holds a text. */
export function readAll(holding = ''): Judged[] {
  return [
    ...formDrawings.filter(({ name }) => name.includes(holding)).flatMap(judgeForm),
    ...codesDrawings.filter(({ name }) => name.includes(holding)).flatMap(judgeCodes),
  ];
}

/** Reads mutated pages of claim codes. */
export function readCodesMutants(seeds: readonly number[]): Judged[] {
  return seeds.flatMap((seed) => judgeCodes(codesMutant(seed)));
}

Object.assign(globalThis, { drawingBench: { readAll, readCodesMutants } });
