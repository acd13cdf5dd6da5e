import type { MarketplaceCode } from '../domain/marketplaces';
import type { Promotion } from '../domain/promotion';
import type { Proof, ProofDraft } from '../domain/proof';
import { sortedOut } from './row-faults';
import type { Db } from './schema';
import { read, write } from './transact';

/** A promotion as its own page named it. */
interface Met {
  readonly amazonId: string | null;
  readonly trackingId: string | null;
  readonly account: string | null;
  readonly marketplace: MarketplaceCode | null;
}

/**
 * Gives drafts to the promotion that was met, and returns its newest proof, or null where it has none.
 * A draft of another account or store stays out. The same draft twice is one proof.
 */
export async function bindProofs(
  db: Db,
  { drafts, ...met }: Met & { readonly drafts: readonly ProofDraft[] },
): Promise<Proof | null> {
  const mine = drafts.filter(
    ({ account, marketplace }) => account === met.account && marketplace === met.marketplace,
  );
  if (mine.length > 0) {
    await write(db, async (tx) => {
      const store = tx.objectStore('proofs');
      for (const draft of mine) {
        await store.put({
          ...draft,
          amazonId: met.amazonId ?? draft.amazonId,
          trackingId: met.trackingId ?? draft.trackingId,
          boundAt: new Date().toISOString(),
        });
      }
    });
  }
  const proofs = await listProofs(db);
  return proofs.find((proof) => isSame(proof, met)) ?? null;
}

/** All proofs that can be read, newest press first. */
export function listProofs(db: Db): Promise<Proof[]> {
  return read(db, ['proofs'], async (tx) => {
    const { sound } = sortedOut('proofs', await tx.objectStore('proofs').getAll());
    return sound.sort((a, b) => pressedAt(b).localeCompare(pressedAt(a)));
  });
}

/** One proof, or null. */
export function getProof(db: Db, id: string): Promise<Proof | null> {
  return read(db, ['proofs'], async (tx) => {
    const row = await tx.objectStore('proofs').get(id);
    return (row && sortedOut('proofs', [row]).sound[0]) ?? null;
  });
}

/** Whether a proof is of this promotion: by Amazon's id, else by Tracking ID, in the same account and store. */
export function isProofOf(proof: Proof, promotion: Promotion): boolean {
  const { account, marketplace, trackingId } = promotion;
  if (promotion.amazonIds.length === 0 || proof.amazonId === null) {
    return isSame(proof, { account, marketplace, trackingId, amazonId: null });
  }
  return promotion.amazonIds.some((amazonId) =>
    isSame(proof, { account, marketplace, trackingId, amazonId }),
  );
}

function isSame(proof: Proof, met: Met): boolean {
  const sameStore =
    proof.marketplace === met.marketplace &&
    (proof.account === null || met.account === null || proof.account === met.account);
  if (!sameStore) return false;
  if (proof.amazonId !== null && met.amazonId !== null) return proof.amazonId === met.amazonId;
  return proof.trackingId !== '' && proof.trackingId === met.trackingId;
}

function pressedAt({ marks, boundAt }: Proof): string {
  return marks.at(-1)?.at ?? boundAt;
}
