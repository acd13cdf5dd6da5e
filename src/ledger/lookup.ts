import { lookAlikeForm } from '../domain/claim-code';
import { codeAt } from './blocks';
import { codeHash, positionsOf } from './code-index';
import { LedgerProblem } from './problem';
import type { BatchRow, Tx } from './schema';

/** Where a code stands. */
export interface Place {
  readonly batch: number;
  readonly position: number;
}

export interface Located {
  /** By code: where exactly this text stands. */
  readonly exact: ReadonlyMap<string, Place>;
  /** By code: where a code stands that Amazon can't tell from it. */
  readonly alike: ReadonlyMap<string, Place>;
}

/** Imports that count: a withdrawn one stays stored but is neither counted, found nor compared with. */
export async function liveBatches(tx: Tx): Promise<BatchRow[]> {
  return (await tx.objectStore('batches').getAll()).filter((batch) => !batch.withdrawn);
}

/** Indexes read once, kept with the connection: an import's index never changes. 8 bytes per code. */
const indexesOf = new WeakMap<object, Map<number, BigUint64Array>>();

/** The index of an import; so that only the first look-up on a page reads it. */
async function indexOf(tx: Tx, batch: number): Promise<BigUint64Array | undefined> {
  const kept = indexesOf.get(tx.db) ?? new Map<number, BigUint64Array>();
  indexesOf.set(tx.db, kept);
  const words = kept.get(batch) ?? (await tx.objectStore('hashes').get(batch))?.words;
  if (words) kept.set(batch, words);
  return words;
}

/** Finds codes over the whole ledger; needs `batches`, `hashes` and `blocks`. */
export async function locate(tx: Tx, codes: readonly string[]): Promise<Located> {
  const exact = new Map<string, Place>();
  const alike = new Map<string, Place>();
  const hashes = new Map(codes.map((code) => [code, codeHash(code)]));
  for (const batch of await liveBatches(tx)) {
    const words = await indexOf(tx, batch.id);
    if (!words) continue;
    for (const [code, hash] of hashes) {
      for (const position of exact.has(code) ? [] : positionsOf(words, hash)) {
        const text = await codeAt(tx, batch.id, position);
        const place = { batch: batch.id, position };
        if (text === code) exact.set(code, place);
        else if (lookAlikeForm(text) === lookAlikeForm(code)) alike.set(code, place);
      }
    }
  }
  return { exact, alike };
}

/** Where one code stands, given normalised. Throws LedgerProblem `not-found`. */
export async function locateOne(tx: Tx, code: string): Promise<Place> {
  const place = (await locate(tx, [code])).exact.get(code);
  if (place) return place;
  throw new LedgerProblem(
    'not-found',
    `The code ${code} is not among your codes. Check it for a typing mistake.`,
  );
}
