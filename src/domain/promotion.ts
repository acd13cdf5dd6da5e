import type { LeftThere } from './allocation';
import type { MarketplaceCode } from './marketplaces';
import type { MessageLanguage } from './messages/languages';
import type { Ticks } from './ticks';

/** State of a code in the ledger. *Expired* is never stored: it follows from the promotion's end. */
export type CodeState = 'available' | 'held' | 'issued' | 'void' | 'moved';

export const codeStates = [
  'available',
  'held',
  'issued',
  'void',
  'moved',
] as const satisfies readonly CodeState[];

/** An Amazon promotion as far as we know it; what is not known is null and is shown as unknown. */
export interface Promotion {
  /** Our own id, globally unique. */
  readonly id: string;
  /** The seller account, as the page names it. */
  readonly account: string | null;
  readonly marketplace: MarketplaceCode | null;
  /** What the seller calls it: the Internal Description, or what was typed at import. */
  readonly name: string;
  /** Amazon's Tracking ID: the only name that order reports carry. */
  readonly trackingId: string | null;
  /** Amazon's own ids: old style (`A2KA67KJQ3R6VT`) and UUID. */
  readonly amazonIds: readonly string[];
  /** Percent off, 1 to 100. */
  readonly percentOff: number | null;
  /** Instants, ISO 8601 in UTC. `end` is the last instant at which the codes work. */
  readonly start: string | null;
  readonly end: string | null;
  /** When the seller said that the give-away is over; the codes work on until `end`. */
  readonly givingEnded: string | null;
  readonly createdAt: string;
  /** When the seller put it away; absent or null: it stands in the lists. Its codes count and are found as ever. */
  readonly archived?: string | null;
  /** Amazon's name of its product selection, where the form told; absent: not known. */
  readonly selection?: string | null;
  /** What the seller added for messages and for the money at stake; absent: not known. */
  readonly productName?: string | null;
  readonly productLink?: string | null;
  /** Price of one unit in the store's currency. */
  readonly price?: number | null;
  /** The message to a buyer; absent: the one everybody starts with. */
  readonly template?: string | null;
  /** The language of the message; absent: the store's. */
  readonly messageLanguage?: MessageLanguage | null;
  /** When the seller saw to what must be right before the first code goes out. */
  readonly ticks?: Ticks;
  /** What platforms said they had left of the lots handed over to them, oldest first. */
  readonly leftThere?: readonly LeftThere[];
}

/** Counts of one promotion's codes. `total` is the sum of the five states; `issued` includes `redeemed`. */
export interface Counts {
  readonly total: number;
  readonly available: number;
  readonly held: number;
  readonly issued: number;
  readonly void: number;
  readonly moved: number;
  readonly redeemed: number;
  /** False until a redemption was counted: then "0" would be a claim we can't make. */
  readonly redeemedKnown: boolean;
}

export const noCounts: Counts = {
  total: 0,
  available: 0,
  held: 0,
  issued: 0,
  void: 0,
  moved: 0,
  redeemed: 0,
  redeemedKnown: false,
};

/** Whether codes of a promotion work at an instant. */
export type Validity = 'not-started' | 'working' | 'ended' | 'unknown';

/** Judges by start and end alone: Amazon can also end a promotion early. `now` in milliseconds. */
export function validity(promotion: Pick<Promotion, 'start' | 'end'>, now: number): Validity {
  if (promotion.end !== null && Date.parse(promotion.end) < now) return 'ended';
  if (promotion.start !== null && Date.parse(promotion.start) > now) return 'not-started';
  return promotion.end === null ? 'unknown' : 'working';
}

/**
 * Codes that a buyer may still use, and so what they can cost: those canceled, on hold or handed over, too,
 * since Amazon knows nothing of that.
 */
export function stillUsable(counts: Counts): number {
  return counts.total - counts.redeemed;
}
