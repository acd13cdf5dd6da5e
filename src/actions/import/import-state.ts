import type { CodeFile } from '../../domain/codes/code-file';
import type { TextAccount } from '../../domain/codes/text-account';
import type { MarketplaceCode } from '../../domain/marketplaces';
import type { Promotion } from '../../domain/promotion';
import type { ImportPlan, InboxItem, ToldPromotion } from '../pool';

/** A file that holds codes already sent. */
export interface SentFile {
  readonly name: string;
  readonly account: TextAccount;
  /** Why nothing could be read of it, or null. */
  readonly problem: string | null;
}

/** What the seller says about a list of codes, as typed. */
export interface ImportForm {
  readonly promotion: string;
  /** Empty: not known. */
  readonly marketplace: MarketplaceCode | '';
  /** `ask`: some may be out already, so the seller must choose. `told`: those are that the list says so of. */
  readonly as: 'ask' | 'new' | 'told' | 'given-out' | 'part-given-out';
  /** Codes out here that came back as a newer history says go back into the line. */
  readonly takeBack: boolean;
  readonly to: string;
  /** The codes already sent, where only a part was: pasted, and from a file. */
  readonly sent: string;
  readonly sentFile: SentFile | null;
  /** What was not understood of them is left out, says the seller. */
  readonly sentLeft: boolean;
  /** How many from the top of the list were sent; empty: none. */
  readonly sentFirst: string;
  /** Amazon's claim code group, or any name for this lot; empty: the file's name. */
  readonly group: string;
  /** How many codes Amazon was asked for; empty: not known. */
  readonly quantity: string;
  /** Of a new promotion; empty: not known. */
  readonly percentOff: string;
  /** Its last working minute, `YYYY-MM-DDTHH:MM` on the store's clock; empty: not known. */
  readonly end: string;
  /** The seller said that no promotion of a nearly equal name is meant. */
  readonly apart: boolean;
}

export const emptyForm: ImportForm = {
  promotion: '',
  marketplace: 'US',
  as: 'new',
  takeBack: false,
  to: '',
  sent: '',
  sentFile: null,
  sentLeft: false,
  sentFirst: '',
  group: '',
  quantity: '',
  percentOff: '',
  end: '',
  apart: false,
};

/** The form with what was typed; what was answered about the text before does not count for another. */
export function filled(form: ImportForm, patch: Partial<ImportForm>): ImportForm {
  const resent = 'sent' in patch || 'sentFile' in patch;
  return {
    ...form,
    ...(renames(patch) ? { apart: false } : {}),
    ...(resent ? { sentLeft: false } : {}),
    ...patch,
  };
}

/** Whether what was typed may stand for another promotion. */
export function renames(patch: Partial<ImportForm>): boolean {
  return 'promotion' in patch || 'marketplace' in patch;
}

/**
 * A list that says what became of its codes is never taken for new without a word of the seller's, nor is any
 * but a history while codes are missing here (`lost`).
 */
export function asAfter(as: ImportForm['as'], file: CodeFile, lost: boolean): ImportForm['as'] {
  // What one list says of its codes is no answer about the next.
  if (file.toldStates || (lost && !file.history)) return as === 'new' || as === 'told' ? 'ask' : as;
  return as === 'ask' || as === 'told' ? 'new' : as;
}

/** How far an import has come. */
export type ImportStage =
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'reading';
      readonly name: string;
      /** How many codes are compared with those here; null while the file itself is still read. */
      readonly codes: number | null;
      /** How much of this step is done; a total of 0 means that it is not known yet. */
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'refused'; readonly text: string }
  | {
      readonly kind: 'preview';
      readonly plan: ImportPlan;
      /** The promotions that a history tells of, each with how many new codes; empty for other lists. */
      readonly told: readonly ToldPromotion[];
      /** Why it stands here again, or why it could not be added. */
      readonly remark: string | null;
      readonly fault: ImportFault | null;
      readonly adding: boolean;
      /** How much of it is written, 0 to 1. */
      readonly written: number;
    }
  | {
      readonly kind: 'added' | 'withdrawn';
      readonly promotionId: string;
      readonly promotionName: string;
      /** The codes went to more promotions than this one; the name is then of all, as far as they are named. */
      readonly several: boolean;
      readonly batchIds: readonly number[];
      readonly count: number;
      /** Codes that were here and came farther by the list, or came back by it; and the entries that say so. */
      readonly forwarded: number;
      readonly returned: number;
      readonly entries: readonly number[];
      readonly remark: string | null;
    };

/** A field that must be filled in or mended before the codes can be added. */
export interface ImportFault {
  readonly field: keyof ImportForm;
  readonly text: string;
}

export interface ImportState {
  readonly form: ImportForm;
  readonly stage: ImportStage;
  /** The promotion that the name typed stands for; null: a new one will be made. */
  readonly match: Promotion | null;
  /** A promotion whose name is so close to the one typed that it may be meant; null: none, or `match` is there. */
  readonly twin: Promotion | null;
  /** Files dropped together with the one being added, in their turn. */
  readonly waiting: readonly File[];
  /** Files captured on Amazon's pages. */
  readonly inbox: readonly InboxItem[];
  /** The one of them being added. */
  readonly item: InboxItem | null;
}
