import { addingUpOn, type OnProducts } from '../../domain/costs/adding-up';
import type { Exposure } from '../../domain/costs/exposure';
import { asinOf } from '../../domain/product';
import type { Promotion } from '../../domain/promotion';
import type { Proof } from '../../domain/proof';
import { isProofOf } from '../../domain/proof-of';
import { listPromotions, type PromotionWithCounts } from '../promotions/promotions';
import { listProofs } from '../promotions/proofs';
import { sortedOut } from '../repair/row-faults';
import type { OfferRow } from '../store/offer-row';
import type { Db } from '../store/schema';
import { read } from '../store/transact';

/** A promotion whose discount adds up with the one asked about, on these ASINs. */
export interface AddsUp extends PromotionWithCounts {
  readonly kind: Exposure['kind'];
  readonly products: readonly string[];
}

/** What a promotion can cost beside its own codes. */
export interface CostsBeside {
  /** What its form, seen on Amazon, said of its claim code. */
  readonly kind: Exposure['kind'];
  readonly addsUp: readonly AddsUp[];
}

/** Finds the promotions that add up with this one now, and what kind of claim code it has. `now` in milliseconds. */
export async function costsBeside(db: Db, promotionId: string, now: number): Promise<CostsBeside> {
  const [row, proofs, stored] = await Promise.all([
    read(db, ['promotions'], (tx) => tx.objectStore('promotions').get(promotionId)),
    listProofs(db),
    read(db, ['offers'], (tx) => tx.objectStore('offers').getAll()),
  ]);
  const [asked] = sortedOut('promotions', row ? [row] : []).sound;
  if (!asked) return { kind: 'single-use', addsUp: [] };
  const offers = sortedOut('offers', stored).sound;
  const known = (promotion: Promotion) => {
    const proof = proofs.find((each) => isProofOf(each, promotion));
    return { ...onProducts(promotion, proof, offers), kind: kindOf(proof) };
  };
  const one = known(asked);
  // Of what is for no known product, nobody can tell what it adds up with: the others need not be read.
  const all = one.products.length > 0 ? await listPromotions(db) : [];
  const addsUp = all.flatMap(({ promotion, counts, lastIssuedAt }) => {
    if (promotion.id === promotionId) return [];
    const { kind, ...other } = known(promotion);
    const products = addingUpOn(one, other, now);
    return products.length > 0 ? [{ promotion, counts, lastIssuedAt, kind, products }] : [];
  });
  return { kind: one.kind, addsUp };
}

function kindOf(proof: Proof | undefined): Exposure['kind'] {
  const told = proof?.accepted ? 'group' : proof?.details?.claimCode;
  return told === 'group' ? 'multi-use' : told === 'none' ? 'no-code' : 'single-use';
}

function onProducts(promotion: Promotion, proof: Proof | undefined, offers: readonly OfferRow[]): OnProducts {
  const combinability = proof?.details?.combinability ?? null;
  return { promotion, products: productsOf(promotion, offers), combinability };
}

/** The ASINs that a promotion is known to be for: by its product's link, and by what its selection was said to hold. */
function productsOf(
  { account, marketplace, selection, productLink }: Promotion,
  offers: readonly OfferRow[],
) {
  const here = offers.filter((row) => row.account === account && row.marketplace === marketplace);
  const listed = here.find((row) => row.kind === 'selection' && row.name === selection);
  const items = listed?.kind === 'selection' ? listed.items : [];
  const asins = items.map((item) => {
    const met = here.find((row) => row.kind !== 'selection' && row.sku === item && row.asin !== null);
    return (met && met.kind !== 'selection' && met.asin) || item;
  });
  const linked = asinOf(productLink ?? '');
  return [...new Set([...asins, ...(linked ? [linked] : [])])].filter((item) => /^[A-Z0-9]{10}$/.test(item));
}
