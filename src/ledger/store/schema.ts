import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { MarketplaceCode } from '../../domain/marketplaces';
import type { CodeState, Counts, Promotion } from '../../domain/promotion';
import type { Proof } from '../../domain/proof';
import type {
  IdMark,
  OrderList,
  PromotionIdRow,
  ReportBlock,
  ReportRow,
  ReportTexts,
} from '../reports/report-rows';
import type { OfferRow } from './offer-row';

/** Codes per block. A block's text is read and split whole, so it also bounds what one look-up costs. */
export const blockSize = 1000;

/**
 * What happened to a range of codes. `edit` says anew whom an act of giving out went to. `undo` and `release`
 * return codes to the line, `redo` ends an undo, `unvoid` returns codes to where they were before they were
 * canceled; `withdraw` takes a whole import out.
 */
export type EntryKind = (typeof entryKinds)[number];

export const entryKinds = [
  ...(['issue', 'edit', 'undo', 'redo', 'void', 'unvoid', 'hold', 'release'] as const),
  ...(['move', 'redeem', 'unredeem', 'withdraw'] as const),
] as const;

/** One line of the append-only history: nothing in it changes, but that names and notes of somebody forgotten go. */
export interface Entry {
  /** Place in the history; later entries have higher numbers. */
  readonly seq: number;
  readonly id: string;
  readonly kind: EntryKind;
  /** The act of giving out this belongs to; one id for all its ranges, its undo and its redemptions. */
  readonly issuance: string;
  readonly promotionId: string;
  readonly batch: number;
  readonly from: number;
  readonly count: number;
  readonly to: string;
  readonly channel: string;
  readonly note: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly by: string;
  /** What a person may look for to find this entry (to, channel, order id), by `nameKey`. */
  readonly names: readonly string[];
  /**
   * `seq` of the entry that this one ends: on `undo` and `edit` the `issue` or `edit` (0 where only an earlier
   * export told of it), on `redo` the `undo`, on `unredeem` the `redeem`, on `void` and on the `issue` of a code that an
   * order told of the `hold` (these three absent in older histories).
   */
  readonly undoes?: number;
  /** On `void` and `unvoid`, and on an `undo` or `redo` made together with them: the act that it belongs to. On an `edit`
   * that says who had a code of which an order told first: the giving of the lease. */
  readonly act?: string;
  /**
   * On `void`: canceled because somebody may have seen the codes when they were taken back. On `issue`: the code was
   * used while it was left here, so that somebody had it before, nobody knows since when.
   */
  readonly seen?: true;
  /**
   * On a `hold` or `redo` made by loading a saved copy alone: when that was saved. The codes held may have gone out
   * since; those out again were taken back by somebody who did not know that they are.
   */
  readonly since?: string;
  /** Came with a saved copy or a list: what it tells happened elsewhere, and may contradict what happened here. */
  readonly merged?: true;
  /** On `redeem` alone: the order, as typed. */
  readonly orderId?: string;
  /** On `hold` alone: when it ends by itself, ISO 8601 in UTC; without it, only by release. */
  readonly until?: string;
  /**
   * On `issue` alone: each of its codes went to a person of its own, who stands in `people`. `to` is empty then, and
   * `channel` is that of everyone who has none of their own.
   */
  readonly people?: true;
  /**
   * On `hold`: its codes are leased, and who alone may give them out, as member and browser. On `void`: whose lease was
   * canceled, which is for good.
   */
  readonly lease?: string;
  /** On `edit`, and on an `issue` in the place of a code: the person's e-mail address or handle, where one is known beside the name. */
  readonly handle?: string;
}

/**
 * The persons that the codes of one entry went to, one each in the order of the codes, at most 1,000 to a block.
 */
export interface PeopleBlock {
  readonly format: 1;
  /** `seq` of the entry. */
  readonly entry: number;
  readonly n: number;
  /** A line for each person: name, e-mail or handle, channel, and note, with tabs between; no final line feed. */
  readonly text: string;
  /** CRC-32 of the text's UTF-8 bytes. */
  readonly crc: number;
}

