import type { Marketplace } from '../../domain/marketplaces';
import type { FormReadings, Reading } from '../../domain/reading';
import type { Vocabulary } from '../labels';
import type { Concept } from '../labels/concepts';
import { textById, type ViewId } from '../locate/known-ids';
import { evidenceOf, restingOn } from '../locate/locate';
import { plain } from '../values/text';
import { optionsOf } from './form/form-options';
import { besides, nowhere, pairsOf, readLabelled } from './review-page';
import { amount, combined, type Meaning, meaning, selection, yesOrNo } from './said';

/** With fewer settings than these on it, a promotion's own page is no place to judge it by. */
const fewest = 2;

/** What the page says of single-use codes, where code that read nine stores every day found it. */
const singleUseSaid = 'single-use claim code required';

/**
 * The settings of a promotion as its own page shows them after Submit: by their labels and by known ids, which must
 * not contradict each other. Null where next to nothing of them was found. A multi-use code that stands there is no
 * part of what is returned.
 */
export function readShownSettings(
  doc: Document,
  marketplace: Marketplace | null,
  terms: Vocabulary,
): FormReadings | null {
  const options = optionsOf(terms);
  const pairs = pairsOf(doc);
  const labelled = readLabelled(doc, pairs, marketplace, terms);
  const by = (id: ViewId, ...concepts: Concept[]) => textById(doc, terms, id, concepts) ?? '';
  function together<T>(
    concept: Concept,
    parts: readonly string[],
    mean: (text: string) => Meaning<T> | null,
    other: Reading<T>,
  ): Reading<T> {
    const said = parts.filter(Boolean);
    const meant = said.length === 0 ? null : mean(said.join(': '));
    if (meant === null) return other;
    // Something else stands beside a label of the same name.
    const isAnother = ({ value }: { readonly value: string }) => !said.every((part) => value.includes(part));
    return agreed(byItsId(meant), other, besides(pairs, terms[concept]).some(isAnother));
  }
  const gets = ['buyerGets', 'percentOff', 'amountOff', 'fixedPrice', 'freeItems'] as const;
  const buys = ['buyerPurchases', 'atLeastQuantity', 'atLeastAmount', 'forEvery'] as const;
  const count = by('quantity', ...buys) || by('conditionValue', ...buys);
  const readings: FormReadings = {
    ...labelled,
    claimCode: together(
      'claimCode',
      [by('claimCodeText', 'claimCode')],
      (text) =>
        plain(text) === singleUseSaid
          ? { value: 'single-use' }
          : (meaning(text, options.claimCode) ?? codeOf(text)),
      labelled.claimCode,
    ),
    discount: together(
      'buyerGets',
      [by('benefitType', ...gets), by('benefitValue', ...gets)],
      (text) => amount(text, options.discountKind),
      labelled.discount,
    ),
    onePerCustomer: together(
      'onePerCustomer',
      [by('oneRedemptionCheckbox', 'onePerCustomer')],
      yesOrNo,
      labelled.onePerCustomer,
    ),
    combinability: together(
      'combinability',
      [by('combinabilityType', 'combinability')],
      (text) => combined(text, options.combinability),
      labelled.combinability,
    ),
    productSelection: together(
      'purchasedItems',
      [by('includeId', 'purchasedItems')],
      (text) => selection(text, terms),
      labelled.productSelection,
    ),
    minimum: together(
      'buyerPurchases',
      [by('conditionType', ...buys), count],
      (text) => amount(text, options.purchaseKind),
      labelled.minimum,
    ),
  };
  const { claimCode, discount, onePerCustomer, combinability, productSelection } = readings;
  const found = [claimCode, discount, onePerCustomer, combinability, productSelection].filter(
    ({ kind }) => kind === 'read',
  );
  return found.length >= fewest ? readings : null;
}

/** In place of words stands the code that everybody shares. */
function codeOf(text: string): Meaning<'group'> | null {
  return /^[A-Z0-9][A-Z0-9-]{3,39}$/i.test(text.trim()) ? { value: 'group' } : null;
}

/** By its id alone: without a text in the evidence, which may be a code. */
function byItsId<T>({ value, match }: Meaning<T>): Reading<T> {
  const evidence = restingOn(evidenceOf(['id'], '', null, true), match ?? null);
  return { kind: 'read', value, evidence, target: nowhere };
}

/** What the id tells and what the label does; nothing where the two contradict each other. */
function agreed<T>(byId: Reading<T>, labelled: Reading<T>, saysMore: boolean): Reading<T> {
  const isSame =
    labelled.kind === 'read'
      ? byId.kind === 'read' && bareOf(byId.value) === bareOf(labelled.value)
      : !saysMore;
  return isSame ? byId : { kind: 'unread', reason: 'ambiguous', target: null };
}

/** A value without the text that it stood in. */
function bareOf(value: unknown): string {
  return JSON.stringify(value, (key, each) => (key === 'text' ? undefined : each));
}
