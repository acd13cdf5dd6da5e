import type { Evidence, UnreadReason } from '../../domain/reading';
import type { Teachable } from '../../domain/taught';
import type { Control, ControlRole } from '../dom/controls';
import {
  attr,
  childCountOf,
  closest,
  drawnTextOf,
  find,
  findAll,
  hasAttr,
  holdsTwo,
  isDrawn,
  parentOf,
  textOf,
} from '../dom/dom';
import { allOf } from '../dom/in-parts';
import { oncePer } from '../dom/once';
import { isDisabled, isShown } from '../dom/visibility';
import type { Terms } from '../labels';
import { leavesOut } from '../labels/against-words';
import { nameIn } from '../labels/name-in';
import { namesSetting } from '../labels/setting-words';
import { type Match, matchTerm, plain, withoutRemark } from '../values/text';
import { onOrOff } from '../values/yes-no';
import { labelBefore, looseLabel } from './nearby';
import type { Scene } from './scene';
import { fit } from './taught';

/** What is known of a control, as data: no single sign is trusted alone unless it is a known id. */
export interface ControlSpec {
  readonly roles: readonly ControlRole[];
  /** Ids or names that public code used on the live page. */
  readonly knownNames?: readonly string[];
  /** A shape its id or name would likely have; never enough by itself. */
  readonly likelyName?: RegExp;
  readonly labels?: Terms;
  /** For selects: each list is one choice; finding two of them is evidence. */
  readonly choices?: readonly Terms[];
  /** Which setting it is, for what the seller showed. */
  readonly setting?: Teachable;
}

export type Located =
  | { readonly found: Control; readonly evidence: Evidence }
  | { readonly found: null; readonly reason: UnreadReason; readonly candidates: readonly Control[] };

interface Scored {
  readonly control: Control;
  readonly score: number;
  readonly evidence: Evidence;
}

const enough = 40;
const margin = 10;

/**
 * Finds the one control that fits a description. Says `ambiguous` where a second one fits about as
 * well, `folded` where the only ones that fit are hidden, `not-found` where none fits.
 */
export function locate(scene: Scene, spec: ControlSpec): Located {
  const scored = [...(weighedBefore(scene, spec) ?? allOf(weigh(scene, spec)))].sort(
    (a, b) => b.score - a.score,
  );
  const shown = scored.filter((each) => isShown(each.control));
  const [best, second] = shown;
  if (!best) {
    const candidates = scored.map((each) => each.control);
    return { found: null, reason: scored.length > 0 ? 'folded' : 'not-found', candidates };
  }
  const rival = shown.some((each) => each !== best && isDrawnRival(best, each));
  if (rival || (second && best.score - second.score < margin))
    return { found: null, reason: 'ambiguous', candidates: shown.map((each) => each.control) };
  const twin = best.evidence.signals.includes('text before') && twinOf(scene, best.control);
  if (twin) return { found: null, reason: 'ambiguous', candidates: [best.control, twin] };
  return { found: best.control, evidence: best.evidence };
}

/**
 * A drawn list of the same name, or below a text of its own that says the same: of its choices only one is seen, so
 * that the other's known words tell nothing against it.
 */
function isDrawnRival({ control, evidence }: Scored, { control: other, evidence: its }: Scored): boolean {
  const isProven = evidence.signals.some((signal) => signal === 'id' || signal.startsWith('shown'));
  const isDrawn = other.role === 'select' && !(other.el instanceof HTMLSelectElement);
  if (isProven || !isDrawn) return false;
  const below = [evidence, its].every(({ signals }) => signals.includes('text before'));
  const saysTheSame = below && its.label === evidence.label && other.wordsBefore !== control.wordsBefore;
  return saysTheSame || (other.label !== '' && other.label === control.label);
}

/** A control of the same kind and name below the same text: that one stands nearer to the text makes it no more the one meant. */
function twinOf(scene: Scene, { el, role, label, wordsBefore }: Control): Control | undefined {
  if (label === '') return undefined;
  return scene.controls.find(
    (each) =>
      each.el !== el &&
      each.role === role &&
      each.label === label &&
      each.wordsBefore === wordsBefore &&
      isShown(each),
  );
}

/** So many controls are weighed before others get their turn. */
const partOf = 100;

