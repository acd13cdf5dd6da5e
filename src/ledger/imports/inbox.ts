import { sortedOut } from '../repair/row-faults';
import type { Db, InboxItem } from '../store/schema';
import { read, write } from '../store/transact';

/** Keeps a file captured on Amazon's page until the workspace has dealt with it. Returns its id. */
export function addToInbox(db: Db, item: Omit<InboxItem, 'id' | 'at'>): Promise<string> {
  return write(db, async (tx) => {
    const row = { ...item, id: crypto.randomUUID(), at: new Date().toISOString() };
    return tx.objectStore('inbox').add(row);
  });
}

/** What waits and can be read, oldest first. */
export function listInbox(db: Db): Promise<InboxItem[]> {
  return read(db, ['inbox'], async (tx) => {
    const { sound } = sortedOut('inbox', await tx.objectStore('inbox').getAll());
    return sound.sort((a, b) => a.at.localeCompare(b.at));
  });
}

/** One waiting file, or null once it is dealt with. */
export function getInboxItem(db: Db, id: string): Promise<InboxItem | null> {
  return read(db, ['inbox'], async (tx) => {
    const row = await tx.objectStore('inbox').get(id);
    return (row && sortedOut('inbox', [row]).sound[0]) ?? null;
  });
}

/** Forgets a waiting file: the seller turned it down. */
export function removeFromInbox(db: Db, id: string): Promise<void> {
  return write(db, (tx) => tx.objectStore('inbox').delete(id));
}
