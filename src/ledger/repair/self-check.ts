import { type Said, said } from '../../domain/problem';
import { noCounts } from '../../domain/promotion';
import type { SentenceKey } from '../../words/sentences';
import { blockFault } from '../codes/blocks';
import { breathe, isFiled } from '../codes/code-index';
import { changed } from '../codes/counting';
import { ReplayedBatch } from '../codes/replay';
import { peopleFault } from '../people/people-blocks';
import { checkReports } from '../reports/check-reports';
import type { Db, Entry, Tx } from '../store/schema';
import { blockSize } from '../store/schema';
import { read } from '../store/transact';
import { label } from '../views/wording';
import { rowFault, sortedOut } from './row-faults';
import { rebuildIndex } from './sound-index';

/** Entries and blocks read in one transaction; between two of them whoever wants to write has a turn. */
const entriesAtOnce = 5000;
const blocksAtOnce = 50;

const small = ['promotions', 'batches', 'counts', 'inbox', 'proofs', 'offers', 'idMarks'] as const;
const smallFaults = {
  promotions: 'faultRowPromotion',
  batches: 'faultRowImport',
  counts: 'faultRowCounts',
  inbox: 'faultRowInbox',
  proofs: 'faultRowProof',
  offers: 'faultRowOffer',
  idMarks: 'faultRowIdMark',
} as const satisfies Readonly<Record<(typeof small)[number], SentenceKey>>;

/**
 * Goes through the whole ledger: replays the history and compares it with the present ranges and
 * counts, checks every block against its checksum and every code against the index. Codes can be given out
 * meanwhile: what is compared is always read in one transaction. Each fault is a sentence's name. Changes nothing but an
 * index that doesn't hold its import's codes: it is built again from them, and `mended` says so.
 */
export async function selfCheck(db: Db): Promise<{ ok: boolean; faults: Said[]; mended: Said[] }> {
  const history = new History();
  while (!(await read(db, ['batches', 'entries'], (tx) => history.goOn(tx)))) await breathe();
  const { faults } = history;
  const mended: Said[] = [];
  for (const store of small) faults.push(...(await rowFaults(db, store)));
  for (const [id, replayed] of history.batches) {
    await read(db, ['batches', 'entries', 'spans'], async (tx) => {
      await history.finish(tx);
      const all = IDBKeyRange.bound([id, 0], [id, Number.POSITIVE_INFINITY]);
      const { sound, damaged } = sortedOut('spans', await tx.objectStore('spans').getAll(all));
      for (const { fault } of damaged) history.note(id, said('faultRange', { fault }));
      history.note(id, replayed.compare(sound));
    });
    const { blocks, index } = await blockFaults(db, id, replayed.batch.count);
    for (const text of blocks) history.note(id, text);
    if (index === null) continue;
    // What can be computed is; without all codes it can't.
    if (blocks.length > 0) history.note(id, index);
    else {
      await rebuildIndex(db, replayed.batch);
      mended.push(said('faultIndexMended', { import: replayed.batch.name, fault: index }));
    }
  }
  for (const entry of history.listed)
    for (const fault of await peopleFaults(db, entry)) history.note(entry.batch, fault);
  const reports = await checkReports(db);
  faults.push(...reports.faults);
  mended.push(...reports.mended);
  await read(db, ['batches', 'entries', 'promotions', 'counts'], async (tx) => {
    await history.finish(tx);
    faults.push(...(await countFaults(tx, [...history.batches.values()])));
  });
  return { ok: faults.length === 0, faults, mended };
}

/** What is wrong with rows that lists show. */
async function rowFaults(db: Db, store: (typeof small)[number]): Promise<Said[]> {
  const { damaged } = await read(db, [store], async (tx) =>
    sortedOut(store, await tx.objectStore(store).getAll()),
  );
  return damaged.map(({ name, fault }) => said(smallFaults[store], { name, fault }));
}

/** The history gone through from its beginning, and each import as it stands after what was gone through so far. */
class History {
  readonly batches = new Map<number, ReplayedBatch>();
  readonly faults: Said[] = [];
  /** The entries that went to lists of people. */
  readonly listed: Entry[] = [];
  #last = 0;

