import { unwrap } from 'idb';
import { request } from '../store/raw';
import type { Db, StoreName } from '../store/schema';
import { read } from '../store/transact';

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
export const sharedMeta = /^(revision|followed|times-forgotten|forgotten:.*|gone:.*|taken:.*)$/;

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
