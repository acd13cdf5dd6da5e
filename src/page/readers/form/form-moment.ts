import type { Marketplace } from '../../../domain/marketplaces';
import type { FormReadings } from '../../../domain/reading';
import type { Control } from '../../dom/controls';
import { attr, drawnTextOf, parentOf, rootOf, topOf } from '../../dom/dom';
import { isShown } from '../../dom/visibility';
import { isEnglishAlone } from '../../labels';
import { type ControlSpec, locate, weighInParts } from '../../locate/locate';
import { isInDoubt, wordAfter, wordBefore } from '../../locate/nearby';
import { notRead, valueIn } from '../../locate/not-read';
import { fieldsOf, type Scene } from '../../locate/scene';
import { speaksOfDates, tellOrder } from '../../values/date-order';
import { dateIn, localDateTime } from '../../values/dates';
import { clockOf, type FormClock, isClockLeft, type Side } from './form-clock';

/** So many fields or texts are looked at before others get their turn. */
const partOf = 200;

type Moments = Pick<FormReadings, 'start' | 'end'>;

/** The clocks' known ids. */
const clockIds: Readonly<Record<Side, readonly string[]>> = {
  start: ['startTimeNative'],
  end: ['endTimeNative'],
};

/** Reads both date fields with the clocks that belong to them: each tells how the other is written. */
export function* momentsInParts(scene: Scene, marketplace: Marketplace | null): Generator<void, Moments> {
  const { terms } = scene;
  const startSpec: ControlSpec = {
    setting: 'start',
    roles: ['text'],
    knownNames: ['startDate'],
    labels: terms.startDate,
  };
  const endSpec: ControlSpec = {
    setting: 'end',
    roles: ['text'],
    knownNames: ['endDate'],
    labels: terms.endDate,
  };
  yield* weighInParts(scene, startSpec);
  yield* weighInParts(scene, endSpec);
  const [start, end] = [find(scene, startSpec), find(scene, endSpec)];
  yield;
  const dates = [start, end].flatMap((each) => ('control' in each ? each.control : []));
  const clock = (side: Side, found: Found) =>
    'control' in found ? clockOf(scene, found.control, side, clockIds[side], dates) : null;
  const clocks = { start: clock('start', start), end: clock('end', end) };
  const parts = [...(clocks.start?.parts ?? []), ...(clocks.end?.parts ?? [])];
  const isShared = new Set(parts).size < parts.length;
  // Two clocks behind one date may be one of each.
  const isTangled = [clocks.start, clocks.end].some((each) => each?.time === null);
  yield;
  const isLeft = isTangled || isClockLeft(scene, dates, parts);
  yield;
  const elsewhere = [...dates.flatMap(filledIn), ...(yield* otherDatesInParts(scene, dates))];
  const said = yield* datesSaidInParts(scene.words);
  const { lang } = topOf(document);
  const order = tellOrder({
    dates: dates.map(valueIn),
    hints: dates.flatMap((control) => hintsOf(scene, control)),
    elsewhere: [...elsewhere, ...said],
    clocks: [clocks.start, clocks.end].flatMap((each) => each?.written || []),
    lang,
    isEnglish: lang === '' && isEnglishAlone(terms),
    store: marketplace,
  });
  function moment(found: Found, at: FormClock | null): FormReadings['start'] {
    if (!('control' in found)) return found.unread;
    const { control, evidence } = found;
    const isUnclear = !at || at.time === null || isShared || (at.parts.length === 0 && isLeft);
    if (isUnclear && valueIn(control).trim() !== '') return notRead('ambiguous', control);
    const value = localDateTime(valueIn(control), at?.time ?? null, order, marketplace?.timeZone ?? null);
    return { kind: 'read', value, evidence, target: control.index };
  }
  return { start: moment(start, clocks.start), end: moment(end, clocks.end) };
}

type Found =
  | {
      readonly control: Control;
      readonly evidence: Extract<FormReadings['start'], { kind: 'read' }>['evidence'];
    }
  | { readonly unread: Extract<FormReadings['start'], { kind: 'unread' }> };

function find(scene: Scene, spec: ControlSpec): Found {
  const { found, ...rest } = locate(scene, spec);
  if (!found) {
    const { reason, candidates } = rest as Extract<ReturnType<typeof locate>, { found: null }>;
    return { unread: notRead(reason, candidates[0]) };
  }
  const { evidence } = rest as Extract<ReturnType<typeof locate>, { found: Control }>;
  return isInDoubt(scene, found, evidence) || showsAnother(found)
    ? { unread: notRead('ambiguous', found) }
    : { control: found, evidence };
}

/** Whether what is seen is no text field but a date drawn over or under it, and another one. */
function showsAnother({ el }: Control): boolean {
  if (Number(getComputedStyle(el).opacity) > 0.1) return false;
  const around = parentOf(el);
  const drawn = around && dateIn(drawnTextOf(around));
  const held = dateIn((el as HTMLInputElement).value);
  return JSON.stringify(drawn?.days) !== JSON.stringify(held?.days);
}

/** What a date field says of how a date is written in it. */
function hintsOf(scene: Scene, control: Control): string[] {
  const root = rootOf(control.el);
  const host = root instanceof ShadowRoot ? [root.host] : [];
  const said = [control.el, ...host].flatMap((el) =>
    [
      'placeholder',
      'aria-label',
      'aria-placeholder',
      'title',
      'label',
      'format',
      'data-format',
      'data-date-format',
    ].map((name) => attr(el, name) ?? ''),
  );
  const near = [wordBefore(scene, control), wordAfter(scene, control)].flatMap((word) => word?.text ?? []);
  return [control.label, ...said, ...near].filter(speaksOfDates);
}

/** The date that stood in a field from the start, where it is another than now. */
function filledIn({ el }: Control): string[] {
  const { defaultValue, value } = el as HTMLInputElement;
  return defaultValue !== value && dateIn(defaultValue ?? '') ? [defaultValue] : [];
}

/** Dates typed elsewhere in the form, or on the page beside it: written as those that are read. */
function* otherDatesInParts(scene: Scene, dates: readonly Control[]): Generator<void, string[]> {
  const found: string[] = [];
  const beyond = (scene.beyond ?? []).filter((each) => each.role === 'text' && isShown(each));
  for (const [at, each] of [...fieldsOf(scene), ...beyond].entries()) {
    const value = each.role === 'text' && !dates.includes(each) ? valueIn(each) : '';
    if (dateIn(value)) found.push(value);
    if (at % partOf === partOf - 1) yield;
  }
  return found;
}

/** What the page says of dates. */
function* datesSaidInParts(words: Scene['words']): Generator<void, readonly string[]> {
  const before = datesSaid.get(words);
  if (before) return before;
  const said: string[] = [];
  for (const [at, { text }] of words.entries()) {
    if (speaksOfDates(text)) said.push(text);
    if (at % partOf === partOf - 1) yield;
  }
  datesSaid.set(words, said);
  return said;
}

const datesSaid = new WeakMap<Scene['words'], readonly string[]>();
