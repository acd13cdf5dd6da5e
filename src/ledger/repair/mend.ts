import { blockFault } from '../codes/blocks';
import { breathe, isFiled } from '../codes/code-index';
import { isWhole } from '../codes/lookup';
import type { Backup } from '../copies/backup';
import { sameImport } from '../copies/plan-load';
import { withoutForgotten } from '../copies/without-forgotten';
import { forgetPeople } from '../people/known-people';
import { peopleFault } from '../people/people-blocks';
import { grouped } from '../store/group-by';
import type { BatchRow, Block, Db } from '../store/schema';
import { blockSize } from '../store/schema';
import { read, writeUncounted } from '../store/transact';
import { lostImports } from './lost-imports';
import { readableFields, sortedOut } from './row-faults';
import { mendIndexes } from './sound-index';

const blocksAtOnce = 50;

/**
 * Puts back from a copy what is lost or damaged here and can only be what the copy holds: blocks of one and the
 * same import, by the checksum or the index kept here, the rows of imports, and promotions' rows, of which what can be
 * read stays.
 * How many parts were mended. Nothing else of the copy is taken.
 */
export async function mendFrom(db: Db, saved: Backup): Promise<number> {
  const backup = await withoutForgotten(db, saved);
  let mended = (await mendPromotions(db, backup)) + (await mendImports(db, backup));
  const here = sortedOut(
    'batches',
    await read(db, ['batches'], (tx) => tx.objectStore('batches').getAll()),
  ).sound;
  const blocks = grouped(backup.blocks, (block) => block.batch);
  for (const batch of backup.batches) {
    const twin = here.find((each) => sameImport(each, batch));
    if (twin) mended += await mendBlocks(db, twin, blocks.get(batch.id) ?? []);
  }
  if (mended > 0) await mendIndexes(db);
  return mended + (await mendPeople(db, backup));
}

async function mendPromotions(db: Db, backup: Backup): Promise<number> {
  const rows = await read(db, ['promotions'], (tx) => tx.objectStore('promotions').getAll());
  const damaged = new Set(sortedOut('promotions', rows).damaged.map((row) => row.id));
  const sound = backup.promotions.filter(({ id }) => damaged.has(id));
  if (sound.length === 0) return 0;
  return writeUncounted(db, async (tx) => {
    const store = tx.objectStore('promotions');
    for (const copy of sound) await store.put({ ...copy, ...readableFields(await store.get(copy.id)) });
    return sound.length;
  });
}

/** Puts back the rows of imports that are lost, where each of their blocks is the copy's. */
async function mendImports(db: Db, backup: Backup): Promise<number> {
  const stores = ['batches', 'hashes', 'spans', 'blocks'] as const;
  const rows = await read(db, [...stores], async (tx) => {
    const found: BatchRow[] = [];
    for (const id of await lostImports(tx)) {
      const row = backup.batches.find((each) => each.id === id);
      const kept = await tx.objectStore('blocks').getAll(IDBKeyRange.bound([id, 0], [id, []]));
      const copies = backup.blocks.filter(({ batch }) => batch === id);
      const same = kept.every(({ n, text }) => copies.some((copy) => copy.n === n && copy.text === text));
      const span = await tx.objectStore('spans').get([id, 0]);
      const own = row && !row.withdrawn && row.promotionId === span?.promotionId;
      if (own && kept.length > 0 && same) found.push(row);
    }
    return found;
  });
  if (rows.length === 0) return 0;
  await writeUncounted(db, async (tx) => {
    for (const row of rows) await tx.objectStore('batches').put({ ...row, united: true });
  });
  return rows.length;
}

async function mendBlocks(db: Db, batch: BatchRow, copies: readonly Block[]): Promise<number> {
  let mended = 0;
  for (let n = 0; n * blockSize < batch.count; n += blocksAtOnce) {
    const range = IDBKeyRange.bound([batch.id, n], [batch.id, n + blocksAtOnce - 1]);
    const stored = await read(db, ['blocks'], (tx) => tx.objectStore('blocks').getAll(range));
    const blocks = new Map(stored.map((block) => [block.n, block]));
    const wanted = copies
      .slice(n, n + blocksAtOnce)
      .filter((copy) => blockFault(blocks.get(copy.n), copy.n, batch.count) !== null);
    await breathe();
    if (wanted.length === 0) continue;
    const words = (await read(db, ['hashes'], (tx) => tx.objectStore('hashes').get(batch.id)))?.words;
    const right = wanted.filter((copy) => {
      const kept = blocks.get(copy.n);
      if (kept && kept.crc === copy.crc) return true;
      return !isWhole(words, batch) || isFiled(words, copy);
    });
    await writeUncounted(db, async (tx) => {
      for (const copy of right) await tx.objectStore('blocks').put({ ...copy, batch: batch.id });
    });
    mended += right.length;
  }
  return mended;
}

/** Puts back the lists of people that can't be read here, where the copy has the same entry with the whole list. */
async function mendPeople(db: Db, backup: Backup): Promise<number> {
  const blocks = grouped(backup.people, ({ entry }) => entry);
  let mended = 0;
  for (const copy of backup.entries) {
    if (!copy.people) continue;
    mended += await writeUncounted(db, async (tx) => {
      const own = (await tx.objectStore('entries').index('issuance').getAll(copy.issuance)).find(
        ({ id, count, people }) => id === copy.id && count === copy.count && people,
      );
      let put = 0;
      for (const block of own ? (blocks.get(copy.seq) ?? []) : []) {
        const key: [number, number] = [own?.seq ?? 0, block.n];
        if (peopleFault(await tx.objectStore('people').get(key), block.n, copy.count) === null) continue;
        await tx.objectStore('people').put({ ...block, entry: key[0] });
        put++;
      }
      return put;
    });
  }
  if (mended > 0) forgetPeople(db);
  return mended;
}
