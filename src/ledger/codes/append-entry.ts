import { nameKey } from '../../domain/text/name-key';
import { newId } from '../follow/stamps';
import type { Entry, WriteTx } from '../store/schema';
import { nextKey } from '../store/transact';

export type NewEntry = Omit<Entry, 'seq' | 'id' | 'names'>;

/** Completes an entry: its place in the history, its id, and the names it is found by. */
export function entryRow(seq: number, id: string, entry: NewEntry): Entry {
  return { ...entry, seq, id, names: namesOf(entry) };
}

/** The names that an entry is found by, each once. */
export function namesOf({
  to,
  channel,
  orderId = '',
  handle = '',
}: Pick<Entry, 'to' | 'channel' | 'orderId' | 'handle'>): string[] {
  return [...new Set([to, channel, orderId, handle].map(nameKey))].filter((name) => name !== '');
}

/** Writes one entry at the end of the history and returns its number. */
export async function append(tx: WriteTx, entry: NewEntry): Promise<number> {
  return tx.objectStore('entries').add(entryRow(await nextKey(tx, 'entries'), newId(tx), entry));
}
