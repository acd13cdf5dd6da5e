import { lookAlikeForm, sameCode } from '../../domain/codes/claim-code';
import { said } from '../../domain/problem';
import { grouped } from '../store/group-by';
import { LedgerProblem } from '../store/problem';
import type { BatchRow, Tx } from '../store/schema';
import { blockSize } from '../store/schema';
import { codesOf } from './blocks';
import { codeHash, isInOrder, positionsOf } from './code-index';
import { spanAt } from './spans';

/** Blocks read at once where an index is lost. */
const blocksAtOnce = 50;

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

/** Imports that count: a withdrawn one stays stored but is neither counted, found nor compared with. Needs `batches` and `spans`. */
export async function liveBatches(tx: Tx): Promise<BatchRow[]> {
  const live: BatchRow[] = [];
  for (const batch of await tx.objectStore('batches').getAll()) if (await isLive(tx, batch)) live.push(batch);
  return live;
}

/**
 * Whether an import counts. Of one of which that can't be told the codes must not count as new; nor those of one
 * whose row alone says that it was withdrawn: an import taken out has no states any more.
 */
export async function isLive(tx: Tx, { id, withdrawn }: BatchRow): Promise<boolean> {
  if (withdrawn !== true) return true;
  return (await tx.objectStore('spans').getKey(IDBKeyRange.bound([id, 0], [id, []]))) !== undefined;
}

/** Indexes read once, kept with the connection: an import's index never changes. 8 bytes per code. */
const indexesOf = new WeakMap<object, Map<number, BigUint64Array>>();

/** Whether an index can know every code of its import. */
export function isWhole(
  words: BigUint64Array | undefined,
  { count }: Pick<BatchRow, 'count'>,
): words is BigUint64Array {
  const filed = ArrayBuffer.isView(words) && words.length === count;
  return filed && words.byteLength === 8 * count && isInOrder(words);
}

/** Has the index of an import read again at the next look-up: it was built anew. */
export function forgetIndex(db: object, batch: number): void {
  indexesOf.get(db)?.delete(batch);
}

/** The index of an import, so that only the first look-up on a page reads it; null where it is lost or not whole. */
async function indexOf(tx: Tx, batch: BatchRow): Promise<BigUint64Array | null> {
  const kept = indexesOf.get(tx.db) ?? new Map<number, BigUint64Array>();
  indexesOf.set(tx.db, kept);
  const known = kept.get(batch.id);
  if (known?.length === batch.count) return known;
  const words = (await tx.objectStore('hashes').get(batch.id))?.words;
  if (!isWhole(words, batch)) return null;
  kept.set(batch.id, words);
  return words;
}

/** Where codes of these hashes stand in an import without an index, by going through its blocks. */
async function positionsInBlocks(
  tx: Tx,
  batch: number,
  hashes: ReadonlySet<number>,
): Promise<Map<number, number[]>> {
  const found = new Map<number, number[]>();
  for (let n = 0, more = true; more; n += blocksAtOnce) {
    const blocks = await tx
      .objectStore('blocks')
      .getAll(IDBKeyRange.bound([batch, n], [batch, n + blocksAtOnce - 1]));
    for (const block of blocks) {
      for (const [i, code] of block.text.split('\n').entries()) {
        const hash = codeHash(code);
        if (hashes.has(hash)) found.set(hash, [...(found.get(hash) ?? []), block.n * blockSize + i]);
      }
    }
    more =
      (await tx.objectStore('blocks').getKey(IDBKeyRange.bound([batch, n + blocksAtOnce], [batch, []]))) !==
      undefined;
  }
  return found;
}

/** Finds codes over the whole ledger; needs `batches`, `hashes`, `blocks` and `spans`. Reads each block once. */
export async function locate(tx: Tx, codes: readonly string[]): Promise<Located> {
  const exact = new Map<string, Place>();
  const alike = new Map<string, Place>();
  const hashes = new Map(codes.map((code) => [code, codeHash(code)]));
  const wanted = new Set(hashes.values());
  for (const row of await liveBatches(tx)) {
    const { id: batch } = row;
    const words = await indexOf(tx, row);
    const inBlocks = words ? null : await positionsInBlocks(tx, batch, wanted);
    const hits: [code: string, position: number][] = [];
    for (const [code, hash] of hashes) {
      const positions = words ? positionsOf(words, hash) : (inBlocks?.get(hash) ?? []);
      for (const position of positions) hits.push([code, position]);
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

/** A code that older imports hold in two ways of writing is canceled in all but one of its places. */
export async function theOneThatCounts(tx: Tx, known: Place | undefined, other: Place): Promise<Place> {
  if (!known) return other;
  const span = await spanAt(tx, known.batch, known.position);
  return span && span.state !== 'void' ? known : other;
}

/** Where one code stands, given normalised. Throws LedgerProblem `not-found`. */
export async function locateOne(tx: Tx, code: string): Promise<Place> {
  const place = (await locate(tx, [code])).exact.get(code);
  if (place) return place;
  throw new LedgerProblem('not-found', said('problemCodeNotYours', { code }));
}
