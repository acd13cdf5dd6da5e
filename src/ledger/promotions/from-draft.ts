import type { MarketplaceCode } from '../../domain/marketplaces';
import type { Promotion } from '../../domain/promotion';
import type { ProofDraft } from '../../domain/proof';
import type { Db, InboxItem } from '../store/schema';
import { write } from '../store/transact';
import { makeOrBind } from './promotions';

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
  return write(db, (tx) =>
    makeOrBind(
      tx,
      {
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
      },
      new Date().toISOString(),
    ),
  );
}
