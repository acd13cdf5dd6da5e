import type { Db, WriteTx } from '../store/schema';
import { read, writeUncounted } from '../store/transact';
import { followedKey } from './past-log';

/** How far a log is written into this ledger that it follows; 0 for not at all. */
export function followedTo(db: Db): Promise<number> {
  return read(db, ['meta'], async (tx) => (await tx.objectStore('meta').get(followedKey)) ?? 0);
}

/** Notes it, together with what is written in this transaction. */
export async function noteFollowed(tx: WriteTx, place: number): Promise<void> {
  await tx.objectStore('meta').put(place, followedKey);
}

/** Notes it alone: what stands at this place of the log changes nothing. */
export function passOver(db: Db, place: number): Promise<void> {
  return writeUncounted(db, (tx) => noteFollowed(tx, place));
}
