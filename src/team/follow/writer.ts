import { LogProblem, type TeamLog } from '../log/log';
import type { Me } from '../members/key-ring';
import type { Personal } from '../personal/personal';
import type { Outcome } from '../replay/replica';
import { sealEntry } from '../sealing/envelope';
import type { HandedKeys } from '../sealing/handed-keys';
import type { Id } from '../sealing/ids';
import type { PoolKey } from '../sealing/pool-key';
import { contentFor, type Shelf } from './content';
import type { Follower } from './follower';

/** An act that is to be written, and under which id: one that is asked for again has the same. */
export interface ToWrite {
  readonly id: string;
  readonly kind: string;
  readonly args: readonly unknown[];
}

/** Raised where the team can't be asked now; `maybe`: the act may have been done all the same. */
export class NotWritten extends Error {
  override readonly name = 'NotWritten';

  constructor(
    readonly maybe: boolean,
    cause: unknown,
  ) {
    super('not written', { cause });
  }
}

/** How long an act waits for the engine, milliseconds. */
export const patience = 15_000;

/** Writes this member's entries into the log, one after the other, and waits for what each comes to. */
export class Writer {
  private line: Promise<unknown> = Promise.resolve();
  private readonly waiting = new Map<string, (outcome: Outcome) => void>();
  /** What was answered lately, for whoever asks again. */
  private readonly answered = new Map<string, Outcome>();

  constructor(
    private readonly parts: {
      readonly team: Id;
      readonly me: Me;
      readonly log: TeamLog;
      readonly shelf: Shelf;
      readonly personal: Personal;
      /** Resolves once the log is followed to where it ended when this browser came to it. */
      readonly current: Promise<void>;
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

  /**
   * Writes an act on codes and resolves with what it came to, once this browser has followed the log up to it. Rejects
   * with NotWritten, or as `LogProblem` where the engine refuses it for good.
   */
  act({ id, kind, args }: ToWrite): Promise<Outcome> {
    const { shelf, personal, me } = this.parts;
    return this.write(id, async (key, signal) => {
      const act = await personal.sealed(id, { kind, args }, signal);
      return contentFor(shelf, key, { id, member: me.card.id }, act, signal);
    });
  }

  /** The same for an act on members, with the keys that go with it. */
  memberAct(id: string, content: Uint8Array, handed: HandedKeys | null): Promise<Outcome> {
    return this.write(id, async () => content, handed);
  }

  private write(
    id: string,
    contentOf: (key: PoolKey, signal: AbortSignal) => Promise<Uint8Array>,
    handed: HandedKeys | null = null,
  ): Promise<Outcome> {
    const known = this.answered.get(id);
    if (known) return Promise.resolve(known);
    const outcome = this.line.then(() => this.writeNow(id, contentOf, handed));
    this.line = outcome.catch(() => undefined);
    return outcome;
  }

  private async writeNow(
    id: string,
    contentOf: (key: PoolKey, signal: AbortSignal) => Promise<Uint8Array>,
    handed: HandedKeys | null,
  ): Promise<Outcome> {
    const { team, me, log, current } = this.parts;
    const late = AbortSignal.timeout(patience);
    // Up to where it is handed to the log, nothing can have been done; from there on the log knows.
    let handedOver = false;
    try {
      await unlessLate(current, late);
      const pool = this.follower.ring.keys.at(-1);
      if (!pool) throw new LogProblem('refused');
      const content = await contentOf(pool, late);
      const { seq, chain, last } = this.follower;
      const head = { id, member: me.card.id, at: Date.now(), prev: last, seen: { seq, chain }, handed };
      const { bytes } = await sealEntry(team, head, content, { keys: me.keys, pool });
      const heard = new Promise<Outcome>((resolve) => this.waiting.set(id, resolve));
      handedOver = true;
      await log.append(id, bytes, late);
      return await unlessLate(heard, late);
    } catch (error) {
      this.waiting.delete(id);
      if (error instanceof LogProblem && error.kind === 'unreachable')
        throw new NotWritten(handedOver && error.data.maybe === true, error);
      if (late.aborted) throw new NotWritten(handedOver, error);
      throw error;
    }
  }
}

function unlessLate<T>(work: Promise<T>, late: AbortSignal): Promise<T> {
  const over = new Promise<never>((_resolve, reject) =>
    late.addEventListener('abort', () => reject(late.reason), { once: true }),
  );
  return Promise.race([work, over]);
}