/** The present state of a range. Spans of a batch never overlap and leave no gap. */
export interface Span {
  readonly batch: number;
  readonly from: number;
  readonly count: number;
  readonly promotionId: string;
  readonly state: CodeState;
  /**
   * `seq` of the entry that brought this state; 0 since the import. The order of giving out follows
   * from it: fresh codes (0) by batch and position, then returned ones, the oldest return first.
   */
  readonly entry: number;
  /** `seq` of the giving-out in force (its `issue`, or the last `edit` of it), also once canceled; 0 for none. */
  readonly issue: number;
  /** `seq` of the redemption in force; 0 for none. */
  readonly redeem: number;
}

/** At most 1,000 codes; never changed once written. */
export interface Block {
  readonly format: 1;
  readonly batch: number;
  readonly n: number;
  /** Codes joined by line feeds, no final one. */
  readonly text: string;
  /** CRC-32 of the text's UTF-8 bytes. */
  readonly crc: number;
}

/** One captured lot of codes. */
export interface BatchRow {
  readonly id: number;
  readonly promotionId: string;
  readonly name: string;
  readonly quantityAsked: number | null;
  readonly count: number;
  readonly sourceName: string;
  readonly sha256: string;
  readonly at: string;
  readonly by: string;
  readonly withdrawn: boolean;
  /**
   * Its history holds what happened elsewhere, so that more than one entry can be in force for a code: then only
   * going through the history tells what is left once one of them ends.
   */
  readonly united?: true;
}

export interface CountsRow extends Omit<Counts, 'provisional'> {
  readonly promotionId: string;
  /** When a code now out was last given out here (ISO 8601 in UTC); null if none, or all came in as given out. */
  readonly lastIssuedAt: string | null;
}

/** A file captured on Amazon's page, or the wish to choose one, waiting for the workspace. */
export interface InboxItem {
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array | null;
  readonly group: string;
  readonly quantity: number | null;
  readonly marketplace: MarketplaceCode | null;
  readonly account: string | null;
  readonly promotion: {
    readonly amazonId: string | null;
    readonly trackingId: string | null;
    readonly name: string | null;
    readonly percentOff: number | null;
    readonly start: string | null;
    readonly end: string | null;
  } | null;
  readonly at: string;
}

/** The tables as the newest migration leaves them. */
export interface LedgerSchema extends DBSchema {
  promotions: { key: string; value: Promotion };
  counts: { key: string; value: CountsRow };
  batches: { key: number; value: BatchRow; indexes: { promotionId: string } };
  blocks: { key: [number, number]; value: Block };
  hashes: { key: number; value: { batch: number; words: BigUint64Array } };
  entries: {
    key: number;
    value: Entry;
    indexes: {
      issuance: string;
      acts: [string, EntryKind];
      returns: [number, number, number];
      names: string;
    };
  };
  people: { key: [number, number]; value: PeopleBlock };
  spans: { key: [number, number]; value: Span; indexes: { line: [string, CodeState, number] } };
  inbox: { key: string; value: InboxItem };
  proofs: { key: string; value: Proof };
  offers: { key: string; value: OfferRow };
  reports: { key: string; value: ReportRow };
  reportTexts: { key: string; value: ReportTexts };
  reportBlocks: { key: [string, number]; value: ReportBlock };
  promotionIds: { key: string; value: PromotionIdRow };
  orderLists: { key: [string, number]; value: OrderList };
  idMarks: { key: string; value: IdMark };
  meta: { key: string; value: number };
}

export type Db = IDBPDatabase<LedgerSchema>;
export type StoreName = StoreNames<LedgerSchema>;
export type Tx<Mode extends IDBTransactionMode = IDBTransactionMode> = IDBPTransaction<
  LedgerSchema,
  StoreName[],
  Mode
>;
export type WriteTx = Tx<'readwrite'>;

export const storeNames: StoreName[] = [
  'promotions',
  'counts',
  'batches',
  'blocks',
  'hashes',
  'entries',
  'people',
  'spans',
  'inbox',
  'proofs',
  'offers',
  'reports',
  'reportTexts',
  'reportBlocks',
  'promotionIds',
  'orderLists',
  'idMarks',
  'meta',
];
