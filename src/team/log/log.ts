import type { KeyShelf } from './keys';

/** One entry as the engine holds it. */
export interface LogEntry {
  /** Its place: 1 for the first, without gap. */
  readonly seq: number;
  /**
   * By whose rights it came in, as the engine says; '' where the engine can't vouch for it. Only the signature in
   * the bytes is proof.
   */
  readonly member: string;
  /** When the engine took it in, ms. */
  readonly time: number;
  readonly bytes: Uint8Array;
}

/**
 * 'connected': and it answers; 'away': trying to get there; 'unreachable': tried in vain at all of its machines, and
 * trying on; 'silent': there is a connection, and for seconds no answer, as without a majority of its machines; 'refused':
 * the credentials ended or were revoked, a new log with new ones must be opened; 'closed': by `close`.
 */
export type LogState = 'connected' | 'away' | 'unreachable' | 'silent' | 'refused' | 'closed';

/** Whether nothing can be asked now, and that not only for a moment. */
export function isDown(state: LogState): boolean {
  return state === 'unreachable' || state === 'silent';
}

/** What the engine holds. An empty log has `first` = `last` + 1, a new one 1 and 0. */
export interface Bounds {
  readonly first: number;
  readonly last: number;
  /** When this log was made, ms: another value means another log. */
  readonly born: number;
}

/** The most bytes that one entry can have. */
export const maxEntryBytes = 64 * 1024;
/** The most bytes that one object can have. */
export const maxObjectBytes = 128 * 1024 * 1024;

/**
 * A totally ordered log that a majority of machines holds, and objects beside it. Nothing in it can be changed; of the keys
 * beside it, any can be destroyed.
 */
export interface TeamLog {
  readonly keys: KeyShelf;
  /**
   * Appends bytes and resolves with their place once a majority holds them. Asks again under the same id until
   * there is an answer or `signal` is raised. The same id appended again keeps one entry within the engine's window
   * of minutes; replay ignores later ones. Two appends that are under way together come in any order.
   * Rejects with LogProblem: 'too-big', 'full', 'refused', 'broken', and 'unreachable' where it was given up;
   * `maybe` in its data tells that the entry may be in the log all the same.
   */
  append(id: string, bytes: Uint8Array, signal?: AbortSignal): Promise<number>;
  /**
   * All entries after `after`, in order, without gap; goes on over lost connections and killed nodes, and ends when
   * `signal` is raised. With `timeOfAfter`, the time that entry `after` had, a log whose entry has another is not
   * the same log. Rejects with LogProblem 'gap' if entries that should be there are gone, 'refused', 'broken'.
   */
  follow(after: number, signal: AbortSignal, timeOfAfter?: number): AsyncIterable<LogEntry>;
  /** The entry at a place, once more; null where there is none. Rejects with LogProblem. */
  entry(seq: number, signal?: AbortSignal): Promise<LogEntry | null>;
  /** First and last place that the engine holds now. Rejects with LogProblem. */
  bounds(signal?: AbortSignal): Promise<Bounds>;
  /**
   * Keeps sealed bytes too big for an entry (up to `maxObjectBytes`) under a name of letters, digits, - and _;
   * whole or not at all. Each member writes a name once: what came first stays, also when the name is put again.
   */
  putObject(name: string, bytes: Uint8Array, signal?: AbortSignal): Promise<void>;
  /**
   * What was put, by this member or else by whoever came first; null if nothing was or it is deleted. Rejects with
   * LogProblem 'broken' if it is damaged.
   */
  getObject(name: string, by?: string, signal?: AbortSignal): Promise<Uint8Array | null>;
  /** The names under which this member put anything, deleted or not. Rejects with LogProblem. */
  namesBy(member: string, signal?: AbortSignal): Promise<string[]>;
  /** Deletes an object that this member put; its name isn't used again. Others' objects reject with 'refused'. */
  deleteObject(name: string, signal?: AbortSignal): Promise<void>;
  /** Tells the state now and each change. Returns how to stop. */
  onState(listener: (state: LogState) => void): () => void;
  close(): Promise<void>;
}

/**
 * - 'unreachable': given up before there was an answer, or closed.
 * - 'refused': credentials ended or revoked (`what` 'credentials'), or not allowed to (`what` 'right').
 * - 'full': the engine has no room.
 * - 'gap': entries that were there are gone, or it is another log.
 * - 'too-big': more bytes than fit.
 * - 'broken': what came isn't what was asked for, or the log isn't set up as it has to be.
 */
export type LogProblemKind = 'unreachable' | 'refused' | 'full' | 'gap' | 'too-big' | 'broken';

/** Why something with the log failed: kind and data, the sentences are in the catalogue. */
export class LogProblem extends Error {
  override readonly name = 'LogProblem';

  constructor(
    readonly kind: LogProblemKind,
    readonly data: Readonly<Record<string, string | number | boolean>> = {},
    cause?: unknown,
  ) {
    super(`${kind} ${JSON.stringify(data)}`, { cause });
  }
}
