import type { People } from '../people/people';
import type { Entry, Tx } from '../store/schema';
import { entryAt, readableEntry } from './entry-at';
import { originOf } from './giving-out';

/** How a history's note begins to tell of a life that is over. */
export const wasOutBefore = 'was out before';

/** A life of a code that is over: it was out and came back, or was noted under another name. */
export interface EarlierLife {
  readonly to: string;
  readonly channel: string;
  readonly note: string;
  /** ISO 8601 in UTC: when the code went out, and when it came back or was noted anew. */
  readonly from: string;
  readonly until: string;
  /** The code stayed out; only its name was wrong. */
  readonly edited: boolean;
}

/** What ended the lives of codes, and of which of its codes for good. */
export interface LifeEnd {
  readonly entry: Entry;
  readonly isForGood: (position: number) => boolean;
}

/**
 * Of entries that end others, those that ended the life of a code, in the order of time. Where an act came back into
 * force later, no take-back of it counts, whichever computer's the one was that is named as undone.
 */
export function livesThatEnded(entries: readonly Entry[]): LifeEnd[] {
  const redos = entries.filter(({ kind }) => kind === 'redo');
  return entries
    .filter(({ kind }) => kind === 'undo' || kind === 'edit')
    .toSorted((a, b) => a.seq - b.seq)
    .map((entry) => {
      const later = redos.filter(({ issuance, seq }) => issuance === entry.issuance && seq > entry.seq);
      const isBack = (i: number) => later.some(({ from, count }) => from <= i && i < from + count);
      return { entry, isForGood: (i) => entry.kind === 'edit' || !isBack(i) };
    });
}

/** The life of the code at `position` that an undo or an edit ended; null where only an earlier export told of it. */
export async function lifeEndedBy(
  tx: Tx,
  people: People,
  entry: Entry,
  position: number,
): Promise<EarlierLife | null> {
  const ended = await entryAt(tx, entry.undoes);
  if (!ended) return null;
  const { to, channel, note } = await people.at(ended, position);
  const from = (await entryAt(tx, await originOf(tx, ended.seq)))?.at ?? ended.at;
  return { to, channel, note, from, until: readableEntry(entry)?.at ?? '', edited: entry.kind === 'edit' };
}
