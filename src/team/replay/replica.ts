import { type Db, followedTo, goneKeys, LedgerProblem, passOver, stampWith } from '../../ledger';
import { type Act, runAct } from '../acts/acts';
import { actStamps } from './act-stamps';

/** An act at its place in the log. */
export interface PlacedAct {
  readonly seq: number;
  /** A UUID; no other act in the log has it. */
  readonly id: string;
  /** When the log took it in, milliseconds. */
  readonly time: number;
  /** The name of the member who did it. */
  readonly by: string;
  readonly act: Act;
}

/** What an act came to: its result, or why it changed nothing. Both follow from the log alone. */
export type Outcome =
  | { readonly done: true; readonly result: unknown }
  | { readonly done: false; readonly problem: unknown };

/** What this computer can't do now, though others can: the act waits. */
const ofThisComputer: readonly string[] = ['storage-refused', 'quota', 'blocked', 'closed', 'damaged'];

/**
 * One member's copy of the team's codes: a ledger into which nothing writes but the acts of the log, each once and in
 * its order. Its connection may serve nothing else, or others' acts would get the time and ids of this one.
 */
export class Replica {
  private goneNow: Promise<ReadonlySet<string>> | null = null;

  /** `onErased` hears that somebody was forgotten. */
  constructor(
    private readonly db: Db,
    private readonly onErased: () => void = () => undefined,
  ) {}

  /** The keys of people that are destroyed, as far as the log is written here. */
  gone(): Promise<ReadonlySet<string>> {
    if (!this.goneNow) {
      const asked = goneKeys(this.db);
      this.goneNow = asked;
      // One that failed is asked again.
      asked.catch(() => {
        if (this.goneNow === asked) this.goneNow = null;
      });
    }
    return this.goneNow;
  }

  /** The place in the log up to which it is written. */
  followed(): Promise<number> {
    return followedTo(this.db);
  }

  /**
   * Runs the act that stands at the next place. Throws LedgerProblem where this computer can't (a full disk, a ledger
   * that is closed or damaged): nothing is written then, and the same act is to be run again.
   */
  async apply({ seq, id, time, by, act }: PlacedAct): Promise<Outcome> {
    let written = false;
    stampWith(
      this.db,
      actStamps({ id, seq, time }, () => {
        written = true;
      }),
    );
    try {
      const result = await runAct(this.db, { by, now: new Date(time) }, act);
      if (!written) await this.pass(seq);
      if (act.kind === 'erase') this.onErased();
      return { done: true, result };
    } catch (problem) {
      if (problem instanceof LedgerProblem && ofThisComputer.includes(problem.code)) throw problem;
      await this.pass(seq);
      return { done: false, problem };
    } finally {
      if (act.kind === 'erase') this.goneNow = null;
      stampWith(this.db, null);
    }
  }

  /** Passes over a place at which no act of the codes stands. */
  pass(seq: number): Promise<void> {
    stampWith(this.db, null);
    return passOver(this.db, seq);
  }
}
