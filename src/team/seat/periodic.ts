import { presentMembers } from '../members/members';
import type { Members } from '../members/team-state';
import type { Card } from '../sealing/card';
import type { Id } from '../sealing/ids';
import type { PoolKey } from '../sealing/pool-key';
import { getSnapshot, type Snapshot, type SnapshotFrom, snapshotsThere } from './snapshot';

/*
 * Each time that the log has grown by so many entries an owner's browser lays a snapshot beside it, so that nobody ever
 * replays years, and once more after somebody was forgotten, since earlier ones can't be opened then. Owners alone: whoever
 * starts from a snapshot believes whom it is signed by. The owner who joined first does it at once, each other one only
 * when the log has grown further and none is there, so that they don't all do it.
 */
const every = 5000;
const grace = 1000;

/** Up to where snapshots are made: for which period of the log, and how often somebody was forgotten by then. */
export interface Made {
  readonly period: number;
  readonly forgotten: number;
}

/** What is due at this place of the log in this member's browser, `made`: the last that it knows to be done. */
export function dueSnapshot(
  members: Members,
  me: Id,
  { seq, forgotten }: { readonly seq: number; readonly forgotten: number },
  made: Made | null,
): Made | null {
  const rank = ownersOf(members).findIndex(({ id }) => id === me);
  const period = Math.floor((seq - rank * grace) / every);
  if (rank < 0 || period < 1) return null;
  const isDone = made && period <= made.period && forgotten <= made.forgotten;
  return isDone ? null : { period, forgotten };
}

/** Whether a snapshot is as new as what is due. */
export function isAsDue({ notes }: Snapshot, { period }: Made): boolean {
  return notes.seq >= period * every;
}

/** Where snapshots are looked for, with all keys that there are. */
interface Where extends Pick<SnapshotFrom, 'team' | 'log'> {
  readonly keys: readonly PoolKey[];
}

/**
 * The newest snapshot that an owner laid down by `upTo`, signed and sealed as it must be; null for none. Rejects with
 * LogProblem.
 */
export function newestSnapshot(members: Members, upTo: number, where: Where): Promise<Snapshot | null> {
  return newestBy(ownersOf(members), upTo, where);
}

/** The same of these members. */
export async function newestBy(
  by: readonly Card[],
  upTo: number,
  { team, keys, log }: Where,
): Promise<Snapshot | null> {
  for (const key of keys.toReversed())
    for (const { name } of await snapshotsThere({ team, by, key, log }, upTo)) {
      const snapshot = await getSnapshot({ team, by, key, log }, name);
      if (snapshot && snapshot.notes.seq <= upTo) return snapshot;
    }
  return null;
}

function ownersOf(members: Members): Card[] {
  return presentMembers(members)
    .filter(({ role, paper }) => role === 'owner' && !paper)
    .map(({ card }) => card);
}
