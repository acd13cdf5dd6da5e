import type { Marketplace } from '../domain/marketplaces';
import type { FormReadings, PromotionKind, Reading, UnreadReason } from '../domain/reading';
import type { Control, PageInventory } from './controls';
import { localDateTime } from './dates';
import { headings, labels, options } from './labels';
import {
  type ControlSpec,
  isChecked,
  isShown,
  type Located,
  locate,
  locateChoice,
  optionTexts,
  selectedText,
} from './locate';
import { labelMatch } from './text';

/** The anchors of the form that public code used on the live page (userscript for `/promotions/duplicate`). */
const knownAnchors = ['startDate', 'endDate', 'internalDescription', 'startTimeNative', 'endTimeNative'];

/** Whether a page holds a promotion form, whatever its language: two known ids, or a claim code choice with dates. */
export function holdsPromotionForm(inventory: PageInventory): boolean {
  const anchors = inventory.controls.filter((control) =>
    control.names.some((name) => knownAnchors.includes(name)),
  );
  if (anchors.length >= 2) return true;
  const { controls } = inventory;
  const dates = [labels.startDate, labels.endDate].filter(
    (label) => locate(controls, { roles: ['text'], labels: label }).found,
  );
  return dates.length === 2 && locateChoice(controls, options.claimCode, labels.claimCode).found;
}

/** Which promotion the form makes, by its headings. */
export function readPromotionKind(inventory: PageInventory): PromotionKind {
  const kinds = Object.entries(headings)
    .filter(([, pattern]) => inventory.headings.some((heading) => pattern.test(heading)))
    .map(([kind]) => kind as PromotionKind);
  return kinds.length === 1 ? (kinds[0] as PromotionKind) : 'unknown';
}

/** Reads the whole form. What can't be read says why; nothing is guessed. */
export function readPromotionForm(inventory: PageInventory, marketplace: Marketplace | null): FormReadings {
  const { controls } = inventory;
  const order = marketplace?.dateOrder ?? 'ymd';
  const startDate = text(controls, { knownNames: ['startDate'], labels: labels.startDate });
  const endDate = text(controls, { knownNames: ['endDate'], labels: labels.endDate });
  return {
    claimCode: choice(controls, options.claimCode, labels.claimCode, (chosen) => chosen),
    discount: readDiscount(controls),
    onePerCustomer: checkbox(controls, labels.onePerCustomer),
    combinability: choice(controls, options.combinability, labels.combinability, (chosen, offered) => ({
      chosen,
      exclusiveOffered: offered.includes('exclusive'),
    })),
    productSelection: readSelection(controls),
    detailPage: checkbox(controls, labels.detailPage),
    appliesTo: choice(controls, options.appliesTo, labels.appliesTo, (chosen) => chosen),
    minimum: readMinimum(controls),
    tiers: readTiers(controls),
    start: readDateTime(
      controls,
      startDate,
      { knownNames: ['startTimeNative', 'startTime'], labels: labels.startTime },
      order,
    ),
    end: readDateTime(
      controls,
      endDate,
      { knownNames: ['endTimeNative', 'endTime'], labels: labels.endTime },
      order,
    ),
    trackingId: textReading(text(controls, { labels: labels.trackingId, likelyName: /tracking/i })),
    internalDescription: textReading(
      text(controls, { knownNames: ['internalDescription'], labels: labels.internalDescription }),
    ),
  };
}

function read<T>(
  control: Control,
  value: T,
  evidence: { signals: readonly string[]; label: string },
): Reading<T> {
  return { kind: 'read', value, evidence, target: control.index };
}

function notRead(
  reason: UnreadReason,
  control: Control | null | undefined,
): { kind: 'unread'; reason: UnreadReason; target: number | null } {
  return { kind: 'unread', reason, target: control?.index ?? null };
}

function text(controls: readonly Control[], spec: Omit<ControlSpec, 'roles'>): Located {
  return locate(controls, { ...spec, roles: ['text'] });
}

function valueIn(control: Control): string {
  return (control.el as HTMLInputElement | HTMLTextAreaElement).value;
}

function textReading(located: Located): Reading<string> {
  if (!located.found) return notRead(located.reason, located.candidates[0]);
  return read(located.found, valueIn(located.found), located.evidence);
}

function checkbox(controls: readonly Control[], names: readonly string[]): Reading<boolean> {
  const located = locate(controls, { roles: ['checkbox'], labels: names });
  if (!located.found) return notRead(located.reason, located.candidates[0]);
  return read(located.found, isChecked(located.found.el), located.evidence);
}

function choice<K extends string, T>(
  controls: readonly Control[],
  names: Readonly<Record<K, readonly string[]>>,
  groupLabels: readonly string[],
  value: (chosen: K | 'unset', offered: readonly K[]) => T,
): Reading<T> {
  const found = locateChoice(controls, names, groupLabels);
  if (!found.found) return notRead(found.reason, found.target);
  // Something is chosen that we have no word for: to call it right or wrong would be a guess.
  if (found.chosen === null) return notRead('ambiguous', found.control);
  return read(found.control, value(found.chosen, found.offered), found.evidence);
}

