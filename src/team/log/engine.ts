import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/nats-core';
import { meaningOf } from './engine-errors';
import type { EngineNames } from './engine-names';
import type { Line } from './line';
import { LogProblem } from './log';
import { answerWithin, nextWait, pause, raised } from './waits';

/** What a request is made with. */
export interface Reach {
  readonly connection: NatsConnection;
  readonly manager: JetStreamManager;
}

/** What the parts of the log share: the way to the engine, and its names. */
export class Engine {
  readonly #managers = new WeakMap<NatsConnection, Promise<JetStreamManager>>();

  constructor(
    readonly line: Line,
    readonly names: EngineNames,
    readonly member: string,
    /** What has to be done with a new connection before anything else. */
    readonly prepare: (manager: JetStreamManager) => Promise<void>,
  ) {}

  /** Waits for a connection that is ready. Rejects as `Line.connection`, and with what `prepare` says. */
  async reach(signal?: AbortSignal): Promise<Reach> {
    const connection = await this.line.connection(signal);
    let manager = this.#managers.get(connection);
    if (!manager) {
      manager = this.#prepared(connection);
      this.#managers.set(connection, manager);
      manager.catch(() => this.#managers.delete(connection));
    }
    return { connection, manager: await manager };
  }

  async #prepared(connection: NatsConnection): Promise<JetStreamManager> {
    // `checkAPI` would ask for what members have no right to.
    const manager = await jetstreamManager(connection, { checkAPI: false, timeout: answerWithin });
    await this.prepare(manager);
    return manager;
  }

  /**
   * Does something until it is done. Rejects with a LogProblem that another try won't mend, and with 'unreachable'
   * when `signal` is raised; its data tells by `maybe` whether it was tried at all.
   */
  async insist<T>(work: (reach: Reach) => Promise<T>, signal?: AbortSignal): Promise<T> {
    let tried = false;
    for (let tries = 0; ; tries += 1) {
      let connection: NatsConnection | undefined;
      try {
        const reach = await this.reach(signal);
        connection = reach.connection;
        tried = true;
        return await unlessRaised(work(reach), signal);
      } catch (error) {
        const meaning = meaningOf(error);
        if (meaning !== 'again') {
          throw meaning.kind === 'unreachable' ? new LogProblem('unreachable', { maybe: tried }) : meaning;
        }
        if (connection) await this.line.doubt(connection, error);
        await pause(nextWait(tries, 2000), signal);
      }
    }
  }
}

async function unlessRaised<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  const over = new AbortController();
  const given = raised(signal, over.signal).then(() => {
    throw new LogProblem('unreachable');
  });
  given.catch(() => undefined);
  return Promise.race([work, given]).finally(() => over.abort());
}
