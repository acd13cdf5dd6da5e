import type { Reading } from '../../../domain/reading';
import type { Teachable } from '../../../domain/taught';
import type { Control, Word } from '../../dom/controls';
import { textOf } from '../../dom/dom';
import { isDisabled, isSaid, isShown } from '../../dom/visibility';
import { anyLanguageSays, type Terms, together } from '../../labels';
import { boxOfText, placeOf, sharesRow } from '../../locate/boxes';
import { locateChoice, type Options } from '../../locate/choice';
import { evidenceOf, optionTexts, selectedText } from '../../locate/locate';
import { labelBefore, wordAfter, wordBefore, wordsBetween } from '../../locate/nearby';
import { notRead, valueIn } from '../../locate/not-read';
import { titlesByPlace } from '../../locate/placed';
import { fieldsOf, looksLikeLabel, type Scene, setsApart } from '../../locate/scene';
import { fit } from '../../locate/taught';
import { hasDigit, numberIn } from '../../values/numbers';
import { labelMatch, type Match, matchTerm } from '../../values/text';

interface Amount<K extends string> {
  readonly kind: K | 'unset';
  readonly value: number | null;
  readonly text: string;
}

/**
 * A choice of what is counted and the number field beside it. `main` is the kind that also stands alone:
 * a field that its label calls so, without a choice. `parse` reads what is typed.
 */
export function readAmount<K extends string>(
  scene: Scene,
  setting: Teachable,
  labels: Terms,
  kinds: Options<K>,
  main: K,
  parse: (typed: string) => number | null = numberIn,
): Reading<Amount<K>> {
  const choice = locateChoice(scene, setting, kinds, labels, scene.terms.selectOne);
  if (!choice.found)
    return choice.reason === 'not-found'
      ? readAlone(scene, setting, labels, kinds, main, parse)
      : notRead(choice.reason, choice.target);
  const { chosen, control, evidence } = choice;
  if (chosen === null) return notRead('ambiguous', control);
  if (chosen === 'unset')
    return { kind: 'read', value: { kind: chosen, value: null, text: '' }, evidence, target: control.index };
  const field = fieldBeside(scene, control, together(labels, ...(Object.values(kinds) as Terms[])));
  if (field === null || field === 'several')
    return notRead(field === null ? 'not-found' : 'ambiguous', control);
  if (isUnclear(scene, field, parse)) return notRead('ambiguous', field);
  const typed = valueIn(field).trim();
  const named = control.role === 'radio' ? control.label : selectedText(control);
  const shown = chosen === main ? typed : `${named} ${typed}`.trim();
  const value = { kind: chosen, value: parse(typed), text: shown };
  return { kind: 'read', value, evidence, target: field.index };
}

/** A field without a choice: called by the kind itself, or below the label and followed by the kind's sign. */
function readAlone<K extends string>(
  scene: Scene,
  setting: Teachable,
  labels: Terms,
  kinds: Options<K>,
  main: K,
  parse: (typed: string) => number | null,
): Reading<Amount<K>> {
  const shown = scene.taught.get(setting);
  const isTaught = (each: Control) => shown && fit(scene, each, shown, scene.account).share === 1;
  const saying = (each: Control) =>
    calledSo(scene, each, kinds[main]) ?? signedSo(scene, each, labels, kinds[main]);
  const fields = scene.controls.filter(
    (each) => holdsNumber(each) && !isDisabled(each) && isShown(each) && (saying(each) || isTaught(each)),
  );
  const [field, second] = withoutTiers(scene, fields);
  if (!field || second) return notRead(second ? 'ambiguous' : 'not-found', field);
  if (isUnclear(scene, field, parse) || isOneOfSeveral(scene, field, kinds[main]))
    return notRead('ambiguous', field);
  const said = saying(field);
  const typed = numberText(field);
  return {
    kind: 'read',
    value: { kind: main, value: parse(typed), text: typed },
    evidence: isTaught(field)
      ? evidenceOf(['shown'], field.label, said, true)
      : evidenceOf(['text before'], field.label, said, false),
    target: field.index,
  };
}

/** A field that is typed in, or a list of nothing but percentages. */
function holdsNumber(control: Control): boolean {
  if (control.role !== 'select') return control.role === 'text';
  const texts = optionTexts(control).filter(hasDigit);
  return texts.length > 0 && texts.every((text) => /^\p{Nd}{1,3}\s?%$/u.test(text));
}

function numberText(control: Control): string {
  return (control.role === 'select' ? (selectedText(control) ?? '') : valueIn(control)).trim();
}

/** The word by which a field itself is called. What stands behind a radio is the radio's name. */
export function calledSo(scene: Scene, field: Control, kind: Terms): Match | null {
  const own = matchTerm(field.label, kind);
  if (own.grade > 0) return own;
  if (field.tied && field.label !== '') return null;
  const fields = fieldsOf(scene);
  const before = fields[fields.indexOf(field) - 1];
  const isNamedBehind = (before?.role === 'radio' || before?.role === 'checkbox') && !before.tied;
  const near = isNamedBehind ? null : labelBefore(scene, field, kind);
  // A name of its own stands nearer.
  const isAnothers = near && near.between > 0 && looksLikeLabel(wordBefore(scene, field)?.text ?? '');
  return isAnothers ? null : near;
}

