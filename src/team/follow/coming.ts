import { type CopiedRows, type Db, LedgerProblem, stillComing, takeRest } from '../../ledger';
import { needsNoHistory } from '../acts/acts';
import type { Outcome, Placed, Replica } from '../replay/replica';
import { Halted } from './halt';

/** How much of a history is here. */
export interface Come {
  readonly done: number;
  readonly of: number;
}

/**
 * The history that comes after what giving out needs, while the log is followed already. Until it is whole only acts are
 * run that take the next codes in line: any other waits, and all that stands behind it in the log.
 */
export class Coming {
  private over: () => void = () => undefined;
  private failed: (why: unknown) => void = () => undefined;
  /** Null once it is whole. */
  come: Come | null = null;
  /** Whether something in the log waits for it, and all that stands behind. */
  isAwaited = false;
  private readonly whole: Promise<void>;

  constructor() {
    this.whole = new Promise((resolve, reject) => {
      this.over = resolve;
      this.failed = reject;
    });
    // Whoever waits hears of it.
    this.whole.catch(() => undefined);
  }

  /** Looks whether anything is still to come: before anything is run. `of`: how many parts there were. */
  async look(db: Db, of: number): Promise<void> {
    const left = await stillComing(db);
    if (left > 0) this.come = { done: Math.max(0, of - left), of: Math.max(of, left) };
    else this.over();
  }

  /**
   * Takes in what is still to come. `rest` gives all parts, also those that were taken before this browser was closed;
   * `db`: a connection of its own. Rejects with LedgerProblem, with LogProblem, and with Halted where `rest` gives less.
   */
  async take(
    db: Db,
    rest: () => Promise<AsyncIterable<CopiedRows> | null>,
    signal: AbortSignal,
    onStep: () => void,
  ): Promise<void> {
    try {
      let n = 0;
      for await (const part of (await rest()) ?? []) {
        const { come } = this;
        if (signal.aborted || !come) return;
        n += 1;
        if (n <= come.done) continue;
        await takeRest(db, part, come.of - n);
        this.come = n < come.of ? { ...come, done: n } : null;
        if (this.come === null) this.over();
        onStep();
      }
      if (this.come) throw new Halted({ kind: 'history-gone' });
    } catch (error) {
      this.failed(error);
      throw error;
    }
  }

  /** Resolves once the history is whole. Rejects as `take`. */
  get isWhole(): Promise<void> {
    return this.whole;
  }

  /** As `Replica.applyAll`, of which each act waits for what it needs. */
  async apply(replica: Replica, placed: readonly Placed[]): Promise<(Outcome | null)[]> {
    const done: (Outcome | null)[] = [];
    for (let left = placed; left.length > 0; left = placed.slice(done.length)) {
      if (!this.come) {
        done.push(...(await replica.applyAll(left)));
        break;
      }
      const end = left.findIndex(({ act }) => act !== null && !needsNoHistory(act.kind));
      if (end === 0) await this.wait();
      // One by one: what comes first in line may not be here yet.
      else done.push(...(await this.oneByOne(replica, end < 0 ? left : left.slice(0, end))));
    }
    return done;
  }

  private async wait(): Promise<void> {
    this.isAwaited = true;
    await this.whole;
    this.isAwaited = false;
  }

  private async oneByOne(replica: Replica, placed: readonly Placed[]): Promise<(Outcome | null)[]> {
    const done: (Outcome | null)[] = [];
    for (const one of placed) {
      const { come } = this;
      try {
        done.push(...(await replica.applyAll([one])));
      } catch (error) {
        if (!come || !(error instanceof LedgerProblem && error.code === 'damaged')) throw error;
        await this.wait();
        done.push(...(await replica.applyAll([one])));
      }
    }
    return done;
  }
}