/** The controls that fit well enough, in the page's order, with a pause after each part of them. */
function* weigh(scene: Scene, spec: ControlSpec): Generator<void, readonly Scored[]> {
  const fitting: Scored[] = [];
  let seen = 0;
  for (const control of scene.controls) {
    const mayBe = spec.roles.includes(control.role) || (isToggle(control) && spec.roles.includes('checkbox'));
    if (!mayBe) continue;
    const each = score(scene, control, spec);
    if (each.score >= enough && !isDisabled(control)) fitting.push(each);
    if (++seen % partOf === 0) yield;
  }
  return fitting;
}

interface Weighed {
  readonly spec: ControlSpec;
  readonly scored: readonly Scored[];
}

const weighed = oncePer((_: Scene) => new Map<Teachable, Weighed>());

/** Does the long part of `locate` beforehand, with pauses: a page of any size goes on meanwhile. */
export function* weighInParts(scene: Scene, spec: ControlSpec): Generator<void, void> {
  if (spec.setting) weighed(scene).set(spec.setting, { spec, scored: yield* weigh(scene, spec) });
}

function weighedBefore(scene: Scene, spec: ControlSpec): readonly Scored[] | null {
  const known = spec.setting && weighed(scene).get(spec.setting);
  const isSame = known && specKeys.every((key) => String(known.spec[key]) === String(spec[key]));
  return isSame && known.spec.labels === spec.labels && !spec.choices ? known.scored : null;
}

const specKeys = ['roles', 'knownNames', 'likelyName', 'choices'] as const;

/** A button that stays pressed, beside others of its kind: one choice with them, or a tick of its own. */
function isToggle({ el, role }: Control): boolean {
  return role === 'radio' && hasAttr(el, 'aria-pressed');
}

function score(scene: Scene, control: Control, spec: ControlSpec): Scored {
  const signals: string[] = [];
  let total = 0;
  let said: Match | null = null;
  let proven = false;
  const shown = spec.setting && scene.taught.get(spec.setting);
  function count(points: number, signal: string): void {
    total += points;
    signals.push(signal);
  }
  if (spec.knownNames && control.names.some((name) => spec.knownNames?.includes(name))) {
    count(60, 'id');
    proven = true;
  } else if (spec.likelyName && control.names.some((name) => spec.likelyName?.test(name))) count(15, 'name');
  if (spec.labels) {
    const text = ownText(scene, control);
    const own = matchTerm(control.role === 'text' ? withoutRemark(text) : text, spec.labels);
    // A control that its own label makes another setting's is not reached by a text nearby.
    const taken = control.tied && own.grade === 0 && namesSetting(scene, control.label, 1);
    // A control with a different label of its own is not the one that a text nearby means.
    const other =
      control.role !== 'select' && text !== '' && !(control.role === 'checkbox' && onOrOff(text) !== null);
    // So no text nearby would be enough; long lists of tick boxes are passed over quickly.
    const inVain = other && own.grade === 0 && total === 0 && !shown;
    const near = taken || inVain ? null : labelBefore(scene, control, spec.labels);
    const ownPoints = own.grade === 0 ? 0 : (control.tied ? 50 : 46) - (own.grade === 1 ? 0 : 6);
    const nearPoints = near ? 48 - near.between - (near.grade === 1 ? 0 : 5) - (other ? 20 : 0) : 0;
    if (ownPoints >= nearPoints && ownPoints > 0) {
      said = own;
      count(ownPoints, 'label');
    } else if (near) {
      said = near;
      count(nearPoints, 'text before');
    }
  }
  if (spec.choices && control.role === 'select') {
    const options = optionTexts(control);
    const hits = spec.choices.map((choice) => bestMatch(options, choice)).filter((each) => each.grade > 0);
    if (hits.length > 0) count(hits.length >= 2 ? 40 : 15, 'choices');
    proven ||= hits.filter((each) => each.sure).length >= 2;
  }
  if (shown) {
    // All its signs are as good as a label, so that a second control with the label leaves both in doubt.
    const { share, named } = fit(scene, control, shown, scene.account);
    if (share > 0) count(share * 50, share === 1 ? 'shown' : 'like the one shown');
    if (share === 1 && named) signals.push('shown name');
    proven ||= share === 1;
  }
  return { control, score: total, evidence: evidenceOf(signals, control.label, said, proven) };
}

/** Evidence, with the word that it rests on where no source confirms that word. */
export function evidenceOf(
  signals: readonly string[],
  label: string,
  said: Match | null,
  proven: boolean,
): Evidence {
  const evidence = { signals, label: said?.word ?? label };
  // What stands behind the word is doubtful wherever it stands.
  const isPlain = !said || said.sure || (proven && said.asks === said.word);
  return isPlain ? evidence : { ...evidence, unverified: [said.asks] };
}

