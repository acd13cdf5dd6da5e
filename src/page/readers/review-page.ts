import type { Marketplace } from '../../domain/marketplaces';
import type { FormReadings, Reading } from '../../domain/reading';
import { childrenOf, drawnTextOf, findAll, isDrawn, nextElementOf, tagOf, textOf, topOf } from '../dom/dom';
import { isEnglishAlone, type Terms, type Vocabulary } from '../labels';
import { evidenceOf, restingOn } from '../locate/locate';
import { tellOrder } from '../values/date-order';
import { dateIn, localDateTime } from '../values/dates';
import { labelMatch, type Match, matchTerm, plain } from '../values/text';
import { optionsOf } from './form/form-options';
import { amount, combined, type Meaning, meaning, selection, yesOrNo } from './said';

/** What is shown has no control to point at. */
export const nowhere = -1;

/**
 * Reads the promotion off the review page, where it stands as labels with values. Null where so little
 * is found that the page is no such summary. `terms` are the words of the page's languages.
 */
export function readReviewSummary(
  doc: Document,
  marketplace: Marketplace | null,
  terms: Vocabulary,
): FormReadings | null {
  const readings = readLabelled(doc, pairsOf(doc), marketplace, terms);
  const found = Object.values(readings).filter((reading: Reading<unknown>) => reading.kind === 'read').length;
  return found >= 4 ? readings : null;
}

/** Every setting among the labels of a page. */
export function readLabelled(
  doc: Document,
  pairs: readonly Pair[],
  marketplace: Marketplace | null,
  terms: Vocabulary,
): FormReadings {
  const options = optionsOf(terms);
  const beside = (names: Terms) => besides(pairs, names);
  const [starts, ends] = [beside(terms.startDate), beside(terms.endDate)];
  const moments = [...starts, ...ends].map(({ value }) => value);
  const { lang } = topOf(doc);
  const order = tellOrder({
    dates: moments,
    hints: [],
    elsewhere: [],
    clocks: moments.flatMap((text) => dateIn(text)?.rest ?? []),
    lang,
    isEnglish: lang === '' && isEnglishAlone(terms),
    store: marketplace,
  });
  const asItStands = (value: string) => ({ value });
  const moment = (text: string) => ({
    value: localDateTime(text, null, order, marketplace?.timeZone ?? null),
  });
  return {
    claimCode: one(beside(terms.claimCode), (text) => meaning(text, options.claimCode), true),
    discount: one(beside(terms.buyerGets), (text) => amount(text, options.discountKind)),
    onePerCustomer: one(beside(terms.onePerCustomer), yesOrNo),
    combinability: one(beside(terms.combinability), (text) => combined(text, options.combinability)),
    productSelection: one(beside(terms.purchasedItems), (name) => selection(name, terms)),
    detailPage: one(beside(terms.detailPage), yesOrNo),
    appliesTo: one(beside(terms.appliesTo), (text) => meaning(text, options.appliesTo)),
    minimum: one(beside(terms.buyerPurchases), (text) => amount(text, options.purchaseKind)),
    // That no further tier is shown proves nothing.
    tiers: one(beside(terms.tiers), (text) => ({
      value: labelMatch(plain(text), terms.none) > 0 ? 1 : 2,
    })),
    start: one(starts, moment),
    end: one(ends, moment),
    trackingId: one(beside(terms.trackingId), asItStands),
    internalDescription: one(beside(terms.internalDescription), asItStands),
  };
}

interface Beside {
  /** The label that it stands beside. */
  readonly said: Match;
  readonly value: string;
}

/** What stands beside each label that is one of these. */
export function besides(pairs: readonly Pair[], names: Terms): Beside[] {
  return pairs.flatMap(([label, value]) => {
    const said = matchTerm(label, names);
    return said.grade === 1 ? [{ said, value }] : [];
  });
}

/** A label, as it is compared, and the text beside it. */
export type Pair = readonly [label: string, value: string];

/** Labels with what stands beside them: rows of two cells, or a term and its description. */
export function pairsOf(doc: Document): Pair[] {
  return [...findAll(doc, 'body :is(tr, div, li, dt, p, section)')].flatMap((el) => {
    const parts = [...(tagOf(el) === 'DT' ? [el, nextElementOf(el)] : childrenOf(el))].filter(
      (part): part is HTMLElement => part instanceof HTMLElement && textOf(part).trim() !== '',
    );
    const [label, value] = parts;
    if (!label || !value || parts.length !== 2 || !isDrawn(value)) return [];
    const shown = drawnTextOf(value).replace(/\s+/g, ' ').trim();
    return [[plain(textOf(label)), shown] as const];
  });
}

/** The one value beside a label. With `sift`, values that mean nothing here are passed over. */
function one<T>(
  values: readonly Beside[],
  mean: (text: string) => Meaning<T> | null,
  sift = false,
): Reading<T> {
  const texts = new Map(values.map(({ said, value }) => [value, said]));
  const all = [...texts].map(([text, said]) => ({ text, said, meant: mean(text) }));
  const meant = sift ? all.filter((each) => each.meant !== null) : all;
  const [first, second] = meant;
  if (!first || second || first.meant === null)
    return { kind: 'unread', reason: all.length > 0 ? 'ambiguous' : 'not-found', target: null };
  const evidence = evidenceOf(['text before'], first.text, first.said, false);
  return {
    kind: 'read',
    value: first.meant.value,
    evidence: restingOn(evidence, first.meant.match ?? null),
    target: nowhere,
  };
}
