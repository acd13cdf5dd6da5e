import type { CheckId } from './checks';
import type { FormReadings, PageKind } from './reading';

/** What the seller can point at. Tiers are told by buttons of which there may be several. */
export type Teachable = Exclude<keyof FormReadings, 'tiers'> | 'maxOrderQuantity';

/** What describes a control that the seller pointed at; never what stands in it. */
export interface Description {
  readonly role: 'text' | 'select' | 'radio' | 'checkbox';
  /** Ids and names that no page makes anew each time; of radios the name they share. */
  readonly names: readonly string[];
  /** Its own label; empty where it has none, and for radios, whose labels are their choices. */
  readonly label: string;
  /** Where it has none: the nearest label before it, with how many controls stand between. */
  readonly before: string;
  readonly place: number;
}

/** One control shown once, for one kind of page in one language. */
export interface Taught {
  readonly page: PageKind;
  /** Two letters, or `?` where the page doesn't say. */
  readonly language: string;
  readonly setting: Teachable;
  /** ISO. */
  readonly at: string;
  readonly description: Description;
}

/** Where `storage.local` keeps what was shown, the words that the seller confirmed, and the products' limits confirmed by hand. */
export const taughtKey = 'taught';
export const confirmedWordsKey = 'confirmedWords';
export const confirmedQuantitiesKey = 'confirmedQuantities';

const settings: Partial<Record<CheckId, Teachable>> = {
  'claim-code-single-use': 'claimCode',
  'percent-off': 'discount',
  'one-per-customer': 'onePerCustomer',
  combinability: 'combinability',
  'product-selection': 'productSelection',
  'detail-page-hidden': 'detailPage',
  'applies-to': 'appliesTo',
  'minimum-purchase': 'minimum',
  'start-date': 'start',
  'end-date': 'end',
  'tracking-id': 'trackingId',
  'internal-description': 'internalDescription',
  budget: 'budget',
  'max-order-quantity': 'maxOrderQuantity',
};

/** What to point at for a check; null where nothing can be shown. */
export function teachableOf(id: CheckId): Teachable | null {
  return settings[id] ?? null;
}

/** The page on which a thing is taught: create, duplicate, edit and a review with errors show one form. */
export function taughtOn(page: PageKind): PageKind {
  return page === 'duplicate' || page === 'edit' || page === 'review' ? 'create' : page;
}

/** A page's language as things are taught for it. */
export function taughtIn(lang: string): string {
  return /^[a-z]{2}\b/.exec(lang.toLowerCase())?.[0] ?? '?';
}

/** Whether two are of the same thing, so that the newer takes the older's place. */
export function isSameTaught(one: Omit<Taught, 'at' | 'description'>, other: typeof one): boolean {
  return one.page === other.page && one.language === other.language && one.setting === other.setting;
}
