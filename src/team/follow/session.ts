import { checksum, type Db, openLedger } from '../../ledger';
import { needsNoHistory } from '../acts/acts';
import { type Bounds, LogProblem, type LogState, type TeamLog } from '../log/log';
import { pause } from '../log/waits';
import { ringOf } from '../members/key-ring';
import { mayAct, ownersToUpdate } from '../members/rights';
import { type Outcome, Replica } from '../replay/replica';
import { utf8 } from '../sealing/bytes';
import type { HandedKeys } from '../sealing/handed-keys';
import type { Id } from '../sealing/ids';
import { dueSnapshot } from '../seat/periodic';
import type { Seat } from '../seat/seat';
import { getRest, getSnapshot, packSnapshot, putSnapshot, type SnapshotName } from '../seat/snapshot';
import { type Come, Coming } from './coming';
import type { ToState } from './comparing';
import { Follower, understands } from './follower';
import { Halted } from './halt';
import type { ComesFrom, Notes } from './notes';
import { type ToWrite, Writer } from './writer';

/** How often a person is told of progress, milliseconds. */
const seenEvery = 200;

/** How long a log that seems to be cut may be only behind: tries, and milliseconds between. */
const lagTries = 4;
const lagWait = 1500;

/** How a browser stands with its team. */
export type Standing =
  /** Following what happened while it was away; `seq` of `last` entries. */
  | { readonly kind: 'behind'; readonly seq: number; readonly last: number }
  /** `come`: its history is still on its way, and only the next codes in line can be given out. */
  | { readonly kind: 'current'; readonly seq: number; readonly come?: Come }
  /** The engine can't be reached; it goes on trying. */
  | { readonly kind: 'away'; readonly seq: number }
  /** It goes no further; see the error. */
  | { readonly kind: 'stopped'; readonly why: unknown };

/**
 * One connection of this browser to its team: follows the log into the codes here, and writes acts. A browser has one at
 * a time.
 */
