import type { Db } from '../store/schema';
import { read } from '../store/transact';

/** Entries read in one transaction; between two of them whoever wants to write has a turn. */
const atOnce = 5000;

interface Known {
  /** Each name in the history, by `nameKey`, with the last entry that holds it. */
  readonly names: Map<string, number>;
  /** The last entry read. */
  last: number;
}

/**
 * Read once and kept with the connection, since entries are only added: going through the index of names
 * takes ten times as long, each time.
 */
const kept = new WeakMap<object, Promise<Known>>();

/** The wanted ones of all names in the history (persons, channels, orders), those of the latest acts first. */
export async function namesThat(db: Db, wanted: (name: string) => boolean): Promise<string[]> {
  const { names } = await knownNames(db);
  const found = [...names].filter(([name]) => wanted(name));
  return found.sort(([, a], [, b]) => b - a).map(([name]) => name);
}

/** Reads what was added to the history since the last call; calls take turns. */
export function knownNames(db: Db): Promise<Known> {
  const before = kept.get(db);
  const after = (async () => {
    // One that failed is begun anew.
    const known = (await before?.catch(() => undefined)) ?? { names: new Map(), last: 0 };
    for (;;) {
      const next = IDBKeyRange.lowerBound(known.last, true);
      const entries = await read(db, ['entries'], (tx) => tx.objectStore('entries').getAll(next, atOnce));
      for (const { seq, names } of entries) {
        // A damaged entry must not end the look-up of all others.
        if (Array.isArray(names)) for (const name of names) known.names.set(String(name), seq);
        known.last = seq;
      }
      if (entries.length < atOnce) return known;
    }
  })();
  kept.set(db, after);
  return after;
}
