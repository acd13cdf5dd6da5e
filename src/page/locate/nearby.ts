import type { Evidence } from '../../domain/reading';
import type { Control, Word } from '../dom/controls';
import { childCountOf, classOf, elementOf, tagOf, textOf } from '../dom/dom';
import { oncePer } from '../dom/once';
import { contains, outer } from '../dom/shadow';
import { isDisabled, isSaid, isShown, isTransparent } from '../dom/visibility';
import type { Terms } from '../labels';
import { leavesOut } from '../labels/against-words';
import { namesSetting } from '../labels/setting-words';
import { parseTime } from '../values/dates';
import { type Match, matchTerm, withoutRemark } from '../values/text';
import { boxOfText, placeOf, sharesRow } from './boxes';
import { belongsElsewhere, titlesByPlace } from './placed';
import { isHeading } from './plan';
import { commonParent, fieldsOf, looksLikeLabel, type Scene, setsApart } from './scene';

/** Where each stands among them. */
const placesOf = oncePer(
  (scene: Scene): ReadonlyMap<Control, number> => new Map(fieldsOf(scene).map((each, at) => [each, at])),
);

/** The first two fields in a part of the page that holds this one; they stand in a row, so nothing else is gone through. */
const inside = oncePer((scene: Scene) => {
  const known = new WeakMap<Node, readonly [Control, Control?]>();
  return (part: Node, control: Control): readonly [Control, Control?] => {
    let found = known.get(part);
    if (!found) {
      const fields = fieldsOf(scene);
      let at = placesOf(scene).get(control) ?? 0;
      while (at > 0 && contains(part, (fields[at - 1] as Control).el)) at--;
      const [first = control, second] = fields.slice(at, at + 2);
      found = second && contains(part, second.el) ? [first, second] : [first];
      known.set(part, found);
    }
    return found;
  };
});

const nearbyWords = 6;
/** A label among the texts before a control, with how many other texts stand between. */
export interface NearMatch extends Match {
  readonly between: number;
}

/**
 * Finds a label in the texts before a control. A label reaches over help text, never over another
 * control or another label, nor out of its own row.
 */
export function labelBefore(scene: Scene, control: Control, terms: Terms): NearMatch | null {
  const reached = withinReach(scene)(control);
  for (const [between, word] of reached.entries()) {
    const match = matchTerm(control.role === 'text' ? withoutRemark(word.text) : word.text, terms);
    if (match.grade === 0 || !isSaid(word.node) || !sameRow(word, control)) continue;
    if (hasLabelOfItsKind(word, control, reached.slice(0, between))) return null;
    const isElses = isNamedInRow(scene, word, control) || belongsElsewhere(scene, word, control);
    return isElses ? null : { ...match, between };
  }
  const placed = titlesByPlace(scene).get(control);
  const match = placed && matchTerm(placed.text, terms);
  return match && match.grade > 0 ? { ...match, between: 0 } : null;
}

/** The control's own name stands in its row, in whatever language; a text in another row is not its title. */
function isNamedInRow({ words }: Scene, word: Word, control: Control): boolean {
  if (!control.tied || control.label === '' || word.text === control.label) return false;
  const names = words.filter(({ text, node }) => text === control.label && isSaid(node));
  if (names.length === 0) return false;
  const place = placeOf(control);
  return !sharesRow(boxOfText(word), place) && names.some((each) => sharesRow(boxOfText(each), place));
}

/** The texts before a control that may be its label, nearest first; none stands behind one that bars the way. */
const withinReach = oncePer((scene: Scene) =>
  oncePer((control: Control): readonly Word[] => {
    const reached: Word[] = [];
    for (let at = control.wordsBefore - 1; at >= 0 && reached.length < nearbyWords; at--) {
      const word = scene.words[at] as Word;
      if (word.field !== control.field) break;
      reached.push(word);
      if (word.text === control.label) {
        // Its own name is said: what stands before it is another's. A radio's title stands before its name.
        if (control.role !== 'radio') break;
        continue;
      }
      // What stands before the head of a part is no title in it.
      if (namesSetting(scene, word.text, 1) || isHeading(word.node)) break;
      // What stands in a line of its own in a label explains it.
      const isRemark = scene.words[at - 1]?.node === word.node;
      if (!isRemark && looksLikeLabel(word.text) && !isTight(scene, word, control)) break;
    }
    return reached;
  }),
);

