import type { Evidence, UnreadReason } from '../../domain/reading';
import type { Teachable } from '../../domain/taught';
import type { Control } from '../dom/controls';
import { attr, byId, find, formsOf, rootOf, textOf } from '../dom/dom';
import { oncePer } from '../dom/once';
import { closestAcross, contains } from '../dom/shadow';
import { isDisabled, isSaid, isShown } from '../dom/visibility';
import type { Terms } from '../labels';
import { namesSetting } from '../labels/setting-words';
import { type Match, matchTerm, plain } from '../values/text';
import { bestMatch, evidenceOf, isChecked, locate, optionTexts, restingOn, selectedText } from './locate';
import { labelBefore, wordAfter, wordBefore, wordsBefore, wordsBetween } from './nearby';
import { isHeading } from './plan';
import { hasRival } from './rivals';
import { fieldsOf, looksLikeLabel, type Scene } from './scene';
import { isBold } from './section-title';
import { fit } from './taught';

/** One of several things to choose from, drawn as radios or as a select. */
export interface Choice<K extends string> {
  readonly found: true;
  /** The chosen key; `unset` where nothing is chosen; null where what is chosen can't be told. */
  readonly chosen: K | 'unset' | null;
  readonly offered: readonly K[];
  readonly control: Control;
  readonly evidence: Evidence;
}

export type LocatedChoice<K extends string> =
  | Choice<K>
  | { readonly found: false; readonly reason: UnreadReason; readonly target: Control | null };

export type Options<K extends string> = Readonly<Record<K, Terms>>;

interface Keyed<K extends string> {
  readonly key: K;
  readonly match: Match;
}

/** Which of the options a text names; null for none, or for several. */
export function keyOf<K extends string>(text: string, options: Options<K>): Keyed<K> | null {
  const hits = (Object.keys(options) as K[])
    .map((key) => ({ key, match: matchTerm(text, options[key]) }))
    .filter(({ match }) => match.grade > 0)
    .sort((a, b) => b.match.grade - a.match.grade);
  const [best, second] = hits;
  if (!best || second?.match.grade === best.match.grade) return null;
  // "Single-use (group)": what stands behind one option says another.
  const behind = plain(text.slice(best.match.word.length).replace(/[()[\]:;-]/g, ' '));
  const others = (Object.keys(options) as K[]).filter((key) => key !== best.key);
  return others.some((key) => matchTerm(behind, options[key]).grade > 0) ? null : best;
}

/**
 * Finds a choice by the names of its options. Radios form one choice when they share a name (or, without
 * names, stand together); at least two options must be known ones.
 */
export function locateChoice<K extends string>(
  scene: Scene,
  setting: Teachable,
  options: Options<K>,
  labels: Terms,
  unset: Terms = new Map(),
): LocatedChoice<K> {
  const all = radioGroups(scene).map((radios) => ({
    radios,
    keyed: keyRadios(scene, radios, (text) => keyOf(text, options)),
  }));
  const groups = all.filter(({ keyed }) => keyed === null || distinct(keyed) >= 2);
  // Radios in sight that are none of the options may be another choice's.
  const shown = groups.filter(({ radios, keyed }) =>
    radios.some((radio, at) => (keyed === null || keyed[at]) && isUsable(radio)),
  );
  const list = locate(scene, { setting, roles: ['select'], labels, choices: Object.values(options) });
  const listed =
    list.found && (list.evidence.signals.includes('choices') || isUnset(list.found, unset)) ? list : null;
  const taught = shown.filter(({ radios }) => isTaught(scene, setting, radios));
  const [one] = taught;
  const titled = (radios: readonly Control[]) => groupTitle(scene, radios[0] as Control, labels) !== null;
  if (one?.keyed && taught.length === 1 && !listed?.evidence.signals.includes('shown'))
    if (titled(one.radios) || !shown.some(({ radios }) => titled(radios)))
      return chosenRadio(scene, one.radios, one.keyed, labels, true);
  const [group, second] = shown;
  if (second || (group && listed?.evidence.signals.includes('choices')))
    return { found: false, reason: 'ambiguous', target: (second ?? group)?.radios[0] ?? null };
  // Radios elsewhere that offer the same: a second choice in pieces.
  const loose = all.filter((each) => !groups.includes(each) && each.radios.some(isUsable));
  const around = (radio: Control) =>
    [wordBefore(scene, radio), wordAfter(scene, radio)].map((word) => keyOf(word?.text ?? '', options));
  const pieces =
    distinct(loose.flatMap(({ radios, keyed }) => [...(keyed ?? []), ...radios.flatMap(around)])) >= 2;
  if (group && (pieces || group.keyed === null))
    return { found: false, reason: 'ambiguous', target: group.radios[0] ?? null };
  if (group?.keyed) return chosenRadio(scene, group.radios, group.keyed, labels);
  if (listed && hasRival(scene, listed.found, Object.values(options), labels))
    return { found: false, reason: 'ambiguous', target: listed.found };
  if (listed) return chosenOption(listed.found, listed.evidence, options, unset);
  const hidden = groups[0]?.radios[0] ?? null;
  if (hidden) return { found: false, reason: 'folded', target: hidden };
  return { found: false, reason: list.found ? 'not-found' : list.reason, target: null };
}

