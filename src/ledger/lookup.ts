import { lookAlikeForm, sameCode } from '../domain/claim-code';
import { codesOf } from './blocks';
import { codeHash, positionsOf } from './code-index';
import { grouped } from './grouped';
import { LedgerProblem } from './problem';
import type { BatchRow, Tx } from './schema';
import { blockSize } from './schema';
import { spanAt } from './spans';

/** Where a code stands. */
export interface Place {
  readonly batch: number;
  readonly position: number;
}

export interface Located {
  /** By code as asked for: where this very code stands, however it is written. */
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

/** Finds codes over the whole ledger; needs `batches`, `hashes`, `blocks` and `spans`. Reads each block once. */
export async function locate(tx: Tx, codes: readonly string[]): Promise<Located> {
  const exact = new Map<string, Place>();
  const alike = new Map<string, Place>();
  const hashes = new Map(codes.map((code) => [code, codeHash(code)]));
  for (const { id: batch } of await liveBatches(tx)) {
    const words = await indexOf(tx, batch);
    if (!words) continue;
    const hits: [code: string, position: number][] = [];
    for (const [code, hash] of hashes) {
      for (const position of positionsOf(words, hash)) hits.push([code, position]);
    }
    for (const [n, inBlock] of grouped(hits, ([, position]) => Math.floor(position / blockSize))) {
      const stored = await codesOf(tx, { batch, from: n * blockSize, count: blockSize });
      for (const [code, position] of inBlock) {
        const text = stored[position - n * blockSize] ?? '';
        if (sameCode(text, code))
          exact.set(code, await theOneThatCounts(tx, exact.get(code), { batch, position }));
        else if (lookAlikeForm(text) === lookAlikeForm(code)) alike.set(code, { batch, position });
      }
    }
  }
  return { exact, alike };
}

/** A code that older imports hold in two ways of writing is cancelled in all but one of its places. */
async function theOneThatCounts(tx: Tx, known: Place | undefined, other: Place): Promise<Place> {
  if (!known) return other;
  const span = await spanAt(tx, known.batch, known.position);
  return span && span.state !== 'void' ? known : other;
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
