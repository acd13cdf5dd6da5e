import type { FormReadings, PageKind, PromotionKind, Reading } from '../domain/reading';
import { type CodeGroup, holdsClaimCodes, readCodeGroups } from './claim-codes-page';
import { type PageInventory, takeInventory } from './controls';
import { readStore, type StoreReading } from './hosts';
import { labels } from './labels';
import { isShown } from './locate';
import { readMaxOrderQuantity } from './offer-page';
import { pageKindOfUrl } from './page-kind';
import { holdsPromotionForm, readPromotionForm, readPromotionKind } from './promotion-form';
import { labelMatch } from './text';
import { readShownPromotion, type ShownPromotion } from './view-page';

/** All that one look at a page gives. `inventory` resolves the `target` of each reading. */
export interface PageReading {
  readonly page: PageKind;
  readonly store: StoreReading;
  readonly inventory: PageInventory;
  /** False when the page is in a language we have no words for. */
  readonly languageKnown: boolean;
  readonly form: { readonly kind: PromotionKind; readonly readings: FormReadings } | null;
  readonly shown: ShownPromotion | null;
  readonly groups: readonly CodeGroup[];
  readonly maxOrderQuantity: Reading<number | null> | null;
  /** The page's own buttons that the overlay must never cover. */
  readonly buttons: readonly HTMLElement[];
  /** Those that send the form. */
  readonly reviewButtons: readonly HTMLElement[];
}

/** Whether a page is worth watching at all: one test of its address. */
export function isOurs(url: URL): boolean {
  return pageKindOfUrl(url) !== 'other';
}

/** Reads a page, whole. */
export function readPage(doc: Document, url: URL): PageReading {
  const inventory = takeInventory(doc);
  const store = readStore(doc, url);
  const page = kindOf(url, inventory);
  const readings = isForm(page, inventory) ? readPromotionForm(inventory, store.marketplace) : null;
  return {
    page,
    store,
    inventory,
    languageKnown: readings === null || speaksEnglish(readings, doc),
    form: readings && { kind: readPromotionKind(inventory), readings },
    shown: page === 'view' || page === 'claim-codes' ? readShownPromotion(doc, url, store.marketplace) : null,
    groups: page === 'claim-codes' ? readCodeGroups(doc, inventory) : [],
    maxOrderQuantity: page === 'offer' ? readMaxOrderQuantity(inventory) : null,
    buttons: buttonsCalled(inventory, pageButtons),
    reviewButtons: buttonsCalled(inventory, [...labels.review, ...labels.submit]),
  };
}

function kindOf(url: URL, inventory: PageInventory): PageKind {
  const byUrl = pageKindOfUrl(url);
  if (byUrl === 'other' || byUrl === 'offer' || byUrl === 'central') return byUrl;
  if (byUrl === 'unsure' || byUrl === 'view') {
    if (holdsClaimCodes(inventory)) return 'claim-codes';
    if (byUrl === 'view') return 'view';
    return holdsPromotionForm(inventory) ? 'create' : 'other';
  }
  return byUrl;
}

/** `/promotions/new/preview` may be the summary, or the form again with its errors. */
function isForm(page: PageKind, inventory: PageInventory): boolean {
  // An error or sign-in page can stand at the form's address.
  const fields = inventory.controls.filter((control) => control.role !== 'action').length;
  if (page === 'create' || page === 'duplicate' || page === 'edit') return fields >= 3;
  return page === 'review' && holdsPromotionForm(inventory);
}

/** English when the page says so, or when enough was found by its English labels whatever the page says. */
function speaksEnglish(readings: FormReadings, doc: Document): boolean {
  const all = Object.values(readings) as Reading<unknown>[];
  const byWords = all.filter((reading) => reading.kind === 'read' && !onlyById(reading.evidence.signals));
  const said = doc.documentElement.lang.toLowerCase();
  return byWords.length >= 5 || said.startsWith('en') || (said === '' && byWords.length >= 2);
}

function onlyById(signals: readonly string[]): boolean {
  return signals.every((signal) => signal === 'id' || signal === 'name');
}

const pageButtons = [
  ...labels.review,
  ...labels.submit,
  ...labels.create,
  ...labels.manageClaimCodes,
  ...labels.download,
  'cancel',
  'save',
  'save and finish',
  'continue',
  'back',
];

function buttonsCalled(inventory: PageInventory, words: readonly string[]): HTMLElement[] {
  return inventory.controls
    .filter(
      (control) => control.role === 'action' && labelMatch(control.label, words) === 1 && isShown(control.el),
    )
    .map((control) => control.el);
}
