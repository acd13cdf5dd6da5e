import type { Say, SentenceKey } from '../../words/sentences';
import type { Marketplace, MarketplaceCode } from '../marketplaces';
import type {
  FormReadings,
  NamedThing,
  PageKind,
  PageNames,
  PromotionKind,
  Reading,
  UnreadReason,
} from '../reading';
import type { Limits } from './limits';

export const checkIds = [
  'claim-code-single-use',
  'percent-off',
  'one-per-customer',
  'combinability',
  'product-selection',
  'detail-page-hidden',
  'applies-to',
  'minimum-purchase',
  'tiers',
  'start-date',
  'end-date',
  'tracking-id',
  'internal-description',
  'budget',
  'max-order-quantity',
] as const;

export type CheckId = (typeof checkIds)[number];
export type Severity = 'blocker' | 'warning';
export type CheckState = 'pass' | 'fail' | 'confirm' | 'unreadable';

/** What each language writes in its own way: an instant in a zone or the user's own, a length of time (both milliseconds), an amount of money. */
export interface Show {
  readonly instant: (at: number, timeZone?: string) => string;
  readonly duration: (length: number) => string;
  readonly money: (amount: number, store: MarketplaceCode | null) => string;
}

export interface CheckContext {
  /** Words the sentences of the lines. */
  readonly say: Say;
  /** Writes what each language writes in its own way. */
  readonly show: Show;
  /** How the page calls things; without it they have our English names. */
  readonly names?: PageNames;
  readonly page: PageKind;
  readonly kind: PromotionKind;
  readonly marketplace: Marketplace | null;
  readonly limits: Limits;
  /** When the form was opened and now, milliseconds. */
  readonly openedAt: number;
  readonly now: number;
  /** Another promotion of ours has this Tracking ID. */
  readonly trackingIdTaken: boolean;
  /** When the seller confirmed the max order quantity for this product selection, ISO. */
  readonly maxOrderQuantityConfirmed: string | null;
  /** Words of the page that the seller confirmed on this computer, as `wordKey` names them. */
  readonly confirmedWords?: ReadonlySet<string>;
  /** A multi-use code that the seller means to use. */
  readonly groupAccepted?: Acceptance | null;
  /** How many codes the seller means to make, what one unit costs, and how many can be sold; null or absent: not known. */
  readonly codes?: number | null;
  readonly price?: number | null;
  readonly stock?: number | null;
  /** What offer pages showed of the products that the seller listed for this product selection. */
  readonly offers?: OfferVerdict;
}

/** Something the checklist stops, taken on purpose. */
export interface Acceptance {
  /** ISO. */
  readonly at: string;
  readonly reason: string;
}

/**
 * Whether the offers that the seller listed for a selection are within the limit: all of them, one is not, some
 * were not read within 30 days, or none is known. Which and how many they are, no page is told.
 */
export type OfferVerdict = 'safe' | 'unsafe' | 'open' | 'unknown';

/** How many of a product selection's offers were seen with which limit. */
export interface OfferEvidence {
  /** Offers listed by the seller, or known for a listed ASIN. */
  readonly total: number;
  /** Of these, read on their offer page within 30 days. */
  readonly read: number;
  /** Of those read, the ones without a limit or with a higher one than the seller's own; by SKU or ASIN. */
  readonly over: readonly string[];
  /** The highest price of one unit, where that of every offer was read; else null. */
  readonly price: number | null;
}

/** The name under which a seller's confirmation of one word, for one check, is kept. */
export function wordKey(id: CheckId, word: string): string {
  return `${id} ${word}`;
}

/** One line of the checklist. Sentences are for the seller. */
export interface CheckResult {
  readonly id: CheckId;
  readonly severity: Severity;
  readonly state: CheckState;
  /** The setting's name as it stands on the page; Amazon's English one where it doesn't. */
  readonly label: string;
  /** What stands on the form now. */
  readonly have: string;
  /** What it should be; empty where it is right. */
  readonly should: string;
  readonly why: string;
  /** More that is worth knowing in this state. */
  readonly note: string;
  readonly reason: UnreadReason | null;
  /** When the seller confirmed it by hand, ISO. */
  readonly confirmed: string | null;
  /** Why the seller takes this on purpose; empty where nothing was accepted. */
  readonly accepted: string;
  /** The seller can take this on purpose. */
  readonly acceptable: boolean;
  /** Nothing was chosen yet: no mistake so far. */
  readonly unset: boolean;
  /** The control, for pointing at it. */
  readonly target: number | null;
  /** Fixing that check first settles this one. */
  readonly after: CheckId | null;
  /** Words of the page that this rests on and that nobody has confirmed; left out where there are none. */
  readonly unverified?: readonly string[];
  /** The seller once showed where it stands; left out where that wasn't needed. */
  readonly shown?: true;
}

/** What a rule decides; the rest of a line comes from the rule's own description. */
export interface Verdict {
  readonly state: CheckState;
  readonly have: string;
  readonly should?: string;
  readonly note?: string;
  readonly unset?: boolean;
  readonly reason?: UnreadReason;
  readonly confirmed?: string | null;
  readonly accepted?: string;
  readonly acceptable?: boolean;
  readonly after?: CheckId;
}

export interface Rule {
  readonly id: CheckId;
  /** The setting of the form that it judges; null where the form has none. */
  readonly setting: keyof FormReadings | null;
  /** Left out, uncounted, where the form has no such setting. */
  readonly optional?: true;
  /** What the reason names, as the page calls it. */
  readonly whyNames?: Choice;
  readonly severity: (readings: FormReadings, context: CheckContext) => Severity;
  readonly judge: (readings: FormReadings, context: CheckContext) => Verdict;
}

/** What can be chosen on a form; for each there is a sentence with Amazon's English name. */
export type Choice = Extract<NamedThing, SentenceKey>;

/** A choice as the page calls it, else as Amazon does in English. */
export function called(choice: Choice, { names, say }: Pick<CheckContext, 'names' | 'say'>): string {
  return names?.(choice) || say(choice);
}

/** An id as it stands in the names of sentences. */
type InKey<T extends string> = T extends `${infer A}-${infer B}` ? `${A}_${InKey<B>}` : T;

export function inKey<T extends string>(id: T): InKey<T> {
  return id.replaceAll('-', '_') as InKey<T>;
}

/** The verdict for a reading that gave nothing. */
export function unread(reading: Reading<unknown>, say: Say, note = ''): Verdict {
  const reason = reading.kind === 'unread' ? reading.reason : 'not-found';
  return { state: 'unreadable', have: say(`unread_${inKey(reason)}`), reason, note };
}
