import type { FormReadings, Reading } from '../../../domain/reading';
import { isCovered } from '../../dom/covered';
import { notRead } from '../../locate/not-read';
import { controlsByIndex, type Scene } from '../../locate/scene';

/** Takes back what was read from a control that lies behind something else: who looks at the page sees that. */
export function* inSightInParts(scene: Scene, readings: FormReadings): Generator<void, FormReadings> {
  const controls = controlsByIndex(scene);
  const kept: Partial<Record<string, Reading<unknown>>> = { ...readings };
  for (const [setting, reading] of Object.entries(kept)) {
    const control = reading?.kind === 'read' ? controls.get(reading.target) : undefined;
    if (!control) continue;
    if (isCovered(control)) kept[setting] = notRead('folded', control);
    yield;
  }
  return kept as unknown as FormReadings;
}
