import type { AlertsKept } from '../../stored/alerts/alerts-kept';
import type { Submitted } from '../../stored/drafts/submitted';
import type { Witness } from '../../stored/ledger-witness';
import type { Settings } from '../../stored/settings';
import type { DamagedRow, GivenTo, HeldByCopy, IssuanceSummary, IssueTo, PromotionWithCounts } from '../pool';
import type { UnissuedCopy } from './exports';
import type { Today } from './today';

/** The one code just given out. `copied` is null where it was given out before this view opened. */
export interface Given {
  readonly promotionId: string;
  readonly issuance: string;
  readonly code: string;
  readonly to: string;
  readonly channel: string;
  readonly at: string;
  readonly copied: boolean | null;
}

/** What a list of sent codes says of one lot. */
export interface SentTold {
  readonly codes: readonly string[];
  /** Of this lot: named in the list, and not named. */
  readonly sent: number;
  readonly rest: number;
  /** Codes of the list that are not out by this act. */
  readonly strangers: number;
  /** What of the list could not be read, in words; empty for nothing. */
  readonly notUnderstood: string;
}

/** What an action came to, to be shown near the promotion it was about. */
export interface Notice {
  readonly promotionId: string;
  readonly tone: 'done' | 'problem';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Once it resolves, it is shown no more. */
  readonly over?: Promise<void> | null;
}

/** Somebody who already has a code of this promotion is named again: another one only if meant. */
export interface SamePerson {
  readonly promotionId: string;
  readonly whom: Whom;
  readonly before: GivenTo;
}

export interface DeskState {
  /** Null until the ledger was read: nothing is shown with numbers that may be untrue. */
  readonly promotions: readonly PromotionWithCounts[] | null;
  /** The promotion that the page opens with, which is read before all of them. */
  readonly early: PromotionWithCounts | null;
  /** Promotions of which not all can be read; the others go on as ever. */
  readonly damaged: readonly DamagedRow[];
  readonly openId: string | null;
  /** What undo would take back for the open promotion. */
  readonly undoable: IssuanceSummary | null;
  readonly given: Given | null;
  readonly again: SamePerson | null;
  readonly offer: (UnissuedCopy & { readonly promotionId: string }) | null;
  readonly notice: Notice | null;
  readonly busy: { readonly promotionId: string; readonly text: string } | null;
  /** Why the ledger could not be read. */
  readonly problem: string | null;
  /** The ledger as it was, where this browser has lost it, and how many codes are `here`; null where nothing is missing. */
  readonly lost: (Witness & { readonly here: number }) | null;
  /** Codes that loading a saved copy keeps back, by promotion; empty for none. */
  readonly heldByCopies: readonly HeldByCopy[];
  readonly settings: Settings;
  /** Submitted on Amazon, its own page not opened since; newest first. */
  readonly submitted: readonly Submitted[];
  /** What beside the ledger decides which alerts are shown. */
  readonly alerts: AlertsKept;
  /** What was given out today; nothing before it was read. */
  readonly today: Today;
}

/** A promotion here, by its id; undefined where it is none, or not read yet. */
export function findIn({ promotions, early }: DeskState, id: string): PromotionWithCounts | undefined {
  if (promotions) return promotions.find((each) => each.promotion.id === id);
  return early?.promotion.id === id ? early : undefined;
}

/** Who gets the codes, as typed. */
export type Whom = Pick<IssueTo, 'to' | 'channel'>;
export type ExportKind = 'unissued' | 'history';
