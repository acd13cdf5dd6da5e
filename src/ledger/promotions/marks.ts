import { sortedOut } from '../repair/row-faults';
import type { Db } from '../store/schema';
import { writeShared } from '../store/transact';

/** What several promotions can be marked as at once. */
export type Mark = 'archived' | 'givingEnded';

/** Ids of the promotions that a marking changed; of those that are gone or damaged; the others were so before. */
export interface Marked {
  readonly changed: readonly string[];
  readonly unreadable: readonly string[];
}

/**
 * Marks promotions as of `at`, or lifts the mark with null, in one transaction. A promotion that is marked (or
 * not) already keeps its own time; one that can't be read hinders no other.
 */
export function markPromotions(
  db: Db,
  ids: readonly string[],
  mark: Mark,
  at: string | null,
): Promise<Marked> {
  return writeShared(db, async (tx) => {
    const store = tx.objectStore('promotions');
    const changed: string[] = [];
    const unreadable: string[] = [];
    for (const id of new Set(ids)) {
      const row = await store.get(id);
      const [promotion] = row ? sortedOut('promotions', [row]).sound : [];
      if (!promotion) {
        unreadable.push(id);
      } else if (((promotion[mark] ?? null) === null) !== (at === null)) {
        await store.put({ ...promotion, [mark]: at });
        changed.push(id);
      }
    }
    return { changed, unreadable };
  });
}
