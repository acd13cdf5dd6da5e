import { said } from '../../domain/problem';
import { longestDays, memberToken } from '../access/credentials';
import { newKey, publicKeyOf } from '../access/jwt';
import { signerOnPaper } from '../access/paper-signer';
import { LogProblem } from '../log/log';
import { connectLog } from '../log/nats-log';
import { keysForNew } from '../members/key-ring';
import { presentMembers } from '../members/members';
import type { Member, Members } from '../members/team-state';
import { changeOwner, current, owning, remove } from '../pages/owner-acts';
import { type Connect, firstPatience, type Place } from '../pages/place';
import { isLate } from '../pages/start-team';
import { TeamProblem, teamProblem } from '../pages/team-words';
import { tokenEnd } from '../pages/token-end';
import { type Bytes, fromBase64url } from '../sealing/bytes';
import { paperOf } from '../sealing/paper';
import { newPaperMember, newPaperSecret } from '../sealing/recovery';
import { signerOf } from '../seat/founding';
import type { Ownership, Seat, Visitor } from '../seat/seat';
import { codeOf, layBox, placeOf } from './box';

/** What stands on the paper; it is kept nowhere. */
export interface RecoveryKey {
  readonly key: readonly string[];
  readonly code: readonly string[];
  readonly engines: readonly string[];
  /** Whether the engine lets its finder in by now; null where it couldn't be asked. */
  readonly works: boolean | null;
  /** The public key of its signer, for an engine that has to be told of it. */
  readonly signer: string;
}

/** The member on paper; null for none. */
export function paperIn(members: Members | null): Member | null {
  return members ? (presentMembers(members).findLast(({ paper }) => paper) ?? null) : null;
}

/**
 * Makes a recovery key: a member of the team that exists on paper alone, whose keys and the owner's lie with the engine,
 * sealed with it. One that was made before counts no more. Rejects with TeamProblem.
 */
export async function makeKey(here: Place, connect: Connect = connectLog): Promise<RecoveryKey> {
  const { seat, owner } = owning(here);
  const { shelf } = here;
  if (!shelf) throw new TeamProblem(said('teamElsewhere'));
  const secret = (owner.paper ? fromBase64url(owner.paper) : null) ?? newPaperSecret();
  const seed = await signerOnPaper(secret);
  const engine = { ...owner.engine, recoveryKey: publicKeyOf(seed) };
  const { machines, hosted = null } = owner;
  const beside = JSON.stringify({ inviter: seat.me.card, owner: { engine, machines, hosted } });
  const { card, box } = await newPaperMember(seat.team, seat.me.card.name, beside, secret);
  const { members, secret: pool } = await current(here);
  const before = presentMembers(members).filter(({ paper }) => paper);
  try {
    await layBox(shelf, secret, box);
  } catch (error) {
    throw teamProblem(error, members);
  }
  const act = { kind: 'add', card, role: 'owner', paper: true, engineKey: '' };
  await here.memberAct(act as { kind: string }, await keysForNew(seat.team, pool, card));
  // Whoever has an earlier one opens nothing that comes after.
  for (const one of before) await remove(here, one);
  const { account } = signerOf(owner);
  const untried = await visitor(seat.team, secret, account, longestDays);
  await changeOwner(here, (kept) => ({ ...kept, engine, paper: null, untried }));
  return {
    key: paperOf(secret),
    code: paperOf(codeOf(seat.team, account)),
    engines: seat.engines,
    works: await tryKey(here, connect),
    signer: engine.recoveryKey,
  };
}

/** Who tries whether the engine knows the recovery key that was made last; null once it does, and where nobody can any more. */
export function untriedKey({ untried }: Ownership, now: number): Visitor | null {
  return untried && (tokenEnd(untried.token) ?? 0) > now ? untried : null;
}

/**
 * Whether the engine knows the recovery key that was made last: once it does, that is kept. Null where it doesn't answer.
 * Rejects with TeamProblem.
 */
export async function tryKey(here: Place, connect: Connect = connectLog): Promise<boolean | null> {
  const { seat, owner } = owning(here);
  const untried = untriedKey(owner, Date.now());
  if (!untried) return true;
  const works = await letsIn(seat, untried, connect);
  if (works)
    await changeOwner(here, (kept) =>
      // Another one may have been made meanwhile.
      kept.untried?.token === untried.token ? { ...kept, untried: null } : kept,
    );
  return works;
}

async function letsIn(
  { engines, team }: Seat,
  { member, seed, token }: Visitor,
  connect: Connect,
): Promise<boolean | null> {
  const log = connect({ servers: engines, team, member, credentials: { jwt: token, seed } });
  try {
    await log.bounds(AbortSignal.timeout(firstPatience));
    return true;
  } catch (error) {
    if (error instanceof LogProblem && error.kind === 'refused') return false;
    if (isLate(error)) return null;
    throw teamProblem(error, null);
  } finally {
    await log.close();
  }
}

/** The right to look what lies with the engine for this paper, as nobody yet. */
export async function visitor(team: string, secret: Bytes, account: string, days = 1): Promise<Visitor> {
  const { seed, publicKey: memberKey } = newKey('user');
  const member = await placeOf(secret);
  const { jwt: token } = memberToken({
    ...{ accountSeed: await signerOnPaper(secret), account, team, days },
    ...{ member, role: 'viewer', memberKey },
  });
  return { member, seed, token };
}