/** Adds a word that the value itself rests on. */
export function restingOn(evidence: Evidence, match: Match | null): Evidence {
  if (!match || match.sure) return evidence;
  return { ...evidence, unverified: [...new Set([...(evidence.unverified ?? []), match.asks])] };
}

/** What a control says itself: its label, or the text at a tick that can be no other's. */
export function ownText(scene: Scene, control: Control): string {
  if (control.tied || control.role !== 'checkbox') return control.label;
  return looseLabel(scene, control)?.text ?? '';
}

/** The best that any of the texts says one of the words. */
export function bestMatch(texts: readonly string[], terms: Terms): Match {
  return texts
    .map((text) => matchTerm(text, terms))
    .reduce((a, b) => (b.grade > a.grade ? b : a), { grade: 0, word: '', sure: false, asks: '' } as Match);
}

/** The shown texts of a select's options, where an option's `label` stands for its text; of a drawn combobox only the chosen one. */
export const optionTexts = oncePer(({ el }: Control): readonly string[] => {
  if (el instanceof HTMLSelectElement) return [...el.options].map(({ label }) => plain(label));
  if (attr(el, 'role') === 'listbox')
    return [...findAll(el, '[role=option]')].map((option) => plain(nameIn(option)));
  return [plain(shownText(el))];
});

/** Arrows that a drawn dropdown shows beside its text. */
const arrows = /[▾▼▿⌄∨˅⏷🔽⯆]\uFE0F?/gu;

function shownText(el: HTMLElement): string {
  if (el instanceof HTMLInputElement) return el.value || drawnOver(el);
  if (attr(el, 'role') === 'listbox') {
    const chosen = findAll(el, '[role=option][aria-selected=true]');
    return chosen[0] && chosen.length === 1 ? nameIn(chosen[0]) : '';
  }
  // The choices of a closed list are in the page, but nobody sees them.
  return (childCountOf(el) > 0 ? drawnTextOf(el) : textOf(el)).replace(arrows, '');
}

/** What a field to search in shows of its choice: one line of text beside it, in a block with nothing else. */
function drawnOver(el: HTMLElement): string {
  for (let up = parentOf(el), steps = 0; up && steps < 3; up = parentOf(up), steps++) {
    if (holdsTwo(up, 'input') || find(up, 'label, legend, button, select, textarea, a')) break;
    const text = drawnTextOf(up).trim();
    if (text !== '') return text.includes('\n') ? '' : text;
  }
  return '';
}

/**
 * The exact text of what a select or drawn dropdown has chosen; null where several are, where it stands among what is
 * left out, where a drawn one shows nothing, or one drawn over a native select shows another of its options.
 */
export function selectedText({ el, face }: Control): string | null {
  // A drawn one that shows nothing may be empty, or not drawn yet.
  if (!(el instanceof HTMLSelectElement)) return oneLine(shownText(el)) || null;
  const [option, second] = el.selectedOptions;
  const group = option && closest<HTMLOptGroupElement>(option, 'optgroup');
  if (second || (group && leavesOut(plain(group.label)))) return null;
  const chosen = oneLine(option?.label ?? '');
  const prompt = face ?? find(closest(el, '.a-dropdown-container'), '.a-dropdown-prompt');
  const seen = prompt ? plain(shownText(prompt)) : '';
  const torn = seen !== plain(chosen) && [...el.options].some(({ label }) => plain(label) === seen);
  return torn ? null : chosen;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Whether a radio or checkbox is on: the native state, or what a drawn one says of itself; null for neither. */
export function isChecked({ el }: Control): boolean | null {
  if (el instanceof HTMLInputElement) return el.indeterminate ? null : el.checked;
  const said = ['aria-checked', 'aria-pressed', 'aria-selected'].map((name) => attr(el, name)).find(Boolean);
  const state = said === 'true' ? true : said === 'false' ? false : null;
  // One drawn for a native one that isn't seen, and that is in another state.
  const around = parentOf(el);
  const native = around && !holdsTwo(around, 'input') ? find<HTMLInputElement>(around, ticks) : null;
  return native && native.checked !== state && !isDrawn(native, { visibilityProperty: true }) ? null : state;
}

const ticks = 'input[type=checkbox], input[type=radio]';
