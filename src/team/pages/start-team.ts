import { type Said, said } from '../../domain/problem';
import { LogProblem } from '../log/log';
import { connectLog } from '../log/nats-log';
import { engineFiles, foundTeam, ownToken, prepareTeam } from '../seat/founding';
import { credentialsOf, isSeated, type Seat } from '../seat/seat';
import { hasCopy } from './left-copy';
import { type Connect, firstPatience, type Place } from './place';
import { TeamProblem, teamProblem } from './team-words';
import { addressesIn, mostAddresses, nameIn } from './typed';

/** Makes the founder's keys and those of the engine, and keeps them. Rejects with TeamProblem. */
export async function prepare(here: Place, name: string, machines: 1 | 3): Promise<void> {
  const right = nameIn(name);
  if (right === null) throw new TeamProblem(said('teamNameFault'));
  // Another page of this browser may have begun as well.
  if (await here.seats.read()) throw new TeamProblem(said('teamBegun'));
  if (await hasCopy()) throw new TeamProblem(said('teamCopyFirst'));
  await here.seats.write(await prepareTeam(right, machines));
  await here.readSeat();
}

/** The same team, with its engine on another number of machines; before it is started only. */
export async function chooseMachines(here: Place, machines: 1 | 3): Promise<void> {
  await here.seats.change((seat) =>
    seat.owner && !isSeated(seat) ? { ...seat, owner: { ...seat.owner, machines } } : seat,
  );
  await here.readSeat();
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
export async function start(here: Place, typed: string, connect: Connect = connectLog): Promise<void> {
  const fault = addressFault(typed);
  if (fault) throw new TeamProblem(fault);
  const { addresses } = addressesIn(typed);
  const seat = await here.seats.change((kept) =>
    isSeated(kept) ? kept : { ...kept, engines: addresses, token: ownToken(kept) },
  );
  if (!seat?.owner) throw new TeamProblem(said('teamNone'));
  if (!isSeated(seat)) {
    const founded = await foundOn(seat, seat.owner.machines, connect);
    // Where two pages start it, the first one counts.
    await here.seats.change((kept) => (isSeated(kept) ? kept : { ...kept, keys: founded.keys }));
  }
  await here.readSeat();
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
