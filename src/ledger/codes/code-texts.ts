import { codeParts } from '../../domain/codes/claim-code';
import { sortedOut } from '../repair/row-faults';
import type { Db } from '../store/schema';
import { blockSize } from '../store/schema';
import { read } from '../store/transact';
import { liveBatches, type Place } from './lookup';

/** Blocks read in one transaction; between two of them whoever wants to write has a turn. */
const atOnce = 50;

/**
 * The texts of the blocks of each import, read once and kept with the connection, since they never
 * change: reading takes a hundred times as long as looking through them. About 18 bytes per code.
 */
const kept = new WeakMap<object, Map<number, Promise<readonly string[]>>>();

/**
 * Where codes stand that hold this part, oldest import first, at most `limit`. O for 0, I for 1 and a
 * dash left out make no difference; “…” stands for anything between. Nothing for fewer than four letters.
 */
export async function placesWith(db: Db, part: string, limit: number): Promise<Place[]> {
  const wanted = codeParts(part);
  const places: Place[] = [];
  if (!wanted) return places;
  for (const [batch, texts] of await textsOf(db)) {
    for (let n = 0; n < texts.length && places.length < limit; n++) {
      const text = texts[n] ?? '';
      if (!wanted.test(text)) continue;
      text.split('\n').forEach((code, i) => {
        if (places.length < limit && wanted.test(code)) places.push({ batch, position: n * blockSize + i });
      });
    }
  }
  return places;
}

/** The codes of each import, as texts of up to 1,000. */
export async function textsOf(db: Db): Promise<Map<number, readonly string[]>> {
  const ready = kept.get(db) ?? new Map<number, Promise<readonly string[]>>();
  kept.set(db, ready);
  const texts = new Map<number, readonly string[]>();
  const live = await read(db, ['batches', 'spans'], liveBatches);
  for (const { id, count } of sortedOut('batches', live).sound) {
    const reading = ready.get(id) ?? readTexts(db, id, count);
    ready.set(id, reading);
    texts.set(
      id,
      await reading.catch((error) => {
        ready.delete(id);
        throw error;
      }),
    );
  }
  return texts;
}

async function readTexts(db: Db, batch: number, count: number): Promise<string[]> {
  const texts: string[] = new Array(Math.ceil(count / blockSize)).fill('');
  for (let n = 0; n * blockSize < count; n += atOnce) {
    const range = IDBKeyRange.bound([batch, n], [batch, n + atOnce - 1]);
    const blocks = await read(db, ['blocks'], (tx) => tx.objectStore('blocks').getAll(range));
    // By its place: a lost block must not move those behind it.
    for (const block of blocks) texts[block.n] = block.text;
  }
  return texts;
}
