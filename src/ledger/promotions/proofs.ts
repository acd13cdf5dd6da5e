import type { Proof, ProofDraft, ProofLine } from '../../domain/proof';
import { isProofOfMet, type MetPromotion } from '../../domain/proof-of';
import { sortedOut } from '../repair/row-faults';
import type { Db, Tx } from '../store/schema';
import { read, write } from '../store/transact';

/** A promotion's settings as its own page shows them. */
export interface ShownSettings {
  readonly kind: Proof['kind'];
  readonly name: string;
  /** Empty where next to nothing was read. */
  readonly lines: readonly ProofLine[];
}

/**
 * Gives drafts to the promotion that was met, and its newest proof what its page shows now; a promotion made elsewhere
 * gets a proof of that alone, until its draft comes after all. Returns the newest proof, or null where it has none. A draft
 * of another account or store stays out. The same draft twice is one proof.
 */
export async function bindProofs(
  db: Db,
  {
    drafts,
    shown,
    ...met
  }: MetPromotion & { readonly drafts: readonly ProofDraft[]; readonly shown?: ShownSettings },
): Promise<Proof | null> {
  const mine = drafts.filter(
    ({ account, marketplace }) => account === met.account && marketplace === met.marketplace,
  );
  if (mine.length > 0) {
    await write(db, async (tx) => {
      const store = tx.objectStore('proofs');
      const before = sortedOut('proofs', await store.getAll()).sound.filter((each) =>
        isProofOfMet(each, met),
      );
      const alone = before.filter(isOfPageAlone);
      for (const { id } of alone) await store.delete(id);
      for (const draft of mine) {
        const seen = [...before.filter(({ id }) => id === draft.id), ...alone].find(
          ({ shown }) => shown,
        )?.shown;
        await store.put({
          ...draft,
          ...(seen && { shown: seen }),
          amazonId: met.amazonId ?? draft.amazonId,
          trackingId: met.trackingId ?? draft.trackingId,
          boundAt: new Date().toISOString(),
        });
      }
    });
  }
  const newest = await read(db, ['proofs'], (tx) => newestOf(tx, met));
  const isNamed = met.amazonId !== null || met.trackingId !== null;
  if (!shown?.lines.length || !isNamed || isKnown(newest, shown)) return newest;
  const at = new Date().toISOString();
  return write(db, async (tx) => {
    // Looked for once more: its draft may have come from another page in between.
    const now = (await newestOf(tx, met)) ?? ofNothing(met, shown, at);
    const proof: Proof = { ...now, shown: { at, page: 'view', lines: shown.lines } };
    await tx.objectStore('proofs').put(proof);
    return proof;
  });
}

async function newestOf(tx: Tx, met: MetPromotion): Promise<Proof | null> {
  return (await newestFirst(tx)).find((proof) => isProofOfMet(proof, met)) ?? null;
}

async function newestFirst(tx: Tx): Promise<Proof[]> {
  const { sound } = sortedOut('proofs', await tx.objectStore('proofs').getAll());
  return sound.sort((a, b) => pressedAt(b).localeCompare(pressedAt(a)));
}

function isKnown(proof: Proof | null, { lines }: ShownSettings): boolean {
  return JSON.stringify(proof?.shown?.lines) === JSON.stringify(lines);
}

/** Whether a proof is of the promotion's page, and of nothing that led there. */
function isOfPageAlone({ form, review, marks }: Proof): boolean {
  return form === null && review === null && marks.length === 0;
}

/** A promotion of which no form was seen. */
function ofNothing(met: MetPromotion, { kind, name }: ShownSettings, boundAt: string): Proof {
  const { account, marketplace, amazonId, trackingId } = met;
  return {
    id: crypto.randomUUID(),
    ...{ account, marketplace, kind, trackingId: trackingId ?? '', amazonId, name },
    ...{ accepted: null, form: null, review: null, marks: [], boundAt },
  };
}

/** All proofs that can be read, newest press first. */
export function listProofs(db: Db): Promise<Proof[]> {
  return read(db, ['proofs'], newestFirst);
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
