import type { Db, WriteTx } from '../store/schema';
import { read } from '../store/transact';

const prefix = 'gone:';

/** The keys that were destroyed with somebody's name, as far as the log is followed: nothing more is read with them. */
export async function goneKeys(db: Db): Promise<Set<string>> {
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  const keys = await read(db, ['meta'], (tx) => tx.objectStore('meta').getAllKeys(range));
  return new Set(keys.map((key) => key.slice(prefix.length)));
}

/** Notes them, together with what is written in this transaction. */
export async function noteGone(tx: WriteTx, keys: readonly string[]): Promise<void> {
  const meta = tx.objectStore('meta');
  await Promise.all(keys.map((key) => meta.put(1, prefix + key)));
}