/** Whether these radios alone are what the seller showed. */
function isTaught(scene: Scene, setting: Teachable, radios: readonly Control[]): boolean {
  const wanted = scene.taught.get(setting);
  return wanted !== undefined && fit(scene, radios[0] as Control, wanted, scene.account).share === 1;
}

function isUsable(control: Control): boolean {
  return isShown(control) && !isDisabled(control);
}

function distinct(keyed: readonly (Keyed<string> | null)[]): number {
  return new Set(keyed.flatMap((each) => (each ? [each.key] : []))).size;
}

function chosenRadio<K extends string>(
  scene: Scene,
  radios: readonly Control[],
  keyed: readonly (Keyed<K> | null)[],
  labels: Terms,
  taught = false,
): Choice<K> {
  const states = radios.map(isChecked);
  const on = states.filter((state) => state === true).length;
  const at = states.indexOf(true);
  const control = radios[at] ?? (radios[0] as Control);
  const title = groupTitle(scene, radios[0] as Control, labels);
  const proven = keyed.filter((each) => each?.match.sure).length >= 2;
  const signals = ['choices', ...(title ? ['text before'] : []), ...(taught ? ['shown'] : [])];
  const evidence = evidenceOf(signals, title?.word ?? '', title, taught || proven || title?.sure === true);
  const keys = keyed.flatMap((each) => (each ? [each.key] : []));
  // The same option twice: two choices that nothing sets apart.
  const twice = new Set(keys).size < keys.length;
  // What is chosen out of sight is nothing that the seller knows of, or another choice's.
  const isSeen = on === 0 || isShown(control);
  const unsure = twice || on > 1 || states.includes(null) || !isSeen || (on === 0 && !isWhole(scene, radios));
  const chosen = unsure ? null : at < 0 ? 'unset' : (keyed[at]?.key ?? null);
  // Without a proven title, what is offered tells the choice: then it rests on those words.
  const rests =
    title || proven || taught ? [keyed[at]?.match ?? null] : keyed.map((each) => each?.match ?? null);
  const foreign = title || taught ? '' : foreignTitle(scene, radios);
  if (foreign !== '') rests.push({ grade: 1, word: foreign, sure: false, asks: foreign });
  return {
    found: true,
    chosen,
    offered: keys,
    control,
    evidence: rests.reduce(restingOn, evidence),
  };
}

/** Whether surely no radio of the choice is missing: they share a name, or a group that holds no other. */
function isWhole(scene: Scene, radios: readonly Control[]): boolean {
  const first = radios[0] as Control;
  if (attr(first.el, 'name')) return true;
  const box = closestAcross(first.el, radioBox);
  return (
    box !== null &&
    scene.controls.every((each) => each.role !== 'radio' || radios.includes(each) || !contains(box, each.el))
  );
}

const radioBox = '[role=radiogroup], fieldset';

function chosenOption<K extends string>(
  control: Control,
  evidence: Evidence,
  options: Options<K>,
  unset: Terms,
): Choice<K> {
  const text = selectedText(control);
  const keyed = text === null ? null : keyOf(plain(text), options);
  const offered = (Object.keys(options) as K[]).filter(
    (key) => bestMatch(optionTexts(control), options[key]).grade > 0,
  );
  const none = text !== null && !keyed && isUnset(control, unset);
  return {
    found: true,
    chosen: keyed ? keyed.key : none ? 'unset' : null,
    offered,
    control,
    evidence: restingOn(evidence, keyed?.match ?? null),
  };
}

