import { deleteDB } from 'idb';
import { type Said, said, saidCount } from '../../domain/problem';
import { openLedger } from '../../ledger';
import { newKey } from '../access/jwt';
import { Notes } from '../follow/notes';
import { Session } from '../follow/session';
import { LogProblem, type TeamLog } from '../log/log';
import { connectLog } from '../log/nats-log';
import { keysForNew, mySecret } from '../members/key-ring';
import { hasCopy } from '../pages/left-copy';
import { type Connect, firstPatience, type Place } from '../pages/place';
import { addressFault, isLate } from '../pages/start-team';
import { TeamProblem, teamProblem } from '../pages/team-words';
import { addressesIn, nameIn } from '../pages/typed';
import { cardOf } from '../sealing/card';
import { newMemberKeys } from '../sealing/member-keys';
import { type ReadPaper, readPaper } from '../sealing/paper';
import { ownToken } from '../seat/founding';
import { takeSeat } from '../seat/joining';
import { credentialsOf, type Seat } from '../seat/seat';
import { codeGroups, codeIn, findBox } from './box';
import { visitor } from './make-key';

/** What somebody types from the paper, and as whom they go on. */
export interface Typed {
  readonly key: string;
  readonly code: string;
  readonly addresses: string;
  readonly name: string;
}

/** What is wrong with what was typed, by field; nothing where all is right. */
export function typedFaults({ key, code, addresses, name }: Typed): Partial<Record<keyof Typed, Said>> {
  const faults = {
    key: paperFault(readPaper(key), key),
    code: paperFault(readPaper(code, codeGroups), code),
    addresses: addressFault(addresses),
    name: nameIn(name) === null ? said('teamNameFault') : null,
  };
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== null));
}

function paperFault(read: ReadPaper, typed: string): Said | null {
  if (read.kind === 'secret') return null;
  if (typed.trim() === '') return said('teamRestoreNone');
  const groups = read.groups.join(', ');
  if (read.kind === 'wrong') return saidCount('teamRestoreWrong', read.groups.length, { groups });
  const lengths = { typed: read.typed, of: read.of };
  return read.groups.length > 0
    ? saidCount('teamRestoreLengthAt', read.groups.length, { ...lengths, groups })
    : said('teamRestoreLength', lengths);
}

/** Where the log is followed meanwhile: nothing of it stays. */
const meanwhile = 'claimcheck-restoring';

/**
 * Takes the place of an owner's browser that is lost: opens what lies with the engine by the paper, and adds this browser
 * to the team in the paper's name. The paper stays good. Rejects with TeamProblem.
 */
export async function restore(here: Place, typed: Typed, connect: Connect = connectLog): Promise<void> {
  const [fault] = Object.values(typedFaults(typed));
  const [key, code] = [readPaper(typed.key), readPaper(typed.code, codeGroups)];
  if (fault || key.kind !== 'secret' || code.kind !== 'secret')
    throw new TeamProblem(fault ?? said('teamRestoreNone'));
  if (await here.seats.read()) throw new TeamProblem(said('teamBegun'));
  if (await hasCopy()) throw new TeamProblem(said('teamCopyFirst'));
  const { addresses: engines } = addressesIn(typed.addresses);
  const { team, account } = codeIn(code.secret);
  try {
    const paper = await paperSeat({ team, engines, account, secret: key.secret }, connect);
    await here.seats.write(await asSomebodyNew(paper, nameIn(typed.name) ?? '', connect));
  } catch (error) {
    if (isLate(error)) throw new TeamProblem(said('teamJoinUnreachable'), { cause: error });
    if (error instanceof LogProblem && error.kind === 'refused')
      throw new TeamProblem(said('teamRestoreRefused'), { cause: error });
    throw teamProblem(error, null);
  }
  await here.readSeat();
}

/** The seat of the member on paper, with the owner's keys out of its box. */
async function paperSeat(
  of: {
    readonly team: string;
    readonly engines: readonly string[];
    readonly account: string;
    readonly secret: Parameters<typeof visitor>[1];
  },
  connect: Connect,
): Promise<Seat> {
  const { team, engines, account, secret } = of;
  const { member, seed, token } = await visitor(team, secret, account);
  const late = AbortSignal.timeout(firstPatience);
  const box = await over(
    connect({ servers: engines, team, member, credentials: { jwt: token, seed } }),
    // The engine's own word is asked for first: it is given up where none comes.
    async (log) => (await log.bounds(late)) && findBox(log, team, secret),
  );
  if (!box) throw new TeamProblem(said('teamRestoreNothing'));
  const { card, keys, told } = box;
  const owner = { ...told.owner, paper: null, pending: [], revoked: {} };
  const invitation = { team, engines, once: '', inviter: told.inviter, credentials: '', until: 0 };
  const own = newKey('user').seed;
  const seat: Seat = {
    ...{ team, engines, owner, invitation, me: { card, keys } },
    ...{ seed: own, token: null, keys: [], answer: null },
  };
  const knocking = { ...seat, token: ownToken(seat) };
  const taken = await over(connect(optionsOf(knocking)), (log) => takeSeat(knocking, log, late));
  if (late.aborted) throw late.reason;
  if (!taken) throw new TeamProblem(said('teamRestoreNothing'));
  return taken;
}

/** Follows the log as the member on paper, and adds a new owner. */
async function asSomebodyNew(paper: Seat, name: string, connect: Connect): Promise<Seat> {
  const { team } = paper;
  await Promise.all([deleteDB(meanwhile), deleteDB(`${meanwhile}-notes`)]);
  const [db, notes] = [await openLedger({ name: meanwhile }), await Notes.open(team, `${meanwhile}-notes`)];
  const log = connect(optionsOf(paper));
  const session = new Session(paper, { log, db, notes, onStanding: () => undefined });
  const running = session.run();
  try {
    await session.current;
    const { members, ring } = session.follower;
    const secret = members && (await mySecret(members, paper.me));
    if (!secret) throw new TeamProblem(said('teamRestoreGone'));
    const { keys, open } = await newMemberKeys();
    const me = { card: await cardOf(name, open), keys };
    const { seed, publicKey: engineKey } = newKey('user');
    const act = { kind: 'add', card: me.card, role: 'owner', paper: false, engineKey };
    const outcome = await session.memberAct(act, await keysForNew(team, secret, me.card));
    if (!outcome.done) throw outcome.problem;
    const seat: Seat = { ...paper, me, seed, keys: ring.keys, invitation: null };
    return { ...seat, token: ownToken(seat) };
  } finally {
    await session.end();
    await running;
    db.close();
    notes.close();
    await Promise.all([deleteDB(meanwhile), deleteDB(`${meanwhile}-notes`)]);
  }
}

function optionsOf(seat: Seat) {
  const { team, me, engines } = seat;
  return { servers: engines, team, member: me.card.id, credentials: credentialsOf(seat) };
}

async function over<T>(log: TeamLog, work: (log: TeamLog) => Promise<T>): Promise<T> {
  try {
    return await work(log);
  } finally {
    await log.close();
  }
}
