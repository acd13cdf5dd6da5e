import { type Db, timesForgottenIn } from '../../ledger';
import type { Notes } from '../follow/notes';
import type { TeamLog } from '../log/log';
import { destroyGone, destroyOldSnapshots } from './forgetting';
import type { Personal } from './personal';

/** What clearing needs of a connection. */
interface ClearingParts {
  readonly db: Db;
  readonly log: Pick<TeamLog, 'keys'>;
  readonly notes: Pick<Notes, 'cleared' | 'noteCleared'>;
  readonly personal: Personal;
  /** Keys of people that the log says are gone. */
  readonly gone: () => Promise<ReadonlySet<string>>;
  /** Whether this member may destroy keys. */
  readonly may: () => boolean;
}

/**
 * Destroys what the log says is gone, in case whoever said so came no further: once in the beginning, and what snapshots
 * have each time that somebody was forgotten, since one may have been on its way.
 */
export class Clearing {
  private done = false;

  constructor(private readonly parts: ClearingParts) {}

  /** Rejects with LogProblem. */
  async clear(): Promise<void> {
    const { db, log, notes, personal, gone, may } = this.parts;
    if (!may()) return;
    const all = await gone();
    if (!this.done && all.size > (await notes.cleared())) {
      await destroyGone(all, log);
      await notes.noteCleared(all.size);
    }
    this.done = true;
    await destroyOldSnapshots(await timesForgottenIn(db), log, personal);
  }
}
