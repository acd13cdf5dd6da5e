import { presentMembers } from '../members/members';
import type { Members } from '../members/team-state';
import type { Id } from '../sealing/ids';
import { getSnapshot, type Snapshot, type SnapshotFrom, type SnapshotName } from './snapshot';

/*
 * Each time that the log has grown by so many entries an owner's browser lays a snapshot beside it, so that nobody ever
 * replays years. Owners alone: whoever starts from a snapshot believes whom it is signed by. The owner who joined first
 * does it at once, each other one only when the log has grown further and none is there, so that they don't all do it.
 */
const every = 5000;
const grace = 1000;

/** A snapshot that this owner's browser is to look for, and to make where it isn't there. */
export interface Due {
  readonly period: number;
  readonly name: SnapshotName;
  /** What owners before it would have made in its place. */
  readonly others: readonly { readonly by: Id; readonly name: SnapshotName }[];
}

/** What is due at this place of the log in this member's browser, `made`: the last period that it knows to be done. */
export function dueSnapshot(members: Members, me: Id, seq: number, made: number): Due | null {
  const owners = ownersOf(members);
  const rank = owners.indexOf(me);
  const period = Math.floor((seq - rank * grace) / every);
  if (rank < 0 || period < 1 || period <= made) return null;
  const others = owners.slice(0, rank).map((by) => ({ by, name: nameOf(by, period) }));
  return { period, name: nameOf(me, period), others };
}

/**
 * The newest snapshot that an owner laid down by `seq`, signed and sealed as it must be; null for none. `from`: where to
 * read it and which keys there are.
 */
export async function newestSnapshot(
  members: Members,
  seq: number,
  { team, keys, log }: Pick<SnapshotFrom, 'team' | 'log'> & { readonly keys: readonly SnapshotFrom['key'][] },
): Promise<{ readonly snapshot: Snapshot; readonly name: SnapshotName; readonly from: SnapshotFrom } | null> {
  for (let period = Math.floor(seq / every); period > 0; period--)
    for (const owner of ownersOf(members)) {
      const by = members.all[owner]?.card;
      const name = nameOf(owner, period);
      for (const key of by ? keys.toReversed() : []) {
        const from = { team, by: by as SnapshotFrom['by'], key, log };
        const snapshot = await getSnapshot(from, name);
        if (snapshot) return { snapshot, name, from };
      }
    }
  return null;
}

function ownersOf(members: Members): Id[] {
  return presentMembers(members)
    .filter(({ role, paper }) => role === 'owner' && !paper)
    .map(({ card }) => card.id);
}

function nameOf(member: Id, period: number): SnapshotName {
  return `snapshot-${member}-${period}`;
}
