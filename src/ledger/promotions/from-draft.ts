import type { MarketplaceCode } from '../../domain/marketplaces';
import type { Promotion } from '../../domain/promotion';
import type { ProofDraft } from '../../domain/proof';
import { timeOf } from '../follow/stamps';
import type { Db, InboxItem } from '../store/schema';
import { writeShared } from '../store/transact';
import { fillProducts } from './products';
import { makeOrBind, type NewPromotion, promotionsHere } from './promotions';

interface Drafted {
  readonly account: string | null;
  readonly marketplace: MarketplaceCode | null;
  /** What the promotion's own page shows. */
  readonly seen: NonNullable<InboxItem['promotion']>;
  readonly drafts: readonly ProofDraft[];
}

/**
 * Keeps a promotion from what its form told on the way to Submit and what its own page shows; the page
 * wins. Only one with single-use codes and a name, for nothing else has codes to keep. Null where none
 * was kept. A promotion that is here already learns what it did not know.
 */
export async function keepDrafted(
  db: Db,
  { account, marketplace, seen, drafts }: Drafted,
): Promise<Promotion | null> {
  const wanted = draftedPromotion({ account, marketplace, seen, drafts });
  if (!wanted) return null;
  return writeShared(db, async (tx) => {
    const promotion = await makeOrBind(tx, await promotionsHere(tx), wanted, timeOf(tx));
    await fillProducts(tx, { account, marketplace });
    return promotion;
  });
}

/** Makes a promotion, or has the one that is here already learn what it did not know. */
export function keepPromotion(db: Db, wanted: NewPromotion): Promise<Promotion> {
  return writeShared(db, async (tx) => makeOrBind(tx, await promotionsHere(tx), wanted, timeOf(tx)));
}

/** The promotion that a form and its own page tell of; null where that is none with codes to keep. */
export function draftedPromotion({ account, marketplace, seen, drafts }: Drafted): NewPromotion | null {
  const draft = drafts.findLast(
    (each) =>
      each.account === account &&
      each.marketplace === marketplace &&
      each.details?.claimCode === 'single-use',
  );
  const trackingId = seen.trackingId || draft?.trackingId || null;
  const name = seen.name || draft?.name || trackingId;
  if (!draft || !name) return null;
  const { details } = draft;
  const limitSeen = orderLimitSeen(draft);
  return {
    name,
    trackingId,
    marketplace,
    account,
    amazonId: seen.amazonId ?? draft.amazonId,
    percentOff: seen.percentOff ?? details?.percentOff ?? null,
    start: seen.start ?? details?.start ?? null,
    end: seen.end ?? details?.end ?? null,
    selection: details?.selection ?? null,
    price: details?.price ?? null,
    ...(details?.stock === null || details?.stock === undefined ? {} : { stock: details.stock }),
    ...(details?.codes ? { planned: details.codes } : {}),
    ...(limitSeen ? { ticks: { 'order-limit': limitSeen } } : {}),
  };
}

/** When the seller confirmed the max order quantity on the form, or offer pages showed it small enough there; null for never. */
function orderLimitSeen({ form, review }: ProofDraft): string | null {
  const kept = form ?? review;
  const line = kept?.lines.find(({ id }) => id === 'max-order-quantity');
  if (!kept || !line) return null;
  return line.confirmed ?? (line.state === 'pass' ? kept.at : null);
}
