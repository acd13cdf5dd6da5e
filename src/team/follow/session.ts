import type { KnownBy } from '../../domain/same-person';
import { checksum, type Db, openLedger } from '../../ledger';
import { needsNoHistory } from '../acts/acts';
import { isDown, type LogState, type TeamLog } from '../log/log';
import { ringOf } from '../members/key-ring';
import { mayAct, ownersToUpdate } from '../members/rights';
import { Clearing } from '../personal/clearing';
import { forget } from '../personal/forgetting';
import { tells } from '../personal/parts';
import { Personal, personalKind } from '../personal/personal';
import { type Outcome, Replica } from '../replay/replica';
import { utf8 } from '../sealing/bytes';
import type { HandedKeys } from '../sealing/handed-keys';
import type { Seat } from '../seat/seat';
import { getRest } from '../seat/snapshot';
import { type Come, Coming } from './coming';
import type { ToState } from './comparing';
import { endOf } from './end-of-log';
import { Follower, understands } from './follower';
import { Halted } from './halt';
import type { ComesFrom, Notes } from './notes';
import { Snapshots } from './snapshots';
import { NotWritten, type ToWrite, Writer } from './writer';

/** How often a person is told of progress, milliseconds. */
const seenEvery = 200;

/** How a browser stands with its team. */
export type Standing =
  /** Following what happened while it was away; `seq` of `last` entries. */
  | { readonly kind: 'behind'; readonly seq: number; readonly last: number }
  /** `come`: its history is still on its way, and only the next codes in line can be given out. */
  | { readonly kind: 'current'; readonly seq: number; readonly come?: Come }
  /** The engine can't be reached, or is `silent`: there is a way to it, and no answer. It goes on trying. */
  | { readonly kind: 'away'; readonly seq: number; readonly silent?: true }
  /** It goes no further; see the error. */
  | { readonly kind: 'stopped'; readonly why: unknown };

/**
 * One connection of this browser to its team: follows the log into the codes here, and writes acts. A browser has one at
 * a time.
 */
