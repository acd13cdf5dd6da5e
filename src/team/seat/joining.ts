import * as z from 'zod/mini';
import { clearShared, type Db, followedTo, takeFirst } from '../../ledger';
import { newKey, publicKeyOf } from '../access/jwt';
import type { Notes } from '../follow/notes';
import type { TeamLog } from '../log/log';
import { newAnswer } from '../members/answer';
import { isTheTeamOf } from '../members/founding';
import type { Invitation } from '../members/invitation';
import { generationIn, ringFrom, welcomeIn } from '../members/key-ring';
import type { Generation } from '../members/team-state';
import { armored, unarmored } from '../members/text-armor';
import { parsed, textOf, utf8 } from '../sealing/bytes';
import { cardOf } from '../sealing/card';
import { isId } from '../sealing/ids';
import { newMemberKeys } from '../sealing/member-keys';
import { type PoolSecret, poolKeyOf } from '../sealing/pool-key';
import { newestBy } from './periodic';
import type { Seat } from './seat';
import { getSnapshot, type SnapshotName } from './snapshot';

const tag = 'cce';
const version = 1;
const shape = z.object({
  member: z.string(),
  token: z.string().check(z.maxLength(10_000)),
  start: z.optional(
    z.object({
      added: z.int().check(z.minimum(1)),
      snapshot: z.string().check(z.regex(/^[\w-]{1,64}$/)),
    }),
  ),
});

/** Where somebody new may start: the entry that added them, and a copy of the codes beside the log. */
export interface Start {
  readonly added: number;
  readonly snapshot: SnapshotName;
}

/** What an owner sends to a member: the way into the engine, and for somebody new where to start. */
export interface Ticket {
  readonly token: string;
  readonly start: Start | null;
}

/** Makes a new member's keys, and the answer to an invitation. Throws RangeError for a name that can't be shown. */
export async function answerInvitation(invitation: Invitation, name: string): Promise<Seat> {
  const { keys, open } = await newMemberKeys();
  const me = { card: await cardOf(name, open), keys };
  const { seed } = newKey('user');
  const answer = await newAnswer(invitation, me.card, publicKeyOf(seed));
  const { team, engines } = invitation;
  return { team, me, engines, seed, token: null, keys: [], owner: null, invitation, answer };
}

/** What an owner sends to somebody who was added: the way into the engine. Whoever else reads it can do nothing with it. */
export function ticketText(member: string, token: string, start: Start | null = null): Promise<string> {
  return armored(tag, version, utf8(JSON.stringify({ member, token, ...(start ? { start } : {}) })));
}

/** Reads a ticket out of what was pasted: 'other' for somebody else's, null for anything else. */
export async function readTicket(pasted: string, member: string): Promise<Ticket | 'other' | null> {
  const found = await unarmored(tag, version, pasted);
  const text = found.kind === 'problem' ? null : textOf(found.bytes);
  const told = shape.safeParse(text === null ? undefined : parsed(text));
  if (!told.success || !isId(told.data.member)) return null;
  const { token, start = null } = told.data;
  return told.data.member === member ? { token, start } : 'other';
}

/**
 * Finds the pool's keys in the log, handed over by whoever sent the invitation; the seat, taken. Null where nobody has
 * added this browser yet. Rejects with LogProblem.
 */
export async function takeSeat(seat: Seat, log: TeamLog, signal: AbortSignal): Promise<Seat | null> {
  const { team, me, invitation } = seat;
  if (!invitation) return null;
  const { last } = await log.bounds(signal);
  const told: Generation[] = [];
  let secret: PoolSecret | null = null;
  const stop = new AbortController();
  const both = AbortSignal.any([signal, stop.signal]);
  for await (const { seq, bytes } of last > 0 ? log.follow(0, both) : []) {
    const generation = generationIn(bytes);
    if (generation) told.push(generation);
    // The last one counts: keys may have changed since.
    secret = (await welcomeIn(team, bytes, invitation.inviter, me)) ?? secret;
    if (seq >= last) stop.abort();
  }
  const ring = secret && (await ringFrom(team, secret, told));
  return ring && { ...seat, keys: ring.keys, invitation: null, answer: null };
}

/**
 * The same by a snapshot that the inviter laid beside the log, and the place of the entry that added this browser: what
 * follows is read from there on, and the history comes meanwhile (`Coming`). By a later one where the team forgot somebody
 * since. Null where the log's beginning has to be read. Rejects with LogProblem and LedgerProblem.
 */
export async function takeSeatFrom(
  seat: Seat,
  { added, snapshot }: Start,
  { log, db, notes }: { readonly log: TeamLog; readonly db: Db; readonly notes: Notes },
  signal: AbortSignal,
): Promise<Seat | null> {
  const { team, me, invitation } = seat;
  const bytes = await entryAt(log, added, signal);
  const secret = bytes && invitation && (await welcomeIn(team, bytes, invitation.inviter, me));
  if (!secret) return null;
  const key = await poolKeyOf(team, secret);
  const by = [invitation.inviter];
  const found =
    (await getSnapshot({ team, by, key, log }, snapshot)) ??
    (await newestBy(by, Number.POSITIVE_INFINITY, { team, keys: [key], log }));
  const members = found?.notes.members.members;
  const ring = members && (await ringFrom(team, secret, members.generations));
  if (!found || !ring || !isTheTeamOf(members, invitation.inviter, me.card)) return null;
  // In this order: a browser that dies on the way takes the same ticket again.
  const { first, coming, from } = found;
  const [before, begun] = [await notes.comesFrom(), (await followedTo(db)) > 0];
  if (!(before?.snapshot === from.snapshot && begun)) {
    // It began with another one, whose key is destroyed by now.
    if (before && begun) await clearShared(db);
    await notes.willCome({ ...from, parts: coming });
    await takeFirst(db, first, coming);
  }
  await notes.take(found.notes);
  return { ...seat, keys: ring.keys, invitation: null, answer: null };
}

async function entryAt(log: TeamLog, seq: number, signal: AbortSignal): Promise<Uint8Array | null> {
  const stop = new AbortController();
  for await (const entry of log.follow(seq - 1, AbortSignal.any([signal, stop.signal]))) {
    stop.abort();
    return entry.seq === seq ? entry.bytes : null;
  }
  return null;
}
