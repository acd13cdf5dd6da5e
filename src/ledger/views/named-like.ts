import { listedNamesThat } from '../people/known-people';
import type { Db } from '../store/schema';
import { read } from '../store/transact';

/** How many names, handles, and channels (as `nameKey`) in the history are of this form; those of lists count once each. */
export async function countNamesLike(
  db: Db,
  start: string,
  isOne: (name: string) => boolean,
): Promise<number> {
  const range = IDBKeyRange.bound(start, `${start}\uffff`);
  const own = await read(db, ['entries'], async (tx) => {
    let count = 0;
    const names = tx.objectStore('entries').index('names');
    for (let at = await names.openKeyCursor(range); at; at = await at.continue()) if (isOne(at.key)) count++;
    return count;
  });
  return own + (await listedNamesThat(db, isOne)).length;
}
