import { type KnownBy, MetPeople } from '../../domain/same-person';
import { nameKey, nameWords } from '../../domain/text/name-key';
import { breathe } from '../codes/code-index';
import type { Stamps } from '../follow/stamps';
import type { Db, Tx, WriteTx } from '../store/schema';
import { read } from '../store/transact';
import type { Forgotten } from './scrub';

/*
 * What is left of somebody who was forgotten: for each way in which they were written a mark, from which no name can be
 * read back. Whether a name that an older copy tells is theirs can be asked of it, and nothing else.
 */

/** One mark, as `meta` keeps it: its key holds salt and marks of name and handle, its value the time of forgetting. */
export type Mark = readonly [key: string, at: number];

const prefix = 'forgotten:';
/** How often somebody was forgotten here: whatever is kept in memory of names is old once it moved. */
export const timesForgottenKey = 'times-forgotten';

const markKey = /^forgotten:([0-9a-f]{32}):([0-9a-f]{32})?:([0-9a-f]{32})?$/;
/** Names hashed before others have a turn. */
const atOnce = 2000;

/** The marks kept here. */
export async function marksIn(tx: Tx): Promise<Mark[]> {
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  const meta = tx.objectStore('meta');
  const [keys, times] = [await meta.getAllKeys(range), await meta.getAll(range)];
  return keys.map((key, i) => [key, times[i] ?? 0]);
}

/** How often somebody was forgotten, as this transaction sees it. */
export async function timesForgotten(tx: Tx): Promise<number> {
  return (await tx.objectStore('meta').get(timesForgottenKey)) ?? 0;
}

/** How often somebody was forgotten here. */
export function timesForgottenIn(db: Db): Promise<number> {
  return read(db, ['meta'], timesForgotten);
}

/** Keeps marks; of one that is here the later time counts. */
export async function keepMarks(tx: WriteTx, marks: readonly Mark[]): Promise<void> {
  const meta = tx.objectStore('meta');
  for (const [key, at] of marks) if (at > ((await meta.get(key)) ?? 0)) await meta.put(at, key);
}

/** Marks of people to be forgotten now, with the salt of those that are here. */
export async function newMarks(
  known: readonly Mark[],
  people: readonly KnownBy[],
  stamps: Stamps,
): Promise<Mark[]> {
  const salt = known[0]?.[0].slice(prefix.length).split(':')[0] ?? stamps.newId().replaceAll('-', '');
  const at = stamps.now().getTime();
  const marks: Mark[] = [];
  for (const { to, handle } of people)
    marks.push([`${prefix}${salt}:${await hashOf(salt, to)}:${await hashOf(salt, handle)}`, at]);
  return marks;
}

/** Marks as a saved copy holds them; what is none is left out. */
export function marksFrom(value: unknown): Mark[] {
  return (Array.isArray(value) ? value : []).flatMap((each): Mark[] => {
    const [key, at]: unknown[] = Array.isArray(each) ? each : [];
    const sound = typeof key === 'string' && markKey.test(key) && Number.isSafeInteger(at) && Number(at) > 0;
    return sound ? [[key, Number(at)]] : [];
  });
}

/** What marks of one salt tell: people and when each was forgotten, and the names among them. */
interface OfSalt {
  readonly met: MetPeople;
  readonly times: number[];
  readonly names: Map<string, number>;
}

/**
 * Whom these marks forget among people and names that a copy tells, which are all to be given: only what was written
 * before somebody was forgotten is theirs.
 */
export async function forgottenBy(marks: readonly Mark[], names: Iterable<string>): Promise<Forgotten> {
  const bySalt = new Map<string, OfSalt>();
  for (const [key, at] of marks) {
    const [, salt = '', to = '', handle = ''] = markKey.exec(key) ?? [];
    const own: OfSalt = bySalt.get(salt) ?? { met: new MetPeople(), times: [], names: new Map() };
    bySalt.set(salt, own);
    own.met.add({ to, handle }, own.times.length);
    own.times.push(at);
    for (const name of [to, handle]) if (name) own.names.set(name, Math.max(at, own.names.get(name) ?? 0));
  }
  const hashes = new Map<string, Map<string, string>>();
  for (const salt of bySalt.keys()) {
    const own = new Map<string, string>();
    hashes.set(salt, own);
    for (const name of names) {
      if (own.has(name)) continue;
      own.set(name, await hashOf(salt, name));
      if (own.size % atOnce === 0) await breathe();
    }
  }
  const isBefore = (at: string, time: number) => !(Date.parse(at) > time);
  return {
    isPerson: ({ to, handle }, at) =>
      [...bySalt].some(([salt, { met, times }]) => {
        const hash = (name: string) => hashes.get(salt)?.get(name) ?? '';
        const found = met.find({ to: hash(to), handle: hash(handle) });
        return found !== null && isBefore(at, times[found] ?? 0);
      }),
    isName: (words, at) =>
      [...bySalt].some(([salt, own]) => {
        const time = own.names.get(hashes.get(salt)?.get(words) ?? '');
        return time !== undefined && isBefore(at, time);
      }),
  };
}

/** Empty for no name. Names that differ in punctuation alone have the same: so they are found in notes, too. */
async function hashOf(salt: string, name: string): Promise<string> {
  const words = nameWords(name) || nameKey(name);
  if (words === '') return '';
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt}\n${words}`));
  return hex(new Uint8Array(digest).subarray(0, 16));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
