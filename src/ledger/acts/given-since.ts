import { nameKey } from '../../domain/text/name-key';
import type { Db, Entry } from '../store/schema';
import { read } from '../store/transact';

/** What was given out since an instant: single codes by who gave them, several at once by where they went. */
export interface GivenSince {
  readonly by: ReadonlyMap<string, number>;
  readonly to: ReadonlyMap<string, number>;
}

/** How far back the history is looked through: more acts than a day of giving out by hand can hold. */
const lookedThrough = 5000;

/** One act of giving out: who gave, to whom, its codes, and how many of them were not taken back. */
interface Act {
  readonly by: string;
  to: string;
  count: number;
  out: number;
}

interface Looked {
  readonly since: string;
  readonly acts: Map<string, Act>;
  last: Entry | undefined;
}

/** What was read before: the history only grows, so that reading again costs only what was added. */
const lookedBefore = new WeakMap<Db, Looked>();

/** What was given out since `since` (ISO 8601 in UTC) and not taken back. */
export async function givenSince(db: Db, since: string): Promise<GivenSince> {
  const before = lookedBefore.get(db);
  const looked = (before?.since === since && (await readOn(db, before))) || (await readAnew(db, since));
  lookedBefore.set(db, looked);
  const by = new Map<string, number>();
  const to = new Map<string, number>();
  // A name is shown as it was typed first.
  const shown = new Map<string, string>();
  for (const { count, out, ...act } of looked.acts.values()) {
    if (out === 0) continue;
    const [sums, typed] = count === 1 ? [by, act.by] : [to, act.to];
    const name = shown.get(nameKey(typed)) ?? typed;
    shown.set(nameKey(typed), name);
    sums.set(name, (sums.get(name) ?? 0) + out);
  }
  return { by, to };
}

function readAnew(db: Db, since: string): Promise<Looked> {
  return read(db, ['entries'], async (tx) => {
    const store = tx.objectStore('entries');
    const last = (await store.openKeyCursor(null, 'prev'))?.key ?? 0;
    const looked: Looked = { since, acts: new Map(), last: undefined };
    addUp(looked, await store.getAll(IDBKeyRange.lowerBound(last - lookedThrough, true)));
    return looked;
  });
}

/** Reads what came after `looked`; null if it was read from a history that isn't this one. */
async function readOn(db: Db, looked: Looked): Promise<Looked | null> {
  const { last } = looked;
  if (!last) return null;
  const entries = await read(db, ['entries'], (tx) =>
    tx.objectStore('entries').getAll(IDBKeyRange.lowerBound(last.seq)),
  );
  if (entries[0]?.id !== last.id) return null;
  addUp(looked, entries);
  return looked;
}

function addUp(looked: Looked, entries: readonly Entry[]): void {
  for (const entry of entries) {
    // Another reading may have added it in the meantime.
    if (looked.last && entry.seq <= looked.last.seq) continue;
    looked.last = entry;
    const act = looked.acts.get(entry.issuance);
    if (entry.kind === 'issue' && entry.at >= looked.since) {
      const { issuance, count } = entry;
      const by = named(entry.by);
      if (!act) looked.acts.set(issuance, { by, to: named(entry.to, entry.channel), count, out: count });
      else {
        act.count += entry.count;
        act.out += entry.count;
      }
    } else if (entry.kind === 'undo' && act) act.out -= entry.count;
    else if (entry.kind === 'redo' && act) act.out += entry.count;
    else if (entry.kind === 'edit' && act) act.to = named(entry.to, entry.channel);
  }
}

/** The first that is a name; a damaged entry has none. */
function named(...names: readonly unknown[]): string {
  return names.find((name): name is string => typeof name === 'string' && name !== '') ?? '';
}
