import {
  drawnTextOf,
  findAll,
  isDrawn,
  matches,
  nodesOf,
  parentOf,
  previousElementOf,
  previousOf,
  textOf,
} from '../dom/dom';
import { anyLanguageSays, isEnglishAlone, type Vocabulary } from '../labels';
import { type Concept, labelConcepts } from '../labels/concepts';
import { hasDigit } from '../values/numbers';
import { labelMatch, plain } from '../values/text';

/** The anchors of the form that public code used on the live page (userscript for `/promotions/duplicate`). */
export const knownAnchors: readonly string[] = [
  'startDate',
  'endDate',
  'internalDescription',
  'startTimeNative',
  'endTimeNative',
];

/** Elements of the View page by their ids, as code that read nine stores every day used them. */
export type ViewId =
  | 'startDate'
  | 'startTime'
  | 'endDate'
  | 'endTime'
  | 'benefitType'
  | 'benefitValue'
  | 'promotionId'
  | 'claimCodeText'
  | 'oneRedemptionCheckbox'
  | 'combinabilityType'
  | 'includeId'
  | 'conditionType'
  | 'conditionValue'
  | 'quantity';

/**
 * The text that stands in an element of this id; null where there is none, or several, or where a label
 * beside it says that it is something else. `concepts` are what a label may call it.
 */
export function textById(
  doc: Document,
  terms: Vocabulary,
  id: ViewId,
  concepts: readonly Concept[],
): string | null {
  const [el, second] = findAll<HTMLElement>(doc, `[id="${id}"]`);
  if (!el || second || matches(el, 'input, select, textarea, button') || !isDrawn(el)) return null;
  const own = [...nodesOf(el)].filter((node) => node instanceof Text);
  const text = line(own.map(textOf).join(' ')) || line(drawnTextOf(el));
  if (text === '' || text.length > 200) return null;
  return concepts.length > 0 && contradicts(labelOf(el), terms, concepts) ? null : text;
}

/** What stands before an element: beside it, or beside what it stands in. */
function labelOf(el: HTMLElement): string {
  for (let at: HTMLElement | null = el, up = 0; at && up < 3; at = parentOf(at), up++) {
    const before = previousOf(at);
    const near = before instanceof Text ? line(before.data) : '';
    const text = near || line(textOf(previousElementOf(at)));
    // A number before it is another part of the same value.
    if (/\p{L}/u.test(text) && !hasDigit(text)) return plain(text.slice(0, 200));
  }
  return '';
}

function contradicts(label: string, terms: Vocabulary, concepts: readonly Concept[]): boolean {
  if (label === '') return false;
  const says = (concept: Concept) => labelMatch(label, terms[concept]) > 0 || anyLanguageSays(concept, label);
  if (concepts.some(says)) return false;
  // In English we know what Amazon calls things; elsewhere an unknown word may be the right one.
  return isEnglishAlone(terms) || labelConcepts.some(says);
}

function line(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