/** Finds out beforehand, with pauses, what every look for a label needs. */
export function* reachInParts(scene: Scene): Generator<void, void> {
  for (const [at, control] of fieldsOf(scene).entries()) {
    if (at % 100 === 99) yield;
    withinReach(scene)(control);
  }
}

/** The text right before a control, where no other control stands between. */
export function wordBefore({ words }: Scene, control: Control): Word | null {
  const word = words[control.wordsBefore - 1];
  return word?.field === control.field ? word : null;
}

/** The texts before a control, nearest first, back to the control before it or to a setting's title. */
export function wordsBefore(scene: Scene, control: Control): readonly Word[] {
  const found: Word[] = [];
  for (let at = control.wordsBefore - 1; at >= 0; at--) {
    const word = scene.words[at] as Word;
    if (word.field !== control.field || namesSetting(scene, word.text, 1)) break;
    found.push(word);
  }
  return found;
}

/** The text right after a control, where no other control stands between. */
export function wordAfter({ words }: Scene, control: Control): Word | null {
  const word = words[control.wordsBefore];
  return word?.field === control.field + 1 ? word : null;
}

/** The texts between two controls. */
export function wordsBetween({ words }: Scene, first: Control, second: Control): readonly Word[] {
  return words.slice(first.wordsBefore, second.wordsBefore);
}

/**
 * The text behind a checkbox that nothing ties to it, when it can't as well belong to the next control:
 * either the two stand apart from other controls, or their container puts controls first.
 */
export function looseLabel(scene: Scene, control: Control): Word | null {
  const word = wordAfter(scene, control);
  if (!word || !isSaid(word.node)) return null;
  const row = commonParent(word.node, control.el);
  const [first, second] = inside(scene)(row, control);
  if (!second) return word;
  const before = wordBefore(scene, first);
  return before && contains(row, before.node) ? null : word;
}

/** A second control of the same kind beside one, with no label that is its alone: which is meant? */
function hasTwin(scene: Scene, control: Control): boolean {
  return fieldsOf(scene).some((other) => {
    if (other.role !== control.role || other === control) return false;
    if (!followsOnly(scene, control, other) && !isAgain(scene, control, other)) return false;
    if (!isShown(other) || isDisabled(other) || isClock(other)) return false;
    // A title of its own, if only by where it stands, sets it apart.
    if (titlesByPlace(scene).has(other)) return false;
    // A name of its own is no text that the one before it might have as well.
    if (other.field < control.field && control.tied && control.label !== '' && control.role !== 'checkbox')
      return false;
    return other.label === '' || (control.role === 'checkbox' && other.label === control.label);
  });
}

/** Two fields in a row, or with nothing between them but a clock or a list that has no name. */
function followsOnly(scene: Scene, one: Control, other: Control): boolean {
  const [first, second] = one.field < other.field ? [one, other] : [other, one];
  if (second.field - first.field > mostParts) return false;
  if (wordsBetween(scene, first, second).some(({ text }) => setsApart(text))) return false;
  const at = placesOf(scene).get(first) ?? 0;
  const between = fieldsOf(scene).slice(at + 1, at + second.field - first.field);
  const placed = titlesByPlace(scene);
  return between.every(
    (each) => each.label === '' && !placed.has(each) && (each.role === 'select' || isClock(each)),
  );
}

