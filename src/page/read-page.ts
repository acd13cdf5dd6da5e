import type { FormReadings, PageKind, PageNames, PromotionKind, Reading } from '../domain/reading';
import { type Taught, taughtIn, taughtOn } from '../domain/taught';
import { type ReviewButtons, reviewButtonsOf } from './buttons/review-button';
import { formOf, isSending } from './buttons/send-buttons';
import { type Control, inventoryInParts, lookAgain, type PageInventory } from './dom/controls';
import { holds, topOf } from './dom/dom';
import { allOf } from './dom/in-parts';
import { beginLook } from './dom/once';
import { isShown } from './dom/visibility';
import { type Terms, together, type Vocabulary, vocabulary } from './labels';
import { tellLanguage } from './labels/language';
import { formInParts, wholePage } from './locate/form-scope';
import { namesOn } from './locate/names-on-page';
import { nothingRead, notRead } from './locate/not-read';
import type { Scene } from './locate/scene';
import { taughtFor } from './locate/taught';
import { holdsClaimCodes, readCodeGroups } from './readers/claim-codes-page';
import type { CodeGroup } from './readers/code-group';
import { holdsPromotionForm, promotionFormInParts, readPromotionKind } from './readers/form/promotion-form';
import { type ListedPromotion, readManageList } from './readers/manage-list';
import {
  type NumberReading,
  readMaxOrderQuantity,
  readPrice,
  readProductName,
  readStock,
} from './readers/offer-page';
import { readShownPromotion, type ShownPromotion } from './readers/view-page';
import { readStore, type StoreReading } from './site/hosts';
import { pageKindOfUrl } from './site/page-kind';

/** All that one look at a page gives. `inventory` resolves the `target` of each reading. */
export interface PageReading {
  readonly page: PageKind;
  readonly store: StoreReading;
  readonly inventory: PageInventory;
  /** False when the page is in a language we have no words for. */
  readonly languageKnown: boolean;
  /** The words of the page's languages; `isTold` is false where neither `lang` nor the words told any. */
  readonly terms: Vocabulary;
  readonly isTold: boolean;
  readonly form: { readonly kind: PromotionKind; readonly readings: FormReadings } | null;
  readonly shown: ShownPromotion | null;
  readonly groups: readonly CodeGroup[];
  /** The promotions of Amazon's list of all of them; none on any other page. */
  readonly listed: readonly ListedPromotion[];
  readonly maxOrderQuantity: Reading<number | null> | null;
  /** The seller's price on an offer page; null on any other, and where it can't be read for sure. */
  readonly price: NumberReading | null;
  /** The seller's stock there; null on any other, and where it lies at Amazon. */
  readonly stock: NumberReading | null;
  /** What an offer page calls its product, where its field is known; null on any other. */
  readonly productName: { readonly value: string; readonly target: number } | null;
  /** How the page calls its settings, choices and buttons. */
  readonly names: PageNames;
  /** The page's own buttons that the overlay must never cover. */
  readonly buttons: readonly HTMLElement[];
  /** Those that send the form. */
  readonly reviewButtons: readonly HTMLElement[];
  /** How those were known: by their name, by where they stand in the form; null where none was found. */
  readonly reviewButtonsBy: ReviewButtons['by'];
  /** The page could not be read: nothing of it is told. */
  readonly failed: boolean;
}

/** Whether a page is worth watching at all: one test of its address. */
export function isOurs(url: URL): boolean {
  return pageKindOfUrl(url) !== 'other';
}

/** Reads a page, whole. `unchanged` is the inventory of the look before, where no node has changed since. */
export function readPage(
  doc: Document,
  url: URL,
  unchanged: PageInventory | null = null,
  taught: readonly Taught[] = [],
): PageReading {
  return allOf(readInParts(doc, url, unchanged, taught));
}

/** The same with pauses, in which a page of any size goes on. */
export function* readInParts(
  doc: Document,
  url: URL,
  unchanged: PageInventory | null,
  taught: readonly Taught[],
): Generator<void, PageReading> {
  beginLook();
  const inventory = unchanged ? lookAgain(unchanged) : yield* inventoryInParts(doc);
  yield;
  const texts = [...inventory.words.map(({ text }) => text), ...inventory.controls.map(({ label }) => label)];
  const store = readStore(doc, url, texts, inventory.roots);
  yield;
  const { known, words } = tellLanguage(topOf(doc).lang, texts);
  const bare = wholePage(inventory, words);
  yield;
  const page = kindOf(url, bare);
  yield;
  const shown = taughtFor(taught, taughtOn(page), taughtIn(topOf(doc).lang));
  const scene = { ...bare, taught: shown, account: store.account };
  const form = isForm(page, scene) ? yield* formInParts(scene) : undefined;
  yield;
  // Of two forms that are as good as each other nothing is told.
  const readings = form
    ? yield* promotionFormInParts(form, store.marketplace)
    : form === null
      ? nothingRead
      : null;
  const maxOrderQuantity = page === 'offer' ? readMaxOrderQuantity(scene) : null;
  const { buttons: reviewButtons, by: reviewButtonsBy } = sendersOf(scene, readings && (form ?? scene));
  const shows = page === 'view' || page === 'claim-codes';
  // Whether a button is shown is slow to tell of many.
  for (const [at, control] of actionsOf(scene, pageButtons(words)).entries()) {
    if (at % 50 === 49) yield;
    isShown(control);
  }
  return {
    page,
    store,
    inventory,
    languageKnown: readings === null || known,
    terms: words,
    isTold: known,
    form: readings && { kind: readPromotionKind(inventory.headings, scene), readings },
    shown: shows ? readShownPromotion(doc, url, { page, marketplace: store.marketplace }, words) : null,
    groups: page === 'claim-codes' ? readCodeGroups(scene) : [],
    listed: page === 'manage' ? readManageList(doc, url, store.marketplace, words) : [],
    maxOrderQuantity,
    price: page === 'offer' ? readPrice(scene) : null,
    stock: page === 'offer' ? readStock(scene) : null,
    productName: page === 'offer' ? readProductName(scene) : null,
    names: namesOn(inventory, words, readings ?? (maxOrderQuantity ? { maxOrderQuantity } : {})),
    buttons: buttonsCalled(scene, pageButtons(words)),
    reviewButtons,
    reviewButtonsBy,
    failed: false,
  };
}

