import { listedNamesThat } from '../people/known-people';
import type { Db } from '../store/schema';
import { read } from '../store/transact';

/** How many names, handles, and channels in the history begin with this (as `nameKey`); those of lists count once each. */
export async function countNamesLike(db: Db, start: string): Promise<number> {
  const range = IDBKeyRange.bound(start, `${start}\uffff`);
  const own = await read(db, ['entries'], (tx) => tx.objectStore('entries').index('names').count(range));
  return own + (await listedNamesThat(db, (name) => name.startsWith(start))).length;
}
