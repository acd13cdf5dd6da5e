import {
  DiscardPolicy,
  JetStreamApiError,
  type JetStreamManager,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
  type StreamInfo,
} from '@nats-io/jetstream';
import type { Engine } from './engine';
import { isMissing, NoMajority } from './engine-errors';
import type { EngineNames } from './engine-names';
import { type Bounds, LogProblem, maxEntryBytes } from './log';
import { answerWithin, pause } from './waits';

export interface StreamSizes {
  /** 1, or 3 on a cluster. */
  readonly replicas: number;
  /** Bytes; without it as much as the account may. */
  readonly maxLogBytes?: number;
  readonly maxObjectBytes?: number;
}

/** Within it the same id makes one entry. */
const duplicateWindow = 10 * 60 * 1e9;
/** How an entry's headers add to its bytes, at most. */
const headerBytes = 1024;

/** A leader that has just been elected may not show all it has yet, ms; what is missing for longer is gone. */
export const patience = 6000;

/** What keeps entries and objects where they are, whoever asks for what; checked by every member at each start. */
const safe = {
  retention: RetentionPolicy.Limits,
  storage: StorageType.File,
  discard: DiscardPolicy.New,
  deny_delete: true,
  deny_purge: true,
  allow_rollup_hdrs: false,
  max_age: 0,
  max_msgs: -1,
  max_msgs_per_subject: -1,
} as const;

/** The stream of entries. Each is told of without its bytes: they are read from the stream. */
export function logStream(names: EngineNames, sizes: StreamSizes): Partial<StreamConfig> & { name: string } {
  return {
    ...safe,
    name: names.log,
    subjects: [names.entriesOfAll],
    num_replicas: sizes.replicas,
    max_bytes: sizes.maxLogBytes ?? -1,
    max_msg_size: maxEntryBytes + headerBytes,
    duplicate_window: duplicateWindow,
    republish: { src: names.entriesOfAll, dest: names.told, headers_only: true },
  };
}

export function objectStream(
  names: EngineNames,
  sizes: StreamSizes,
): Partial<StreamConfig> & { name: string } {
  return {
    ...safe,
    name: names.objects,
    subjects: [names.objectsOfAll],
    num_replicas: sizes.replicas,
    max_bytes: sizes.maxObjectBytes ?? -1,
    duplicate_window: duplicateWindow,
  };
}

/** A sealed key, and less than any answer of the engine's: nobody who only looks on can have one written among the keys. */
const mostKeyBytes = 96;

/** The stream of people's keys: the one in which something can be destroyed. */
export function keyStream(names: EngineNames, sizes: StreamSizes): Partial<StreamConfig> & { name: string } {
  return {
    ...safe,
    deny_delete: false,
    name: names.keys,
    subjects: [names.keysOfAll],
    num_replicas: sizes.replicas,
    max_bytes: -1,
    max_msg_size: mostKeyBytes,
    duplicate_window: duplicateWindow,
  };
}

/** Makes what is missing. Throws the engine's error. */
export async function makeStreams(
  manager: JetStreamManager,
  names: EngineNames,
  sizes: StreamSizes,
): Promise<void> {
  for (const wanted of [keyStream(names, sizes), objectStream(names, sizes), logStream(names, sizes)])
    await makeStream(manager, wanted);
}

/** Makes the stream of keys where it is missing and the engine's files allow it; else whoever puts a key hears of it. */
export async function makeKeyStream(
  manager: JetStreamManager,
  names: EngineNames,
  sizes: StreamSizes,
): Promise<void> {
  try {
    await makeStream(manager, keyStream(names, sizes));
  } catch (error) {
    if (!(error instanceof JetStreamApiError)) throw error;
  }
}

async function makeStream(
  manager: JetStreamManager,
  wanted: Partial<StreamConfig> & { name: string },
): Promise<void> {
  const there = await manager.streams.info(wanted.name).catch((error) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (!there) await manager.streams.add(wanted);
}

/**
 * The log as its leader has it. Throws LogProblem 'broken' if it isn't set up to keep what it has, and NoMajority where
 * too few machines run for anything to be written.
 */
export async function stateOf(manager: JetStreamManager, names: EngineNames): Promise<Bounds> {
  const info = await manager.streams.info(names.log);
  const off = Object.entries(safe).find(([key, value]) => !sameSetting(info, key, value));
  if (off) throw new LogProblem('broken', { setting: off[0] });
  mustHaveMajority(info);
  const { first_seq, last_seq, messages } = info.state;
  return {
    // A new stream says 0 and 0.
    first: messages === 0 ? last_seq + 1 : first_seq,
    last: last_seq,
    born: Date.parse(String(info.created)),
  };
}

/** A machine that is left alone goes on telling, first as if it led the others, of which it has not heard for `active` ns. */
function mustHaveMajority({ cluster }: StreamInfo): void {
  if (!cluster?.replicas?.length) return;
  const heard = cluster.replicas.filter(({ active }) => active < answerWithin * 1e6);
  if (!cluster.leader || heard.length < Math.floor((cluster.replicas.length + 1) / 2)) throw new NoMajority();
}

/** As `stateOf`; null where the engine says that there is no such log. */
export async function stateIfThere(manager: JetStreamManager, names: EngineNames): Promise<Bounds | null> {
  try {
    return await stateOf(manager, names);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** `TeamLog.bounds`. A log that isn't there is a gap: it may be behind for as long as `patience`. */
export async function boundsOf(engine: Engine, signal?: AbortSignal): Promise<Bounds> {
  const since = performance.now();
  for (;;) {
    const state = await engine.insist(async ({ connection, manager }) => {
      const told = await stateIfThere(manager, engine.names);
      engine.line.answered(connection);
      return told;
    }, signal);
    if (state) return state;
    if (performance.now() - since > patience) throw new LogProblem('gap', { missing: true });
    await pause(500, signal);
  }
}

function sameSetting(info: StreamInfo, key: string, value: unknown): boolean {
  const said = (info.config as unknown as Record<string, unknown>)[key];
  // Go leaves out what is false.
  return said === value || (said === undefined && value === false);
}
