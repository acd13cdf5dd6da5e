/** The reports of Amazon's that name promotions. */
export const reportKinds = ['all-orders', 'fba-promotions', 'settlement', 'order-xml'] as const;

export type ReportKind = (typeof reportKinds)[number];

/** How it stands with an order: what is pending may still be canceled; all that is neither counts as firm. */
export const orderStates = ['pending', 'firm', 'canceled'] as const;

export type OrderState = (typeof orderStates)[number];

/** Who sends an order. */
export const fulfilments = ['unknown', 'amazon', 'seller'] as const;

export type Fulfilment = (typeof fulfilments)[number];

/**
 * One line of a report as far as it is read: nothing about the buyer, and texts by their number in the report's
 * tables, since a million lines have few of them.
 */
export interface OrderLine {
  /** The line in the file, from 1. */
  readonly line: number;
  /** The order's id, see `OrderKey`. */
  readonly hi: number;
  readonly lo: number;
  /** When it was bought, or as near as the report tells; seconds since 1970. */
  readonly at: number;
  /** When it last changed, in the same way; 0: not told. */
  readonly updated: number;
  readonly state: OrderState;
  /** Its promotion ids, by their number in `ReportTables.ids`; 0 for none. */
  readonly ids: number;
  readonly units: number;
  /** What the promotions took off this line, in hundredths of the currency; null: not told. */
  readonly discount: number | null;
  readonly currency: number;
  readonly channel: number;
  readonly fulfilment: Fulfilment;
  /** The same number for the same place, by chance different in each reading; 0 where no place is told. Never stored. */
  readonly place: number;
}

/** The texts of a report's lines; number 0 of each is the empty text. */
export interface ReportTables {
  /** What stood in the cell: one promotion id, or several with commas between. */
  readonly ids: readonly string[];
  readonly currencies: readonly string[];
  readonly channels: readonly string[];
  /** What a promotion is called, beside its id, where the report tells. */
  readonly descriptions: ReadonlyMap<string, string>;
}

/** Why a line was left out. */
export type LineFault = 'short' | 'long' | 'order-id' | 'date' | 'promotion-id';

export interface BadLine {
  readonly line: number;
  readonly fault: LineFault;
}
