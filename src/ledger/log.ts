import type { Entry, WriteTx } from './schema';
import { nextKey } from './transact';

export type NewEntry = Omit<Entry, 'seq' | 'id' | 'names'>;

/** Completes an entry: its place in the history, its own id, and the names it is found by. */
export function entryRow(seq: number, entry: NewEntry): Entry {
  const names = [entry.to, entry.channel, entry.orderId ?? ''].map((name) => name.trim().toLowerCase());
  return { ...entry, seq, id: crypto.randomUUID(), names: [...new Set(names)].filter((name) => name !== '') };
}

/** Writes one entry at the end of the history and returns its number. */
export async function append(tx: WriteTx, entry: NewEntry): Promise<number> {
  return tx.objectStore('entries').add(entryRow(await nextKey(tx, 'entries'), entry));
}
