import { codesOf } from '../codes/blocks';
import { breathe, indexCodes } from '../codes/code-index';
import { forgetIndex, isWhole, liveBatches } from '../codes/lookup';
import { isDamage } from '../store/problem';
import type { BatchRow, Db } from '../store/schema';
import { blockSize } from '../store/schema';
import { read, writeUncounted } from '../store/transact';
import { damagedPromotion } from './damage';
import { sortedOut } from './row-faults';

const blocksAtOnce = 50;

/**
 * The index of an import. One that is lost, or knows another number of codes, is built again: codes that are
 * here must never count as new. Throws LedgerProblem `damaged` where the codes can't be read either.
 */
export async function indexFor(db: Db, batch: BatchRow): Promise<BigUint64Array> {
  const stored = await read(db, ['hashes'], (tx) => tx.objectStore('hashes').get(batch.id));
  if (isWhole(stored?.words, batch)) return stored.words;
  const [damaged] = sortedOut('batches', [batch]).damaged;
  if (!damaged) return rebuildIndex(db, batch);
  // How many codes it had is not known any more; what is filed is.
  if (ArrayBuffer.isView(stored?.words)) return stored.words;
  throw damagedPromotion(damaged);
}

/** Builds the index of each import again that has none, or not all of it; one whose codes can't be read stays as it is. */
export async function mendIndexes(db: Db): Promise<void> {
  for (const batch of await read(db, ['batches', 'spans'], liveBatches)) {
    await indexFor(db, batch).catch((error) => {
      if (!isDamage(error)) throw error;
    });
  }
}

/** Files an import's codes anew. Throws LedgerProblem `damaged`. */
export async function rebuildIndex(db: Db, batch: BatchRow): Promise<BigUint64Array> {
  const codes: string[] = [];
  const step = blocksAtOnce * blockSize;
  for (let from = 0; from < batch.count; from += step) {
    const range = { batch: batch.id, from, count: Math.min(step, batch.count - from) };
    for (const code of await read(db, ['promotions', 'batches', 'blocks'], (tx) => codesOf(tx, range)))
      codes.push(code);
    await breathe();
  }
  const words = await indexCodes(codes);
  await writeUncounted(db, (tx) => tx.objectStore('hashes').put({ batch: batch.id, words }));
  forgetIndex(db, batch.id);
  return words;
}
