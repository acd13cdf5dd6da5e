import { type Db, type Erasure, planErase } from '../../ledger';
import { NotWritten, patience } from '../follow/writer';
import type { KeyName } from '../log/keys';
import type { TeamLog } from '../log/log';
import { within } from '../log/waits';
import type { Outcome } from '../replay/replica';
import { shelfNameIn } from '../sealing/personal';
import { forgottenBy, snapshots } from '../seat/snapshot';
import type { Personal } from './personal';

/** Colleagues may write while it is planned: then once more, but not without end. */
const tries = 8;
/** How long whoever asked waits for the keys to be destroyed, milliseconds; what is left over then is done later. */
const untilDestroyed = 10_000;

/** What forgetting needs of a connection. */
export interface Forgetting {
  readonly db: Db;
  readonly log: Pick<TeamLog, 'keys'>;
  readonly personal: Personal;
  /** Resolves once the log is followed to its end. */
  readonly ready: Promise<void>;
  /** Runs work while nothing is taken in from the log. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Writes the act, under an id of its own. */
  write(erasure: Erasure & { readonly keys: readonly (readonly [string, string])[] }): Promise<Outcome>;
}

/**
 * Forgets people for the whole team. First the log says which places are emptied and which keys are gone, and so every
 * copy comes to the same; only then are the keys destroyed, so that nobody misses one without a word of the log.
 * Snapshots, which have names in them, go with them. What is left over by a browser that is closed in between, `destroyGone`
 * does. Rejects with NotWritten and LogProblem.
 */
export async function forget(
  who: Parameters<typeof planErase>[1],
  { db, log, personal, ready, alone, write }: Forgetting,
): Promise<Outcome> {
  await inTime(() => ready);
  for (let left = tries; ; left--) {
    // As long as the history takes: a year of a large team is gone through in its own time.
    const { erasure, texts } = await alone(() => planErase(db, who));
    const keys = await inTime((heard) => personal.keysOf([...texts, snapshots], heard));
    const outcome = await write({
      ...erasure,
      keys: keys.map(({ person, name }) => [person, name] as const),
    });
    if (outcome.done) {
      // They are forgotten by now. Where it takes longer, nobody waits for it; where it can't be done, a later start does it.
      const destroyed = log.keys.destroy(keys).catch((error: unknown) => {
        console.warn('Keys of people who were forgotten are still there:', error);
      });
      await within(untilDestroyed, destroyed);
      return outcome;
    }
    if ((outcome.problem as { code?: unknown }).code !== 'moved' || left === 1) return outcome;
  }
}

/** Waits for what the engine is asked before the act is written, as long as it is heard of. Rejects with NotWritten. */
function inTime<T>(work: (heard: () => void) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    let late: ReturnType<typeof setTimeout> | undefined;
    const heard = () => {
      clearTimeout(late);
      late = setTimeout(() => reject(new NotWritten(false, 'late')), patience);
    };
    heard();
    work(heard)
      .then(resolve, reject)
      .finally(() => clearTimeout(late));
  });
}

/** Destroys what the log says is gone, where whoever said so came no further. Rejects with LogProblem. */
export async function destroyGone(gone: ReadonlySet<string>, log: Pick<TeamLog, 'keys'>): Promise<void> {
  const keys = [...gone].flatMap((name) => shelfNameIn(name) ?? []);
  await log.keys.destroy(keys);
}

/** Destroys the keys of snapshots that have names in them which were forgotten since; `forgotten`: how often by now. */
export async function destroyOldSnapshots(
  forgotten: number,
  log: Pick<TeamLog, 'keys'>,
  personal: Personal,
): Promise<void> {
  const old: KeyName[] = [];
  for (const at of await personal.keysOf([snapshots])) {
    const key = await personal.keyOf(at);
    if (key && forgottenBy(key.beside) < forgotten) old.push(at);
  }
  await log.keys.destroy(old);
}
