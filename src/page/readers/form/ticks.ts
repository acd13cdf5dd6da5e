import type { Reading } from '../../../domain/reading';
import type { Teachable } from '../../../domain/taught';
import type { Control } from '../../dom/controls';
import { isDisabled, isShown } from '../../dom/visibility';
import type { Terms } from '../../labels';
import { namesSetting } from '../../labels/setting-words';
import { groupTitle, keyRadios, radioGroups } from '../../locate/choice';
import {
  type ControlSpec,
  evidenceOf,
  isChecked,
  locate,
  optionTexts,
  ownText,
  selectedText,
} from '../../locate/locate';
import { isInDoubt, wordAfter } from '../../locate/nearby';
import { notRead } from '../../locate/not-read';
import type { Scene } from '../../locate/scene';
import { matchTerm } from '../../values/text';
import { onOrOff } from '../../values/yes-no';

/** Reads a setting that is on or off: a tick, or a choice of yes and no. */
export function readTick(scene: Scene, setting: Teachable, labels: Terms): Reading<boolean> {
  const named = readBox(scene, setting, labels);
  const ticked =
    named.kind === 'unread' && named.reason === 'not-found' ? readOpposite(scene, labels) : named;
  const others = [...readRadios(scene, labels), ...readList(scene, labels)];
  const [other, second] = others;
  if (!other) return ticked;
  if (second || ticked.kind === 'read' || ticked.reason === 'ambiguous')
    return { kind: 'unread', reason: 'ambiguous', target: other.target };
  return other;
}

/** What the box of such a setting is. */
export function boxOf(setting: Teachable, labels: Terms): ControlSpec {
  return { setting, roles: ['checkbox'], labels };
}

function readBox(scene: Scene, setting: Teachable, labels: Terms): Reading<boolean> {
  const located = locate(scene, boxOf(setting, labels));
  if (!located.found) return notRead(located.reason, located.candidates[0]);
  const { found, evidence } = located;
  const checked = isInDoubt(scene, found, evidence) ? null : isChecked(found);
  // Found by the title of its row, it may say itself what a tick does there; and its name may end in "off".
  const means = evidence.signals.includes('text before')
    ? meaningOf(scene, found)
    : saysOff(ownText(scene, found), evidence.label)
      ? null
      : true;
  if (checked === null || means === null) return notRead('ambiguous', found);
  return { kind: 'read', value: checked === means, evidence, target: found.index };
}

/** Whether a label takes back, behind it, the word that it begins with. */
function saysOff(label: string, word: string): boolean {
  const rest = label.startsWith(word) ? label.slice(word.length) : '';
  return rest.split(/[\s()[\]:;,.!-]+/).some((part) => onOrOff(part) === false);
}

/** What turns a setting's name into its opposite. */
const opposites =
  /^(?:no limit (?:of|to)|(?:don't|do not) (?:limit(?: to)?|show|display|use|set)|never (?:show|display)|hide|no|without)(?: (?:the|an?))? (.+)$/;

/** A tick whose own name says the opposite: on where it is not ticked. */
function readOpposite(scene: Scene, labels: Terms): Reading<boolean> {
  const meant = (each: Control) =>
    each.role === 'checkbox' && each.tied ? matchTerm(opposites.exec(each.label)?.[1] ?? '', labels) : null;
  const [found, second] = scene.controls.filter(
    (each) => meant(each)?.grade === 1 && isShown(each) && !isDisabled(each),
  );
  if (!found) return notRead('not-found', null);
  const checked = isChecked(found);
  if (second || checked === null) return notRead('ambiguous', found);
  // Nobody has confirmed that Amazon would say it so.
  const evidence = { signals: ['label'], label: found.label, unverified: [found.label] };
  return { kind: 'read', value: !checked, evidence, target: found.index };
}

/** Whether a tick means on, by what stands at it alone; null where that can't be told. */
function meaningOf(scene: Scene, control: Control): boolean | null {
  const own = ownText(scene, control);
  if (own !== '') return onOrOff(own);
  const behind = wordAfter(scene, control)?.text ?? '';
  // A bare text that is no other setting's title may be its own, and take back what the title says.
  const mayBeOwn = !control.tied && control.label !== '' && control.label === behind;
  if (mayBeOwn && !namesSetting(scene, behind) && onOrOff(behind) !== true) return null;
  return onOrOff(behind) === false ? null : true;
}

/** Radios of which one says yes and one says no, below the setting's title. */
function readRadios(scene: Scene, labels: Terms): Reading<boolean>[] {
  return radioGroups(scene).flatMap((radios): Reading<boolean>[] => {
    const [first] = radios;
    if (!first || radios.length !== 2 || !radios.every((each) => isShown(each) && !isDisabled(each)))
      return [];
    const title = groupTitle(scene, first, labels);
    const keyed = keyRadios(scene, radios, onOrOff);
    const means = keyed?.map((each) => each ?? null);
    if (!title || !means?.includes(true) || !means.includes(false)) return [];
    const states = radios.map(isChecked);
    const at = states.indexOf(true);
    if (at < 0 || states.filter(Boolean).length > 1) return [notRead('ambiguous', first)];
    const evidence = evidenceOf(['choices', 'text before'], title.word, title, false);
    return [{ kind: 'read', value: means[at] === true, evidence, target: (radios[at] ?? first).index }];
  });
}

/** A list of yes and no that the setting's title stands at. */
function readList(scene: Scene, labels: Terms): Reading<boolean>[] {
  const located = locate(scene, { roles: ['select'], labels });
  if (!located.found) return [];
  const { found, evidence } = located;
  const chosen = onOrOff(selectedText(found) ?? '');
  if (optionTexts(found).every((text) => onOrOff(text) === null)) return [];
  if (chosen === null || isInDoubt(scene, found, evidence)) return [notRead('ambiguous', found)];
  return [{ kind: 'read', value: chosen, evidence, target: found.index }];
}
