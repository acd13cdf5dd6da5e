import { mustHaveRoom } from '../../ledger';
import { LogProblem, type TeamLog } from '../log/log';
import type { Me } from '../members/key-ring';
import type { Personal } from '../personal/personal';
import type { Outcome } from '../replay/replica';
import { sealEntry } from '../sealing/envelope';
import type { HandedKeys } from '../sealing/handed-keys';
import type { Id } from '../sealing/ids';
import type { Follower } from './follower';
import { asEntries } from './pieces';

/** An act that is to be written, and under which id: one that is asked for again has the same. */
export interface ToWrite {
  readonly id: string;
  readonly kind: string;
  readonly args: readonly unknown[];
}

/**
 * Raised where the team can't be asked now; `maybe`: the act may have been done all the same. `before`: the log has it from
 * earlier, and what it came to isn't kept.
 */
export class NotWritten extends Error {
  override readonly name = 'NotWritten';

  constructor(
    readonly maybe: boolean,
    cause: unknown,
    readonly before = false,
  ) {
    super('not written', { cause });
  }
}

/** How long an act waits for the engine, milliseconds. */
export const patience = 15_000;
const piecesAtOnce = 8;

/** Writes this member's entries into the log, one after the other, and waits for what each comes to. */
export class Writer {
  private line: Promise<unknown> = Promise.resolve();
  private readonly waiting = new Map<string, (outcome: Outcome) => void>();
  /** What was answered lately, for whoever asks again. */
  private readonly answered = new Map<string, Outcome>();
  /** Acts of which nobody knows whether they count. */
  private readonly doubtful = new Set<string>();
  private readonly over = new AbortController();

  constructor(
    private readonly parts: {
      readonly team: Id;
      readonly me: Me;
      readonly log: TeamLog;
      readonly personal: Pick<Personal, 'sealed'>;
      /** Resolves once the log is followed to where it ended when this browser came to it. */
      readonly current: Promise<void>;
      /** Whether the engine is known to be out of reach now. */
      isDown(): boolean;
    },
    private readonly follower: Follower,
  ) {}

  /** Takes what an entry of the log came to. */
  heard(id: string, outcome: Outcome): void {
    const tell = this.waiting.get(id);
    if (!tell) return;
    this.waiting.delete(id);
    this.answered.set(id, outcome);
    const [oldest] = this.answered.keys();
    if (this.answered.size > 200 && oldest !== undefined) this.answered.delete(oldest);
    tell(outcome);
  }

  /** The log is followed no further: whoever waits hears that nobody knows, and nothing more is written. */
  stop(why: unknown): void {
    this.over.abort(why);
  }

  /**
   * Writes an act on codes and resolves with what it came to, once this browser has followed the log up to it. Rejects
   * with NotWritten, as `LogProblem` where the engine refuses it for good, and with LedgerProblem where what it comes to
   * could not be written here: then the log isn't told either.
   */
  act({ id, kind, args }: ToWrite): Promise<Outcome> {
    return this.write(id, async (signal) => {
      const act = await this.parts.personal.sealed(id, { kind, args }, signal);
      const { pieces, entry } = asEntries(act);
      return entry(await this.inOrder(pieces));
    });
  }

  /** The same for an act on members, with the keys that go with it. */
  memberAct(id: string, content: Uint8Array, handed: HandedKeys | null): Promise<Outcome> {
    return this.write(id, async () => content, handed);
  }

  /** The same for what is known only once the log is followed to its end; nothing is written where it is null. */
  async say(content: () => Uint8Array | null): Promise<void> {
    await this.write(crypto.randomUUID(), async () => content());
  }

  private write(
    id: string,
    contentOf: (signal: AbortSignal) => Promise<Uint8Array | null>,
    handed: HandedKeys | null = null,
  ): Promise<Outcome> {
    const known = this.answered.get(id);
    if (known) return Promise.resolve(known);
    // Whoever waits for an engine that is known to be down waits in vain, and so would all behind.
    if (this.parts.isDown()) return Promise.reject(new NotWritten(this.doubtful.has(id), 'down'));
    const outcome = this.line.then(() => this.writeNow(id, contentOf, handed));
    this.line = outcome.catch(() => undefined);
    return outcome;
  }

