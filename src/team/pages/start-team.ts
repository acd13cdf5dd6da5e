import { type Said, said } from '../../domain/problem';
import { isAccount, isAccountSeed } from '../access/jwt';
import { LogProblem } from '../log/log';
import { connectLog } from '../log/nats-log';
import { engineFiles, foundTeam, ownToken, prepareTeam } from '../seat/founding';
import { credentialsOf, type HostedKeys, isSeated, type Seat } from '../seat/seat';
import { hasCopy } from './left-copy';
import { changeOwner } from './owner-acts';
import { type Connect, firstPatience, type Place } from './place';
import { TeamProblem, teamProblem } from './team-words';
import { addressesIn, mostAddresses, nameIn } from './typed';

/** Where an engine runs: with a company, or on one's own machines. */
export type Where = 'hosted' | 1 | 3;

/** Makes the founder's keys and those of the engine, and keeps them. Rejects with TeamProblem. */
export async function prepare(here: Place, name: string, where: Where): Promise<void> {
  const right = nameIn(name);
  if (right === null) throw new TeamProblem(said('teamNameFault'));
  // Another page of this browser may have begun as well.
  if (await here.seats.read()) throw new TeamProblem(said('teamBegun'));
  if (await hasCopy()) throw new TeamProblem(said('teamCopyFirst'));
  await here.seats.write(placedAt(await prepareTeam(right, 3), where));
  await here.readSeat();
}

/** The same team, with its engine in another place; before it is started only. */
export async function chooseWhere(here: Place, where: Where): Promise<void> {
  await here.seats.change((seat) => (isSeated(seat) ? seat : placedAt(seat, where)));
  await here.readSeat();
}

function placedAt(seat: Seat, where: Where): Seat {
  const { owner } = seat;
  if (!owner) return seat;
  const hosted = where === 'hosted' ? { account: '', signingSeed: '' } : null;
  return { ...seat, owner: { ...owner, machines: where === 1 ? 1 : 3, hosted } };
}

/** What is wrong with the keys of an account as they were typed, by field; nothing where both are right. */
export function hostedFaults({ account, signingSeed }: HostedKeys): Partial<Record<keyof HostedKeys, Said>> {
  return {
    ...(isAccount(account.trim()) ? {} : { account: said('teamAccountFault') }),
    ...(isAccountSeed(signingSeed.trim()) ? {} : { signingSeed: said('teamSigningFault') }),
  };
}

/** What is wrong with addresses as they were typed; null for nothing. */
export function addressFault(typed: string): Said | null {
  const { addresses, wrong } = addressesIn(typed);
  const [first] = wrong;
  if (first !== undefined) return said('teamAddressWrong', { address: first });
  if (addresses.length === 0) return said('teamAddressNone');
  return addresses.length > mostAddresses ? said('teamAddressMany', { most: mostAddresses }) : null;
}

/** Founds the team on the engine at these addresses. Tried again, it begins where it was. Rejects with TeamProblem. */
export async function start(
  here: Place,
  typed: string,
  connect: Connect = connectLog,
  hosted: HostedKeys | null = null,
): Promise<void> {
  const fault = addressFault(typed);
  if (fault) throw new TeamProblem(fault);
  const { addresses } = addressesIn(typed);
  const [wrong] = hosted ? Object.values(hostedFaults(hosted)) : [];
  if (wrong) throw new TeamProblem(wrong);
  const seat = await here.seats.change((kept) => (isSeated(kept) ? kept : readyAt(kept, addresses, hosted)));
  if (!seat?.owner) throw new TeamProblem(said('teamNone'));
  if (!isSeated(seat)) {
    const founded = await foundOn(seat, seat.owner.machines, connect);
    // Where two pages start it, the first one counts.
    await here.seats.change((kept) => (isSeated(kept) ? kept : { ...kept, keys: founded.keys }));
  }
  await here.readSeat();
}

function readyAt(seat: Seat, engines: readonly string[], typed: HostedKeys | null): Seat {
  const owner = seat.owner && {
    ...seat.owner,
    ...(typed && { hosted: { account: typed.account.trim(), signingSeed: typed.signingSeed.trim() } }),
  };
  const ready = { ...seat, engines, owner };
  return owner ? { ...ready, token: ownToken(ready) } : ready;
}

async function foundOn(seat: Seat, replicas: number, connect: Connect): Promise<Seat> {
  const { team, me, engines } = seat;
  const log = connect({
    ...{ servers: engines, team, member: me.card.id },
    ...{ credentials: credentialsOf(seat), create: { replicas } },
  });
  try {
    return await foundTeam(seat, log, AbortSignal.timeout(firstPatience));
  } catch (error) {
    throw startProblem(error);
  } finally {
    await log.close();
  }
}

/** Keeps whether the servers are 2.10 or newer, for all files that are made from now on. */
export function chooseSync(here: Place, syncAlways: boolean): Promise<void> {
  return changeOwner(here, (owner) => ({ ...owner, syncAlways }));
}

/** A configuration file of the team's engine, to be saved. */
export interface EngineFile {
  readonly name: string;
  readonly text: string;
}

/** The configuration files as they are to be now: whoever is gone is let in no more. */
export async function filesNow({ state }: Pick<Place, 'state'>, now = Date.now()): Promise<EngineFile[]> {
  const { seat, members } = state;
  if (!seat?.owner) return [];
  const gone = Object.values(members?.all ?? {}).filter((one) => one.gone && one.engineKey);
  const revoked = {
    ...seat.owner.revoked,
    // Nothing is signed for them any more, so up to now is all of it.
    ...Object.fromEntries(gone.map(({ engineKey }) => [engineKey, now])),
  };
  return [...(await engineFiles(seat, revoked))].map(([name, text]) => ({ name, text }));
}

/** Gives up what was begun and not finished: a team that wasn't started, or an invitation that was answered. */
export async function giveUp(here: Place): Promise<void> {
  const seat = await here.seats.read();
  if (seat && !isSeated(seat)) await here.seats.clear();
  await here.readSeat();
}

function startProblem(error: unknown): unknown {
  if (isLate(error)) return new TeamProblem(said('teamStartUnreachable'), { cause: error });
  if (error instanceof LogProblem && error.kind === 'refused')
    return new TeamProblem(said('teamStartRefused'), { cause: error });
  return teamProblem(error, null);
}

/** Whether no engine answered in time. */
export function isLate(error: unknown): boolean {
  if (error instanceof LogProblem) return error.kind === 'unreachable';
  return error instanceof DOMException && ['TimeoutError', 'AbortError'].includes(error.name);
}
