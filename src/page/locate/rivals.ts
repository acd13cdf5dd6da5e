import type { Control } from '../dom/controls';
import { attr, childCountOf, isDrawn, textOf } from '../dom/dom';
import { isDisabled, isShown } from '../dom/visibility';
import type { Terms } from '../labels';
import { namesSetting } from '../labels/setting-words';
import { bestMatch, optionTexts } from './locate';
import { isBeside, labelBefore } from './nearby';
import { belongsElsewhere } from './placed';
import type { Scene } from './scene';

/** Another select with the same choices that no other label claims, or a second one beside it. */
export function hasRival(scene: Scene, found: Control, options: readonly Terms[], labels: Terms): boolean {
  return scene.controls.some((other) => {
    if (other === found || other.role !== 'select' || other.label !== '') return false;
    if (isDisabled(other) || !(isShown(other) || isStillEmpty(other))) return false;
    const texts = optionTexts(other);
    const hits = options.filter((each) => bestMatch(texts, each).grade > 0).length;
    const nobodyKnows = hidesOptions(other);
    const mayBe =
      hits >= 2 ||
      ((hits >= 1 || nobodyKnows) && isBeside(scene, found, other)) ||
      (nobodyKnows && labelBefore(scene, other, labels) !== null);
    return mayBe && !claimed(scene, other, labels);
  });
}

/** Whether a list shows what is chosen alone, and nobody knows what else it offers. */
function hidesOptions({ el }: Control): boolean {
  return !(el instanceof HTMLSelectElement) && attr(el, 'role') !== 'listbox';
}

/** A drawn list whose text comes later takes no room yet. */
function isStillEmpty({ el }: Control): boolean {
  return childCountOf(el) === 0 && textOf(el) === '' && isDrawn(el, { visibilityProperty: true });
}

/** Whether another setting's label stands right before a control. */
function claimed(scene: Scene, control: Control, labels: Terms): boolean {
  const before = scene.words[control.wordsBefore - 1];
  if (!before || before.field !== control.field || labels.has(before.text)) return false;
  // The last head of a table stands before the first cell, and heads another column.
  return namesSetting(scene, before.text, 1) && !belongsElsewhere(scene, before, control);
}
