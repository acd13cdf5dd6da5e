import type { EngineKeys } from '../../../../src/team/access/accounts';
import { memberToken } from '../../../../src/team/access/credentials';
import { publicKeyOf } from '../../../../src/team/access/jwt';
import { connectLog } from '../../../../src/team/log/nats-log';
import { readAnswer } from '../../../../src/team/members/answer';
import {
  newInvitation,
  type PendingInvitation,
  readInvitation,
} from '../../../../src/team/members/invitation';
import { keysForNew, mySecret } from '../../../../src/team/members/key-ring';
import type { TeamHere } from '../../../../src/team/pages/team-here';
import { foundTeam, ownToken, prepareTeam } from '../../../../src/team/seat/founding';
import { answerInvitation, readTicket, takeSeat, ticketText } from '../../../../src/team/seat/joining';
import { credentialsOf, type Seat } from '../../../../src/team/seat/seat';
import { SeatStore } from '../../../../src/team/seat/seat-store';

/*
 * The way into a team without the settings page, for tests that are about what comes after. Keys are made in the page
 * where they stay, since nobody can read them out; the page finds its seat where it would have put it itself.
 */

const seats = SeatStore.open();
const waiting: PendingInvitation[] = [];

/** Founds a team whose engine runs already. */
export async function found(of: {
  readonly name: string;
  readonly team: string;
  readonly engine: EngineKeys;
  readonly servers: readonly string[];
}): Promise<string> {
  const { owner, ...made } = await prepareTeam(of.name, 3);
  if (!owner) throw new Error('no owner');
  const placed: Seat = {
    ...made,
    team: of.team,
    engines: of.servers,
    owner: { ...owner, engine: of.engine },
  };
  const seat = { ...placed, token: ownToken(placed) };
  const log = logOf(seat, { create: { replicas: of.servers.length } });
  await (await seats).write(await foundTeam(seat, log));
  await log.close();
  return seat.me.card.id;
}

/** An invitation, as its text. */
export async function invite(): Promise<string> {
  const { team, engines, me } = await seat();
  const until = Date.now() + 600_000;
  const { text, pending } = await newInvitation({ team, engines, inviter: me.card, credentials: '', until });
  waiting.push(pending);
  return text;
}

/** Answers an invitation; the text of it. */
export async function answer(invitation: string, name: string): Promise<string> {
  const invited = await readInvitation(invitation);
  if (invited.kind !== 'invitation') throw new Error(invited.problem);
  const made = await answerInvitation(invited.invitation, name);
  await (await seats).write(made);
  return made.answer?.text ?? '';
}

/** Adds whoever answered; the ticket for them. */
export async function admit(here: TeamHere, told: string, role: 'giver' | 'viewer'): Promise<string> {
  const { team, me, owner } = await seat();
  const read = await readAnswer(told, { team, inviter: me.card, pending: waiting, now: Date.now() });
  if (read.kind !== 'answer' || !owner) throw new Error(read.kind);
  const { members } = here.state;
  const secret = members && (await mySecret(members, me));
  if (!secret) throw new Error('no secret');
  const { card, engineKey } = read;
  const act = { kind: 'add', card, role, paper: false, engineKey };
  await here.memberAct(act, await keysForNew(team, secret, card));
  const { jwt } = memberToken({
    ...{ accountSeed: owner.engine.signingSeed, account: publicKeyOf(owner.engine.accountSeed), team },
    ...{ member: card.id, role, days: 1, memberKey: engineKey },
  });
  return ticketText(card.id, jwt);
}

/** Takes the seat that a ticket is for. */
export async function take(ticket: string): Promise<void> {
  const mine = await seat();
  const read = await readTicket(ticket, mine.me.card.id);
  const token = read === null || read === 'other' ? read : read.token;
  const log = logOf({ ...mine, token });
  const taken = await takeSeat({ ...mine, token }, log, AbortSignal.timeout(60_000));
  await log.close();
  if (!taken) throw new Error('not added');
  await (await seats).write(taken);
}

async function seat(): Promise<Seat> {
  const found = await (await seats).read();
  if (!found) throw new Error('no seat');
  return found;
}

function logOf(seat: Seat, more = {}) {
  const { team, me, engines: servers } = seat;
  return connectLog({ servers, team, member: me.card.id, credentials: credentialsOf(seat), ...more });
}