function isUnset(control: Control, unset: Terms): boolean {
  const text = selectedText(control);
  return text !== null && (text === '' || matchTerm(plain(text), unset).grade === 1);
}

/**
 * Which option each radio is. Where bare texts stand between radios, a text may belong to the radio
 * before or behind it: the group's first and last text tell which; null where they don't.
 */
export function keyRadios<T>(
  scene: Scene,
  radios: readonly Control[],
  key: (text: string) => T | null,
): (T | null)[] | null {
  if (radios.every((radio) => radio.tied && radio.label !== '')) return radios.map(({ label }) => key(label));
  const after = radios.map((radio) => key(wordAfter(scene, radio)?.text ?? ''));
  const before = radios.map((radio) => key(wordBefore(scene, radio)?.text ?? ''));
  const count = (found: readonly (T | null)[]) => found.filter((each) => each !== null).length;
  const isLast = after.at(-1) !== null;
  // A page in two languages says each option twice, and the known text may be the farther one.
  const [first] = radios;
  // What is folded away before a choice that is seen is no text of it.
  const isFirst =
    first !== undefined &&
    wordsBefore(scene, first).some(
      ({ text, node }) => key(text) !== null && (isSaid(node) || !isShown(first)),
    );
  if (isLast === isFirst) return Math.max(count(after), count(before)) >= 2 ? null : [];
  return isLast ? after : before;
}

const groupBox = 'fieldset, [role=radiogroup], [role=group]';

/** The title of a group of radios, where it is one of these. */
export function groupTitle(scene: Scene, first: Control, labels: Terms): Match | null {
  const group = closestAcross(first.el, groupBox);
  const match = matchTerm(plain(group ? titleOf(group) : ''), labels);
  return match.grade > 0 ? match : labelBefore(scene, first, labels);
}

/**
 * What a group of these radios alone is called, or what stands right above them as a heading or a title does, where
 * that is none of the setting's names.
 */
function foreignTitle(scene: Scene, radios: readonly Control[]): string {
  const first = radios[0] as Control;
  const above = wordBefore(scene, first);
  const mayHead = above && (isHeading(above.node) || isBold(above) || looksLikeLabel(above.text));
  if (mayHead && above.text !== first.label && isSaid(above.node)) return above.text;
  const group = closestAcross(first.el, groupBox);
  const isOthersToo =
    group && fieldsOf(scene).some((each) => !radios.includes(each) && contains(group, each.el));
  return group && !isOthersToo ? plain(titleOf(group)) : '';
}

function titleOf(group: Element): string {
  const legend = textOf(find(group, ':scope > legend'));
  const ids = attr(group, 'aria-labelledby')?.split(/\s+/) ?? [];
  const root = rootOf(group);
  const named = ids.map((id) => textOf(byId(root, id))).join(' ');
  return legend || (attr(group, 'aria-label') ?? named);
}

/** Radios that are one choice together. */
export const radioGroups = oncePer((scene: Scene): readonly (readonly Control[])[] => {
  const groups = new Map<string, Control[]>();
  const forms = new Map([...formsOf(document)].map((form, at) => [form, at]));
  let run = 0;
  let last: Control | null = null;
  for (const control of scene.controls) {
    if (control.role !== 'radio') continue;
    const name = attr(control.el, 'name') ?? '';
    const form = (control.el as HTMLInputElement).form;
    // Radios without a name belong together while nothing else stands between them, no radio with a name either.
    if (name === '' && last && (attr(last.el, 'name') || !standTogether(scene, last, control))) run++;
    const key = name === '' ? `run ${run}` : `${name} ${form ? forms.get(form) : -1}`;
    const group = groups.get(key);
    if (group) group.push(control);
    else groups.set(key, [control]);
    last = control;
  }
  return [...groups.values()];
});

function standTogether(scene: Scene, one: Control, two: Control): boolean {
  const between = wordsBetween(scene, one, two).filter(
    ({ text }) => text !== one.label && text !== two.label && /[\p{L}\p{N}]/u.test(text),
  );
  return (
    two.field === one.field + 1 &&
    closestAcross(one.el, radioBox) === closestAcross(two.el, radioBox) &&
    between.length <= (one.tied ? 0 : 1) &&
    !between.some(({ text }) => namesSetting(scene, text, 1))
  );
}