/** The same once more, with nothing but sentences between: help for the one is no title of the other. */
function isAgain(scene: Scene, one: Control, other: Control): boolean {
  const [first, second] = one.field < other.field ? [one, other] : [other, one];
  if (second.field - first.field > 1 || first.label !== '' || second.label !== '') return false;
  const isSentence = ({ text, node }: Word) => !/\p{L}/u.test(text) || /[.。]\s*$/.test(textOf(node));
  if (!wordsBetween(scene, first, second).every(isSentence)) return false;
  const [mine, its] = [first.el, second.el];
  if (!(mine instanceof HTMLSelectElement && its instanceof HTMLSelectElement)) return first.role === 'text';
  const choices = ({ options }: HTMLSelectElement) => [...options].map(({ label }) => label).join('\n');
  return choices(mine) === choices(its);
}

/** A date, its hour, minute and half of the day. */
const mostParts = 4;

/** Next to each other, or with one part of the same setting between (a number, a clock); no label sets them apart. */
export function isBeside(scene: Scene, one: Control, other: Control): boolean {
  const apart = other.field - one.field;
  if (apart === 0 || Math.abs(apart) > 2) return false;
  const between = apart > 0 ? wordsBetween(scene, one, other) : wordsBetween(scene, other, one);
  return !between.some(({ text }) => setsApart(text));
}

/**
 * Whether a twin makes doubtful which control was meant, with nothing but labels to tell them apart, or
 * whether what is seen in its place may be something else.
 */
export function isInDoubt(scene: Scene, control: Control, { signals }: Evidence): boolean {
  if (control.role === 'text' && isTransparent(control)) return true;
  if (isLeftOut(scene, control)) return true;
  return !signals.includes('id') && !signals.includes('shown name') && hasTwin(scene, control);
}

/** "All except" right before a control: what stands in it is the opposite of what its title says. */
function isLeftOut(scene: Scene, control: Control): boolean {
  const { text = '', node } = wordBefore(scene, control) ?? {};
  if (!node || text.split(' ').length > 4 || text === control.label || !leavesOut(text)) return false;
  return isSaid(node) && !namesSetting(scene, text);
}

function isClock({ el, role }: Control): boolean {
  return role === 'text' && el instanceof HTMLInputElement && parseTime(el.value) !== null;
}

/** Label and control stand alone, apart from a second part of the same setting. */
function isTight(scene: Scene, word: Word, control: Control): boolean {
  const row = commonParent(word.node, control.el);
  const fields = fieldsOf(scene);
  const at = placesOf(scene).get(control) ?? -1;
  return ![at - 1, at + 2].some((other) => fields[other] && contains(row, fields[other].el));
}

/** False where label and control stand in different rows of a table, or of blocks built like one. */
function sameRow(word: Word, control: Control): boolean {
  const parent = commonParent(word.node, control.el);
  const [one, two] = [childOf(parent, word.node), childOf(parent, control.el)];
  if (!one || !two || one === two) return true;
  if (tagOf(one) === 'TR') return false;
  return !(areAlike(one, two) && childCountOf(one) >= 2 && childCountOf(two) >= 2);
}

/** The control's own row begins with a label drawn as this one is, which stands in a row like it. */
function hasLabelOfItsKind(word: Word, control: Control, nearer: readonly Word[]): boolean {
  const parent = commonParent(word.node, control.el);
  const [one, two] = [childOf(parent, word.node), childOf(parent, control.el)];
  if (!one || !two || one === two || !areAlike(one, two)) return false;
  return nearer.some(({ node, text }) => {
    const [mine, its] = [elementOf(word.node), elementOf(node)];
    return mine && its && its !== two && contains(two, its) && areAlike(mine, its) && looksLikeLabel(text);
  });
}

function areAlike(one: Element, two: Element): boolean {
  return tagOf(one) === tagOf(two) && classOf(one) === classOf(two);
}

function childOf(parent: Node, inner: Node): Element | null {
  let node: Node | null = inner;
  while (node && outer(node) !== parent) node = outer(node);
  return node instanceof Element ? node : null;
}
