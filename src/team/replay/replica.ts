import {
  type Db,
  followedTo,
  goneKeys,
  LedgerProblem,
  noteFollowed,
  passOver,
  stampWith,
  writeTogether,
} from '../../ledger';
import { type Act, isPlain, runAct } from '../acts/acts';
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
  /** That member's id. */
  readonly member: string;
  readonly act: Act;
}

/** A place in the log: with an act, or with nothing that changes codes. */
export type Placed = PlacedAct | { readonly seq: number; readonly act: null };

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
   * Runs what stands at the next places, in their order; what each act came to, null where there is none. Several plain
   * acts go into one transaction together with their place in the log. Throws LedgerProblem where this computer can't (a
   * full disk, a ledger that is closed or damaged): up to some place all is written then and nothing after it, and the
   * rest is to be run again.
   */
  async applyAll(placed: readonly Placed[]): Promise<(Outcome | null)[]> {
    const outcomes: (Outcome | null)[] = [];
    for (let left = placed; left.length > 0; left = placed.slice(outcomes.length)) {
      const first = left.findIndex(({ act }) => act !== null && !isPlain(act));
      const plain = first < 0 ? left : left.slice(0, first);
      const done = plain.length > 1 ? await this.together(plain) : await this.one(left[0] as Placed);
      outcomes.push(...done);
    }
    return outcomes;
  }

  /** Runs the act that stands at the next place. Throws as `applyAll`. */
  async apply(placed: PlacedAct): Promise<Outcome> {
    return (await this.one(placed))[0] as Outcome;
  }

  /**
   * As many of them as there are up to the first that can't be done, in one transaction; that one can't be undone alone
   * in it, so what is before it is written again without it, and it is run by itself.
   */
  private async together(plain: readonly Placed[]): Promise<(Outcome | null)[]> {
    const outcomes: (Outcome | null)[] = [];
    try {
      await writeTogether(this.db, async (tx) => {
        for (const one of plain) outcomes.push(one.act && { done: true, result: await this.run(one) });
        await noteFollowed(tx, plain[plain.length - 1]?.seq ?? 0);
      });
      return outcomes;
    } catch (problem) {
      if (isOfThisComputer(problem) || outcomes.length === plain.length) throw problem;
      const before = plain.slice(0, outcomes.length);
      const done = before.length > 0 ? await this.together(before) : [];
      return [...done, ...(await this.one(plain[outcomes.length] as Placed))];
    } finally {
      stampWith(this.db, null);
    }
  }

  private async one(placed: Placed): Promise<[Outcome | null]> {
    if (!placed.act) {
      await this.pass(placed.seq);
      return [null];
    }
    let written = false;
    try {
      const result = await this.run(placed, () => {
        written = true;
      });
      if (!written) await this.pass(placed.seq);
      if (placed.act.kind === 'erase') this.onErased();
      return [{ done: true, result }];
    } catch (problem) {
      if (isOfThisComputer(problem)) throw problem;
      await this.pass(placed.seq);
      return [{ done: false, problem }];
    } finally {
      if (placed.act.kind === 'erase') this.goneNow = null;
      stampWith(this.db, null);
    }
  }

  private run(
    { id, seq, time, by, member, act }: PlacedAct,
    written: () => void = () => undefined,
  ): Promise<unknown> {
    stampWith(this.db, actStamps({ id, seq, time }, written));
    return runAct(this.db, { by, member, now: new Date(time) }, act);
  }

  /** Passes over a place at which no act of the codes stands. */
  pass(seq: number): Promise<void> {
    stampWith(this.db, null);
    return passOver(this.db, seq);
  }
}

function isOfThisComputer(problem: unknown): boolean {
  return problem instanceof LedgerProblem && ofThisComputer.includes(problem.code);
}
