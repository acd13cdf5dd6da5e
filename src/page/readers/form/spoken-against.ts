import type { FormReadings, Reading } from '../../../domain/reading';
import type { Control } from '../../dom/controls';
import { oncePer } from '../../dom/once';
import { isDisabled, isShown } from '../../dom/visibility';
import { countsUses, speaksOf } from '../../labels/against-words';
import { namesSetting } from '../../labels/setting-words';
import { radioGroups } from '../../locate/choice';
import { isChecked, ownText, selectedText } from '../../locate/locate';
import { wordAfter, wordBefore, wordsBetween } from '../../locate/nearby';
import { valueIn } from '../../locate/not-read';
import { isHeading } from '../../locate/plan';
import { controlsByIndex, fieldsOf, type Scene } from '../../locate/scene';
import { foreignHeading } from '../../locate/section-title';
import { numberIn } from '../../values/numbers';
import { plain } from '../../values/text';
import { speaksOfEverything } from './entire-catalog';

/** Settings that something else on the form may override or contradict. */
const settings = [
  'claimCode',
  'discount',
  'onePerCustomer',
  'combinability',
  'productSelection',
  'detailPage',
  'start',
  'end',
] as const;
type Contested = (typeof settings)[number];

/**
 * Has the seller asked about what may speak against a setting: a tick that is on and overrides it, a field that
 * contradicts it, a heading that makes it part of something else.
 */
export function* spokenAgainstInParts(scene: Scene, readings: FormReadings): Generator<void, FormReadings> {
  const controls = controlsByIndex(scene);
  const targets = new Set(Object.values(readings).map(({ target }) => target));
  const ticks: Control[] = [];
  for (const [at, each] of scene.controls.entries()) {
    if (at % 100 === 99) yield;
    if (isLooseTick(scene, each) && !targets.has(each.index)) ticks.push(each);
  }
  const kept: Partial<Record<string, Reading<unknown>>> = { ...readings };
  for (const setting of settings) {
    const reading = kept[setting];
    const control = reading?.kind === 'read' ? controls.get(reading.target) : undefined;
    if (reading?.kind !== 'read' || !control) continue;
    const asks = [
      ...(tickOver(scene, setting, control, ticks) ?? []),
      ...(setting === 'onePerCustomer' && reading.value === true ? otherCount(scene, targets) : []),
      foreignHeading(scene, control),
    ].filter((text) => text !== '');
    yield;
    if (asks.length === 0) continue;
    const unverified = [...new Set([...(reading.evidence.unverified ?? []), ...asks])];
    kept[setting] = { ...reading, evidence: { ...reading.evidence, unverified } };
  }
  return kept as unknown as FormReadings;
}

/** A tick that is on and that none of the settings' names stands at. */
function isLooseTick(scene: Scene, control: Control): boolean {
  return (
    control.role === 'checkbox' &&
    isChecked(control) === true &&
    !namesSetting(scene, control.label) &&
    !isDisabled(control)
  );
}

/** The name of a tick that may override a setting: by what it says, or since it stands right behind it. */
function tickOver(
  scene: Scene,
  setting: Contested,
  control: Control,
  ticks: readonly Control[],
): readonly string[] {
  const behind = nextAfter(scene, setting, control);
  const mine =
    setting === 'onePerCustomer' || setting === 'detailPage' ? wordsIn(ownText(scene, control)) : [];
  const isSame = (text: string) =>
    wordsIn(text).filter((word) => mine.some((each) => word.startsWith(each))).length >= 2;
  const over = ticks.find(
    (each) => (each === behind || saysOver(setting, each.label) || isSame(each.label)) && isShown(each),
  );
  return over ? [over.label || ownText(scene, over)] : [];
}

const wordsIn = (text: string): readonly string[] => text.match(/\p{L}{5,}/gu) ?? [];

function saysOver(setting: Contested, label: string): boolean {
  if (setting === 'productSelection') return speaksOfEverything(label);
  return setting !== 'start' && setting !== 'end' && speaksOf[setting].test(label);
}

/** What is ticked right behind a setting, behind all radios or parts of it, with no title between. */
function nextAfter(scene: Scene, setting: Contested, control: Control): Control | undefined {
  const fields = fieldsOf(scene);
  const group = groupOf(scene)(control);
  const isMoment = setting === 'start' || setting === 'end';
  const isPart = (each: Control) => group.includes(each) || (isMoment && each.label === '');
  for (let at = fields.indexOf(control); ; at++) {
    const [own, next] = [fields[at], fields[at + 1]];
    if (!own || !next || isTitled(scene, own, next)) return undefined;
    if (next.role === 'checkbox') return next;
    if (!isPart(next)) return undefined;
  }
}

/** Whether the second of two fields stands below a title or heading of its own. */
function isTitled(scene: Scene, one: Control, two: Control): boolean {
  const between = wordsBetween(scene, one, two).filter(
    ({ text }) => text !== one.label && text !== two.label,
  );
  return between.some(({ text, node }) => isHeading(node) || namesSetting(scene, text));
}

const groupOf = oncePer(
  (scene: Scene) =>
    (control: Control): readonly Control[] =>
      control.role === 'radio' ? (radioGroups(scene).find((group) => group.includes(control)) ?? []) : [],
);

/** A field or list that says another number of uses than one. */
function otherCount(scene: Scene, targets: ReadonlySet<number | null>): readonly string[] {
  for (const each of fieldsOf(scene)) {
    if (targets.has(each.index) || (each.role !== 'text' && each.role !== 'select')) continue;
    const said = [each.label, wordBefore(scene, each)?.text ?? '', wordAfter(scene, each)?.text ?? ''];
    const name = said.find((text) => text.length <= 80 && countsUses.test(text));
    const value = plain(each.role === 'text' ? valueIn(each) : (selectedText(each) ?? ''));
    if (!name || value === '' || numberIn(value) === 1 || scene.terms.selectOne.has(value)) continue;
    if (each.role === 'text' && !/\p{N}/u.test(value)) continue;
    if (isShown(each) && !isDisabled(each)) return [name];
  }
  return [];
}
