import type { Marketplace } from '../domain/marketplaces';
import type { FormReadings, Reading } from '../domain/reading';
import { localDateTime } from './dates';
import { optionsOf } from './form-options';
import { type Terms, vocabulary } from './labels';
import { labelMatch, plain } from './text';

/** A summary has no control to point at. */
const nowhere = -1;

/**
 * Reads the promotion off the review page, where it stands as labels with values. Null where so little
 * is found that the page is no such summary.
 */
export function readReviewSummary(doc: Document, marketplace: Marketplace | null): FormReadings | null {
  const terms = vocabulary('en');
  const options = optionsOf(terms);
  const pairs = pairsOf(doc);
  const beside = (names: Terms) =>
    new Set(pairs.filter(([label]) => labelMatch(label, names) === 1).map(([, value]) => value));
  const order = marketplace?.dateOrder ?? 'mdy';
  const readings: FormReadings = {
    claimCode: one(beside(terms.claimCode), (text) => keyOf(text, options.claimCode), true),
    discount: one(beside(terms.buyerGets), (text) => amount(text, options.discountKind)),
    onePerCustomer: one(beside(terms.onePerCustomer), yesOrNo),
    combinability: one(beside(terms.combinability), (text) => {
      const chosen = keyOf(text, options.combinability);
      return chosen && { chosen, exclusiveOffered: false };
    }),
    productSelection: one(beside(terms.purchasedItems), (name) => ({
      kind: labelMatch(plain(name), terms.entireCatalog) > 0 ? 'entire' : 'list',
      name,
    })),
    detailPage: one(beside(terms.detailPage), yesOrNo),
    appliesTo: one(beside(terms.appliesTo), (text) => keyOf(text, options.appliesTo)),
    minimum: one(beside(terms.buyerPurchases), (text) => amount(text, options.purchaseKind)),
    // That no further tier is shown proves nothing.
    tiers: one(beside(new Map([['tiers', true]])), (text) =>
      labelMatch(plain(text), terms.none) > 0 ? 1 : 2,
    ),
    start: one(beside(terms.startDate), (text) => localDateTime(text, null, order)),
    end: one(beside(terms.endDate), (text) => localDateTime(text, null, order)),
    trackingId: one(beside(terms.trackingId), (text) => text),
    internalDescription: one(beside(terms.internalDescription), (text) => text),
  };
  const found = Object.values(readings).filter((reading: Reading<unknown>) => reading.kind === 'read').length;
  return found >= 4 ? readings : null;
}

/** Labels with what stands beside them: rows of two cells, or a term and its description. */
function pairsOf(doc: Document): [label: string, value: string][] {
  return [...doc.body.querySelectorAll<HTMLElement>('tr, div, li, dt, p, section')].flatMap((el) => {
    const parts = [...(el.tagName === 'DT' ? [el, el.nextElementSibling] : el.children)].filter(
      (part): part is HTMLElement => part instanceof HTMLElement && (part.textContent ?? '').trim() !== '',
    );
    const [label, value] = parts;
    if (!label || !value || parts.length !== 2 || !value.checkVisibility()) return [];
    const shown = value.innerText.replace(/\s+/g, ' ').trim();
    return [[plain(label.textContent ?? ''), shown] as [string, string]];
  });
}

/** The one value beside a label. With `sift`, values that mean nothing here are passed over. */
function one<T>(values: ReadonlySet<string>, mean: (text: string) => T | null, sift = false): Reading<T> {
  const all = [...values].map((text) => ({ text, value: mean(text) }));
  const meant = sift ? all.filter(({ value }) => value !== null) : all;
  const [first, second] = meant;
  if (!first || second || first.value === null) {
    return { kind: 'unread', reason: all.length > 0 ? 'ambiguous' : 'not-found', target: null };
  }
  return {
    kind: 'read',
    value: first.value,
    evidence: { signals: ['text before'], label: first.text },
    target: nowhere,
  };
}

function keyOf<K extends string>(text: string, names: Readonly<Record<K, Terms>>): K | null {
  const shown = plain(text);
  return (Object.keys(names) as K[]).find((key) => labelMatch(shown, names[key]) > 0) ?? null;
}

/** "Percent off: 20%" */
function amount<K extends string>(text: string, kinds: Readonly<Record<K, Terms>>) {
  const kind = keyOf(text, kinds);
  const numbers = text.match(/\d+(?:[.,]\d+)?/g) ?? [];
  if (kind === null || numbers.length > 1) return null;
  const [number] = numbers;
  return { kind, value: number === undefined ? null : Number(number.replace(',', '.')), text };
}

function yesOrNo(text: string): boolean | null {
  const shown = plain(text);
  if (/^(yes|on|enabled)$/.test(shown)) return true;
  return /^(no|off|disabled)$/.test(shown) ? false : null;
}
