import type { Db } from '../store/schema';
import { read } from '../store/transact';
import { type DamagedRow, sortedOut } from './row-faults';

/** Stores whose rows are read whole into views. */
export type ViewedStore = 'promotions' | 'batches' | 'inbox' | 'proofs' | 'offers';

/** The rows of a store that can't be shown, and why: a view says so beside what it shows. */
export function damagedRows(db: Db, store: ViewedStore): Promise<DamagedRow[]> {
  return read(db, [store], async (tx) => sortedOut(store, await tx.objectStore(store).getAll()).damaged);
}
