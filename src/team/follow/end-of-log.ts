import { type Bounds, LogProblem, type TeamLog } from '../log/log';
import { pause } from '../log/waits';
import type { Notes } from './notes';

/** How long a log that seems to be cut may be only behind: tries, and milliseconds between. */
const lagTries = 4;
const lagWait = 1500;

/** Where the log begins and ends; it must have what the engine acknowledged. Rejects with LogProblem. */
export async function endOf(
  log: Pick<TeamLog, 'bounds'>,
  notes: Pick<Notes, 'acknowledged'>,
  signal: AbortSignal,
): Promise<Bounds> {
  const acknowledged = (await notes.acknowledged())?.seq ?? 0;
  for (let tries = 0; ; tries++) {
    const bounds = await log.bounds(signal);
    if (bounds.last >= acknowledged) return bounds;
    // A machine that has just come to lead may be behind for a moment.
    if (tries === lagTries) throw new LogProblem('gap', { last: bounds.last, after: acknowledged });
    await pause(lagWait, signal);
  }
}
