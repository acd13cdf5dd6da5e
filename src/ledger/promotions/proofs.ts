import type { Proof, ProofDraft } from '../../domain/proof';
import { isProofOfMet, type MetPromotion } from '../../domain/proof-of';
import { sortedOut } from '../repair/row-faults';
import type { Db } from '../store/schema';
import { read, write } from '../store/transact';

/**
 * Gives drafts to the promotion that was met, and returns its newest proof, or null where it has none.
 * A draft of another account or store stays out. The same draft twice is one proof.
 */
export async function bindProofs(
  db: Db,
  { drafts, ...met }: MetPromotion & { readonly drafts: readonly ProofDraft[] },
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
  return proofs.find((proof) => isProofOfMet(proof, met)) ?? null;
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

function pressedAt({ marks, boundAt }: Proof): string {
  return marks.at(-1)?.at ?? boundAt;
}
