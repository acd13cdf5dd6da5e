import { longestDays, memberToken } from '../access/credentials';
import { isSignedToken, publicKeyOf } from '../access/jwt';
import type { Snapshots } from '../follow/snapshots';
import type { TeamLog } from '../log/log';
import { presentMembers } from '../members/members';
import type { Member, Members } from '../members/team-state';
import { textOf, utf8 } from '../sealing/bytes';
import type { Id } from '../sealing/ids';
import { signerOf } from '../seat/founding';
import { isSeated, type Seat } from '../seat/seat';
import type { SeatStore } from '../seat/seat-store';
import { claimsOf, tokenEnd } from './token-end';

type Shelf = Pick<TeamLog, 'putObject' | 'getObject'>;

const day = 24 * 60 * 60 * 1000;
/** A member finds a new ticket this often, so that three may be missed. */
const period = 4 * day;

/**
 * Lays a new ticket beside the log for each member, in the owner's browser: they renew themselves while both work.
 * Nobody else can use one. Resolves with until when each member is let in by now, milliseconds.
 */
export async function layTickets(
  log: Shelf,
  seat: Seat,
  members: Members,
  now = Date.now(),
): Promise<Readonly<Record<Id, number>>> {
  const { owner, team, me } = seat;
  if (!owner) return {};
  const until: Record<Id, number> = {};
  for (const { card, role, engineKey, paper } of presentMembers(members)) {
    if (card.id === me.card.id || paper || engineKey === '') continue;
    const { jwt } = memberToken({
      ...{ ...signerOf(owner), team, now },
      ...{ member: card.id, role, days: longestDays, memberKey: engineKey },
    });
    await log.putObject(nameOf(card.id, role, now), utf8(jwt));
    // What lies there already was signed in this period, too.
    const least = Math.floor(now / period) * period + longestDays * day;
    until[card.id] = Math.max(least, owner.tickets?.[card.id] ?? 0);
  }
  return until;
}

/** The ticket that lies beside the log for this browser, where it is a better one than it has; null for none. */
export async function findTicket(
  log: Shelf,
  seat: Seat,
  members: Members,
  now = Date.now(),
): Promise<string | null> {
  const own = members.all[seat.me.card.id];
  if (!own || own.gone || seat.owner || !isSeated(seat)) return null;
  const owners = presentMembers(members).filter(({ role, paper }) => role === 'owner' && !paper);
  for (const at of [now, now - period])
    for (const { card } of owners) {
      const bytes = await log.getObject(nameOf(own.card.id, own.role, at), card.id);
      const token = bytes && textOf(bytes);
      if (token && isBetter(token, seat, now)) return token;
    }
  return null;
}

/**
 * What a browser renews beside the log while it is open: new tickets for the others where it is an owner's, and now and
 * then a snapshot, else its own ticket; whether it has another one now. Rejects as the log and the ledger do.
 */
export async function renewBeside(
  {
    log,
    snapshots,
    seats,
  }: {
    readonly log: Shelf;
    readonly snapshots: Pick<Snapshots, 'layIfDue'>;
    readonly seats: Pick<SeatStore, 'change'>;
  },
  seat: Seat,
  members: Members,
): Promise<boolean> {
  const { owner } = seat;
  type Owner = NonNullable<typeof owner>;
  const keep = (more: (owner: Owner) => Partial<Owner>) =>
    seats.change((kept) => (kept.owner ? { ...kept, owner: { ...kept.owner, ...more(kept.owner) } } : kept));
  if (owner) {
    const until = await layTickets(log, seat, members);
    await keep(({ tickets }) => ({ tickets: { ...tickets, ...until } }));
    const copied = await snapshots.layIfDue(owner.copied ?? null);
    await keep(() => ({ copied }));
    return false;
  }
  const token = await findTicket(log, seat, members);
  if (token) await seats.change((kept) => ({ ...kept, token }));
  return token !== null;
}

/** What isn't signed by whom the last ticket was is nothing. */
function isBetter(token: string, { token: before, seed }: Seat, now: number): boolean {
  const [told, had] = [claimsOf(token), before === null ? null : claimsOf(before)];
  const end = tokenEnd(token);
  if (!told || end === null || end <= now || told.sub !== publicKeyOf(seed) || !isSignedToken(token))
    return false;
  if (!had) return true;
  if (told.iss !== had.iss) return false;
  const rights = (claims: typeof told) => JSON.stringify(claims.nats?.pub);
  return rights(told) !== rights(had) || end > (tokenEnd(before ?? '') ?? 0);
}

function nameOf(member: Id, role: Member['role'], now: number): string {
  return `ticket-${member}-${role}-${Math.floor(now / period)}`;
}
