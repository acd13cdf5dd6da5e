import type { EarlierCodes } from '../../domain/codes/earlier-codes';
import type { Counts, Promotion } from '../../domain/promotion';
import type { TickId } from '../../domain/ticks';

/** A promotion with its numbers. */
export interface PromotionItem {
  readonly promotion: Promotion;
  readonly counts: Counts;
}

/** Who gets codes, as typed. */
export interface Whom {
  readonly to: string;
  readonly channel: string;
}

/** One act of giving out, without its codes. */
export interface Act extends Whom {
  readonly issuance: string;
  readonly count: number;
  /** How many of its codes are still out. */
  readonly out: number;
  /** How many of its codes are known to be used in orders. */
  readonly redeemed: number;
  readonly note: string;
  readonly at: string;
}

/** Whom an act went to, as it should read. */
export interface EditedWhom extends Whom {
  readonly note: string;
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

/** What can be done to one act of giving out. */
export interface ActActs {
  /** `seen`: which of its codes somebody may have seen. */
  takeBack(issuance: string, seen: 'none' | 'all' | readonly string[]): void;
  edit(issuance: string, whom: EditedWhom): void;
  readSent(issuance: string, text: string): Promise<SentTold>;
  readSentFile(issuance: string, file: File): Promise<SentTold>;
}

/** The code just given out; `copied` is null where that happened before this page opened. */
export interface GivenCode extends Whom {
  readonly issuance: string;
  readonly code: string;
  readonly at: string;
  readonly copied: boolean | null;
}

/** What a card shows besides the promotion itself. */
export interface CardState {
  readonly undoable: Act | null;
  readonly given: GivenCode | null;
  /** A list just exported, whose codes are still left. */
  readonly offer: { readonly count: number; readonly file: string } | null;
  readonly notice: {
    tone: 'done' | 'problem';
    text: string;
    action?: { label: string; run: () => void };
  } | null;
  readonly busy: string | null;
  /** Whoever was named already has a code of this promotion. */
  readonly again: {
    readonly whom: Whom;
    readonly before: Whom & EarlierCodes & { readonly code: string; readonly at: string };
  } | null;
  /** Channels typed before, the last one first. */
  readonly channels: readonly string[];
  /** Platforms that lots can go to, as suggestions. */
  readonly platforms: readonly string[];
  /** The seller's own highest max order quantity. */
  readonly orderLimit: number;
}

/** What can be done to a promotion. */
export interface CardActs extends ActActs {
  /** Resolves to false where no code was given out. */
  giveNext(whom: Whom): Promise<boolean>;
  /** Gives out one more to whoever already has one. */
  giveAnother(whom: Whom): void;
  copyEarlier(): void;
  leaveQuestion(): void;
  copyAgain(): void;
  copyMessage(): void;
  setOver(over: boolean): void;
  setTick(id: TickId, done: boolean): void;
  giveSeveral(count: number, whom: Whom, format: 'txt' | 'csv'): void;
  exportUnissued(): void;
  exportHistory(): void;
  giveOutExported(whom: Whom): void;
  markUsed(code: string, orderId: string): void;
}

/** The name a promotion goes by on the page and in the `data-promotion` attribute. */
export function nameOf(promotion: Promotion): string {
  return promotion.name || promotion.trackingId || '';
}
