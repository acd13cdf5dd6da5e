import { jetstream, type SeqMsgRequest, type StoredMsg } from '@nats-io/jetstream';
import type { Engine, Reach } from './engine';
import { isMissing } from './engine-errors';
import { isToken } from './engine-names';
import type { KeyName, KeyShelf } from './keys';
import { LogProblem } from './log';
import { patience } from './streams';
import { answerWithin, atOnce, inParallel, pause } from './waits';

/** The shelf of a team's engine. */
export function keyShelf(engine: Engine): KeyShelf {
  const { names } = engine;
  const subjectOf = ({ person, name }: KeyName) => {
    if (!isToken(person) || !isToken(name)) throw new RangeError('key');
    return names.keyAt(person, name);
  };
  /** As `engine.insist`; an engine that was set up before there were such keys has no place for them. */
  const insist = <T>(work: (reach: Reach) => Promise<T>, signal?: AbortSignal): Promise<T> => {
    const since = performance.now();
    return engine.insist(async (reach) => {
      try {
        return await work(reach);
      } catch (error) {
        if (performance.now() - since < patience) throw error;
        const there = await reach.manager.streams
          .info(names.keys)
          .catch((why) => (isMissing(why) ? null : why));
        throw there === null ? new LogProblem('broken', { missing: 'keys' }, error) : error;
      }
    }, signal);
  };
  // Without a header: an answer of the engine's that is sent here is larger than the stream takes (streams.ts).
  const publish = ({ connection }: Reach, at: KeyName, bytes: Uint8Array) =>
    jetstream(connection).publish(subjectOf(at), bytes, { timeout: answerWithin });
  const message = (query: Record<string, unknown>): Promise<StoredMsg | null> =>
    insist((reach) => messageAt(reach, names.keys, query));
  let missedAt = Number.NEGATIVE_INFINITY;
  /** The last one there; a leader that has just been elected may not show it yet. */
  const last = async (subject: string): Promise<StoredMsg | null> => {
    const since = performance.now();
    for (;;) {
      const found = await message({ last_by_subj: subject });
      if (found) return found;
      const now = performance.now();
      if (now - since > patience) missedAt = now;
      // Where one was waited for in vain just now, the leader is no new one.
      if (now - missedAt < patience) return null;
      await pause(300);
    }
  };
  async function* each(subject: string): AsyncGenerator<StoredMsg> {
    for (let seq = 1; ; ) {
      const found = await message({ seq, next_by_subj: subject });
      if (!found) return;
      yield found;
      seq = found.seq + 1;
    }
  }
  const destroyOne = async (at: KeyName) => {
    const newest = await message({ last_by_subj: subjectOf(at) });
    // What is empty says that it is destroyed, and not only late.
    if (newest?.data.length !== 0) await insist((reach) => publish(reach, at, new Uint8Array()));
    for await (const { seq, data } of each(subjectOf(at))) {
      if (data.length === 0 && seq === newest?.seq) return;
      if (data.length > 0) await insist((reach) => erase(reach, names.keys, seq));
    }
  };
  return {
    async put(keys, signal) {
      for (let from = 0; from < keys.length; from += atOnce)
        await insist(
          (reach) =>
            Promise.all(keys.slice(from, from + atOnce).map((key) => publish(reach, key, key.sealed))),
          signal,
        );
    },
    async get(at, opens) {
      const subject = subjectOf(at);
      const newest = await last(subject);
      if (!newest || newest.data.length === 0) return null;
      const opened = await opens(newest.data);
      if (opened !== null) return opened;
      for await (const { data } of each(subject)) {
        if (data.length === 0) return null;
        const opened = await opens(data);
        if (opened !== null) return opened;
      }
      return null;
    },
    async all(signal, most = Number.POSITIVE_INFINITY) {
      const { state } = await insist(({ manager }) => manager.streams.info(names.keys), signal);
      const shelf = new Map<string, Map<string, Uint8Array>>();
      if (state.last_seq - state.first_seq >= most) return shelf;
      for (let from = state.first_seq; from <= state.last_seq; from += atOnce) {
        const count = Math.min(atOnce, state.last_seq - from + 1);
        const found = await insist((reach) => {
          const places = Array.from({ length: count }, (_, i) => from + i);
          return Promise.all(places.map((seq) => messageAt(reach, names.keys, { seq })));
        }, signal);
        for (const each of found) {
          const [person, name] = each?.subject.split('.').slice(-2) ?? [];
          if (!each || person === undefined || name === undefined) continue;
          const own = shelf.get(person) ?? new Map<string, Uint8Array>();
          shelf.set(person, own.set(name, each.data));
        }
      }
      return shelf;
    },
    async namesOf(person) {
      // All at once: anybody who gives out can lay any number there.
      const filter = { subjects_filter: names.keyAt(person, '*') };
      const { state } = await insist(({ manager }) => manager.streams.info(names.keys, filter));
      return Object.keys(state.subjects ?? {}).map((subject) => subject.split('.').at(-1) ?? '');
    },
    destroy: (keys) => inParallel(keys, destroyOne),
  };
}

/** Has the engine overwrite a message on its disk; nothing where somebody else had it done in the meantime. */
async function erase(reach: Reach, stream: string, seq: number): Promise<void> {
  try {
    await reach.manager.streams.deleteMessage(stream, seq, true);
  } catch (error) {
    if ((await messageAt(reach, stream, { seq })) !== null) throw error;
  }
}

function messageAt(
  { manager }: Reach,
  stream: string,
  query: Record<string, unknown>,
): Promise<StoredMsg | null> {
  // The library has no type for what is asked here.
  return manager.streams.getMessage(stream, query as unknown as SeqMsgRequest);
}
