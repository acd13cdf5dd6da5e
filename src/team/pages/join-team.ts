import { said } from '../../domain/problem';
import { openLedger } from '../../ledger';
import { Notes } from '../follow/notes';
import { LogProblem, type TeamLog } from '../log/log';
import { connectLog } from '../log/nats-log';
import type { InvitationProblem } from '../members/invitation';
import { type ReadInvitation, readInvitation } from '../members/invitation';
import { answerInvitation, readTicket, type Start, takeSeat, takeSeatFrom } from '../seat/joining';
import { credentialsOf, isSeated, type Seat } from '../seat/seat';
import { hasCopy } from './left-copy';
import { type Connect, firstPatience, type Place } from './place';
import { isLate } from './start-team';
import { TeamProblem, teamProblem } from './team-words';
import { tokenEnd } from './token-end';
import { nameIn } from './typed';

const invitationWords = {
  none: 'teamInvitationNone',
  cut: 'teamTextCut',
  damaged: 'teamTextDamaged',
  newer: 'teamTextNewer',
  malformed: 'teamTextDamaged',
} as const satisfies Record<InvitationProblem, string>;

/** Reads what was pasted. Rejects with TeamProblem where it is no invitation. */
export async function invitationIn(
  pasted: string,
): Promise<Extract<ReadInvitation, { kind: 'invitation' }>['invitation']> {
  const read = await readInvitation(pasted);
  if (read.kind === 'problem') throw new TeamProblem(said(invitationWords[read.problem]));
  return read.invitation;
}

/** Answers an invitation under a name, and keeps both. Rejects with TeamProblem. */
export async function answer(here: Place, pasted: string, name: string): Promise<void> {
  const invitation = await invitationIn(pasted);
  const right = nameIn(name);
  if (right === null) throw new TeamProblem(said('teamNameFault'));
  if (await here.seats.read()) throw new TeamProblem(said('teamBegun'));
  if (await hasCopy()) throw new TeamProblem(said('teamCopyFirst'));
  await here.seats.write(await answerInvitation(invitation, right));
  await here.readSeat();
}

/**
 * Takes the seat with a ticket; for whoever has a seat already, the ticket takes the place of the one before. Rejects
 * with TeamProblem.
 */
export async function takeTicket(here: Place, pasted: string, connect: Connect = connectLog): Promise<void> {
  const seat = await here.seats.read();
  if (!seat) throw new TeamProblem(said('teamNone'));
  const ticket = await readTicket(pasted, seat.me.card.id);
  if (ticket === null) throw new TeamProblem(said('teamTicketNone'));
  if (ticket === 'other') throw new TeamProblem(said('teamTicketOther', { name: seat.me.card.name }));
  const { token, start } = ticket;
  const end = tokenEnd(token);
  if (end !== null && end <= Date.now()) throw new TeamProblem(said('teamTicketOver'));
  if (isSeated(seat)) await here.seats.change((kept) => ({ ...kept, token }));
  else {
    const { keys } = await seatWith({ ...seat, token }, start, connect);
    await here.seats.change((kept) => ({ ...kept, token, keys, invitation: null, answer: null }));
  }
  await here.readSeat();
}

async function seatWith(seat: Seat, start: Start | null, connect: Connect): Promise<Seat> {
  const { team, me, engines } = seat;
  const log = connect({ servers: engines, team, member: me.card.id, credentials: credentialsOf(seat) });
  const late = AbortSignal.timeout(firstPatience);
  try {
    const taken = (start && (await startFrom(seat, start, log, late))) ?? (await takeSeat(seat, log, late));
    if (late.aborted) throw late.reason;
    if (!taken) throw new TeamProblem(said('teamNotAdded'));
    return taken;
  } catch (error) {
    if (isLate(error)) throw new TeamProblem(said('teamJoinUnreachable'), { cause: error });
    if (error instanceof LogProblem && error.kind === 'refused')
      throw new TeamProblem(said('teamTicketRefused'), { cause: error });
    throw teamProblem(error, null);
  } finally {
    await log.close();
  }
}

/** Takes the seat by a copy of the codes; null where the log has to be read from its beginning. */
async function startFrom(seat: Seat, start: Start, log: TeamLog, late: AbortSignal): Promise<Seat | null> {
  const [db, notes] = [await openLedger(), await Notes.open(seat.team)];
  try {
    return await takeSeatFrom(seat, start, { log, db, notes }, late);
  } finally {
    db.close();
    notes.close();
  }
}
