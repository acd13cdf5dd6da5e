import { longestDays } from '../access/credentials';
import { understands } from '../follow/follower';
import type { Role } from '../members/acts';
import { presentMembers } from '../members/members';
import { stoppedBy } from '../members/rights';
import type { Member, Members } from '../members/team-state';
import type { Id } from '../sealing/ids';
import type { Ownership, Seat } from '../seat/seat';
import { daysLeft, tokenEnd } from './token-end';

/** A ticket with so few days left, or fewer, is to be made anew. */
export const soonOver = 4;

/** A member as a list shows them. */
export interface MemberRow {
  readonly member: Member;
  readonly isMe: boolean;
  /** By whom they were let in; null for the founder. */
  readonly by: string | null;
  /** They came by a recovery key, in the place of whoever made it. */
  readonly isRestored: boolean;
  /** Until when they are let in, milliseconds; null where this browser doesn't know. */
  readonly until: number | null;
  /** Days until then; see `daysLeft`. */
  readonly days: number | null;
  /** Their Claimcheck doesn't know all that this one does. */
  readonly isOlder: boolean;
  /** What they write doesn't fit the log, and is passed over. */
  readonly isDoubted: boolean;
}

/** Who belongs to the team, in the order of joining, and who left it, the last one first. */
export function memberRows(
  members: Members,
  seat: Seat,
  now: number,
): { readonly here: MemberRow[]; readonly gone: MemberRow[] } {
  const older = new Set(understands.flatMap((kind) => stoppedBy(members, kind).older));
  const row = (member: Member): MemberRow => {
    const isMe = member.card.id === seat.me.card.id;
    const until = isMe && seat.token ? tokenEnd(seat.token) : (seat.owner?.tickets?.[member.card.id] ?? null);
    const { by } = member.joined;
    return {
      ...{ member, isMe, until },
      by: by === member.card.id ? null : nameOf(members, by),
      isRestored: !member.paper && by !== member.card.id && Boolean(members.all[by]?.paper),
      days: until === null ? null : daysLeft(until, now),
      isDoubted: Object.hasOwn(members.doubted ?? {}, member.card.id),
      isOlder: !isMe && older.has(member.card.id),
    };
  };
  const gone = Object.values(members.all).filter((one) => one.gone !== null);
  gone.sort((a, b) => (b.gone?.seq ?? 0) - (a.gone?.seq ?? 0));
  return { here: presentMembers(members).map(row), gone: gone.map(row) };
}

/** A member's name; their id where the team knows none of it. */
export function nameOf(members: Members | null, id: Id): string {
  return members?.all[id]?.card.name ?? id;
}

/** One's own role; null for who isn't in the team, or not yet as far as the log was followed. */
export function ownRole(members: Members | null, seat: Seat): Role | null {
  const own = members?.all[seat.me.card.id];
  return own && !own.gone ? own.role : null;
}

/** Those who are gone, and whom the engine may still let in: until their tickets end, or the owner says that it knows. */
export function stillLetIn(members: Members, { struckOut = 0 }: Ownership, now: number): Member[] {
  return Object.values(members.all).filter(
    ({ gone, engineKey }) =>
      gone && engineKey && gone.seq > struckOut && now - gone.at < longestDays * 24 * 60 * 60 * 1000,
  );
}
