import type { Promotion } from '../../domain/promotion';
import { groupPeople, type KnownBy } from '../../domain/same-person';
import { nameKey, nameWords } from '../../domain/text/name-key';
import { breathe } from '../codes/code-index';
import { stampsOf } from '../follow/stamps';
import { LedgerProblem, sentences } from '../store/problem';
import type { Db, Entry, PeopleBlock } from '../store/schema';
import { each, nextKey, read, writeCodes, writesIn } from '../store/transact';
import { keepMarks, type Mark, marksIn, newMarks, timesForgotten, timesForgottenKey } from './forgotten';
import { peopleIn } from './people-blocks';
import { type Forgotten, Scrub, withoutChannels } from './scrub';

/** What forgetting somebody came to: how many lines of the history, and of lists beside it, lost names or notes. */
export interface Forgot {
  readonly entries: number;
  readonly lists: number;
}

/** Rows read in one transaction; between two of them whoever wants to write has a turn. */
const atOnce = 5000;
const blocksAtOnce = 20;
/** Somebody may write while the history is gone through: then once more, but not without end. */
const tries = 5;

/**
 * Erases people (each way in which they are written, and whoever is the same person) from the whole history: name,
 * handle and note, and the parts of other notes that name them. Codes keep their state. One transaction; what it
 * leaves are marks, so that no older copy brings the names back. Throws LedgerProblem `moved`.
 */
export async function forgetPerson(db: Db, who: readonly KnownBy[]): Promise<Forgot> {
  for (let left = tries; left > 0; left--) {
    const found = await lookUp(db, who);
    const done = await writeCodes(db, async (tx) => {
      if ((await writesIn(tx)) !== found.writes) return null;
      await each(found.entries, (entry) => tx.objectStore('entries').put(entry));
      await each(found.blocks, (block) => tx.objectStore('people').put(block));
      await each(found.promotions, (promotion) => tx.objectStore('promotions').put(promotion));
      await keepMarks(tx, found.marks);
      await tx.objectStore('meta').put((await timesForgotten(tx)) + 1, timesForgottenKey);
      return { entries: found.entries.length, lists: found.blocks.length };
    });
    if (done) return done;
  }
  throw new LedgerProblem('moved', sentences.moved);
}

/** What forgetting would change. */
export interface LookedUp {
  readonly writes: number;
  readonly entries: readonly Entry[];
  readonly blocks: readonly PeopleBlock[];
  readonly promotions: readonly Promotion[];
  readonly marks: readonly Mark[];
}

/** What is to be written in the place of what, as long as nobody writes. */
export async function lookUp(db: Db, who: readonly KnownBy[]): Promise<LookedUp> {
  const { writes, last, known, all } = await read(db, ['meta', 'entries', 'promotions'], async (tx) => ({
    writes: await writesIn(tx),
    last: (await nextKey(tx, 'entries')) - 1,
    known: await marksIn(tx),
    all: await tx.objectStore('promotions').getAll(),
  }));
  const people = await samePeople(db, last, who);
  const scrub = new Scrub(forgottenPeople(people));
  const entries: Entry[] = [];
  const blocks: PeopleBlock[] = [];
  for await (const entry of allEntries(db, last)) {
    const left = scrub.entry(entry);
    if (left !== entry) entries.push(left);
    if (!entry.people) continue;
    for await (const block of allBlocks(db, entry)) {
      const stays = scrub.block(block, entry);
      if (stays !== block) blocks.push(stays);
    }
  }
  const promotions = withoutChannels(scrub, all);
  return { writes, entries, blocks, promotions, marks: await newMarks(known, people, stampsOf(db)) };
}

/** All ways in which the same people are written, anywhere in the history. */
async function samePeople(db: Db, last: number, who: readonly KnownBy[]): Promise<KnownBy[]> {
  const all = new Map<string, KnownBy>();
  const note = ({ to, handle = '' }: { readonly to: string; readonly handle?: string }) => {
    if (to !== '' || handle !== '') all.set(keyOf({ to, handle }), { to, handle });
  };
  for (const each of who) note(each);
  const meant = new Set([...who].map(keyOf));
  for await (const entry of allEntries(db, last)) {
    note(entry);
    if (entry.people)
      for await (const block of allBlocks(db, entry)) for (const each of peopleIn(block)) note(each);
  }
  const people = [...all.values()];
  const groups = groupPeople(people);
  const wanted = new Set(people.flatMap((each, i) => (meant.has(keyOf(each)) ? [groups[i]] : [])));
  return people.filter((_, i) => groups[i] !== -1 && wanted.has(groups[i]));
}

function forgottenPeople(people: readonly KnownBy[]): Forgotten {
  const keys = new Set(people.map(keyOf));
  const names = new Set(people.flatMap(({ to, handle }) => [nameWords(to), nameWords(handle)]));
  return { isPerson: (person) => keys.has(keyOf(person)), isName: (words) => names.has(words) };
}

function keyOf({ to, handle }: KnownBy): string {
  return `${nameKey(to)}\n${nameKey(handle)}`;
}

/** All entries that can be read, from the end: texts of a damaged entry may be none. */
export async function* allEntries(db: Db, last: number): AsyncGenerator<Entry> {
  for (let upper = last; upper > 0; upper -= atOnce) {
    const range = IDBKeyRange.bound(Math.max(1, upper - atOnce + 1), upper);
    const entries = await read(db, ['entries'], (tx) => tx.objectStore('entries').getAll(range));
    for (const entry of entries.reverse()) {
      const { to, channel, note, handle } = entry;
      if ([to, channel, note, handle ?? ''].every((text) => typeof text === 'string')) yield entry;
    }
    await breathe();
  }
}

/** The list of people beside an entry, block by block. */
export async function* allBlocks(db: Db, { seq }: Entry): AsyncGenerator<PeopleBlock> {
  for (let from = 0, more = true; more; from += blocksAtOnce) {
    const range = IDBKeyRange.bound([seq, from], [seq, from + blocksAtOnce - 1]);
    const blocks = await read(db, ['people'], (tx) => tx.objectStore('people').getAll(range));
    for (const block of blocks) if (typeof block.text === 'string') yield block;
    more = blocks.length === blocksAtOnce;
    await breathe();
  }
}
