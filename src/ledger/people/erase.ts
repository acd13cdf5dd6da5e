import type { KnownBy } from '../../domain/same-person';
import { crc32OfText } from '../../domain/text/crc32';
import { namesOf } from '../codes/append-entry';
import { noteGone } from '../follow/gone-keys';
import { stampsOf } from '../follow/stamps';
import { LedgerProblem, sentences } from '../store/problem';
import type { Db, Entry, PeopleBlock, Tx, WriteTx } from '../store/schema';
import { blockSize } from '../store/schema';
import { nextKey, read, writeCodes } from '../store/transact';
import { allBlocks, allEntries, type Forgot, lookUp } from './forget';
import { keepMarks, marksFrom, timesForgotten, timesForgottenKey } from './forgotten';
import { peopleIn } from './people-blocks';
import type { Person } from './person';
import { channelId, noteId, noteParts, type TextId, whomId } from './personal-texts';

/** Which fields of a place are emptied, added up. */
export const erased = { whom: 1, channel: 2, note: 4 } as const;

/**
 * How people are forgotten in a ledger that several share: by places, not by names. So it says nothing of whom, and comes
 * to the same in a ledger that couldn't read the names any more.
 */
export interface Erasure {
  /** How many entries there were, and how often somebody was forgotten: once that moved, it is to be planned anew. */
  readonly entries: number;
  readonly forgotten: number;
  /** Number of an entry, and which of its fields. */
  readonly whole: readonly (readonly [seq: number, fields: number])[];
  /** The same of one person in the list beside an entry. */
  readonly listed: readonly (readonly [seq: number, index: number, fields: number])[];
  /** Promotions of which the last channel goes. */
  readonly promotions: readonly string[];
  /** What is kept so that no older copy brings them back; see `forgotten.ts`. */
  readonly marks: readonly string[];
}

/** What is to be erased of these people, and the texts that stand nowhere else. Reads alone. */
export async function planErase(
  db: Db,
  who: readonly KnownBy[],
): Promise<{ readonly erasure: Erasure; readonly texts: readonly TextId[] }> {
  const guard = await read(db, ['entries', 'meta'], stand);
  const found = await lookUp(db, who);
  const left = new Map(found.entries.map((entry) => [entry.seq, entry]));
  const leftBlocks = new Map(found.blocks.map((block) => [`${block.entry}/${block.n}`, block]));
  const whole: [number, number][] = [];
  const listed: [number, number, number][] = [];
  const texts = new Texts();
  for await (const entry of allEntries(db, guard.entries)) {
    const fields = changedIn(entry, left.get(entry.seq) ?? entry);
    if (fields > 0) whole.push([entry.seq, fields]);
    texts.add({ ...entry, handle: entry.handle ?? '' }, fields);
    if (!entry.people) continue;
    for await (const block of allBlocks(db, entry)) {
      const after = leftBlocks.get(`${block.entry}/${block.n}`);
      const staying = after && peopleIn(after);
      for (const [i, person] of peopleIn(block).entries()) {
        const fields = staying ? changedIn(person, staying[i] ?? person) : 0;
        if (fields > 0) listed.push([entry.seq, block.n * blockSize + i, fields]);
        texts.add(person, fields);
      }
    }
  }
  for (const { id, channel = '' } of await read(db, ['promotions'], (tx) =>
    tx.objectStore('promotions').getAll(),
  ))
    texts.add(
      { to: '', handle: '', channel, note: '' },
      found.promotions.some((each) => each.id === id) ? erased.channel : 0,
    );
  const erasure = {
    ...{ ...guard, whole, listed },
    promotions: found.promotions.map(({ id }) => id),
    marks: found.marks.map(([key]) => key),
  };
  return { erasure, texts: texts.gone() };
}

/**
 * Erases what was planned, in one transaction; `keys`: those that are destroyed with it. Throws LedgerProblem `moved` where anything was written
 * since.
 */
