import { unwrap } from 'idb';
import { sortedOut } from '../repair/row-faults';
import { LedgerProblem, sentences } from '../store/problem';
import { request } from '../store/raw';
import type { ShapedStore } from '../store/row-shapes';
import type { Db, StoreName } from '../store/schema';
import { read, writeUncounted } from '../store/transact';

/** What a ledger is that several share: all else is of one computer alone, or counted anew. */
export const sharedStores = [
  ...([
    'promotions',
    'counts',
    'batches',
    'blocks',
    'hashes',
    'entries',
    'people',
    'spans',
    'idMarks',
  ] as const),
] satisfies StoreName[];

/** Rows of one store, as they go from one computer to another. */
export interface CopiedRows {
  readonly store: (typeof sharedStores)[number] | 'meta';
  readonly rows: readonly unknown[];
}

/** What `meta` has that acts depend on. */
const sharedMeta = /^(revision|followed|times-forgotten|forgotten:.*|gone:.*|taken:.*)$/;

/** All that several share, some rows at a time, store after store in the order of their keys. Nothing may be written meanwhile. */
export async function* copyRows(db: Db, atOnce = 2000): AsyncGenerator<CopiedRows> {
  const meta = await read(db, ['meta'], async (tx) => {
    const store = tx.objectStore('meta');
    const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
    return keys.map((key, i) => [key, values[i]] as const).filter(([key]) => sharedMeta.test(key));
  });
  yield { store: 'meta', rows: meta };
  for (const store of sharedStores) for await (const rows of rowsOf(db, store, atOnce)) yield { store, rows };
}

/** The rows of one store by their keys, so many at once. */
export async function* rowsOf(db: Db, store: StoreName, atOnce: number): AsyncGenerator<unknown[]> {
  let range: IDBKeyRange | null = null;
  for (let more = true; more; ) {
    const { keys, rows }: { keys: IDBValidKey[]; rows: unknown[] } = await read(db, [store], async (tx) => {
      const all = unwrap(tx.objectStore(store));
      return {
        keys: await request(all.getAllKeys(range, atOnce)),
        rows: await request(all.getAll(range, atOnce)),
      };
    });
    yield rows;
    const last = keys.at(-1);
    more = rows.length === atOnce && last !== undefined;
    if (last !== undefined) range = IDBKeyRange.lowerBound(last, true);
  }
}

/**
 * Writes what was copied into a ledger in which nothing is yet, whole or not at all. Throws LedgerProblem `not-allowed`
 * where something is, `damaged` for rows of another shape.
 */
export async function takeRows(db: Db, copied: readonly CopiedRows[]): Promise<void> {
  for (const { store, rows } of copied)
    if (
      store !== 'hashes' &&
      store !== 'meta' &&
      sortedOut(store as ShapedStore, rows as never[]).damaged.length > 0
    )
      throw new LedgerProblem('damaged', sentences.unreadable);
  return writeUncounted(db, async (tx) => {
    if ((await tx.objectStore('batches').count()) > 0 || (await tx.objectStore('promotions').count()) > 0)
      throw new LedgerProblem('not-allowed', sentences.moved);
    for (const { store, rows } of copied) {
      const into = unwrap(tx.objectStore(store));
      const puts = rows.map((row) =>
        store === 'meta'
          ? into.put(...((row as [number, string]).toReversed() as [number, string]))
          : into.add(row),
      );
      // Requests of a transaction end in order: once the last one has, all have.
      const last = puts.at(-1);
      if (last) await request(last);
    }
  });
}