  /** Goes through the next entries; true where these were the last. By the page: a cursor costs a round trip per entry. */
  async goOn(tx: Tx): Promise<boolean> {
    for (const row of sortedOut('batches', await tx.objectStore('batches').getAll()).sound) {
      const known = this.batches.get(row.id);
      if (known) known.batch = row;
      else this.batches.set(row.id, new ReplayedBatch(row));
    }
    const next = IDBKeyRange.lowerBound(this.#last, true);
    const entries = await tx.objectStore('entries').getAll(next, entriesAtOnce);
    for (const entry of entries) {
      const replayed = this.batches.get(entry.batch);
      const damaged = rowFault('entries', entry);
      if (damaged !== null)
        this.note(entry.batch, said('faultEntry', { number: String(entry.seq), fault: damaged }));
      else if (replayed) this.note(entry.batch, replayed.apply(entry));
      else this.note(entry.batch, said('faultNotStored'));
      if (damaged === null && entry.people) this.listed.push(entry);
      this.#last = entry.seq;
    }
    return entries.length < entriesAtOnce;
  }

  /** Goes through all that is left, so that the imports stand as this transaction sees them. */
  async finish(tx: Tx): Promise<void> {
    while (!(await this.goOn(tx)));
  }

  /** Keeps what is wrong with an import; null for nothing. */
  note(batch: number, fault: Said | null): void {
    if (fault === null) return;
    const row = this.batches.get(batch)?.batch;
    const number = String(batch);
    this.faults.push(
      row
        ? said('faultImport', { import: row.name, number, fault })
        : said('faultImportNumber', { number, fault }),
    );
  }
}

/** What is wrong with an import's blocks, which never change: they needn't be read in one transaction. */
async function blockFaults(
  db: Db,
  batch: number,
  count: number,
): Promise<{ blocks: Said[]; index: Said | null }> {
  const faults: Said[] = [];
  const words =
    (await read(db, ['hashes'], (tx) => tx.objectStore('hashes').get(batch)))?.words ?? new BigUint64Array();
  let index =
    words.length === count
      ? null
      : said('faultIndexKnew', { known: String(words.length), total: String(count) });
  for (let n = 0; n * blockSize < count; n += blocksAtOnce) {
    const range = IDBKeyRange.bound([batch, n], [batch, n + blocksAtOnce - 1]);
    const stored = await read(db, ['blocks'], (tx) => tx.objectStore('blocks').getAll(range));
    const blocks = new Map(stored.map((block) => [block.n, block]));
    for (let i = n; i < n + blocksAtOnce && i * blockSize < count; i++) {
      const block = blocks.get(i);
      const fault = blockFault(block, i, count);
      if (fault) faults.push(said('faultCodesDamaged', { ...codesInBlock(i, count), fault }));
      else if (block && !isFiled(words, block)) index ??= said('faultNotFiled', codesInBlock(i, count));
      await breathe();
    }
  }
  return { blocks: faults, index };
}

/** What is wrong with the people that an entry's codes went to. */
async function peopleFaults(db: Db, { seq, count }: Entry): Promise<Said[]> {
  const faults: Said[] = [];
  for (let n = 0; n * blockSize < count; n++) {
    const block = await read(db, ['people'], (tx) => tx.objectStore('people').get([seq, n]));
    const fault = peopleFault(block, n, count);
    if (fault) faults.push(said('faultEntry', { number: String(seq), fault }));
    await breathe();
  }
  return faults;
}

function codesInBlock(n: number, count: number): { first: number; last: number } {
  return { first: n * blockSize + 1, last: Math.min((n + 1) * blockSize, count) };
}

async function countFaults(tx: Tx, batches: readonly ReplayedBatch[]): Promise<Said[]> {
  const faults: Said[] = [];
  for (const promotion of sortedOut('promotions', await tx.objectStore('promotions').getAll()).sound) {
    const own = batches.filter(({ batch }) => batch.promotionId === promotion.id);
    const replayed = own.reduce((counts, batch) => changed(counts, batch.counts()), noCounts);
    const { provisional: _, ...summed } = replayed;
    const expected = { ...summed, redeemedKnown: own.some((batch) => batch.everRedeemed) };
    const stored = await tx.objectStore('counts').get(promotion.id);
    for (const key of Object.keys(expected) as (keyof typeof expected)[]) {
      if (stored?.[key] === expected[key]) continue;
      faults.push(
        said('faultCount', {
          promotion: label(promotion),
          name: key,
          counted: String(stored?.[key]),
          told: String(expected[key]),
        }),
      );
    }
  }
  return faults;
}
