import { timesForgotten } from '../people/forgotten';
import { listedNamesThat, type Told } from '../people/known-people';
import type { Db } from '../store/schema';
import { read } from '../store/transact';

/** Entries read in one transaction; between two of them whoever wants to write has a turn. */
const atOnce = 5000;

interface Known {
  /** Each name in the history, by `nameKey`, with the last entry that holds it. */
  readonly names: Map<string, number>;
  /** The last entry read. */
  last: number;
  /** How often somebody was forgotten before they were read: then they are old. */
  forgotten: number;
}

/**
 * Read once and kept with the connection, since entries are only added: going through the index of names
 * takes ten times as long, each time.
 */
const kept = new WeakMap<object, Promise<Known>>();

/** A name that the history tells, in entries or in lists of people beside them. */
export interface KnownName {
  readonly name: string;
  /** Where lists tell it, oldest first. */
  readonly listed: readonly Told[];
  /** In lists it is a channel, not a person. */
  readonly listsChannel?: boolean;
}

/** The wanted ones of all names in the history (persons, channels, orders), those of the latest acts first. */
export async function namesThat(db: Db, wanted: (name: string) => boolean): Promise<KnownName[]> {
  const { names } = await knownNames(db);
  const found: { known: KnownName; last: number }[] = [];
  for (const [name, last] of names) if (wanted(name)) found.push({ known: { name, listed: [] }, last });
  for (const { name, told: listed, isWhom } of await listedNamesThat(db, wanted))
    found.push({ known: { name, listed, listsChannel: !isWhom }, last: listed.at(-1)?.entry ?? 0 });
  return found.sort((a, b) => b.last - a.last).map(({ known }) => known);
}

/** Those of some names that entries of the history tell. */
export async function namesAmong(db: Db, some: ReadonlySet<string>): Promise<Set<string>> {
  const { names } = await knownNames(db);
  return new Set([...some].filter((name) => names.has(name)));
}

/** Reads all names, so that the first look-up finds them ready. */
export async function prepareNames(db: Db): Promise<void> {
  await Promise.all([knownNames(db), listedNamesThat(db, () => false)]);
}

/** Reads what was added to the history since the last call; calls take turns. */
function knownNames(db: Db): Promise<Known> {
  const before = kept.get(db);
  const after = (async () => {
    // One that failed is begun anew.
    let known: Known = (await before?.catch(() => undefined)) ?? { names: new Map(), last: 0, forgotten: 0 };
    for (;;) {
      const { entries, forgotten } = await read(db, ['entries', 'meta'], async (tx) => ({
        forgotten: await timesForgotten(tx),
        entries: await tx.objectStore('entries').getAll(IDBKeyRange.lowerBound(known.last, true), atOnce),
      }));
      if (forgotten !== known.forgotten) {
        known = { names: new Map(), last: 0, forgotten };
        continue;
      }
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
