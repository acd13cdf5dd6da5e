import { type Db, timesForgottenIn } from '../../ledger';
import type { TeamLog } from '../log/log';
import type { Id } from '../sealing/ids';
import { dueSnapshot, isAsDue, type Made, newestSnapshot } from '../seat/periodic';
import { packSnapshot, putSnapshot, type SnapshotName } from '../seat/snapshot';
import type { Follower } from './follower';
import { Halted } from './halt';
import type { Notes } from './notes';

/** Lays snapshots of this browser's codes beside the log. */
export class Snapshots {
  constructor(
    private readonly parts: {
      readonly team: Id;
      readonly log: TeamLog;
      readonly db: Db;
      readonly notes: Notes;
      readonly follower: Follower;
      /** Resolves once the log is followed, and the history is here. */
      ready(): Promise<unknown>;
      /** Destroys what snapshots have of people who were forgotten since. */
      clear(): Promise<void>;
    },
  ) {}

  /** Lays one there as it is now; its name. Rejects with LogProblem, and Halted where this browser has no key. */
  async lay(): Promise<SnapshotName> {
    const { team, log, db, notes, follower, ready, clear } = this.parts;
    await ready();
    const packed = await follower.alone(async () => packSnapshot(db, await notes.keep(follower.seq)));
    const key = follower.ring.keys.at(-1);
    if (!key) throw new Halted({ kind: 'locked' });
    const name = await putSnapshot({ team, me: follower.me, key, log }, packed);
    // Whoever cleared up meanwhile may have found no key of it yet.
    if ((await timesForgottenIn(db)) > packed.forgotten) await clear();
    return name;
  }

  /**
   * The same where one is due, and this browser is to do it; up to where that is done now. `made`: what this gave before.
   * Rejects as `lay`.
   */
  async layIfDue(made: Made | null): Promise<Made | null> {
    const { team, log, db, follower, ready } = this.parts;
    await ready();
    const { members, me, seq, ring } = follower;
    const now = { seq, forgotten: await timesForgottenIn(db) };
    const due = members && dueSnapshot(members, me.card.id, now, made);
    if (!due) return made;
    const newest = await newestSnapshot(members, seq, { team, keys: ring.keys.slice(-1), log });
    if (!newest || !isAsDue(newest, due)) await this.lay();
    return due;
  }
}
