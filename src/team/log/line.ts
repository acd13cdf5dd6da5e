import {
  AuthorizationError,
  jwtAuthenticator,
  type NatsConnection,
  UserAuthenticationExpiredError,
  wsconnect,
} from '@nats-io/nats-core';
import type { Credentials } from '../access/credentials';
import { isTimeout, silenceIn } from './engine-errors';
import { LogProblem, type LogState } from './log';
import { answerWithin, nextWait, pause, raised, within } from './waits';

export interface LineOptions {
  /** wss addresses, any of which will do. */
  readonly servers: readonly string[];
  readonly credentials: Credentials | null;
  readonly inbox: string;
}

const connectWithin = 5000;
const longestWait = 5000;

/**
 * Keeps one connection to any of the servers. The library's own way of connecting again isn't used: it waits for a
 * silent server to close its socket, which a paused one never does, and goes on with credentials that have ended.
 */
export class Line {
  readonly #options: LineOptions;
  readonly #over = new AbortController();
  readonly #listeners = new Set<(state: LogState) => void>();
  #state: LogState = 'away';
  #connection: NatsConnection | null = null;
  /** Since when nothing is answered that is asked on this connection, ms; null where the last of it was. */
  #silentSince: number | null = null;
  #given = new AbortController();
  #changed = new AbortController();
  readonly #done: Promise<void>;

  constructor(options: LineOptions) {
    this.#options = options;
    this.#done = this.#keep();
  }

  /** The connection, once there is one. Rejects with 'refused', or 'unreachable' when closed or given up. */
  async connection(signal?: AbortSignal): Promise<NatsConnection> {
    for (;;) {
      if (signal?.aborted || this.#state === 'closed') throw new LogProblem('unreachable');
      if (this.#state === 'refused') throw new LogProblem('refused', { what: 'credentials' });
      if (this.#connection) return this.#connection;
      await pause(longestWait, this.#changed.signal, signal);
    }
  }

  /** Gives a connection up that answers no more; another is made. */
  drop(connection: NatsConnection): void {
    if (this.#connection === connection) this.#given.abort();
  }

  /** The engine has told on this connection where the log ends. */
  answered(connection: NatsConnection): void {
    if (this.#connection !== connection) return;
    this.#silentSince = null;
    this.#turn('connected');
  }

  /**
   * What was asked on this connection met this error. Where nobody answered, gives the connection up unless its server
   * answers at least that it is there: then it is the engine behind it that is silent.
   */
  async doubt(connection: NatsConnection, error: unknown): Promise<void> {
    const silence = silenceIn(error);
    if (silence === null) return;
    if (isTimeout(error) && !(await isThere(connection))) return this.drop(connection);
    if (this.#connection !== connection) return;
    const now = performance.now();
    this.#silentSince ??= now - silence;
    // For a moment it has no leader in the best of times.
    if (now - this.#silentSince >= answerWithin) this.#turn('silent');
  }

  /** Raised with the next change of the state. */
  get changed(): AbortSignal {
    return this.#changed.signal;
  }

  onState(listener: (state: LogState) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#state);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#over.abort();
    this.#turn('closed');
    await this.#done;
  }

  #turn(state: LogState): void {
    if (this.#state === state || this.#state === 'closed') return;
    this.#state = state;
    this.#wake();
    for (const listener of this.#listeners) listener(state);
  }

  #wake(): void {
    this.#changed.abort();
    this.#changed = new AbortController();
  }

  async #keep(): Promise<void> {
    const order = shuffled(this.#options.servers);
    let failures = 0;
    while (!this.#over.signal.aborted) {
      let refusals = 0;
      let connection: NatsConnection | null = null;
      for (const server of order) {
        if (this.#over.signal.aborted) return;
        const met = await this.#connect(server);
        if (met === 'refused') refusals += 1;
        if (typeof met === 'object') {
          connection = met;
          // The next time it is the last that is asked.
          order.push(...order.splice(order.indexOf(server), 1));
          break;
        }
      }
      if (connection) {
        failures = 0;
        await this.#use(connection);
      } else if (refusals === order.length) {
        // All of them: one alone may not have been told of the account yet.
        return this.#turn('refused');
      } else {
        failures += 1;
        this.#turn('unreachable');
        await pause(nextWait(failures, longestWait), this.#over.signal);
      }
    }
  }

  async #connect(server: string): Promise<NatsConnection | 'refused' | 'away'> {
    const { credentials, inbox } = this.#options;
    const trying = wsconnect({
      servers: [server],
      reconnect: false,
      ignoreClusterUpdates: true,
      timeout: connectWithin,
      inboxPrefix: inbox,
      noAsyncTraces: true,
      // Whether a server still answers is seen by what is asked of it.
      pingInterval: 60_000,
      ...(credentials && {
        authenticator: jwtAuthenticator(credentials.jwt, new TextEncoder().encode(credentials.seed)),
      }),
    });
    const met = trying.catch((error: unknown) => (isRefusal(error) ? ('refused' as const) : undefined));
    const connection = await within(connectWithin, met, this.#over.signal);
    if (connection !== undefined) return connection;
    // Too late is not at all.
    void trying.then(
      (late) => late.close(),
      () => undefined,
    );
    return 'away';
  }

  async #use(connection: NatsConnection): Promise<void> {
    this.#given = new AbortController();
    this.#connection = connection;
    this.#silentSince = null;
    // Whether more than its server answers is seen by what is asked.
    this.#wake();
    void connection.closed().then(() => this.drop(connection));
    await raised(this.#over.signal, this.#given.signal);
    this.#connection = null;
    this.#turn('away');
    // A silent server isn't waited for.
    await within(200, connection.close());
  }
}

async function isThere(connection: NatsConnection): Promise<boolean> {
  const answer = connection.flush().then(
    () => true,
    () => false,
  );
  return (await within(2000, answer)) ?? false;
}

function isRefusal(error: unknown): boolean {
  if (error instanceof UserAuthenticationExpiredError) return true;
  // A server that is slow to wake up says so too, in the same class of errors.
  return error instanceof AuthorizationError && !/timeout/i.test(error.message);
}

function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((each) => ({ each, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);
}
