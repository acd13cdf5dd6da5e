import { JetStreamApiCodes, JetStreamApiError } from '@nats-io/jetstream';
import { NoRespondersError, PermissionViolationError, TimeoutError } from '@nats-io/nats-core';
import { LogProblem } from './log';
import { answerWithin } from './waits';

/** Numbers by which the engine says that it has no room: the account, the server, its disk, the stream. */
const noRoom = new Set([10002, 10023, 10028, 10047, 10077]);
const tooLong = 10054;
/** A server that has just started doesn't know the other machines yet, or counts streams that it doesn't show yet. */
const starting = new Set([10005, 10027]);

/**
 * What an error from the engine means: a LogProblem that trying again won't mend, or 'again' where it may, as
 * without a leader, in the middle of a change, or with a connection that is gone.
 */
export function meaningOf(error: unknown): LogProblem | 'again' {
  if (error instanceof LogProblem) return error;
  if (causeIn(error, PermissionViolationError)) return new LogProblem('refused', { what: 'right' }, error);
  const told = causeIn(error, JetStreamApiError);
  if (!told) return 'again';
  if (noRoom.has(told.code)) return new LogProblem('full', { code: told.code }, error);
  if (told.code === tooLong) return new LogProblem('too-big', {}, error);
  // 409: one of the same id is on its way.
  if (told.status >= 500 || told.status === 409 || starting.has(told.code) || isMissing(told)) return 'again';
  return new LogProblem('broken', { code: told.code }, error);
}

/** Whether the engine says that there is no such stream: as it does for a moment after a start, too. */
export function isMissing(error: unknown): boolean {
  return causeIn(error, JetStreamApiError)?.code === JetStreamApiCodes.StreamNotFound;
}

export function isTimeout(error: unknown): boolean {
  return causeIn(error, TimeoutError) !== undefined;
}

/** Raised where a machine still tells of the log, and no majority is behind it. */
export class NoMajority extends Error {
  override readonly name = 'NoMajority';
}

/** For how long there was no answer, as far as the error tells, ms; null where it is one. */
export function silenceIn(error: unknown): number | null {
  if (isTimeout(error)) return answerWithin;
  if (causeIn(error, NoMajority) || causeIn(error, NoRespondersError)) return 0;
  return (causeIn(error, JetStreamApiError)?.status ?? 0) >= 500 ? 0 : null;
}

function causeIn<T>(error: unknown, kind: abstract new (...args: never[]) => T): T | undefined {
  for (let each = error; each instanceof Error; each = each.cause) if (each instanceof kind) return each;
  return undefined;
}
