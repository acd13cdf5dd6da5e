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

/** How it stands with a promotion, in Amazon's words of any language. */
export type AmazonStatus = 'pending' | 'active' | 'ended' | 'canceled';

export const amazonStatuses = [
  'pending',
  'active',
  'ended',
  'canceled',
] as const satisfies readonly AmazonStatus[];

/** What Amazon's own pages showed of a promotion last; null: never read there. */
export interface OnAmazon {
  /** When it last showed something else than before, ISO 8601 in UTC. */
  readonly at: string;
  readonly status: AmazonStatus | null;
  readonly start: string | null;
  readonly end: string | null;
  /** The dates that were known here before Amazon's took their place, until the seller has seen that they did. */
  readonly was?: { readonly start?: string; readonly end?: string };
  /** How many settings stand wrong on its own page and can cost money; absent: none, or it was never read there. */
  readonly unsafe?: number;
  /** Set while giving out is switched off because Amazon showed the promotion as over, and for no other reason. */
  readonly stopped?: true;
}

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
  /** Since when nothing is given out: the seller said so, and the codes work on until `end`, or Amazon ended it. */
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
  /** Units of the product that can be sold; null or absent: not known. */
  readonly stock?: number | null;
  /** The message to a buyer; absent: the one everybody starts with. */
  readonly template?: string | null;
  /** The language of the message; absent: the store's. */
  readonly messageLanguage?: MessageLanguage | null;
  /** Through what the last single code went out; absent: none did yet. */
  readonly channel?: string;
  /** How many codes the seller meant to make, as typed on the form. */
  readonly planned?: number;
  /** When the seller saw to what must be right before the first code goes out. */
  readonly ticks?: Ticks;
  /** What platforms said they had left of the lots handed over to them, oldest first. */
  readonly leftThere?: readonly LeftThere[];
  /** Absent: its page was never met. */
  readonly onAmazon?: OnAmazon;
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
  /** How many of those used are in orders still pending, which may yet be canceled; absent: no report was counted. */
  readonly provisional?: number;
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

/** Whether a status means that a promotion's codes work no more. */
export function isOver(status: AmazonStatus | null | undefined): boolean {
  return status === 'ended' || status === 'canceled';
}

/** Whether Amazon showed a promotion as over, and the seller let that stand. */
export function endedOnAmazon({
  givingEnded,
  onAmazon,
}: Pick<Promotion, 'givingEnded' | 'onAmazon'>): boolean {
  return givingEnded !== null && isOver(onAmazon?.status);
}

/** Whether codes of a promotion go out: giving out was not stopped, and it was not put away. */
export function givesOut({ givingEnded, archived }: Pick<Promotion, 'givingEnded' | 'archived'>): boolean {
  return givingEnded === null && !archived;
}

/** Judges by what Amazon's pages showed, else by start and end alone. `now` in milliseconds. */
export function validity(
  promotion: Pick<Promotion, 'start' | 'end' | 'givingEnded' | 'onAmazon'>,
  now: number,
): Validity {
  if (endedOnAmazon(promotion)) return 'ended';
  if (promotion.end !== null && Date.parse(promotion.end) < now) return 'ended';
  if (promotion.start !== null && Date.parse(promotion.start) > now) return 'not-started';
  return promotion.end === null ? 'unknown' : 'working';
}

/**
 * Codes that a buyer may still use, and so what they can cost: those canceled, on hold or handed over, too,
 * since Amazon knows nothing of that.
 */
export function stillUsable(counts: Counts): number {
  return Math.max(0, counts.total - counts.redeemed);
}

/** Codes that a buyer may hold and use, as far as is known: those canceled, too, since Amazon takes them. */
export function stillOut({ issued, void: canceled, redeemed }: Counts): number {
  return Math.max(0, issued + canceled - redeemed);
}
