import { type Said, said } from '../../domain/problem';
import { crc32OfText } from '../../domain/text/crc32';
import { damagedCodes } from '../repair/damage';
import { isDamage } from '../store/problem';
import type { Block, Tx } from '../store/schema';
import { blockSize } from '../store/schema';

const missing = said('faultCodesMissing');

/** A range of codes in a batch, by position. */
export interface CodeRange {
  readonly batch: number;
  readonly from: number;
  readonly count: number;
}

/** Packs codes into blocks; the batch's number is known only inside the transaction. */
export function packBlocks(codes: readonly string[]): Omit<Block, 'batch'>[] {
  const blocks: Omit<Block, 'batch'>[] = [];
  for (let from = 0; from < codes.length; from += blockSize) {
    const text = codes.slice(from, from + blockSize).join('\n');
    blocks.push({ format: 1, n: from / blockSize, text, crc: crc32OfText(text) });
  }
  return blocks;
}

/**
 * The codes of a range, in order: each block checked against its checksum and against how many codes it must
 * hold, so that no damaged one is given out. Throws LedgerProblem `damaged`.
 */
export async function codesOf(tx: Tx, range: CodeRange): Promise<string[]> {
  const total = await countOf(tx, range.batch);
  const end = Math.min(range.from + range.count, total ?? Number.POSITIVE_INFINITY);
  const first = Math.floor(range.from / blockSize);
  const last = Math.floor((end - 1) / blockSize);
  const codes: string[] = [];
  const start = first * blockSize;
  const kept = first === last ? lastRead.get(tx) : undefined;
  if (kept?.batch === range.batch && kept.n === first)
    return kept.codes.slice(range.from - start, end - start);
  const keys = IDBKeyRange.bound([range.batch, first], [range.batch, last]);
  const blocks = new Map((await tx.objectStore('blocks').getAll(keys)).map((block) => [block.n, block]));
  for (let n = first; n <= last; n++) {
    const block = blocks.get(n);
    // Where the import's own row is of no help, what lies behind the last block is not known.
    if (total === null && !block && n > first) break;
    const fault = blockFault(block, n, total);
    if (fault !== null || !block) throw await damagedCodes(tx, range.batch, n, fault ?? missing);
    const start = n * blockSize;
    const all = block.text.split('\n');
    if (first === last) lastRead.set(tx, { batch: range.batch, n, codes: all });
    for (const code of all.slice(Math.max(0, range.from - start), end - start)) codes.push(code);
  }
  return codes;
}

/** The block that a transaction read last: acts of one transaction take codes side by side, and a block never changes. */
const lastRead = new WeakMap<
  Tx,
  { readonly batch: number; readonly n: number; readonly codes: readonly string[] }
>();

/** The code at a position. Throws LedgerProblem `damaged`. */
export async function codeAt(tx: Tx, batch: number, position: number): Promise<string> {
  const [code] = await codesOf(tx, { batch, from: position, count: 1 });
  if (code === undefined) throw await damagedCodes(tx, batch, Math.floor(position / blockSize), missing);
  return code;
}

/** What stands in the place of a code that can't be read any more. */
export const unreadableCode = '(damaged)';

/** The code at a position, for showing only: one that can't be read must not hide what else is known of it. */
export async function codeToShow(tx: Tx, batch: number, position: number): Promise<string> {
  try {
    return await codeAt(tx, batch, position);
  } catch (error) {
    if (isDamage(error)) return unreadableCode;
    throw error;
  }
}

/** What is wrong with block `n` of an import of `total` codes (null: not known), as a clause; null for nothing. */
export function blockFault(block: Block | undefined, n: number, total: number | null): Said | null {
  if (!block) return missing;
  if (typeof block.text !== 'string' || crc32OfText(block.text) !== block.crc)
    return said('faultCodesChecksum');
  const held = block.text.split('\n').length;
  const wanted = total === null ? null : Math.min(blockSize, total - n * blockSize);
  if (wanted === null || held === wanted) return null;
  return said('faultCodesFewer', { held: String(held), wanted: String(wanted) });
}

/** How many codes an import holds; null where that can't be told. */
async function countOf(tx: Tx, batch: number): Promise<number | null> {
  if (!tx.objectStoreNames.contains('batches')) return null;
  const count = (await tx.objectStore('batches').get(batch))?.count;
  return typeof count === 'number' && Number.isSafeInteger(count) && count > 0 ? count : null;
}

/** Joins neighbours that follow each other without a gap. */
export function joined(ranges: readonly CodeRange[]): CodeRange[] {
  const result: CodeRange[] = [];
  for (const range of ranges) {
    const last = result.at(-1);
    if (last && last.batch === range.batch && last.from + last.count === range.from) {
      result[result.length - 1] = { ...last, count: last.count + range.count };
    } else result.push(range);
  }
  return result;
}