/** What sends the form; where there is none, what is called so. */
function sendersOf(scene: Scene, form: Scene | null): ReviewButtons {
  const names = together(scene.terms.review, scene.terms.submit);
  const named = buttonsCalled(scene, names);
  if (named.length > 0 || !form) return { buttons: named, by: named.length > 0 ? 'name' : null };
  return reviewButtonsOf(form, scene, names);
}

const forms: readonly string[] = ['create', 'edit', 'duplicate', 'review'];

/** What is told of a page that could not be read: where its address calls it a form, that nothing of it was. */
export function unreadPage(url: URL, known: PageKind | null): PageReading {
  const byUrl = pageKindOfUrl(url);
  const page = known ?? (byUrl === 'unsure' ? 'create' : byUrl);
  return {
    page,
    store: { marketplace: null, account: null },
    inventory: { controls: [], words: [], headings: [], roots: [] },
    languageKnown: true,
    terms: vocabulary('en'),
    isTold: true,
    form: forms.includes(page) ? { kind: 'unknown', readings: nothingRead } : null,
    shown: null,
    groups: [],
    listed: [],
    maxOrderQuantity: page === 'offer' ? notRead('ambiguous', null) : null,
    price: null,
    stock: null,
    productName: null,
    names: () => '',
    buttons: [],
    reviewButtons: [],
    reviewButtonsBy: null,
    failed: true,
  };
}

/** Whether a press on these elements sends the form; of a page that could not be read, whatever may. */
export function sendsForm(
  { page, failed, reviewButtons, terms }: PageReading,
  path: readonly EventTarget[],
): boolean {
  if (!forms.includes(page)) return false;
  return isSending(path, failed ? null : reviewButtons, together(terms.review, terms.submit));
}

/** Whether a form is the promotion's: its button or its settings belong to it. Where nothing was read, any may be. */
export function isPromotionForm(page: PageReading, form: HTMLFormElement): boolean {
  if (!forms.includes(page.page)) return false;
  if (page.failed) return true;
  const settings: readonly Reading<unknown>[] = Object.values(page.form?.readings ?? {});
  const controls = settings.flatMap(({ target }) => page.inventory.controls[target ?? -1]?.el ?? []);
  return [...page.reviewButtons, ...controls].some((el) => holds(form, el) || formOf(el) === form);
}

function kindOf(url: URL, scene: Scene): PageKind {
  const byUrl = pageKindOfUrl(url);
  if (byUrl === 'other' || byUrl === 'offer' || byUrl === 'central') return byUrl;
  if (byUrl === 'unsure' || byUrl === 'view') {
    if (holdsClaimCodes(scene)) return 'claim-codes';
    if (byUrl === 'view') return 'view';
    return holdsPromotionForm(scene) ? 'create' : 'other';
  }
  // Back on the review page brings the form at the address of Submit: then nothing was submitted.
  if (byUrl === 'submitted') return holdsPromotionForm(scene) ? 'review' : 'submitted';
  return byUrl;
}

/** A review page may be the summary, or the form again: with its errors, or for another change. */
function isForm(page: PageKind, scene: Scene): boolean {
  // An error or sign-in page can stand at the form's address.
  const fields = scene.controls.filter((control) => control.role !== 'action').length;
  if (page === 'create' || page === 'duplicate' || page === 'edit') return fields >= 3;
  return page === 'review' && holdsPromotionForm(scene);
}

const otherButtons: Terms = new Map(
  ['cancel', 'save', 'save and finish', 'continue', 'back'].map((word) => [word, true]),
);

function pageButtons(words: Vocabulary): Terms {
  return together(words.review, words.submit, words.create, words.download, words.manageCodes, otherButtons);
}

function actionsOf({ controls }: Scene, words: Terms): Control[] {
  return controls.filter(({ role, label }) => role === 'action' && words.has(label));
}

function buttonsCalled(scene: Scene, words: Terms): HTMLElement[] {
  return actionsOf(scene, words)
    .filter(isShown)
    .map(({ el }) => el);
}