export function erase(
  db: Db,
  { entries, forgotten, ...what }: Erasure,
  keys: readonly string[] = [],
): Promise<Forgot> {
  const at = stampsOf(db).now().getTime();
  return writeCodes(db, async (tx) => {
    const now = await stand(tx);
    if (now.entries !== entries || now.forgotten !== forgotten)
      throw new LedgerProblem('moved', sentences.moved);
    for (const [seq, fields] of what.whole) {
      const entry = await tx.objectStore('entries').get(seq);
      if (entry) await tx.objectStore('entries').put(without(entry, fields));
    }
    const lists = await eraseListed(tx, what.listed);
    for (const id of what.promotions) {
      const { channel: _, ...rest } = (await tx.objectStore('promotions').get(id)) ?? { id: '' };
      if (rest.id !== '') await tx.objectStore('promotions').put(rest as never);
    }
    await keepMarks(tx, marksFrom(what.marks.map((key) => [key, at])));
    await tx.objectStore('meta').put(forgotten + 1, timesForgottenKey);
    await noteGone(tx, keys);
    return { entries: what.whole.length, lists };
  });
}

async function eraseListed(tx: WriteTx, listed: Erasure['listed']): Promise<number> {
  const byBlock = new Map<string, { seq: number; n: number; lines: Map<number, number> }>();
  for (const [seq, index, fields] of listed) {
    const n = Math.floor(index / blockSize);
    const block = byBlock.get(`${seq}/${n}`) ?? { seq, n, lines: new Map() };
    block.lines.set(index % blockSize, fields);
    byBlock.set(`${seq}/${n}`, block);
  }
  for (const { seq, n, lines } of byBlock.values()) {
    const block = await tx.objectStore('people').get([seq, n]);
    if (block && typeof block.text === 'string')
      await tx.objectStore('people').put(blockWithout(block, lines));
  }
  return byBlock.size;
}

function blockWithout(block: PeopleBlock, lines: ReadonlyMap<number, number>): PeopleBlock {
  const text = peopleIn(block)
    .map((person, i) => {
      const fields = lines.get(i) ?? 0;
      const { to, handle, channel, note } = person;
      const whom = (text: string) => (fields & erased.whom ? '' : text);
      return [
        whom(to),
        whom(handle),
        fields & erased.channel ? '' : channel,
        fields & erased.note ? '' : note,
      ].join('\t');
    })
    .join('\n');
  // One that was damaged stays so: nobody must take the rest of it as sound.
  const isSound = crc32OfText(block.text) === block.crc;
  return { ...block, text, crc: isSound ? crc32OfText(text) : block.crc };
}

function without(entry: Entry, fields: number): Entry {
  const { handle, ...rest } = entry;
  const left = {
    ...rest,
    ...(fields & erased.whom ? { to: '' } : handle === undefined ? {} : { handle }),
    ...(fields & erased.channel ? { channel: '' } : {}),
    ...(fields & erased.note ? { note: '' } : {}),
  };
  return { ...left, names: namesOf(left) };
}

/** A note of which a part goes is emptied: what else stands in it can't be told apart where it can't be read. */
function changedIn(before: Partial<Person>, after: Partial<Person>): number {
  const whom = before.to !== after.to || (before.handle ?? '') !== (after.handle ?? '');
  return (
    (whom ? erased.whom : 0) |
    (before.channel !== after.channel ? erased.channel : 0) |
    (before.note !== after.note ? erased.note : 0)
  );
}

/** By what it shows that nobody wrote: names come with entries, and go with forgetting. */
async function stand(tx: Tx): Promise<{ entries: number; forgotten: number }> {
  return { entries: (await nextKey(tx, 'entries')) - 1, forgotten: await timesForgotten(tx) };
}

const nobody = whomId('', '');

/** Which texts go everywhere, and which stay somewhere. */
class Texts {
  readonly #going = new Set<TextId>();
  readonly #staying = new Set<TextId>();

  add({ to, handle, channel, note }: Person, fields: number): void {
    const goes = (field: number) => (fields & field ? this.#going : this.#staying);
    if (to !== '' || handle !== '') {
      // An edit of the name alone leaves the handle that stood there: each may have been written without the other.
      goes(erased.whom).add(whomId(to, handle));
      for (const id of [whomId(to, ''), whomId('', handle)]) if (id !== nobody) goes(erased.whom).add(id);
    }
    if (channel !== '') goes(erased.channel).add(channelId(channel));
    for (const part of noteParts(note)) if ('theirs' in part) goes(erased.note).add(noteId(part.theirs));
    // In the list of a copy it is one piece.
    if (note !== '') goes(erased.note).add(noteId(note));
  }

  gone(): TextId[] {
    return [...this.#going].filter((id) => !this.#staying.has(id));
  }
}
