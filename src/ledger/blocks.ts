import { crc32OfText } from '../domain/crc32';
import type { Block, Tx } from './schema';
import { blockSize } from './schema';

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

/** The codes of a range, in order. */
export async function codesOf(tx: Tx, range: CodeRange): Promise<string[]> {
  const end = range.from + range.count;
  const keys = IDBKeyRange.bound(
    [range.batch, Math.floor(range.from / blockSize)],
    [range.batch, Math.floor((end - 1) / blockSize)],
  );
  const blocks = await tx.objectStore('blocks').getAll(keys);
  return blocks.flatMap((block) => {
    const start = block.n * blockSize;
    return block.text.split('\n').slice(Math.max(0, range.from - start), end - start);
  });
}

/** The code at a position. */
export async function codeAt(tx: Tx, batch: number, position: number): Promise<string> {
  const [code] = await codesOf(tx, { batch, from: position, count: 1 });
  if (code === undefined) throw new Error(`Batch ${batch} holds no code ${position}.`);
  return code;
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
