import type { MarketplaceCode } from './marketplaces';
import type { Promotion } from './promotion';
import type { Proof } from './proof';

/** A promotion as its own page named it. */
export interface MetPromotion {
  readonly amazonId: string | null;
  readonly trackingId: string | null;
  readonly account: string | null;
  readonly marketplace: MarketplaceCode | null;
}

/** Whether a proof is of this promotion: by Amazon's id, else by Tracking ID, in the same account and store. */
export function isProofOf(proof: Proof, promotion: Promotion): boolean {
  const { account, marketplace, trackingId } = promotion;
  if (promotion.amazonIds.length === 0 || proof.amazonId === null) {
    return isProofOfMet(proof, { account, marketplace, trackingId, amazonId: null });
  }
  return promotion.amazonIds.some((amazonId) =>
    isProofOfMet(proof, { account, marketplace, trackingId, amazonId }),
  );
}

/** Whether a proof is of the promotion that a page named so. */
export function isProofOfMet(proof: Proof, met: MetPromotion): boolean {
  const sameStore =
    proof.marketplace === met.marketplace &&
    (proof.account === null || met.account === null || proof.account === met.account);
  if (!sameStore) return false;
  if (proof.amazonId !== null && met.amazonId !== null) return proof.amazonId === met.amazonId;
  return proof.trackingId !== '' && proof.trackingId === met.trackingId;
}