export class Session {
  readonly follower: Follower;
  readonly snapshots: Snapshots;
  private readonly writer: Writer;
  private readonly coming = new Coming();
  private readonly replica: Replica;
  private readonly personal: Personal;
  private readonly clearing: Clearing;
  private readonly stop = new AbortController();
  /** Where the log ended; nothing reaches it before it is known. */
  private last = Number.POSITIVE_INFINITY;
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
    private readonly seat: Seat,
    private readonly parts: {
      readonly log: TeamLog;
      readonly db: Db;
      readonly notes: Notes;
      readonly onStanding: (standing: Standing) => void;
    },
  ) {
    const { log, db, notes } = parts;
    const { team, me } = seat;
    this.reached = new Promise((resolve, reject) => {
      this.reach = resolve;
      this.giveUp = reject;
    });
    this.ready = this.reached.then(() => this.compare());
    // Whoever waits hears of it from what it waits for.
    this.ready.catch(() => undefined);
    this.replica = new Replica(db, () => void this.clear());
    const gone = () => this.replica.gone();
    this.personal = new Personal({ team, keys: log.keys, ring: () => this.follower.ring, gone });
    const { replica, personal, coming } = this;
    const may = () => mayAct(this.follower.members, me.card.id, 'erase').may;
    this.clearing = new Clearing({ db, log, notes, personal, gone, may });
    this.follower = new Follower({
      ...{ team, me, log, notes, replica, personal, coming },
      sumOf: () => checksum(db),
      firstKeys: ringOf(seat.keys),
      onOutcome: (id, outcome) => this.writer.heard(id, outcome),
      onStep: () => this.stepped(),
    });
    const ready = () => Promise.all([this.reached, coming.isWhole]);
    const clear = () => this.clear();
    this.snapshots = new Snapshots({ ...parts, ready, clear, team, follower: this.follower });
    this.writer = new Writer(
      { team, me, log, personal, current: this.ready, isDown: () => isDown(this.connected) },
      this.follower,
    );
  }

  /** Follows until it is ended. Resolves once it goes no further: with why, null where it was ended. */
  async run(): Promise<unknown> {
    const { log, db, notes } = this.parts;
    const unsubscribe = log.onState((state) => {
      this.connected = state;
      this.tell();
    });
    try {
      const from = await notes.comesFrom();
      await this.coming.look(db, from?.parts ?? 0);
      const { last, first } = await endOf(log, notes, this.stop.signal);
      this.last = last;
      if (this.coming.come) void this.takeRest(from);
      // A browser that was closed at that moment.
      else if (from) await notes.hasCome();
      await this.personal.loadFor(last - (await this.replica.followed()), this.stop.signal);
      void this.clear();
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
    return this.stopped;
  }

  private halt(why: unknown): void {
    this.stopped ??= why;
    this.giveUp(why);
    this.writer.stop(why);
    this.tell();
  }

  /** Has the history come that this browser began without. */
  private async takeRest(from: ComesFrom | null): Promise<void> {
    const { coming, stop } = this;
    const { log, notes } = this.parts;
    // What is taken in between acts must not be taken for a part of them.
    const db = await openLedger({ name: this.parts.db.name });
    const rest = async () => from && getRest(this.seat.team, from, log);
    try {
      await coming.take(db, rest, stop.signal, () => this.stepped());
      if (!coming.come) await notes.hasCome();
    } catch (error) {
      if (!stop.signal.aborted) this.halt(error);
      void this.end();
    } finally {
      db.close();
    }
  }

  /** Resolves once the log is followed to where it ended in the beginning, and codes are compared. Rejects as following does. */
  get current(): Promise<void> {
    return this.ready;
  }

  /** Does an act on codes; what it came to follows from the log. */
  async act(toWrite: ToWrite): Promise<Outcome> {
    if (this.stopped !== null) throw this.stopped;
    const { come, isAwaited } = this.coming;
    if (come && (isAwaited || !needsNoHistory(toWrite.kind))) throw new Halted({ kind: 'coming' });
    // The log is told no names.
    const isForget = toWrite.kind === 'forgetPerson';
    this.refuseUnknown(isForget ? 'erase' : toWrite.kind);
    if (tells(toWrite.kind)) this.refuseUnknown(personalKind);
    return isForget ? this.forget(toWrite.args[0] as KnownBy[]) : this.writer.act(toWrite);
  }

  private async forget(who: readonly KnownBy[]): Promise<Outcome> {
    const { log, db } = this.parts;
    const { personal, follower, writer } = this;
    return forget(who, {
      ...{ db, log, personal, ready: this.ready },
      alone: (work) => follower.alone(work),
      write: (erasure) => writer.act({ id: crypto.randomUUID(), kind: 'erase', args: [erasure] }),
    });
  }

  /** See `Clearing`; once the log is followed to its end. */
  private async clear(): Promise<void> {
    try {
      await this.reached;
    } catch {
      // Whoever goes no further hears of it from what it follows.
      return;
    }
    this.personal.unload();
    await this.clearing.clear().catch((error: unknown) => {
      if (!this.stop.signal.aborted)
        console.warn('Keys of people who were forgotten are still there:', error);
    });
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

  /** Says which acts this Claimcheck understands, unless the others know. Asked first, it stands before all acts. */
  async introduce(engineKey: string): Promise<void> {
    const content = () => {
      const own = this.follower.members?.all[this.follower.me.card.id];
      const said = own?.understands ?? [];
      const isNews = said.length !== understands.length || !understands.every((kind) => said.includes(kind));
      if (!own || own.gone || !isNews) return null;
      return utf8(JSON.stringify({ kind: 'client', understands, engineKey }));
    };
    try {
      await this.writer.say(content);
    } catch (error) {
      if (!(error instanceof NotWritten)) throw error;
      await this.reached;
      await this.writer.say(content);
    }
  }

  get standing(): Standing {
    const { seq } = this.follower;
    if (this.stopped !== null) return { kind: 'stopped', why: this.stopped };
    if (this.connected === 'silent') return { kind: 'away', seq, silent: true };
    if (this.connected !== 'connected' || !Number.isFinite(this.last)) return { kind: 'away', seq };
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
    // Nobody sees more, and each time views read.
    if (this.told?.kind === this.standing.kind && performance.now() - this.toldAt < seenEvery) {
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
