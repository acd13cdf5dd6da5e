import { copyRows, type Db, timesForgottenIn } from '../../ledger';
import type { LogState, TeamLog } from '../log/log';
import { within } from '../log/waits';
import { ringOf } from '../members/key-ring';
import { destroyGone, destroyOldSnapshots, forget } from '../personal/forgetting';
import { Personal } from '../personal/personal';
import { type Outcome, Replica } from '../replay/replica';
import { utf8 } from '../sealing/bytes';
import type { HandedKeys } from '../sealing/handed-keys';
import type { Id } from '../sealing/ids';
import type { Seat } from '../seat/seat';
import { putSnapshot, type SnapshotName } from '../seat/snapshot';
import type { Shelf } from './content';
import { Follower, Halted, understands } from './follower';
import type { Notes } from './notes';
import { NotWritten, patience, type ToWrite, Writer } from './writer';

/** How a browser stands with its team. */
export type Standing =
  /** Following what happened while it was away; `seq` of `last` entries. */
  | { readonly kind: 'behind'; readonly seq: number; readonly last: number }
  | { readonly kind: 'current'; readonly seq: number }
  /** The engine can't be reached; it goes on trying. */
  | { readonly kind: 'away'; readonly seq: number }
  /** It goes no further; see the error. */
  | { readonly kind: 'stopped'; readonly why: unknown };

/** So many entries are worth reading all keys of people at once. */
const worthLoading = 300;

/**
 * One connection of this browser to its team: follows the log into the codes here, and writes acts. A browser has one at
 * a time.
 */
export class Session {
  readonly follower: Follower;
  private readonly team: Id;
  private readonly writer: Writer;
  private readonly replica: Replica;
  private readonly personal: Personal;
  private readonly stop = new AbortController();
  private last = 0;
  private cleared = false;
  private state: LogState = 'away';
  private stopped: unknown = null;
  private readonly reached: Promise<void>;
  private reach: () => void = () => undefined;
  private giveUp: (why: unknown) => void = () => undefined;

  constructor(
    seat: Seat,
    private readonly parts: {
      readonly log: TeamLog;
      readonly db: Db;
      readonly notes: Notes;
      readonly onStanding: (standing: Standing) => void;
    },
  ) {
    const { log, db, notes } = parts;
    const { team, me } = seat;
    this.team = team;
    const shelf: Shelf = { team, log, keyOf: (generation) => this.follower.ring.keyOf(generation) };
    // A snapshot may have been on its way.
    this.replica = new Replica(db, () => void this.clear());
    this.personal = new Personal({
      ...{ team, keys: log.keys, ring: () => this.follower.ring },
      gone: () => this.replica.gone(),
    });
    const { replica, personal } = this;
    this.reached = new Promise((resolve, reject) => {
      this.reach = resolve;
      this.giveUp = reject;
    });
    // Whoever waits hears of it from what it waits for.
    this.reached.catch(() => undefined);
    this.follower = new Follower({
      ...{ team, me, log, shelf, notes, replica, personal },
      firstKeys: ringOf(seat.keys),
      onOutcome: (id, outcome) => this.writer.heard(id, outcome),
      onStep: () => this.stepped(),
    });
    this.writer = new Writer({ team, me, log, shelf, personal, current: this.reached }, this.follower);
  }

  /** Follows until it is ended. Resolves once it goes no further; `standing` tells why. */
  async run(): Promise<void> {
    const { log } = this.parts;
    const unsubscribe = log.onState((state) => {
      this.state = state;
      this.tell();
    });
    try {
      const { last, first } = await log.bounds(this.stop.signal);
      this.last = last;
      if (last - (await this.replica.followed()) > worthLoading) await this.personal.load(this.stop.signal);
      void this.clear();
      const following = this.follower.follow(this.stop.signal);
      // A log that is empty, or ends before what was followed, brings no step.
      if (last < first) this.reach();
      await following;
    } catch (error) {
      this.stopped = error;
      this.giveUp(error);
    } finally {
      unsubscribe();
      this.tell();
    }
  }