/** A number as people type it: `20`, `20 %`, `1,5`; null for anything else. */
function numberIn(typed: string): number | null {
  const shown = typed.replace(/[\s%]/g, '').replace(/,(\d{1,2})$/, '.$1');
  return /^\d+(\.\d+)?$/.test(shown) ? Number(shown) : null;
}

type Kinds = Readonly<Record<string, readonly string[]>>;

/** A select that says what is counted, and the number field that follows it. */
function readAmount<K extends Kinds>(
  controls: readonly Control[],
  names: readonly string[],
  kinds: K,
  alone: readonly string[],
) {
  const choices = Object.values(kinds);
  const list = locate(controls, { roles: ['select'], labels: names, choices, reach: 0 });
  if (!list.found) {
    const field =
      list.reason === 'not-found' ? text(controls, { labels: [...names, ...alone], reach: 0 }) : null;
    if (!field?.found || labelMatch(field.found.label, alone) === 0)
      return notRead(list.reason, list.candidates[0]);
    const value = valueIn(field.found);
    return read(
      field.found,
      { kind: Object.keys(kinds)[0] as keyof K & string, value: numberIn(value), text: value.trim() },
      field.evidence,
    );
  }
  const chosen = selectedText(list.found.el);
  const kind = (Object.keys(kinds) as (keyof K & string)[]).find(
    (key) => labelMatch(chosen, kinds[key] as readonly string[]) > 0,
  );
  if (!kind) {
    if (chosen !== '' && !(options.selection.unset as readonly string[]).includes(chosen))
      return notRead('ambiguous', list.found);
    return read(list.found, { kind: 'unset' as const, value: null, text: '' }, list.evidence);
  }
  const field = text(controls, { after: list.found, reach: 1 });
  if (!field.found) return notRead(field.reason, list.found);
  const value = valueIn(field.found).trim();
  const isFirst = kind === Object.keys(kinds)[0];
  return read(
    field.found,
    { kind, value: numberIn(value), text: isFirst ? value : `${chosen} ${value}`.trim() },
    list.evidence,
  );
}

function readDiscount(controls: readonly Control[]): FormReadings['discount'] {
  return readAmount(controls, labels.buyerGets, options.discountKind, options.discountKind.percent);
}

function readMinimum(controls: readonly Control[]): FormReadings['minimum'] {
  return readAmount(controls, labels.buyerPurchases, options.purchaseKind, options.purchaseKind.quantity);
}

function readSelection(controls: readonly Control[]): FormReadings['productSelection'] {
  // "Applies to" offers an option of the same name as this label; its own label tells them apart.
  const located = locate(controls, {
    roles: ['select'],
    labels: labels.purchasedItems,
    likelyName: /selection|product.?list/i,
  });
  if (!located.found) return notRead(located.reason, located.candidates[0]);
  const shown = selectedText(located.found.el);
  const exact =
    located.found.el instanceof HTMLSelectElement
      ? (located.found.el.selectedOptions[0]?.text ?? '')
      : (located.found.el.textContent ?? '');
  const kind =
    labelMatch(shown, options.selection.entire) > 0
      ? 'entire'
      : shown === '' || (options.selection.unset as readonly string[]).includes(shown)
        ? 'unset'
        : 'list';
  return read(located.found, { kind, name: exact.replace(/\s+/g, ' ').trim() }, located.evidence);
}

/** Tiers are known by their buttons: each further tier brings its own "Remove Tier". */
function readTiers(controls: readonly Control[]): FormReadings['tiers'] {
  const actions = controls.filter((control) => control.role === 'action' && isShown(control.el));
  const add = actions.find((control) => labelMatch(control.label, labels.addTier) > 0);
  const further = actions.filter((control) => control.label === 'remove tier');
  const any = add ?? further[0];
  if (!any) return notRead('not-found', null);
  return read(any, 1 + further.length, { signals: ['buttons'], label: any.label });
}

function readDateTime(
  controls: readonly Control[],
  date: Located,
  time: Pick<ControlSpec, 'knownNames' | 'labels'>,
  order: Marketplace['dateOrder'],
): FormReadings['start'] {
  if (!date.found) return notRead(date.reason, date.candidates[0]);
  const clock = locate(controls, {
    ...time,
    roles: ['select', 'text'],
    after: date.found,
    reach: 0,
    not: [date.found.el],
  });
  const isTime =
    clock.found &&
    (clock.evidence.signals.includes('id') ||
      clock.evidence.signals.includes('label') ||
      looksLikeClock(clock.found));
  const shown =
    !clock.found || !isTime
      ? null
      : clock.found.role === 'select'
        ? selectedText(clock.found.el)
        : valueIn(clock.found);
  return read(date.found, localDateTime(valueIn(date.found), shown, order), date.evidence);
}

function looksLikeClock(control: Control): boolean {
  const shown = control.role === 'select' ? optionTexts(control.el) : [valueIn(control)];
  return shown.filter((option) => /\d{1,2}[:.]\d{2}|\d\s*[ap]\.?m/.test(option)).length * 2 >= shown.length;
}
