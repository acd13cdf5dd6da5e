import type { NatsConnection } from '@nats-io/nats-core';
import type { Engine, Reach } from './engine';
import { stateOf } from './streams';
import { pause } from './waits';

/** How often the engine is asked where the log ends, in case a word of it got lost, ms. */
const askEvery = 10_000;
/** The same while there was no answer, ms. */
const askAgain = 2000;

/** How far the log is known to go. What comes in here only tells when to read; what is read comes from the log. */
export class Tip {
  /** When the log was made that is read here, ms. */
  born: number | undefined;
  /** How often it looked as if the log were another, or cut: readers look again whether it is. */
  doubts = 0;
  #last = 0;
  #raised = new AbortController();
  readonly #ends = new WeakMap<NatsConnection, AbortSignal>();

  get last(): number {
    return this.#last;
  }

  raise(seq: number): void {
    if (!(seq > this.#last)) return;
    this.#last = seq;
    this.#wake();
  }

  /** After a rumor, `told`, that led nowhere; unless something came in meanwhile. */
  lower(told: number, seq: number): void {
    if (this.#last === told) this.#last = seq;
  }

  /** Hears on this connection of what comes in. */
  listen(engine: Engine, reach: Reach): void {
    const { connection } = reach;
    if (this.#ends.has(connection)) return;
    const end = new AbortController();
    this.#ends.set(connection, end.signal);
    void connection.closed().then(() => end.abort());
    connection.subscribe(engine.names.toldOfAll, {
      callback: (error, message) => {
        if (error) return;
        // A writer may have set the header as well: the engine's own comes last.
        const told = Number(message.headers?.values('Nats-Sequence').at(-1));
        if (Number.isSafeInteger(told)) this.raise(told);
      },
    });
    void this.#ask(engine, reach, end.signal);
  }

  /** Waits until the log goes beyond `seq`, or is doubted. Throws the connection's end, which leads to another. */
  async beyond(seq: number, connection: NatsConnection, signal: AbortSignal): Promise<void> {
    const end = this.#ends.get(connection);
    const { doubts } = this;
    while (this.#last <= seq && this.doubts === doubts && !signal.aborted) {
      if (end?.aborted) throw new Error('connection');
      await pause(askEvery, this.#raised.signal, signal, end);
    }
  }

  async #ask(engine: Engine, { connection, manager }: Reach, end: AbortSignal): Promise<void> {
    const { line } = engine;
    while (!end.aborted) {
      let wait = askEvery;
      try {
        const state = await stateOf(manager, engine.names);
        line.answered(connection);
        this.raise(state.last);
        // Made anew behind our back, or cut.
        const other = this.born !== undefined && state.born !== this.born;
        if (other || state.last < this.#last) {
          this.doubts += 1;
          this.#wake();
        }
      } catch (error) {
        wait = askAgain;
        this.doubts += 1;
        this.#wake();
        await line.doubt(connection, error);
      }
      // Where somebody else got no answer, it is seen at once whether that was all.
      await pause(wait, end, line.changed);
    }
  }

  #wake(): void {
    this.#raised.abort();
    this.#raised = new AbortController();
  }
}