  private async writeNow(
    id: string,
    contentOf: (signal: AbortSignal) => Promise<Uint8Array | null>,
    handed: HandedKeys | null,
  ): Promise<Outcome> {
    const { log, current } = this.parts;
    const over = this.over.signal;
    let late = AbortSignal.timeout(patience);
    // Up to where it is handed to the log, nothing can have been done; from there on the log knows.
    let handedOver = false;
    try {
      await unlessLate(current, late);
      const known = this.answered.get(id);
      if (known) return known;
      // Written again it would be passed over, and nobody would hear of it.
      if (await this.follower.hasMet(id)) throw new NotWritten(true, 'before', true);
      // It may have gone meanwhile.
      if (this.parts.isDown()) throw new LogProblem('unreachable');
      await mustHaveRoom();
      const content = await contentOf(late);
      if (content === null) return { done: true, result: undefined };
      // Pieces take the time that they take.
      late = AbortSignal.timeout(patience);
      const bytes = await this.sealed(id, content, handed);
      over.throwIfAborted();
      const heard = new Promise<Outcome>((resolve) => this.waiting.set(id, resolve));
      handedOver = true;
      const seq = await log.append(id, bytes, late);
      this.follower.acknowledged({ seq, id });
      return await this.outcomeOf(heard, late);
    } catch (error) {
      this.waiting.delete(id);
      if (error instanceof LogProblem && error.kind === 'unreachable')
        throw this.notWritten(id, handedOver && error.data.maybe === true, error);
      if (late.aborted || isTimeout(error) || (over.aborted && handedOver))
        throw this.notWritten(id, handedOver, error);
      throw error;
    }
  }

  /** Waits for the engine, but not for its own computer: a large import is taken in for longer than anybody waits for an engine. */
  private async outcomeOf(heard: Promise<Outcome>, late: AbortSignal): Promise<Outcome> {
    for (let until = late; ; until = AbortSignal.timeout(patience)) {
      try {
        return await unlessLate(heard, AbortSignal.any([until, this.over.signal]));
      } catch (error) {
        if (this.over.signal.aborted || !this.follower.isTakingIn) throw error;
      }
    }
  }

  private async sealed(id: string, content: Uint8Array, handed: HandedKeys | null): Promise<Uint8Array> {
    const { team, me } = this.parts;
    const pool = this.follower.ring.keys.at(-1);
    if (!pool) throw new LogProblem('refused');
    const { seq, chain, last } = this.follower;
    const head = { id, member: me.card.id, at: Date.now(), prev: last, seen: { seq, chain }, handed };
    return (await sealEntry(team, head, content, { keys: me.keys, pool })).bytes;
  }

  /** Writes pieces of an act, some at once; the place of each. */
  private async inOrder(pieces: readonly Uint8Array[]): Promise<number[]> {
    const places: number[] = [];
    for (let at = 0; at < pieces.length; at += piecesAtOnce) {
      const some = pieces.slice(at, at + piecesAtOnce).map(async (content) => {
        const id = crypto.randomUUID();
        const bytes = await this.sealed(id, content, null);
        return this.parts.log.append(id, bytes, AbortSignal.timeout(patience));
      });
      places.push(...(await Promise.all(some)));
    }
    return places;
  }

  /** An act of which it was once not known whether it counts stays so until the log tells. */
  private notWritten(id: string, maybe: boolean, cause: unknown): NotWritten {
    if (maybe) this.doubtful.add(id);
    return new NotWritten(this.doubtful.has(id), cause);
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}

function unlessLate<T>(work: Promise<T>, late: AbortSignal): Promise<T> {
  const over = new Promise<never>((_resolve, reject) => {
    if (late.aborted) reject(late.reason);
    late.addEventListener('abort', () => reject(late.reason), { once: true });
  });
  return Promise.race([work, over]);
}
