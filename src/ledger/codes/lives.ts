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

/** Of entries that end others, those that ended the life of a code for good, in the order of time. */
export function livesThatEnded(entries: readonly Entry[]): Entry[] {
  const redone = new Set(entries.filter(({ kind }) => kind === 'redo').map(({ undoes }) => undoes));
  return entries
    .filter(({ kind, seq }) => (kind === 'undo' && !redone.has(seq)) || kind === 'edit')
    .toSorted((a, b) => a.seq - b.seq);
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
