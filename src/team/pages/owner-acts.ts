import { said } from '../../domain/problem';
import { longestDays, memberToken } from '../access/credentials';
import type { Role } from '../members/acts';
import { type AnswerProblem, type ReadAnswer, readAnswer } from '../members/answer';
import { newInvitation } from '../members/invitation';
import { keysForNew, mySecret, nextKeys } from '../members/key-ring';
import { presentMembers } from '../members/members';
import type { Member, Members } from '../members/team-state';
import type { HandedKeys } from '../sealing/handed-keys';
import type { Id } from '../sealing/ids';
import type { PoolSecret } from '../sealing/pool-key';
import { signerOf } from '../seat/founding';
import { type Start, ticketText } from '../seat/joining';
import type { Ownership, Seat } from '../seat/seat';
import type { Place } from './place';
import { TeamProblem } from './team-words';

/** How long an invitation waits for its answer, milliseconds. */
const invitationLasts = 7 * 24 * 60 * 60 * 1000;

/** An answer that was pasted, to be compared and then added. */
export type Newcomer = Extract<ReadAnswer, { kind: 'answer' }>;

const answerWords = {
  none: 'teamAnswerNone',
  cut: 'teamTextCut',
  damaged: 'teamTextDamaged',
  newer: 'teamTextNewer',
  malformed: 'teamTextDamaged',
  unknown: 'teamAnswerUnknown',
  over: 'teamAnswerOver',
  false: 'teamAnswerFalse',
} as const satisfies Record<AnswerProblem, string>;

/** Makes an invitation and keeps it; the text to send. */
export async function invite(here: Place, now = Date.now()): Promise<string> {
  const { team, me, engines } = owning(here).seat;
  const until = now + invitationLasts;
  const { text, pending } = await newInvitation({ team, engines, inviter: me.card, credentials: '', until });
  await changeOwner(here, (owner) => ({
    ...owner,
    // What nobody answered in time is of no use any more.
    pending: [...owner.pending.filter((one) => one.until > now), pending],
  }));
  return text;
}

/** Takes an invitation back: its answer counts no more. */
export function takeInvitationBack(here: Place, id: Id): Promise<void> {
  return changeOwner(here, (owner) => ({
    ...owner,
    pending: owner.pending.filter((one) => one.id !== id),
  }));
}

/** Reads an answer that was pasted. Rejects with TeamProblem where it is none to an invitation from here. */
export async function readNewcomer(here: Place, pasted: string, now = Date.now()): Promise<Newcomer> {
  const { seat, owner } = owning(here);
  const { pending } = owner;
  const read = await readAnswer(pasted, { team: seat.team, inviter: seat.me.card, pending, now });
  if (read.kind === 'problem') throw new TeamProblem(said(answerWords[read.problem]));
  return read;
}

/** Adds whoever answered, after the digits were compared; the ticket to send to them. Rejects with TeamProblem. */
export async function add(here: Place, newcomer: Newcomer, role: Role): Promise<string> {
  const { seat } = owning(here);
  const { card, engineKey, invitation } = newcomer;
  // Added already, by a page that was closed before it could tell.
  if (!here.state.members?.all[card.id]) {
    const { secret } = await current(here);
    await here.memberAct(
      { kind: 'add', card, role, paper: false, engineKey } as { kind: string },
      await keysForNew(seat.team, secret, card),
    );
  }
  const added = here.state.members?.all[card.id]?.joined.seq;
  const snapshot = (await here.snapshot?.()) ?? null;
  const start = added !== undefined && snapshot !== null ? { added, snapshot } : null;
  const ticket = await newTicket(here, { id: card.id, role, engineKey, start });
  await takeInvitationBack(here, invitation);
  return ticket;
}

/** Makes a ticket that lets a member in for as long as any may; the text to send to them. */
export async function newTicket(
  here: Place,
  {
    id,
    role,
    engineKey,
    start = null,
  }: { readonly id: Id; readonly role: Role; readonly engineKey: string; readonly start?: Start | null },
  now = Date.now(),
): Promise<string> {
  const { seat, owner } = owning(here);
  const { jwt, until } = memberToken({
    ...{ ...signerOf(owner), team: seat.team, now },
    ...{ member: id, role, days: longestDays, memberKey: engineKey },
  });
  await changeOwner(here, (kept) => ({ ...kept, tickets: { ...kept.tickets, [id]: until } }));
  return ticketText(id, jwt, start);
}

/** Gives a member another role; the ticket with its rights, to send to them. Rejects with TeamProblem. */
export async function changeRole(here: Place, member: Member, role: Role): Promise<string> {
  const { id } = member.card;
  await here.memberAct({ kind: 'role', member: id, role } as { kind: string });
  return newTicket(here, { id, role, engineKey: member.engineKey });
}

/** Removes a member and changes the key, so that nothing after it opens to them. Rejects with TeamProblem. */
export async function remove(here: Place, member: Member, now = Date.now()): Promise<void> {
  const { id } = member.card;
  const handed = await nextHanded(here, (one) => one.card.id !== id);
  await here.memberAct({ kind: 'remove', member: id } as { kind: string }, handed);
  await changeOwner(here, ({ tickets = {}, ...owner }) => ({
    ...owner,
    revoked: member.engineKey ? { ...owner.revoked, [member.engineKey]: now } : owner.revoked,
    tickets: Object.fromEntries(Object.entries(tickets).filter(([kept]) => kept !== id)),
  }));
}

/** Keeps that the engine lets these in no more, who are gone: its machines have the files that say so. */
export function struckOut(here: Place, gone: readonly Member[]): Promise<void> {
  const last = Math.max(0, ...gone.map((member) => member.gone?.seq ?? 0));
  return changeOwner(here, (owner) => ({ ...owner, struckOut: Math.max(last, owner.struckOut ?? 0) }));
}

/** Changes the key, after somebody left by themselves. Rejects with TeamProblem. */
export async function changeKey(here: Place): Promise<void> {
  await here.memberAct({ kind: 'rotate' }, await nextHanded(here, () => true));
}

async function nextHanded(here: Place, stays: (member: Member) => boolean): Promise<HandedKeys> {
  const { secret, members } = await current(here);
  const staying = presentMembers(members).filter(stays);
  const next = await nextKeys(
    members.team,
    secret,
    staying.map(({ card }) => card),
  );
  return next.handed;
}

/** The pool's secret in force. Throws TeamProblem. */
export async function current({ state }: Place): Promise<{ secret: PoolSecret; members: Members }> {
  const { seat, members } = state;
  const secret = seat && members && (await mySecret(members, seat.me));
  if (!secret || !members) throw new TeamProblem(said('teamLocked'));
  return { secret, members };
}

/** The owner's seat. Throws TeamProblem where this browser is no owner's. */
export function owning({ state }: Place): { seat: Seat; owner: Ownership } {
  const { seat } = state;
  if (!seat?.owner) throw new TeamProblem(said('teamRole'));
  return { seat, owner: seat.owner };
}

/** Changes what the owner's browser keeps. */
export async function changeOwner(here: Place, how: (owner: Ownership) => Ownership): Promise<void> {
  await here.seats.change((seat) => (seat.owner ? { ...seat, owner: how(seat.owner) } : seat));
  await here.readSeat();
}
