import { said } from '../../domain/problem';
import { memberToken } from '../access/credentials';
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
import { type Bytes, fromBase64url } from '../sealing/bytes';
import { paperOf } from '../sealing/paper';
import { newPaperMember, newPaperSecret } from '../sealing/recovery';
import { signerOf } from '../seat/founding';
import type { Seat } from '../seat/seat';
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
  await changeOwner(here, (kept) => ({ ...kept, engine, paper: null }));
  return {
    key: paperOf(secret),
    code: paperOf(codeOf(seat.team, signerOf(owner).account)),
    engines: seat.engines,
    works: await knows(seat, secret, signerOf(owner).account, connect),
    signer: engine.recoveryKey,
  };
}

/** Whether the engine lets somebody in who has the paper; null where it doesn't answer. */
async function knows(seat: Seat, secret: Bytes, account: string, connect: Connect): Promise<boolean | null> {
  const { seed, token } = await visitor(seat.team, secret, account);
  const log = connect({
    ...{ servers: seat.engines, team: seat.team, member: await placeOf(secret) },
    credentials: { jwt: token, seed },
  });
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
export async function visitor(
  team: string,
  secret: Bytes,
  account: string,
): Promise<{ seed: string; token: string }> {
  const { seed, publicKey: memberKey } = newKey('user');
  const { jwt: token } = memberToken({
    ...{ accountSeed: await signerOnPaper(secret), account, team, days: 1 },
    ...{ member: await placeOf(secret), role: 'viewer', memberKey },
  });
  return { seed, token };
}
