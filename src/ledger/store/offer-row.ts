import type { MarketplaceCode } from '../../domain/marketplaces';

/** An account and a store. */
export interface Scope {
  readonly account: string | null;
  readonly marketplace: MarketplaceCode | null;
}

/** What one offer's page showed last. Each SKU is an offer by itself: FBA and FBM, each variation. */
export interface SeenOffer extends Scope {
  readonly id: string;
  readonly kind: 'offer';
  readonly sku: string;
  readonly asin: string | null;
  /** Units per order; null where the page showed none. */
  readonly limit: number | null;
  /** Price of one unit; null or absent where it was not read. */
  readonly price?: number | null;
  /** Units in stock; likewise. */
  readonly stock?: number | null;
  /** ISO. */
  readonly at: string;
}

/** What the pages of one offer called its product; null: not read yet. */
export interface SeenProduct extends Scope {
  readonly id: string;
  readonly kind: 'product';
  readonly sku: string;
  readonly asin: string | null;
  readonly name: string | null;
  /** Where shoppers find it. */
  readonly link: string | null;
  readonly at: string;
}

/** The SKUs or ASINs that the seller says are in a product selection. */
export interface ListedSelection extends Scope {
  readonly id: string;
  readonly kind: 'selection';
  readonly name: string;
  readonly items: readonly string[];
  readonly at: string;
}

export type OfferRow = SeenOffer | SeenProduct | ListedSelection;
