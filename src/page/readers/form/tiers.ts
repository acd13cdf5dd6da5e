import type { FormReadings } from '../../../domain/reading';
import type { Control } from '../../dom/controls';
import { isDisabled, isSaid, isShown } from '../../dom/visibility';
import { anyLanguageSays, type Terms, together } from '../../labels';
import { bestMatch, evidenceOf, optionTexts } from '../../locate/locate';
import { wordBefore } from '../../locate/nearby';
import { notRead, valueIn } from '../../locate/not-read';
import { fieldsOf, type Scene } from '../../locate/scene';
import { numberIn } from '../../values/numbers';
import { labelMatch, matchTerm, plain } from '../../values/text';
import { calledSo } from './form-amount';
import { optionsOf } from './form-options';

/** "Tier 2", as a further one may be headed. */
const furtherTier =
  /^(?:tier|stufe|staffel|palier|livello|scaglione|nivel|tramo|階層|等级|层级|層級|faixa|nível|niveau|próg|poziom|nivå|kademe|مستوى|स्तर)\s*#?\s*(?:[2-9]|1\d)(?!\d)/;

type Others = Omit<FormReadings, 'tiers'>;

/**
 * Tiers are known by their buttons: each further tier brings its own "Remove Tier". A number before "Add Tier"
 * that is no other setting's is a further tier's. Without any button, the form's fields tell.
 */
export function readTiers(scene: Scene, others: Others): FormReadings['tiers'] {
  const { terms } = scene;
  const claimed = new Set(
    Object.values(others).flatMap((each) => (each?.kind === 'read' ? each.target : [])),
  );
  // A page half translated says it in another language than the rest.
  const says = (concept: 'addTier' | 'removeTier', { label }: Control) =>
    labelMatch(label, terms[concept]) > 0 || anyLanguageSays(concept, label);
  const removes = (control: Control) => says('removeTier', control);
  const actions = scene.controls.filter((control) => control.role === 'action');
  const further = actions.filter((control) => removes(control) && isShown(control));
  const [add, second] = actions.filter((control) => says('addTier', control) && isShown(control));
  const any = add ?? further[0];
  // A button of another part of the page speaks of tiers that we don't see.
  const isBeyond = (control: Control) =>
    control.role === 'action' && (says('addTier', control) || removes(control));
  const beyond = scene.beyond?.find((control) => isBeyond(control) && isShown(control));
  if (!any) return beyond ? notRead('ambiguous', beyond) : readByFields(scene, others, claimed);
  // Two places to add tiers: which of the further ones are this promotion's?
  if (second) return notRead('ambiguous', any);
  // What stands among the buttons of one promotion are its further tiers, and nothing else.
  const places = [any, ...further].map(({ index }) => index);
  const [begin, end] = [Math.min(...places), Math.max(...places)];
  const isAmong = ({ index }: Control) => index > begin && index < end;
  const foreign = fieldsOf(scene).some(
    (field) => isAmong(field) && isShown(field) && !isOfTier(scene, field),
  );
  // A button beside it or among numbers before it that we have no word for may be the one of a further tier.
  const from = add ? firstOfTiers(scene, add, claimed) : 0;
  const unknown = actions.some((control) => {
    if (removes(control) || !isShown(control)) return false;
    if (add) return control.field >= from && control.index < add.index;
    if (isAmong(control)) return true;
    const before = fieldsOf(scene).find(({ field }) => field === control.field - 1);
    const isBehindOne = further.some(({ field, index }) => field === control.field && index < control.index);
    return before && !isBehindOne && !claimed.has(before.index) && isOfTier(scene, before);
  });
  if (foreign || unknown || (further.length === 0 && hasMore(scene, any, claimed)))
    return notRead('ambiguous', any);
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

/** Where the numbers begin that stand before the button and are no other setting's. */
function firstOfTiers(scene: Scene, add: Control, claimed: ReadonlySet<number>): number {
  const before = fieldsOf(scene).filter(({ field }) => field < add.field);
  const end = before.findLastIndex((field) => claimed.has(field.index) || !isOfTier(scene, field));
  return end + 1;
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

/** A further tier said in words, or a percentage that stands there as text. */
function speaksOfTier(text: string): boolean {
  return furtherTier.test(text) || (text.length <= 80 && /\p{Nd}\s?[%٪]|[%٪]\s?\p{Nd}/u.test(text));
}

/**
 * A form without buttons for tiers: it has one where no number is left that may be another's; where numbers are
 * left, as many more as there are pairs of them, each called as those of the first.
 */
function readByFields(
  scene: Scene,
  { discount, minimum }: Others,
  claimed: ReadonlySet<number>,
): FormReadings['tiers'] {
  if (discount.kind !== 'read' || minimum.kind !== 'read') return notRead('not-found', null);
  if (discount.value.kind !== 'percent' || minimum.value.kind === 'unset') return notRead('not-found', null);
  const left = leftOver(scene, claimed);
  const last = Math.max(discount.target, minimum.target);
  const kinds = left.map((field) => (isShown(field) && field.index > last ? kindOf(scene, field) : null));
  const isPaired =
    kinds.every((kind, at) => kind !== null && kind === kinds[at % 2]) && kinds[0] !== kinds[1];
  const isSaidOnly =
    left.length === 0 && scene.words.some(({ text, node }) => speaksOfTier(text) && isSaid(node));
  if (isSaidOnly || (left.length > 0 && (!isPaired || left.length % 2 > 0)))
    return notRead('ambiguous', left[0]);
  const unverified = [...(discount.evidence.unverified ?? []), ...(minimum.evidence.unverified ?? [])];
  return {
    kind: 'read',
    value: 1 + left.length / 2,
    evidence: {
      signals: ['fields'],
      label: discount.evidence.label,
      ...(unverified.length > 0 ? { unverified } : {}),
    },
    target: discount.target,
  };
}

/** What may be a tier's and no setting has; a choice beside a number of the first tier belongs to it. */
function leftOver(scene: Scene, claimed: ReadonlySet<number>): readonly Control[] {
  const fields = fieldsOf(scene);
  const isClaimed = (at: number) => claimed.has(fields[at]?.index ?? -1);
  return fields.filter(
    (field, at) =>
      !isClaimed(at) &&
      !isDisabled(field) &&
      isOfTier(scene, field) &&
      !(field.role === 'select' && (isClaimed(at - 1) || isClaimed(at + 1))),
  );
}

/** What a field left over counts, by its own name or by a text that names the tier and then the kind. */
function kindOf(scene: Scene, field: Control): 'percent' | 'quantity' | null {
  const { atLeastQuantity, percentOff, tiers } = scene.terms;
  const before = wordBefore(scene, field)?.text ?? '';
  const tier = [...tiers.keys(), 'tier'].find((name) => before.startsWith(name));
  const kind = tier === undefined ? '' : plain(before.slice(tier.length).replace(/^[\s\p{Nd}:#.-]+/u, ''));
  const isCalled = (terms: Terms) =>
    calledSo(scene, field, terms) !== null || (kind !== '' && labelMatch(kind, terms) === 1);
  return isCalled(percentOff) ? 'percent' : isCalled(atLeastQuantity) ? 'quantity' : null;
}