/** The label above a field that the kind's word or sign follows. */
function signedSo(scene: Scene, field: Control, labels: Terms, kind: Terms): Match | null {
  const unit = wordAfter(scene, field)?.text ?? '';
  if (labelMatch(unit, kind) === 0 && !/^[%٪]/.test(unit)) return null;
  const own = matchTerm(field.label, labels);
  return own.grade > 0 ? own : labelBefore(scene, field, labels);
}

/**
 * Without the fields of further tiers, which follow the first one's: a word for tiers stands before them, or
 * a button that removes one between it and the next.
 */
function withoutTiers(scene: Scene, fields: readonly Control[]): readonly Control[] {
  const { terms, controls, words } = scene;
  const names = [...terms.tiers.keys(), ...terms.addTier.keys(), 'tier'];
  // A page half translated says it in another language than the rest.
  const saysTier = (text: string) =>
    text.length <= 80 && (names.some((name) => text.startsWith(name)) || anyLanguageSays('tiers', text));
  const removesTier = (label: string) =>
    labelMatch(label, terms.removeTier) > 0 || anyLanguageSays('removeTier', label);
  const first = fields.findIndex((field, at) => {
    const from = fields[at - 1]?.wordsBefore ?? 0;
    if (words.slice(from, field.wordsBefore).some(({ text }) => saysTier(text))) return true;
    const next = fields[at + 1]?.index ?? Number.POSITIVE_INFINITY;
    return controls.some(
      ({ role, label, index }) =>
        role === 'action' && index > field.index && index < next && removesTier(label),
    );
  });
  return first < 0 ? fields : fields.slice(0, first);
}

/** Whether a number stands beside another, or beside a list that may say what it counts; nothing names either. */
function isOneOfSeveral(scene: Scene, field: Control, kind: Terms): boolean {
  const fields = fieldsOf(scene).filter((each) => isShown(each) && !isDisabled(each));
  const at = fields.indexOf(field);
  const [before, after] = [fields[at - 1], fields[at + 1]];
  const placed = titlesByPlace(scene);
  // A title that names the field itself is not the other one's.
  const isNameless = (other: Control | undefined): other is Control =>
    other !== undefined &&
    other.label === '' &&
    (other.role === 'select' || other.role === 'text') &&
    (placed.get(other)?.text ?? field.label) === field.label;
  const between = (one: Control, other: Control) =>
    wordsBetween(scene, one, other).some(({ text }) => setsApart(text) || labelMatch(text, kind) > 0);
  return (isNameless(before) && !between(before, field)) || (isNameless(after) && !between(field, after));
}

/** Whether a number stands there that could be another: `1.000`, letters that the browser gives nobody, `[9]0 %`. */
function isUnclear(scene: Scene, field: Control, parse: (typed: string) => number | null): boolean {
  const typed = numberText(field);
  const isHeld = (field.el as HTMLInputElement).validity?.badInput === true;
  const goesOn =
    /\p{Nd}$/u.test(touching(field, wordBefore(scene, field))) ||
    /^[.,]?\p{Nd}/u.test(touching(field, wordAfter(scene, field)));
  return isHeld || goesOn || showsAnother(scene, field) || (hasDigit(typed) && parse(typed) === null);
}

/** A percentage behind a field that is another than the field's, as of a slider that lags behind. */
function showsAnother(scene: Scene, field: Control): boolean {
  const shown = wordAfter(scene, field)?.text ?? '';
  return (
    /^\p{Nd}{1,3}(?:[.,]\p{Nd}+)?\s?[%٪]$/u.test(shown) && numberIn(shown) !== numberIn(numberText(field))
  );
}

/** A text that is drawn right at a field, with no space between. */
function touching(field: Control, word: Word | null): string {
  if (!word || field.role !== 'text') return '';
  const [text, box] = [boxOfText(word), placeOf(field)];
  const gap = Math.max(text.left - box.right, box.left - text.right);
  return sharesRow(text, box) && gap < 3 ? textOf(word.node) : '';
}

/** The number field right behind a choice, or right before it; neither may have a name of its own. */
function fieldBeside(scene: Scene, choice: Control, names: Terms): Control | null | 'several' {
  const fields = scene.controls.filter((each) => each.role !== 'action' && each.role !== 'radio');
  const at = fields.indexOf(choice);
  const [before, after] =
    choice.role === 'radio' ? nextToRadios(scene, choice) : [fields[at - 1], fields[at + 1]];
  const behind = after && fits(after, names) && nothingBetween(scene, choice, after) ? after : null;
  const ahead =
    before &&
    fits(before, names) &&
    nothingBetween(scene, before, choice) &&
    labelBefore(scene, before, names)
      ? before
      : null;
  if (behind && ahead) return 'several';
  return behind ?? ahead;
}

function nextToRadios(scene: Scene, radio: Control): [undefined, Control | undefined] {
  const fields = fieldsOf(scene);
  return [undefined, fields.slice(fields.indexOf(radio)).find((each) => each.role !== 'radio')];
}

function fits(field: Control, names: Terms): boolean {
  if (field.role !== 'text' || isDisabled(field) || !isShown(field)) return false;
  return field.label === '' || labelMatch(field.label, names) > 0 || !looksLikeLabel(field.label);
}

function nothingBetween(scene: Scene, first: Control, second: Control): boolean {
  if (Math.abs(second.field - first.field) > 4) return false;
  // A number's own name may stand between; the list's own name begins what is its.
  const own = second.role === 'text' ? second.label : '';
  return wordsBetween(scene, first, second).every(
    ({ text, node }) => !looksLikeLabel(text) || first.role === 'radio' || text === own || !isSaid(node),
  );
}
