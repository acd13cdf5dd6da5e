import { namesOf } from '../codes/append-entry';
import { blockFault } from '../codes/blocks';
import { fileCodes } from '../codes/code-index';
import { sortedOut } from '../repair/row-faults';
import { request } from './raw';
import type { BatchRow, Block, Entry } from './schema';
import { blockSize } from './schema';
import { type Filed, settleWrittenTwice } from './written-twice';

/** Rows read at once: enough to be quick, few enough for the memory. */
const entriesAtOnce = 5000;
const blocksAtOnce = 50;

/** Names each entry anew by `nameKey`. */
export async function namesOfOneWriting(tx: IDBTransaction): Promise<void> {
  const store = tx.objectStore('entries');
  for (let last = 0; ; ) {
    const next = IDBKeyRange.lowerBound(last, true);
    const entries = await request<Entry[]>(store.getAll(next, entriesAtOnce));
    for (const entry of entries) {
      last = entry.seq;
      // A damaged entry stays as it is: it must not keep the others from being opened.
      if (!hasNames(entry)) continue;
      const names = namesOf(entry);
      if (names.join('\n') !== entry.names.join('\n')) await request(store.put({ ...entry, names }));
    }
    if (entries.length < entriesAtOnce) return;
  }
}

function hasNames({ to, channel, orderId, names }: Entry): boolean {
  return Array.isArray(names) && [to, channel, orderId ?? ''].every((name) => typeof name === 'string');
}

/** Files each code anew by its letters and digits, and lets those count once that stood here in two ways of writing. */
export async function codesOfOneWriting(tx: IDBTransaction): Promise<void> {
  const imports: Filed[] = [];
  for (const batch of sortedOut('batches', await request<BatchRow[]>(tx.objectStore('batches').getAll()))
    .sound) {
    const filed = await fileAnew(tx, batch);
    await request(tx.objectStore('hashes').put({ batch: batch.id, words: filed.words }));
    if (!batch.withdrawn) imports.push(filed);
  }
  if (!(await settleWrittenTwice(tx, imports))) return;
  // As after every write to codes: what was planned or saved before is out of date.
  const meta = tx.objectStore('meta');
  for (const key of ['revision', 'writes'])
    await request(meta.put(((await request(meta.get(key))) ?? 0) + 1, key));
}

async function fileAnew(tx: IDBTransaction, batch: BatchRow): Promise<Filed> {
  const words = new BigUint64Array(batch.count);
  let filed = 0;
  let hyphened = false;
  let unbroken = false;
  for (let n = 0; n * blockSize < batch.count; n += blocksAtOnce) {
    const range = IDBKeyRange.bound([batch.id, n], [batch.id, n + blocksAtOnce - 1]);
    for (const block of await request<Block[]>(tx.objectStore('blocks').getAll(range))) {
      if (blockFault(block, block.n, batch.count) !== null) continue;
      const codes = block.text.split('\n').slice(0, batch.count - block.n * blockSize);
      fileCodes(words, codes, block.n * blockSize, filed);
      filed += codes.length;
      hyphened ||= block.text.includes('-');
      unbroken ||= codes.some((code) => !code.includes('-'));
    }
  }
  // A block that is missing or damaged has no codes to file; the self-check tells of it.
  return { batch, words: words.subarray(0, filed).slice().sort(), hyphened, unbroken };
}
