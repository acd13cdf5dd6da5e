import { type CodeRange, codesOf, unreadableCode } from '../codes/blocks';
import { breathe } from '../codes/code-index';
import { isDamage } from '../store/problem';
import type { Db } from '../store/schema';
import { blockSize } from '../store/schema';
import { read } from '../store/transact';

/** Blocks read in one transaction; between two of them whoever wants to write has a turn. */
const atOnce = 50;

/**
 * The codes at these places, in their order. Reads each block once, whatever the order. A code that can't be read is
 * told as such: it must not hide the others.
 */
export async function codesAt(db: Db, ranges: readonly CodeRange[]): Promise<string[]> {
  const blocks = new Map<string, { readonly batch: number; readonly n: number; codes: readonly string[] }>();
  for (const { batch, from, count } of ranges)
    for (let n = Math.floor(from / blockSize); n * blockSize < from + count; n++)
      blocks.set(`${batch}/${n}`, { batch, n, codes: [] });
  const wanted = [...blocks.values()];
  for (let first = 0; first < wanted.length; first += atOnce) {
    await read(db, ['batches', 'blocks', 'promotions'], async (tx) => {
      for (const block of wanted.slice(first, first + atOnce)) {
        const range = { batch: block.batch, from: block.n * blockSize, count: blockSize };
        block.codes = await codesOf(tx, range).catch((error) => {
          if (isDamage(error)) return [];
          throw error;
        });
      }
    });
    await breathe();
  }
  const codes: string[] = [];
  for (const { batch, from, count } of ranges)
    for (let at = from; at < from + count; at++)
      codes.push(
        blocks.get(`${batch}/${Math.floor(at / blockSize)}`)?.codes[at % blockSize] ?? unreadableCode,
      );
  return codes;
}