export class Session {
  readonly follower: Follower;
  private readonly team: Id;
  private readonly writer: Writer;
  private readonly coming = new Coming();
  private readonly stop = new AbortController();
  private last = 0;
  private connected: LogState = 'away';
  private stopped: unknown = null;
  /** What was told last, and when. */
  private told: Standing | null = null;
  private toldAt = 0;
  private later: ReturnType<typeof setTimeout> | undefined;
  private readonly reached: Promise<void>;
  /** Reached, and compared with others. */
  private readonly ready: Promise<void>;
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
    this.reached = new Promise((resolve, reject) => {
      this.reach = resolve;
      this.giveUp = reject;
    });
    this.ready = this.reached.then(() => this.compare());
    // Whoever waits hears of it from what it waits for.
    this.ready.catch(() => undefined);
    this.follower = new Follower({
      ...{ team, me, log, notes },
      replica: new Replica(db),
      coming: this.coming,
      sumOf: () => checksum(db),
      firstKeys: ringOf(seat.keys),
      onOutcome: (id, outcome) => this.writer.heard(id, outcome),
      onStep: () => this.stepped(),
    });
    this.writer = new Writer(
      { team, me, log, current: this.ready, isDown: () => this.connected === 'unreachable' },
      this.follower,
    );
  }

  /** Follows until it is ended. Resolves once it goes no further; `standing` tells why. */
  async run(): Promise<void> {
    const { log, db, notes } = this.parts;
    const unsubscribe = log.onState((state) => {
      this.connected = state;
      this.tell();
    });
    try {
      const from = await notes.comesFrom();
      await this.coming.look(db, from?.parts ?? 0);
      const { last, first } = await this.bounds();
      this.last = last;
      if (this.coming.come) void this.takeRest(from);
      const following = this.follower.follow(this.stop.signal);
      // A log that is empty, or ends before what was followed, brings no step.
      if (last < first) this.reach();
      await following;
    } catch (error) {
      this.halt(error);
    } finally {
      unsubscribe();
      this.tell();
    }
  }

  /** Where the log ends; it must have what the engine acknowledged. */
  private async bounds(): Promise<Bounds> {
    const { log, notes } = this.parts;
    const acknowledged = (await notes.acknowledged())?.seq ?? 0;
    for (let tries = 0; ; tries++) {
      const bounds = await log.bounds(this.stop.signal);
      if (bounds.last >= acknowledged) return bounds;
      // A machine that has just come to lead may be behind for a moment.
      if (tries === lagTries) throw new LogProblem('gap', { last: bounds.last, after: acknowledged });
      await pause(lagWait, this.stop.signal);
    }
  }

  private halt(why: unknown): void {
    this.stopped ??= why;
    this.giveUp(why);
    this.tell();
  }

  /** Has the history come that this browser began without. */
  private async takeRest(from: ComesFrom | null): Promise<void> {
    const { team, coming, stop } = this;
    const { log } = this.parts;
    // What is taken in between acts must not be taken for a part of them.
    const db = await openLedger({ name: this.parts.db.name });
    const rest = async () => {
      const key = from && this.follower.ring.keyOf(from.generation);
      return from && key ? getRest({ team, by: from.by, key, log }, from.snapshot) : null;
    };
    try {
      await coming.take(db, rest, stop.signal, () => this.stepped());
    } catch (error) {
      if (!stop.signal.aborted) this.halt(error);
      void this.end();
    } finally {
      db.close();
    }
  }

  /** Does an act on codes; what it came to follows from the log. */
  async act(toWrite: ToWrite): Promise<Outcome> {
    if (this.stopped !== null) throw this.stopped;
    const { come, isAwaited } = this.coming;
    if (come && (isAwaited || !needsNoHistory(toWrite.kind))) throw new Halted({ kind: 'coming' });
    this.refuseUnknown(toWrite.kind);
    return this.writer.act(toWrite);
  }

  /** Throws Halted for an act that all would pass over, since no owner's Claimcheck knows it yet. */
  private refuseUnknown(kind: string): void {
    const { members, me, seq } = this.follower;
    if (!members || seq < this.last) return;
    const older = ownersToUpdate(members, kind).map(({ card }) => card.id);
    const [first] = older;
    if (first !== undefined && !older.includes(me.card.id))
      throw new Halted({ kind: 'older', member: first });
  }

  /** Does an act on members, with the keys that go with it. */
  memberAct(
    act: { readonly kind: string },
    handed: HandedKeys | null = null,
    id: string = crypto.randomUUID(),
  ): Promise<Outcome> {
    if (this.stopped !== null) return Promise.reject(this.stopped);
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
  async snapshot(name?: SnapshotName): Promise<SnapshotName> {
    await this.reached;
    await this.coming.isWhole;
    const { log, db, notes } = this.parts;
    const { follower, team } = this;
    const packed = await follower.alone(async () => packSnapshot(db, await notes.keep(follower.seq)));
    const key = follower.ring.keys.at(-1);
    if (!key) throw new Halted({ kind: 'locked' });
    return putSnapshot({ team, me: follower.me, key, log }, packed, name);
  }

  /**
   * Lays a snapshot beside the log where it has grown enough since the last one, and this browser is to do it; the period
   * up to which that is done now. `made`: what this gave before.
   */
  async snapshotIfDue(made: number): Promise<number> {
    await this.reached;
    const { members, me, seq, ring } = this.follower;
    const key = ring.keys.at(-1);
    const due = members && key && dueSnapshot(members, me.card.id, seq, made);
    if (!due) return made;
    const { team } = this;
    const { log } = this.parts;
    for (const { by, name } of due.others) {
      const card = members.all[by]?.card;
      if (card && (await getSnapshot({ team, by: card, key, log }, name))) return due.period;
    }
    // A name is written once.
    if (!(await log.getObject(due.name))) await this.snapshot(due.name);
    return due.period;
  }

  get standing(): Standing {
    const { seq } = this.follower;
    if (this.stopped !== null) return { kind: 'stopped', why: this.stopped };
    if (this.connected !== 'connected') return { kind: 'away', seq };
    if (seq < this.last) return { kind: 'behind', seq, last: this.last };
    const { come } = this.coming;
    return come ? { kind: 'current', seq, come } : { kind: 'current', seq };
  }

  async end(): Promise<void> {
    this.stop.abort();
    this.giveUp(new Halted({ kind: 'ended' }));
    await this.parts.log.close();
  }

  /** Compares the codes here with what colleagues state of theirs, before anything is given out. Rejects where they are others. */
  private async compare(): Promise<void> {
    try {
      const toState = await this.follower.compareCodes();
      // It is written as all is, once this is over.
      queueMicrotask(() => this.state(toState));
    } catch (error) {
      this.halt(error);
      void this.end();
      throw error;
    }
  }

  private state(toState: ToState | null): void {
    const { members, me } = this.follower;
    // Whoever only looks on writes nothing.
    if (!toState || !mayAct(members, me.card.id, toState.kind).may) return;
    this.memberAct(toState).catch((error: unknown) =>
      console.warn('What this copy of the team’s codes comes to could not be stated:', error),
    );
  }

  private stepped(): void {
    if (this.follower.seq >= this.last) this.reach();
    this.state(this.follower.toState());
    const now = performance.now();
    // Nobody sees more, and each time views read.
    if (this.told?.kind === this.standing.kind && now - this.toldAt < seenEvery) {
      this.later ??= setTimeout(() => this.tell(), seenEvery);
      return;
    }
    this.tell();
  }

  private tell(): void {
    clearTimeout(this.later);
    this.later = undefined;
    this.toldAt = performance.now();
    this.told = this.standing;
    this.parts.onStanding(this.told);
  }
}
