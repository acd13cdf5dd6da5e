import type { FormReadings, Reading } from '../../domain/reading';
import type { Control } from '../dom/controls';
import { isDisabled, isShown } from '../dom/visibility';
import { isInDoubt } from './nearby';
import { notRead, valueIn } from './not-read';
import { controlsByIndex, type Scene } from './scene';

type Name = keyof FormReadings;

/**
 * Settles who has which control: none serves two settings. Of two that claim one, the one with clearly
 * better evidence keeps it; a number that stands beside another one is nobody's.
 */
export function settle(scene: Scene, readings: FormReadings): FormReadings {
  const settled: Partial<Record<Name, Reading<unknown>>> & Record<'discount' | 'minimum', Reading<unknown>> =
    {
      ...readings,
    };
  const byIndex = controlsByIndex(scene);
  for (const name of ['discount', 'minimum'] as const) {
    const reading = settled[name];
    const field = reading.kind === 'read' ? byIndex.get(reading.target) : undefined;
    const isTaken = (index: number) => Object.values(settled).some(({ target }) => target === index);
    if (field?.role === 'text' && (hasRivalNumber(scene, field) || isSuggestion(scene, field, isTaken)))
      settled[name] = notRead('ambiguous', field);
  }
  const claims = new Map<number, Name[]>();
  for (const [name, reading] of Object.entries(settled) as [Name, Reading<unknown>][])
    if (reading.kind === 'read') claims.set(reading.target, [...(claims.get(reading.target) ?? []), name]);
  for (const [target, names] of claims) {
    if (names.length < 2) continue;
    const [best = 0, second = 0] = names.map((name) => strength(settled[name])).sort((a, b) => b - a);
    for (const name of names)
      if (best === second || strength(settled[name]) < best)
        settled[name] = notRead('ambiguous', byIndex.get(target));
  }
  return settled as unknown as FormReadings;
}

/** Signs from the surest to the least sure. */
const signs = ['text before', 'like the one shown', 'choices', 'label', 'shown', 'id'];

function strength(reading: Reading<unknown> | undefined): number {
  return reading?.kind === 'read'
    ? Math.max(...reading.evidence.signals.map((sign) => signs.indexOf(sign)))
    : -1;
}

/** A number that nobody can change, beside a field without a name that is no other setting's: it may be typed there. */
function isSuggestion(scene: Scene, field: Control, isTaken: (index: number) => boolean): boolean {
  const isFixed = ({ el }: Control) => (el as HTMLInputElement).readOnly;
  return (
    isFixed(field) &&
    scene.controls.some(
      (each) =>
        each.role === 'text' &&
        Math.abs(each.field - field.field) === 1 &&
        each.label === '' &&
        !isTaken(each.index) &&
        !isFixed(each) &&
        isShown(each) &&
        !isDisabled(each),
    )
  );
}

/** A second number beside one, where nothing tells which is meant; a slider that shows the same is none. */
function hasRivalNumber(scene: Scene, field: Control): boolean {
  if (!isInDoubt(scene, field, { signals: [], label: '' })) return false;
  const near = scene.controls.filter(
    (each) => each !== field && each.role === 'text' && Math.abs(each.field - field.field) === 1,
  );
  return !near.some(
    (each) => (each.el as HTMLInputElement).type === 'range' && valueIn(each) === valueIn(field),
  );
}
