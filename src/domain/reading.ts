/** How a value was found on the page, for the seller and for repairing drift. Never the value itself. */
export interface Evidence {
  /** Which signals agreed, e.g. `id`, `label`, `group`, `type`. */
  readonly signals: readonly string[];
  /** The page's own label for the control, as it was compared. */
  readonly label: string;
  /**
   * The page's words that this rests on and that no source confirms: our best guess at Amazon's wording
   * in that language. Left out where everything is confirmed or proven by ids and structure.
   */
  readonly unverified?: readonly string[];
}

/** Why a value could not be read. */
export type UnreadReason = 'not-found' | 'ambiguous' | 'folded' | 'language';

/**
 * What we read off the page for one thing.
 * `target` lets the overlay point at the control; it is an opaque handle, resolved by `page/`.
 */
export type Reading<T> =
  | { readonly kind: 'read'; readonly value: T; readonly evidence: Evidence; readonly target: number }
  | { readonly kind: 'unread'; readonly reason: UnreadReason; readonly target: number | null };

/** The claim code choice on the form. */
export type ClaimCodeKind = 'single-use' | 'group' | 'none' | 'unset';

/** How a promotion combines with others, in Amazon's words. */
export type Combinability = 'preferential' | 'unrestricted' | 'exclusive' | 'unset';

/** The kind of page, as the automation contract names it. */
export type PageKind =
  | 'create'
  | 'edit'
  | 'duplicate'
  | 'review'
  | 'submitted'
  | 'view'
  | 'claim-codes'
  | 'offer'
  | 'manage'
  | 'central'
  | 'other';

/** A date and time as typed on the form, in the store's own clock; null parts are not set. */
export interface LocalDateTime {
  /** `YYYY-MM-DD`; null also where what stands there is no day that we understand. */
  readonly date: string | null;
  /** The two days that it may be, where nothing tells which; then `date` is null. */
  readonly either?: readonly [string, string];
  /** `HH:MM`, 24 hours; null where no time was read. */
  readonly time: string | null;
  /** What stands in the form, for display when it could not be understood. */
  readonly text: string;
}

export type PromotionKind = 'percentage-off' | 'social' | 'bogo' | 'unknown';

/** A setting that a page tells of. */
export type Setting = keyof FormReadings | 'maxOrderQuantity';

/** What else of a page our sentences name: things to choose from, and buttons. */
export type NamedThing =
  | Setting
  | 'singleUse'
  | 'group'
  | 'none'
  | 'preferential'
  | 'unrestricted'
  | 'exclusive'
  | 'percentOff'
  | 'atLeastQuantity'
  | 'purchasedItems'
  | 'additionalItem'
  | 'entireCatalog'
  | 'review'
  | 'submit'
  | 'create'
  | 'manageCodes';

/** What the page itself calls a thing, as it stands there; empty where it doesn't say. */
export type PageNames = (thing: NamedThing) => string;

/** Everything the promotion form tells, each with how it was found. */
export interface FormReadings {
  readonly claimCode: Reading<ClaimCodeKind>;
  readonly discount: Reading<{
    readonly kind: 'percent' | 'amount' | 'fixed' | 'free' | 'unset';
    readonly value: number | null;
    readonly text: string;
  }>;
  readonly onePerCustomer: Reading<boolean>;
  readonly combinability: Reading<{ readonly chosen: Combinability; readonly exclusiveOffered: boolean }>;
  readonly productSelection: Reading<{ readonly kind: 'unset' | 'entire' | 'list'; readonly name: string }>;
  readonly detailPage: Reading<boolean>;
  readonly appliesTo: Reading<'purchased' | 'additional' | 'unset'>;
  readonly minimum: Reading<{
    readonly kind: 'quantity' | 'amount' | 'for-every' | 'unset';
    readonly value: number | null;
    readonly text: string;
  }>;
  /** Number of tiers, the first included. */
  readonly tiers: Reading<number>;
  readonly start: Reading<LocalDateTime>;
  readonly end: Reading<LocalDateTime>;
  readonly trackingId: Reading<string>;
  readonly internalDescription: Reading<string>;
  /** Left out where the form has no budget. */
  readonly budget?: Reading<{
    readonly kind: 'orders' | 'amount' | 'unset';
    readonly value: number | null;
    readonly text: string;
  }>;
}

/** The value of a reading, or null where it could not be read. */
export function readValue<T>(reading: Reading<T>): T | null {
  return reading.kind === 'read' ? reading.value : null;
}

/** The value of a reading that rests on confirmed words, ids or structure alone; null for any other. */
export function sureValue<T>(reading: Reading<T>): T | null {
  return reading.kind === 'read' && !reading.evidence.unverified ? reading.value : null;
}
