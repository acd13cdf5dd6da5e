import type { Promotion } from './promotion';
import type { Ticks } from './ticks';

/** What the ledger knows of the promotion on a page. Numbers and names only. */
export interface KnownPromotion {
  readonly id: string;
  readonly name: string;
  readonly ticks: Ticks;
  readonly percentOff: number | null;
  /** Price of one unit in the store's currency. */
  readonly price: number | null;
  /** Codes that a buyer may still use. */
  readonly usable: number;
  /** How many codes are kept of each lot, by Amazon's group name. */
  readonly saved: readonly { readonly group: string; readonly count: number }[];
  /** The store it belongs to, where the page shows another one. */
  readonly elsewhere: Pick<Promotion, 'account' | 'marketplace'> | null;
}

/** How many codes of one of Amazon's groups are kept. */
export function savedOf(known: KnownPromotion | null, name: string): number {
  return known?.saved.find(({ group }) => group === name)?.count ?? 0;
}
