import type { StoredMsg } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/nats-core';
import type { Engine, Reach } from './engine';
import { meaningOf } from './engine-errors';
import { type LogEntry, LogProblem } from './log';
import { patience, stateIfThere } from './streams';
import type { Tip } from './tip';
import { nextWait, pause } from './waits';

/** How many entries are asked for at once. */
const atOnce = 256;
const idHeader = 'Nats-Msg-Id';

/** Where a reader stands, and what it knows of the log: enough to know it again. */
interface Stand {
  /** The last entry read. */
  seq: number;
  /** Its time, ms, where it is known. */
  time: number | undefined;
}

/** `TeamLog.follow`. Entries are read one by one by their place, so that none can be left out or come twice. */
export async function* follow(
  engine: Engine,
  tip: Tip,
  after: number,
  signal: AbortSignal,
  timeOfAfter?: number,
): AsyncGenerator<LogEntry> {
  const stand: Stand = { seq: after, time: timeOfAfter };
  let known: NatsConnection | undefined;
  let failures = 0;
  let doubts = tip.doubts;
  while (!signal.aborted) {
    let reach: Reach | undefined;
    try {
      reach = await engine.reach(signal);
      if (reach.connection !== known || tip.doubts !== doubts) {
        doubts = tip.doubts;
        await recognize(engine, reach, tip, stand, signal);
      }
      known = reach.connection;
      for await (const entry of upTo(reach, engine, tip, stand, signal)) {
        failures = 0;
        yield entry;
      }
      await tip.beyond(stand.seq, reach.connection, signal);
    } catch (error) {
      if (signal.aborted) return;
      const meaning = meaningOf(error);
      if (meaning !== 'again') throw meaning;
      known = undefined;
      if (reach) await engine.line.doubt(reach.connection, error);
      failures += 1;
      await pause(nextWait(failures, 2000), signal);
    }
  }
}

/**
 * Looks whether the log is the one that was read before, and begins to listen on this connection. Throws 'gap' if
 * it is another, or ends before what was read.
 */
async function recognize(
  engine: Engine,
  { connection, manager }: Reach,
  tip: Tip,
  stand: Stand,
  signal: AbortSignal,
): Promise<void> {
  tip.listen(engine, { connection, manager });
  const since = performance.now();
  for (;;) {
    const state = await stateIfThere(manager, engine.names);
    const problem =
      state === null
        ? { missing: true }
        : tip.born !== undefined && state.born !== tip.born
          ? { born: state.born, was: tip.born }
          : state.last < stand.seq
            ? { last: state.last, after: stand.seq }
            : state.first > stand.seq + 1
              ? { first: state.first, after: stand.seq }
              : null;
    if (state !== null && problem === null) {
      tip.born = state.born;
      tip.raise(state.last);
      if (stand.seq >= state.first && (await sameEntry(engine, { connection, manager }, stand))) return;
      if (stand.seq < state.first) return;
    }
    if (signal.aborted) return;
    if (performance.now() - since > patience) {
      throw new LogProblem('gap', problem ?? { seq: stand.seq, other: true });
    }
    await pause(500, signal);
  }
}

/** Whether the last entry read is still there, taken in at the same time. */
async function sameEntry(engine: Engine, { manager }: Reach, stand: Stand): Promise<boolean> {
  const message = await manager.streams.getMessage(engine.names.log, { seq: stand.seq });
  if (!message) return false;
  const time = Date.parse(message.timestamp);
  stand.time ??= time;
  return stand.time === time;
}

/** The entries up to where the log is known to go. */
async function* upTo(
  { manager }: Reach,
  engine: Engine,
  tip: Tip,
  stand: Stand,
  signal: AbortSignal,
): AsyncGenerator<LogEntry> {
  const { log } = engine.names;
  const asked: Promise<StoredMsg | null>[] = [];
  const ask = (seq: number) => {
    const answer = manager.streams.getMessage(log, { seq });
    // Those behind one that failed are not waited for.
    answer.catch(() => undefined);
    asked.push(answer);
  };
  let missingSince: number | undefined;
  while (!signal.aborted && stand.seq < tip.last) {
    while (asked.length < atOnce && stand.seq + asked.length < tip.last) ask(stand.seq + asked.length + 1);
    const message = await asked.shift();
    if (!message) {
      // Told of, and not there: a leader that lags, or a rumor. The leader's own word counts.
      const told = tip.last;
      const state = await stateIfThere(manager, engine.names);
      if (state && stand.seq >= state.last) return tip.lower(told, state.last);
      missingSince ??= performance.now();
      if (performance.now() - missingSince > patience) throw new LogProblem('gap', { seq: stand.seq + 1 });
      await pause(200, signal);
      asked.length = 0;
      continue;
    }
    missingSince = undefined;
    if (message.seq !== stand.seq + 1) throw new LogProblem('broken', { seq: message.seq });
    stand.seq = message.seq;
    stand.time = Date.parse(message.timestamp);
    yield entryOf(message);
  }
}

/** `TeamLog.entry`. */
export async function entryAt(engine: Engine, seq: number, signal?: AbortSignal): Promise<LogEntry | null> {
  const message = await engine.insist(
    ({ manager }) => manager.streams.getMessage(engine.names.log, { seq }),
    signal,
  );
  return message && entryOf(message);
}

function entryOf(message: StoredMsg): LogEntry {
  const time = Date.parse(message.timestamp);
  return { seq: message.seq, member: memberOf(message), time, bytes: message.data };
}

/**
 * By the subject, whose last part the engine lets nobody else write; but its own answers may be sent to any subject
 * (rights.ts). An answer never has the header of an id.
 */
function memberOf(message: StoredMsg): string {
  if (!message.header.has(idHeader)) return '';
  return message.subject.slice(message.subject.lastIndexOf('.') + 1);
}