  /** Resolves once the log is followed to where it ended in the beginning. Rejects as following does. */
  get current(): Promise<void> {
    return this.reached;
  }

  /** Does an act on codes; what it came to follows from the log. */
  act(toWrite: ToWrite): Promise<Outcome> {
    // The log is told no names.
    if (toWrite.kind === 'forgetPerson') return this.forget(toWrite.args[0] as Parameters<typeof forget>[0]);
    return this.writer.act(toWrite);
  }

  private async forget(who: Parameters<typeof forget>[0]): Promise<Outcome> {
    const { log, db } = this.parts;
    const inTime = async <T>(work: Promise<T>): Promise<T> => {
      const done = await within(
        patience,
        work.then((value) => ({ value })),
      );
      if (!done) throw new NotWritten(false, 'late');
      return done.value;
    };
    await inTime(this.reached);
    return forget(who, {
      inTime,
      ...{ db, log, personal: this.personal },
      alone: (work) => this.follower.alone(work),
      write: (erasure) => this.writer.act({ id: crypto.randomUUID(), kind: 'erase', args: [erasure] }),
    });
  }

  /**
   * Destroys what the log says is gone, in case whoever said so came no further: once in the beginning, and what snapshots have
   * each time.
   */
  private async clear(): Promise<void> {
    const { log, db, notes } = this.parts;
    // Whoever goes no further hears of it from what it follows.
    const reached = await this.reached.then(
      () => true,
      () => false,
    );
    if (!reached) return;
    try {
      this.personal.unload();
      const own = this.follower.members?.all[this.follower.me.card.id];
      if (!own || own.gone || own.role === 'viewer') return;
      const gone = await this.replica.gone();
      if (!this.cleared && gone.size > (await notes.cleared())) {
        await destroyGone(gone, log);
        await notes.noteCleared(gone.size);
      }
      this.cleared = true;
      await destroyOldSnapshots(await timesForgottenIn(db), log, this.personal);
    } catch (error) {
      if (!this.stop.signal.aborted)
        console.warn('Keys of people who were forgotten are still there:', error);
    }
  }

  /** Does an act on members, with the keys that go with it. */
  memberAct(
    act: { readonly kind: string },
    handed: HandedKeys | null = null,
    id: string = crypto.randomUUID(),
  ): Promise<Outcome> {
    return this.writer.memberAct(id, utf8(JSON.stringify(act)), handed);
  }

  /** Says which acts this Claimcheck understands, unless the others know. */
  async introduce(engineKey: string): Promise<void> {
    await this.reached;
    const own = this.follower.members?.all[this.follower.me.card.id];
    const said = own?.understands ?? [];
    const isKnown = said.length === understands.length && understands.every((kind) => said.includes(kind));
    if (own && !own.gone && !isKnown)
      await this.memberAct({ kind: 'client', understands, engineKey } as never);
  }

  /** Lays a snapshot beside the log as it is now; its name. Rejects with LogProblem. */
  async snapshot(): Promise<SnapshotName> {
    await this.reached;
    const { log, db, notes } = this.parts;
    const { follower } = this;
    return follower.alone(async () => {
      const key = follower.ring.keys.at(-1);
      if (!key) throw new Halted({ kind: 'locked' });
      const by = { team: this.team, me: follower.me, key, log };
      return putSnapshot(by, await notes.keep(follower.seq), copyRows(db), await timesForgottenIn(db));
    });
  }

  get standing(): Standing {
    const { seq } = this.follower;
    if (this.stopped !== null) return { kind: 'stopped', why: this.stopped };
    if (this.state !== 'connected') return { kind: 'away', seq };
    return seq < this.last ? { kind: 'behind', seq, last: this.last } : { kind: 'current', seq };
  }

  async end(): Promise<void> {
    this.stop.abort();
    this.giveUp(new Halted({ kind: 'ended' }));
    await this.parts.log.close();
  }

  private stepped(): void {
    if (this.follower.seq >= this.last) this.reach();
    this.tell();
  }

  private tell(): void {
    this.parts.onStanding(this.standing);
  }
}
