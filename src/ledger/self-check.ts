import { crc32OfText } from '../domain/crc32';
import { noCounts } from '../domain/promotion';
import { breathe, codeHash, positionsOf } from './code-index';
import { changed } from './counting';
import { ReplayedBatch } from './replay';
import type { Block, Db, Tx } from './schema';
import { blockSize } from './schema';
import { read } from './transact';
import { label } from './wording';

/** Entries and blocks read in one transaction; between two of them whoever wants to write has a turn. */
const entriesAtOnce = 5000;
const blocksAtOnce = 50;

/**
 * Goes through the whole ledger: replays the history and compares it with the present ranges and
 * counts, checks every block against its checksum and every code against the index. Codes can be given out
 * meanwhile: what is compared is always read in one transaction. Changes nothing; each fault is a sentence.
 */
export async function selfCheck(db: Db): Promise<{ ok: boolean; faults: string[] }> {
  const history = new History();
  while (!(await read(db, ['batches', 'entries'], (tx) => history.goOn(tx)))) await breathe();
  const { faults } = history;
  for (const [id, replayed] of history.batches) {
    await read(db, ['batches', 'entries', 'spans'], async (tx) => {
      await history.finish(tx);
      const all = IDBKeyRange.bound([id, 0], [id, Number.POSITIVE_INFINITY]);
      history.note(id, replayed.compare(await tx.objectStore('spans').getAll(all)));
    });
    for (const text of await blockFaults(db, id, replayed.batch.count)) history.note(id, text);
  }
  await read(db, ['batches', 'entries', 'promotions', 'counts'], async (tx) => {
    await history.finish(tx);
    faults.push(...(await countFaults(tx, [...history.batches.values()])));
  });
  return { ok: faults.length === 0, faults };
}

/** The history gone through from its beginning, and each import as it stands after what was gone through so far. */
class History {
  readonly batches = new Map<number, ReplayedBatch>();
  readonly faults: string[] = [];
  #last = 0;

  /** Goes through the next entries; true where these were the last. By the page: a cursor costs a round trip per entry. */
  async goOn(tx: Tx): Promise<boolean> {
    for (const row of await tx.objectStore('batches').getAll()) {
      const known = this.batches.get(row.id);
      if (known) known.batch = row;
      else this.batches.set(row.id, new ReplayedBatch(row));
    }
    const next = IDBKeyRange.lowerBound(this.#last, true);
    const entries = await tx.objectStore('entries').getAll(next, entriesAtOnce);
    for (const entry of entries) {
      const replayed = this.batches.get(entry.batch);
      const fault = replayed ? replayed.apply(entry) : 'the history tells of it, but it is not stored';
      this.note(entry.batch, fault);
      this.#last = entry.seq;
    }
    return entries.length < entriesAtOnce;
  }

  /** Goes through all that is left, so that the imports stand as this transaction sees them. */
  async finish(tx: Tx): Promise<void> {
    while (!(await this.goOn(tx)));
  }

  /** Keeps what is wrong with an import; null for nothing. */
  note(batch: number, fault: string | null): void {
    if (fault === null) return;
    const row = this.batches.get(batch)?.batch;
    this.faults.push(`${row ? `Import “${row.name}” (${row.id})` : `Import ${batch}`}: ${fault}.`);
  }
}

/** What is wrong with an import's blocks, which never change: they needn't be read in one transaction. */
async function blockFaults(db: Db, batch: number, count: number): Promise<string[]> {
  const faults: string[] = [];
  const words =
    (await read(db, ['hashes'], (tx) => tx.objectStore('hashes').get(batch)))?.words ?? new BigUint64Array();
  if (words.length !== count) faults.push(`the index knows ${words.length} of ${count} codes`);
  for (let n = 0; n * blockSize < count; n += blocksAtOnce) {
    const range = IDBKeyRange.bound([batch, n], [batch, n + blocksAtOnce - 1]);
    const stored = await read(db, ['blocks'], (tx) => tx.objectStore('blocks').getAll(range));
    const blocks = new Map(stored.map((block) => [block.n, block]));
    for (let i = n; i < n + blocksAtOnce && i * blockSize < count; i++) {
      const fault = blockFault(blocks.get(i), i * blockSize, count, words);
      if (fault) faults.push(fault);
      await breathe();
    }
  }
  return faults;
}

function blockFault(
  block: Block | undefined,
  from: number,
  count: number,
  words: BigUint64Array,
): string | null {
  const codes = block?.text.split('\n') ?? [];
  const where = `codes ${from + 1} to ${Math.min(from + blockSize, count)}`;
  if (!block || codes.length !== Math.min(blockSize, count - from)) return `${where} are not all there`;
  if (crc32OfText(block.text) !== block.crc) return `${where} are not as they were stored (checksum)`;
  const filed = codes.every((code, i) => positionsOf(words, codeHash(code)).includes(from + i));
  return filed ? null : `${where} are not all in the index`;
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
