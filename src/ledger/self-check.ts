import { crc32OfText } from '../domain/crc32';
import { noCounts } from '../domain/promotion';
import { codeHash, positionsOf } from './code-index';
import { changed } from './counting';
import { ReplayedBatch } from './replay';
import type { Db, Entry, Tx } from './schema';
import { blockSize, storeNames } from './schema';
import { read } from './transact';
import { label } from './wording';

/**
 * Goes through the whole ledger: replays the history and compares it with the present ranges and
 * counts, checks every block against its checksum and every code against the index. Reads one
 * consistent view, so giving out waits meanwhile. Changes nothing; each fault is a sentence. `quick` leaves
 * out the blocks, which takes most of the time.
 */
export function selfCheck(
  db: Db,
  { quick = false }: { readonly quick?: boolean } = {},
): Promise<{ ok: boolean; faults: string[] }> {
  return read(db, storeNames, async (tx) => {
    const faults: string[] = [];
    const batches = new Map(
      (await tx.objectStore('batches').getAll()).map((batch) => [batch.id, new ReplayedBatch(batch)]),
    );
    const fault = (batch: number, text: string) => {
      const row = batches.get(batch)?.batch;
      faults.push(`${row ? `Import “${row.name}” (${row.id})` : `Import ${batch}`}: ${text}.`);
    };
    for await (const entry of inOrder(tx)) {
      const replayed = batches.get(entry.batch);
      const problem = replayed ? replayed.apply(entry) : 'the history tells of it, but it is not stored';
      if (problem) fault(entry.batch, problem);
    }
    for (const [id, replayed] of batches) {
      const spans = await tx
        .objectStore('spans')
        .getAll(IDBKeyRange.bound([id, 0], [id, Number.POSITIVE_INFINITY]));
      const problem = replayed.compare(spans);
      if (problem) fault(id, problem);
      if (quick) continue;
      for (const text of await blockFaults(tx, id, replayed.batch.count)) fault(id, text);
    }
    faults.push(...(await countFaults(tx, [...batches.values()])));
    return { ok: faults.length === 0, faults };
  });
}

/** The history from its beginning; by the page, since a cursor costs a round trip per entry. */
async function* inOrder(tx: Tx): AsyncGenerator<Entry> {
  const page = 5000;
  for (let after = 0; ; ) {
    const entries = await tx.objectStore('entries').getAll(IDBKeyRange.lowerBound(after, true), page);
    yield* entries;
    const last = entries.at(-1);
    if (!last || entries.length < page) return;
    after = last.seq;
  }
}

async function blockFaults(tx: Tx, batch: number, count: number): Promise<string[]> {
  const faults: string[] = [];
  const words = (await tx.objectStore('hashes').get(batch))?.words ?? new BigUint64Array();
  if (words.length !== count) faults.push(`the index knows ${words.length} of ${count} codes`);
  for (let n = 0; n * blockSize < count; n++) {
    const block = await tx.objectStore('blocks').get([batch, n]);
    const codes = block?.text.split('\n') ?? [];
    const from = n * blockSize;
    const where = `codes ${from + 1} to ${Math.min(from + blockSize, count)}`;
    if (!block || codes.length !== Math.min(blockSize, count - from))
      faults.push(`${where} are not all there`);
    else if (crc32OfText(block.text) !== block.crc)
      faults.push(`${where} are not as they were stored (checksum)`);
    else if (!codes.every((code, i) => positionsOf(words, codeHash(code)).includes(from + i))) {
      faults.push(`${where} are not all in the index`);
    }
  }
  return faults;
}

async function countFaults(tx: Tx, batches: readonly ReplayedBatch[]): Promise<string[]> {
  const faults: string[] = [];
  for (const promotion of await tx.objectStore('promotions').getAll()) {
    const own = batches.filter(({ batch }) => batch.promotionId === promotion.id);
    const replayed = own.reduce((counts, batch) => changed(counts, batch.counts()), noCounts);
    const expected = { ...replayed, redeemedKnown: own.some((batch) => batch.everRedeemed) };
    const stored = await tx.objectStore('counts').get(promotion.id);
    for (const key of Object.keys(expected) as (keyof typeof expected)[]) {
      if (stored?.[key] === expected[key]) continue;
      faults.push(
        `${label(promotion)}: ${key} is counted as ${stored?.[key]}, but the history says ${expected[key]}.`,
      );
    }
  }
  return faults;
}
