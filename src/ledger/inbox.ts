import type { Db, InboxItem } from './schema';
import { read, write } from './transact';

/** Keeps a file captured on Amazon's page until the workspace has dealt with it. Returns its id. */
export function addToInbox(db: Db, item: Omit<InboxItem, 'id' | 'at'>): Promise<string> {
  return write(db, async (tx) => {
    const row = { ...item, id: crypto.randomUUID(), at: new Date().toISOString() };
    return tx.objectStore('inbox').add(row);
  });
}

/** What waits, oldest first. */
export function listInbox(db: Db): Promise<InboxItem[]> {
  return read(db, ['inbox'], async (tx) => {
    return (await tx.objectStore('inbox').getAll()).sort((a, b) => a.at.localeCompare(b.at));
  });
}

/** One waiting file, or null once it is dealt with. */
export function getInboxItem(db: Db, id: string): Promise<InboxItem | null> {
  return read(db, ['inbox'], async (tx) => (await tx.objectStore('inbox').get(id)) ?? null);
}

/** Forgets a waiting file: the seller turned it down. */
export function removeFromInbox(db: Db, id: string): Promise<void> {
  return write(db, (tx) => tx.objectStore('inbox').delete(id));
}
