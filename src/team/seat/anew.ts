import { clearShared, type Db, takeFirst } from '../../ledger';
import type { Notes } from '../follow/notes';
import type { TeamLog } from '../log/log';
import { mySecret, ringFrom, ringOf } from '../members/key-ring';
import type { Members } from '../members/team-state';
import { newestSnapshot } from './periodic';
import type { Seat } from './seat';

/**
 * Empties this browser's copy of the team's codes and what is noted beside them, so that both come again: from the newest
 * snapshot that an owner laid down, or from the log's beginning. The log has everything, so that nothing is lost; a browser
 * that dies on the way goes on from the log. Rejects with LogProblem, before anything is emptied.
 */
export async function loadAnew(
  { team, me, keys }: Seat,
  members: Members | null,
  { log, db, notes }: { readonly log: TeamLog; readonly db: Db; readonly notes: Notes },
): Promise<void> {
  const { last } = await log.bounds();
  const secret = members && (await mySecret(members, me));
  const ring = (secret && (await ringFrom(team, secret, members.generations))) ?? ringOf(keys);
  const found = members && (await newestSnapshot(members, last, { team, keys: ring.keys, log }));
  // Notes without codes would tell of acts that were never written.
  await notes.clear();
  await clearShared(db);
  if (!found) return;
  const { first, coming, from } = found;
  await notes.willCome({ ...from, parts: coming });
  await takeFirst(db, first, coming);
  await notes.take(found.notes);
}
