import type { UseCount } from '../../domain/orders/counted';
import type { DaySpan } from '../../domain/orders/coverage';
import type { ReportKind } from '../../domain/orders/order-line';

/** Orders per block. */
export const ordersPerBlock = 4096;

/** One report of Amazon's that was read. It stands only once all of it is written; what has no row counts nowhere. */
export interface ReportRow {
  readonly id: string;
  readonly kind: ReportKind;
  /** The file's name. */
  readonly name: string;
  /** SHA-256 of what it came to: the same report again changes nothing, however it is packed or written. */
  readonly content: string;
  readonly at: string;
  readonly by: string;
  readonly lines: number;
  readonly rejected: number;
  /** Distinct orders in the file, those that name no promotion among them. */
  readonly orders: number;
  /** Orders that are kept: with a promotion's id, or canceled. One that names two sets of ids counts twice. */
  readonly kept: number;
  /** The days it covers, as its orders show; null for a report that covers none, or holds no order. */
  readonly days: DaySpan | null;
  /** The days that the seller says it was asked for: a quiet month has fewer days with orders. */
  readonly daysTold?: DaySpan;
  /** The sales channels its orders came through. */
  readonly channels: readonly string[];
}

/** The texts that a report's orders name by number, and its split checkouts. */
export interface ReportTexts {
  readonly report: string;
  readonly ids: readonly string[];
  readonly currencies: readonly string[];
  readonly channels: readonly string[];
  /** What the promotion with an id is called. */
  readonly descriptions: readonly (readonly [id: string, description: string])[];
  /** Orders of one checkout, two and two: four numbers each, the keys of both. */
  readonly pairs: readonly number[];
}

/** Orders of a report, sorted by id, as columns of numbers one behind the other; see `order-columns.ts`. */
export interface ReportBlock {
  readonly format: 1;
  readonly report: string;
  readonly n: number;
  readonly count: number;
  readonly bytes: Uint8Array;
  /** CRC-32 of the bytes. */
  readonly crc: number;
}

/** What became of one promotion id in all reports; computed from them. */
export interface PromotionIdRow {
  /** The id; one of FBA Promotions, which are numbers of their own, with `fba:` before it. */
  readonly id: string;
  readonly description: string;
  readonly amazonsOwn: boolean;
  readonly all: UseCount;
  /** By sales channel. */
  readonly channels: readonly (readonly [channel: string, count: UseCount])[];
  /** First and last order, seconds since 1970. */
  readonly first: number;
  readonly last: number;
  /** Of an id of FBA Promotions: the Tracking ID that all of its orders have which stand in both kinds of report. */
  readonly sameAs: { readonly id: string; readonly met: number } | null;
  /** Which of its lists is in force; 0: it has none. */
  readonly generation: number;
}

/** All orders with one promotion id, side by side; computed from the reports. */
export interface OrderList {
  readonly id: string;
  readonly generation: number;
  readonly hi: Uint32Array;
  readonly lo: Uint32Array;
  readonly at: Uint32Array;
  readonly checkout: Uint32Array;
  readonly discount: Uint32Array;
  readonly units: Uint16Array;
  readonly currency: Uint8Array;
  readonly channel: Uint8Array;
  readonly flags: Uint8Array;
  readonly currencies: readonly string[];
  readonly channels: readonly string[];
}

/** What the seller said of a promotion id: that it is a promotion's, or (null) none of theirs. */
export interface IdMark {
  readonly id: string;
  readonly promotionId: string | null;
  readonly at: string;
  readonly by: string;
}
