import type { FormReadings, Reading } from '../../../domain/reading';
import type { Teachable } from '../../../domain/taught';
import type { Control } from '../../dom/controls';
import { contains } from '../../dom/shadow';
import type { Terms } from '../../labels';
import { radioGroups } from '../../locate/choice';
import { isChecked, weighInParts } from '../../locate/locate';
import { wordsBetween } from '../../locate/nearby';
import { notRead } from '../../locate/not-read';
import { commonParent, controlsByIndex, fieldsOf, type Scene } from '../../locate/scene';
import { onOrOff } from '../../values/yes-no';
import { boxOf, readTick } from './ticks';

/** Settings that may have a switch of their own, with how they are called; those that are a tick are one. */
const switched = {
  claimCode: 'claimCode',
  combinability: 'combinability',
  productSelection: 'purchasedItems',
  discount: 'buyerGets',
  minimum: 'buyerPurchases',
  start: 'startDate',
  end: 'endDate',
  budget: 'budget',
} as const;

/** Those that a radio may stand before; an amount's radios say what it counts. */
const picked: readonly Teachable[] = ['productSelection', 'start', 'end'];

/**
 * Takes back what is set, but may not be in force: where the setting's own switch is off, or where its control
 * belongs to a radio that isn't chosen. The page keeps what was set there, and it does nothing.
 */
export function* inForceInParts(scene: Scene, readings: FormReadings): Generator<void, FormReadings> {
  const controls = controlsByIndex(scene);
  const kept: Partial<Record<string, Reading<unknown>>> = { ...readings };
  for (const setting of Object.keys(switched) as (keyof typeof switched)[]) {
    const control = controls.get(kept[setting]?.target ?? -1);
    if (!control || kept[setting]?.kind !== 'read') continue;
    const labels = scene.terms[switched[setting]];
    yield* weighInParts(scene, boxOf(setting, labels));
    if (
      isSwitchedOff(scene, setting, labels) ||
      (picked.includes(setting) && isUnderUnchosen(scene, control))
    )
      kept[setting] = notRead('ambiguous', control);
    yield;
  }
  return kept as unknown as FormReadings;
}

function isSwitchedOff(scene: Scene, setting: Teachable, labels: Terms): boolean {
  const own = readTick(scene, setting, labels);
  if (own.kind !== 'read' || own.value) return false;
  const found = controlsByIndex(scene).get(own.target);
  // One of several buttons may be called as another setting is.
  return found?.role !== 'radio' || onOrOff(found.label) !== null;
}

function isUnderUnchosen(scene: Scene, control: Control): boolean {
  const fields = fieldsOf(scene);
  const before = fields[fields.indexOf(control) - 1];
  if (before?.role !== 'radio' || control.role === 'radio' || isChecked(before) !== false) return false;
  const radios = radioGroups(scene).find((group) => group.includes(before)) ?? [];
  const block = commonParent(before.el, control.el);
  const isAlone = radios.every((radio) => radio === before || !contains(block, radio.el));
  const isNext = wordsBetween(scene, before, control).every(({ text }) => text === before.label);
  return radios.some((radio) => isChecked(radio) === true) && (isAlone || isNext);
}
