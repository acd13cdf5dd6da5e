import { jetstream } from '@nats-io/jetstream';
import type { Credentials } from '../access/credentials';
import { Engine } from './engine';
import { engineNames, isToken } from './engine-names';
import { entryAt, follow } from './follow';
import { keyShelf } from './key-shelf';
import { Line } from './line';
import { LogProblem, maxEntryBytes, type TeamLog } from './log';
import { deleteObject, getObject, namesBy, putObject } from './objects';
import { boundsOf, makeKeyStream, makeStreams, type StreamSizes } from './streams';
import { Tip } from './tip';
import { answerWithin } from './waits';

export interface LogOptions {
  /** wss addresses of the engine's machines. */
  readonly servers: readonly string[];
  readonly team: string;
  readonly member: string;
  /** null for an engine that asks for none. */
  readonly credentials: Credentials | null;
  /** The owner's, when the team is set up and never again: makes what the log needs where it isn't there. */
  readonly create?: StreamSizes;
  /** An owner's at any time: makes the place of people's keys, which engines of earlier versions lack. */
  readonly createKeys?: StreamSizes;
}

/** The log of a team on NATS JetStream. Connects by itself, and again. Throws RangeError for ids that are none. */
export function connectLog({ servers, team, member, credentials, create, createKeys }: LogOptions): TeamLog {
  if (!isToken(team) || !isToken(member) || servers.length === 0) throw new RangeError('id');
  const names = engineNames(team);
  const line = new Line({ servers, credentials, inbox: names.inboxOf(member) });
  const engine = new Engine(line, names, member, async (manager) => {
    if (create) await makeStreams(manager, names, create);
    else if (createKeys) await makeKeyStream(manager, names, createKeys);
  });
  const tip = new Tip();
  return {
    keys: keyShelf(engine),
    async append(id, bytes, signal) {
      if (bytes.length > maxEntryBytes) throw new LogProblem('too-big', { bytes: bytes.length });
      const seq = await engine.insist(async ({ connection }) => {
        const ack = await jetstream(connection).publish(names.entriesOf(member), bytes, {
          msgID: id,
          timeout: answerWithin,
          expect: { streamName: names.log },
        });
        return ack.seq;
      }, signal);
      tip.raise(seq);
      return seq;
    },
    follow: (after, signal, timeOfAfter) => follow(engine, tip, after, signal, timeOfAfter),
    entry: (seq, signal) => entryAt(engine, seq, signal),
    bounds: (signal) => boundsOf(engine, signal),
    putObject: (name, bytes, signal) => putObject(engine, name, bytes, signal),
    getObject: (name, by, signal) => getObject(engine, name, by, signal),
    namesBy: (member, signal) => namesBy(engine, member, signal),
    deleteObject: (name, signal) => deleteObject(engine, name, signal),
    onState: (listener) => line.onState(listener),
    close: () => line.close(),
  };
}
