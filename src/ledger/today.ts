import type { Db, Entry } from './schema';
import { read } from './transact';

/** What was given out since an instant: single codes by who gave them, several at once by where they went. */
export interface GivenSince {
  readonly by: ReadonlyMap<string, number>;
  readonly to: ReadonlyMap<string, number>;
}

/** How far back the history is looked through: more acts than a day of giving out by hand can hold. */
const lookedThrough = 5000;

/** What was given out since `since` (ISO 8601 in UTC) and not taken back. */
export function givenSince(db: Db, since: string): Promise<GivenSince> {
  return read(db, ['entries'], async (tx) => {
    const store = tx.objectStore('entries');
    const last = (await store.openKeyCursor(null, 'prev'))?.key ?? 0;
    const latest = await store.getAll(IDBKeyRange.lowerBound(last - lookedThrough, true));
    const undone = new Set(latest.filter((entry) => entry.kind === 'undo').map((entry) => entry.issuance));
    const acts = new Map<string, { first: Entry; count: number }>();
    for (const entry of latest) {
      if (entry.kind !== 'issue' || entry.at < since || undone.has(entry.issuance)) continue;
      const act = acts.get(entry.issuance);
      acts.set(entry.issuance, { first: act?.first ?? entry, count: (act?.count ?? 0) + entry.count });
    }
    const by = new Map<string, number>();
    const to = new Map<string, number>();
    for (const { first, count } of acts.values()) {
      const [sums, name] = count === 1 ? [by, first.by] : [to, first.to || first.channel];
      sums.set(name, (sums.get(name) ?? 0) + count);
    }
    return { by, to };
  });
}
