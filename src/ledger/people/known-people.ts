import { nameKey } from '../../domain/text/name-key';
import type { Db } from '../store/schema';
import { read } from '../store/transact';
import { timesForgotten } from './forgotten';
import { peopleIn } from './people-blocks';

/** Blocks read in one transaction; between two of them whoever wants to write has a turn. */
const atOnce = 20;

/** One code of an entry: the `index`-th. */
export interface Told {
  readonly entry: number;
  readonly index: number;
}

interface Known {
  /** By name or handle, and by a channel of their own: where lists told it, packed, in the order of time. */
  readonly people: Map<string, number[]>;
  readonly channels: Map<string, number[]>;
  last: [entry: number, n: number];
  /** How often somebody was forgotten before it was read: what is known of names then is old. */
  forgotten: number;
}

/** An import has no more codes than this. */
const indexes = 2 ** 22;

/** Read once and kept with the connection: lists are only added, and one look-up would have to go through all. */
const kept = new WeakMap<object, Promise<Known>>();

/** Reads the lists that were added since the last call; calls take turns. */
function knownPeople(db: Db): Promise<Known> {
  const before = kept.get(db);
  const after = (async () => {
    // One that failed is begun anew.
    let known = (await before?.catch(() => undefined)) ?? nobodyYet(0);
    for (;;) {
      const { blocks, forgotten } = await read(db, ['people', 'meta'], async (tx) => ({
        forgotten: await timesForgotten(tx),
        blocks: await tx.objectStore('people').getAll(IDBKeyRange.lowerBound(known.last, true), atOnce),
      }));
      if (forgotten !== known.forgotten) {
        known = nobodyYet(forgotten);
        continue;
      }
      for (const block of blocks) {
        known.last = [block.entry, block.n];
        // A damaged block must not end the look-up of all others.
        if (typeof block.text !== 'string') continue;
        for (const [i, { to, handle, channel }] of peopleIn(block).entries()) {
          const told = block.entry * indexes + block.n * 1000 + i;
          for (const name of new Set([nameKey(to), nameKey(handle)])) add(known.people, name, told);
          add(known.channels, nameKey(channel), told);
        }
      }
      if (blocks.length < atOnce) return known;
    }
  })();
  kept.set(db, after);
  return after;
}

function nobodyYet(forgotten: number): Known {
  return { people: new Map(), channels: new Map(), last: [0, 0], forgotten };
}

/** Has all lists read again at the next look-up: what stands in one changed. */
export function forgetPeople(db: Db): void {
  kept.delete(db);
}

function add(names: Map<string, number[]>, name: string, told: number): void {
  if (name === '') return;
  const known = names.get(name);
  if (known) known.push(told);
  else names.set(name, [told]);
}

function unpacked(told: readonly number[] | undefined): Told[] {
  return (told ?? []).map((each) => ({ entry: Math.floor(each / indexes), index: each % indexes }));
}

/** Where lists told of somebody of this name or handle (as `nameKey`), oldest first. */
export async function listedUnder(db: Db, name: string): Promise<Told[]> {
  return unpacked((await knownPeople(db)).people.get(name));
}

/** The same of many at once. */
export async function listedUnderEach(db: Db, names: ReadonlySet<string>): Promise<Map<string, Told[]>> {
  const { people } = await knownPeople(db);
  const found = new Map<string, Told[]>();
  for (const name of names) if (people.has(name)) found.set(name, unpacked(people.get(name)));
  return found;
}

/** The wanted ones of all names, handles and channels that lists told, the latest first, with where they did. */
export async function listedNamesThat(
  db: Db,
  wanted: (name: string) => boolean,
): Promise<{ readonly name: string; readonly told: readonly Told[]; readonly isWhom: boolean }[]> {
  const { people, channels } = await knownPeople(db);
  const found: { name: string; told: Told[]; isWhom: boolean }[] = [];
  for (const [names, isWhom] of [
    [people, true],
    [channels, false],
  ] as const)
    for (const [name, told] of names) if (wanted(name)) found.push({ name, told: unpacked(told), isWhom });
  return found.sort((a, b) => (b.told.at(-1)?.entry ?? 0) - (a.told.at(-1)?.entry ?? 0));
}
