import type { FormReadings } from '../domain/reading';
import type { Control } from './controls';
import { optionsOf } from './form-options';
import { anyLanguageSays, type Terms, together } from './labels';
import { actionsCalled, bestMatch, evidenceOf, optionTexts } from './locate';
import { fieldsOf, type Scene } from './nearby';
import { notRead, valueIn } from './not-read';
import { numberIn } from './numbers';
import { labelMatch, matchTerm } from './text';
import { isDisabled, isSaid, isShown } from './visibility';

/** "Tier 2", as a further one may be headed. */
const furtherTier =
  /^(?:tier|stufe|staffel|palier|livello|scaglione|nivel|tramo|階層|等级|层级|層級|faixa|nível|niveau|próg|poziom|nivå|kademe|مستوى|स्तर)\s*#?\s*(?:[2-9]|1\d)(?!\d)/;

/**
 * Tiers are known by their buttons: each further tier brings its own "Remove Tier". `claimed` are the
 * controls of other settings: a number before "Add Tier" that is none of theirs is a further tier's.
 */
export function readTiers(scene: Scene, claimed: ReadonlySet<number>): FormReadings['tiers'] {
  const { terms } = scene;
  const removes = (control: Control) =>
    labelMatch(control.label, terms.removeTier) > 0 || anyLanguageSays('removeTier', control.label);
  const actions = scene.controls.filter((control) => control.role === 'action');
  const further = actions.filter((control) => removes(control) && isShown(control));
  const [add, second] = actionsCalled(scene, terms.addTier);
  const any = add ?? further[0];
  if (!any) return notRead('not-found', null);
  // Two places to add tiers: which of the further ones are this promotion's?
  if (second) return notRead('ambiguous', any);
  // A button beside it that we have no word for may be the one of a further tier.
  const unknown = actions.some(
    (control) =>
      control.field === add?.field && control.index < add.index && !removes(control) && isShown(control),
  );
  if (unknown || (further.length === 0 && hasMore(scene, any, claimed))) return notRead('ambiguous', any);
  const names: Terms = together(terms.addTier, terms.removeTier);
  const evidence = evidenceOf(['buttons'], any.label, matchTerm(any.label, names), false);
  return { kind: 'read', value: 1 + further.length, evidence, target: any.index };
}

/** Whether something before the button looks like a further tier, whatever removes it. */
function hasMore(scene: Scene, add: Control, claimed: ReadonlySet<number>): boolean {
  if (scene.words.some(({ text, node }) => furtherTier.test(text) && isSaid(node))) return true;
  const before = fieldsOf(scene).filter(({ field }) => field < add.field);
  for (const field of before.reverse()) {
    if (claimed.has(field.index)) return false;
    if (field.field < add.field - mostBetween) return false;
    if (isShown(field) && !isDisabled(field) && isOfTier(scene, field)) return true;
  }
  return false;
}

/** So many fields a tier may have. */
const mostBetween = 6;

/** A number or a choice of what is counted, which no label of its own calls something else. */
function isOfTier({ terms }: Scene, field: Control): boolean {
  if (field.role === 'text') return valueIn(field).trim() === '' || numberIn(valueIn(field)) !== null;
  if (field.role !== 'select') return false;
  const { discountKind, purchaseKind } = optionsOf(terms);
  const kinds = [...Object.values(discountKind), ...Object.values(purchaseKind)];
  return kinds.some((kind) => bestMatch(optionTexts(field), kind).grade > 0);
}
