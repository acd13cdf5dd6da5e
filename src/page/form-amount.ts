import type { Reading } from '../domain/reading';
import type { Teachable } from '../domain/taught';
import { locateChoice, type Options } from './choice';
import type { Control } from './controls';
import { type Terms, together } from './labels';
import { evidenceOf, selectedText } from './locate';
import { fieldsOf, labelBefore, looksLikeLabel, type Scene, wordAfter, wordsBetween } from './nearby';
import { notRead, valueIn } from './not-read';
import { hasDigit, numberIn } from './numbers';
import { fit } from './taught';
import { labelMatch, matchTerm } from './text';
import { isDisabled, isShown } from './visibility';

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
  if (isUnclear(field, parse)) return notRead('ambiguous', field);
  const typed = valueIn(field).trim();
  const named = control.role === 'radio' ? control.label : selectedText(control);
  const shown = chosen === main ? typed : `${named} ${typed}`.trim();
  const value = { kind: chosen, value: parse(typed), text: shown };
  return { kind: 'read', value, evidence, target: field.index };
}

/** A field without a choice: below the label, and called by the kind itself or followed by its sign. */
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
  const fields = scene.controls.filter((each) => {
    if (each.role !== 'text' || isDisabled(each) || !isShown(each)) return false;
    if (!labelBefore(scene, each, labels) && labelMatch(each.label, labels) === 0 && !isTaught(each))
      return false;
    const unit = wordAfter(scene, each)?.text ?? '';
    return labelMatch(each.label, kinds[main]) > 0 || labelMatch(unit, kinds[main]) > 0 || /^[%٪]/.test(unit);
  });
  const [field, second] = fields;
  if (!field || second) return notRead(second ? 'ambiguous' : 'not-found', field);
  if (isUnclear(field, parse)) return notRead('ambiguous', field);
  const said = labelBefore(scene, field, labels) ?? matchTerm(field.label, labels);
  const typed = valueIn(field).trim();
  return {
    kind: 'read',
    value: { kind: main, value: parse(typed), text: typed },
    evidence: isTaught(field)
      ? evidenceOf(['shown'], field.label, said, true)
      : evidenceOf(['text before'], field.label, said, false),
    target: field.index,
  };
}

/** Whether a number stands there that could be another: `1.000`, or letters that the browser gives nobody. */
function isUnclear(field: Control, parse: (typed: string) => number | null): boolean {
  const typed = valueIn(field);
  const isHeld = (field.el as HTMLInputElement).validity?.badInput === true;
  return isHeld || (hasDigit(typed) && parse(typed) === null);
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
  return wordsBetween(scene, first, second).every(
    ({ text }) => !looksLikeLabel(text) || first.role === 'radio' || text === second.label,
  );
}
