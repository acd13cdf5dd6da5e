import type { Db } from '../store/schema';
import { writeUncounted } from '../store/transact';
import { sharedMeta, sharedStores } from './copy-rows';
import { comingKey } from './in-two-parts';

/**
 * Empties a ledger of all that several share, for whoever loads it anew. What is of this computer alone stays: reports,
 * offers, proofs, the inbox.
 */
export function clearShared(db: Db): Promise<void> {
  return writeUncounted(db, async (tx) => {
    await Promise.all(sharedStores.map((store) => tx.objectStore(store).clear()));
    const meta = tx.objectStore('meta');
    const keys = await meta.getAllKeys();
    await Promise.all(
      keys.filter((key) => sharedMeta.test(key) || key === comingKey).map((key) => meta.delete(key)),
    );
  });
}
