import { presentMembers } from '../members/members';
import type { Members } from '../members/team-state';
import { type Witness, witnessOf } from '../sealing/chain';
import type { Entry } from '../sealing/envelope';
import type { Digest } from '../sealing/envelope-layout';
import type { Id } from '../sealing/ids';

/*
 * Each entry says what its member had seen of the log, which must be what stands here. Where it is not, either the log
 * was changed, or its member lies or is broken. What one member alone can cause concerns that member alone; what shows
 * that the log was changed stops everybody:
 *
 * 1. An entry of a giver or a viewer that saw more than stands before it (`cut`) or other entries than stand here
 *    (`other-log`) is passed over, and so is all that this member writes from there on, in every browser alike. The page
 *    says so beside their name; an owner removes them, and adds them again with new keys where that is right.
 * 2. The same of a second member who belongs to the team stops: two don't come to it by themselves.
 * 3. The same of an owner stops, whose word the team rests on, and so does the same of oneself: one knows not to lie.
 * 4. An entry of one's own that the engine had acknowledged and that stands there no more stops, and so does a log that
 *    is shorter than, or other than, what this browser has followed (`TeamLog.follow`).
 * 5. An entry that saw nothing of the last places is passed over (`stale`), since a browser that began with a snapshot
 *    can't compare it, nor tell whether it is an old one repeated. Nobody writes so late.
 *
 * 1 and 5 follow from the log alone; stopping never makes two browsers differ.
 */

/** How far back an entry is compared. A snapshot has more than so many places (`lastEntries`). */
export const comparedBack = 4000;

/** What an entry's word of the log comes to. */
export type Weighed = 'fits' | 'stale' | 'doubted' | 'stops';

/** Compares what an entry says to have seen with this log; see above. `witness`: what was found. */
export async function weigh(
  { member, prev, seen }: Pick<Entry, 'member' | 'prev' | 'seen'>,
  here: {
    readonly seq: number;
    readonly me: Id;
    readonly members: Members | null;
    chainAt(seq: number): Promise<Digest | null>;
  },
): Promise<{ readonly weighed: Weighed; readonly witness: Witness }> {
  const { seq, me, members } = here;
  if (seen.seq < seq - comparedBack) return { weighed: 'stale', witness: 'same' };
  const chain = seen.seq < seq ? await here.chainAt(seen.seq) : null;
  // One member in two browsers writes without the other's last entry; nothing is missing then.
  const witness = witnessOf({ prev, seen }, { seq, ownLast: prev, chainAt: () => chain });
  if (witness !== 'cut' && witness !== 'other-log') return { weighed: 'fits', witness };
  const own = members?.all[member];
  const others = members ? doubtedIn(members).filter((one) => one !== member) : [];
  const stops = member === me || own?.role === 'owner' || others.length > 0;
  return { weighed: stops ? 'stops' : 'doubted', witness };
}

/** The team with a member whose entries are passed over from this place on. */
export function withDoubt(members: Members, member: Id, seq: number): Members {
  return { ...members, doubted: { ...members.doubted, [member]: seq } };
}

/** Those who belong to the team and whose entries are passed over. */
export function doubtedIn(members: Members): Id[] {
  return presentMembers(members)
    .map(({ card }) => card.id)
    .filter((id) => isDoubted(members, id));
}

function isDoubted({ doubted = {} }: Members, member: Id): boolean {
  return Object.hasOwn(doubted, member);
}
