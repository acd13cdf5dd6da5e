import { Store } from '../../actions/desk/store';
import { said } from '../../domain/problem';
import { asProblem, type Db, openLedger } from '../../ledger';
import { publicKeyOf } from '../access/jwt';
import { Asks, type MemberToWrite } from '../follow/asks';
import { Notes } from '../follow/notes';
import { Session, type Standing } from '../follow/session';
import type { ToWrite } from '../follow/writer';
import type { TeamLog } from '../log/log';
import { connectLog } from '../log/nats-log';
import { type IgnoredEntries, nothingIgnored } from '../members/ignored';
import type { Members } from '../members/team-state';
import type { DoAct } from '../pool/do-act';
import type { Outcome } from '../replay/replica';
import { roomAgain } from '../replay/room';
import type { HandedKeys } from '../sealing/handed-keys';
import type { Id } from '../sealing/ids';
import { loadAnew } from '../seat/anew';
import { credentialsOf, isSeated, type Seat } from '../seat/seat';
import { onSeatChange, SeatStore } from '../seat/seat-store';
import type { SnapshotName } from '../seat/snapshot';
import { renewOwnToken } from './own-token';
import { renewBeside } from './renewal';
import { askableAgain, TeamProblem, teamProblem } from './team-words';

/** What a page knows of its team. */
export interface TeamState {
  /** Undefined until it was read; null where this browser belongs to none. */
  readonly seat: Seat | null | undefined;
  readonly standing: Standing;
  /** When this page heard that it stands so, milliseconds. */
  readonly since: number;
  /** When the log took in what was followed last, milliseconds; null for nothing yet. */
  readonly followedAt: number | null;
  /** Who belongs to it, as far as the log was followed. */
  readonly members: Members | null;
  readonly ignored: IgnoredEntries;
}

/** One page of a browser holds the line to the team at a time; whoever comes next waits for it. */
const lineLock = 'claimcheck-team-line';
/** How long a page waits for the one that holds the line, milliseconds. */
const patience = 20_000;
/** A log of so many entries is read within seconds. */
const worthSnapshot = 200;

/** A page's way to its team: over its own connection, or through the page that has one. */
export class TeamHere extends Store<TeamState> {
  private session: Session | null = null;
  /** That of the session. */
  private log: TeamLog | null = null;
  private renewed = false;
  private notes: Notes | null = null;
  /** The team of `notes`. */
  private followed: Id | null = null;
  private readonly closing = new AbortController();
  private readonly asks = new Asks({
    answer: () => {
      const { session } = this;
      if (!session) return null;
      return (asked) =>
        'member' in asked ? session.memberAct(asked.member, asked.handed, asked.id) : session.act(asked);
    },
    standing: () => this.state.standing,
    again: (anew) => this.again(anew),
    heard: (standing) => {
      if (!this.session) void this.stands(standing);
    },
  });

  private constructor(readonly seats: SeatStore) {
    super({
      ...{ seat: undefined, standing: { kind: 'away', seq: 0 }, since: Date.now(), followedAt: null },
      ...{ members: null, ignored: nothingIgnored },
    });
  }

  /** Begins to follow the team that this browser belongs to, now or once it has joined one. */
  static async start(): Promise<TeamHere> {
    const here = new TeamHere(await SeatStore.open());
    await here.renewOwn();
    await here.readSeat();
    onSeatChange(() => void here.readSeat());
    void here.hold();
    // A page may stay open for weeks.
    const hourly = setInterval(() => {
      void here.renewOwn();
      void here.renewTickets();
    }, 3_600_000);
    here.closing.signal.addEventListener('abort', () => clearInterval(hourly));
    return here;
  }

  /** Does an act on codes; see `DoAct`. */
  readonly does: DoAct = async (kind, args, id = crypto.randomUUID()) => {
    if (!this.state.seat || !isSeated(this.state.seat)) throw new TeamProblem(said('teamNone'));
    // What is left out at the end would come back from the log as null.
    const told = [...args] as unknown[];
    while (told.length > 0 && told.at(-1) === undefined) told.pop();
    const outcome = await this.written({ id, kind, args: told });
    if (!outcome.done) throw teamProblem(outcome.problem, this.state.members);
    return outcome.result as never;
  };

  /** The connection, where this page holds it. Throws TeamProblem where another page does. */
  get line(): Session {
    if (!this.session) throw new TeamProblem(said('teamElsewhere'));
    return this.session;
  }

  /** See `Place`. */
  get shelf(): TeamLog {
    if (!this.log) throw new TeamProblem(said('teamElsewhere'));
    return this.log;
  }

  /** Does an act on members, with the keys that go with it. Rejects with TeamProblem where nothing came of it. */
  async memberAct(member: { readonly kind: string }, handed: HandedKeys | null = null): Promise<void> {
    const outcome = await this.written({ id: crypto.randomUUID(), member, handed });
    await this.readTeam();
    if (!outcome.done) throw teamProblem(outcome.problem, this.state.members);
  }

  /** Has the page that holds the line connect anew, after it went no further; `anew`: and load the codes anew. */
  again(anew = false): void {
    if (this.session) {
      this.anew ||= anew;
      this.renew?.();
    } else this.asks.again(anew);
  }

  /** Reads the seat anew, e.g. after it was taken here. */
  async readSeat(): Promise<void> {
    const seat = await this.seats.read();
    const before = this.state.seat;
    this.set({ seat });
    const moved = before?.token !== seat?.token || before?.team !== seat?.team;
    if (moved || Boolean(before && isSeated(before)) !== Boolean(seat && isSeated(seat))) this.renew?.();
    const followed = seat && isSeated(seat) ? seat.team : null;
    if (followed === this.followed) return;
    this.followed = followed;
    this.notes?.close();
    this.notes = null;
    if (followed === null) return this.set({ members: null, ignored: nothingIgnored });
    const notes = await Notes.open(followed);
    // The seat may have changed once more in the meantime.
    if (this.followed !== followed) return notes.close();
    this.notes = notes;
    await this.readTeam();
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.session?.end();
    this.asks.close();
  }

  /** A page that can't write it opens all the same. */
  private async renewOwn(): Promise<void> {
    await renewOwnToken(this.seats).catch((error: unknown) =>
      console.warn('This browser’s own way into the engine could not be renewed:', error),
    );
  }

  private renew: (() => void) | null = null;
  /** The codes are to be loaded anew with the next connection. */
  private anew = false;

  private async written(asked: ToWrite | MemberToWrite): Promise<Outcome> {
    const { session } = this;
    try {
      if (!session) return await this.asks.ask(asked, patience);
      if ('member' in asked) return await session.memberAct(asked.member, asked.handed, asked.id);
      return await session.act(asked);
    } catch (error) {
      throw teamProblem(error, this.state.members, () => askableAgain(this));
    }
  }

  /** See `Place`; a short log is read as quickly. */
  async snapshot(): Promise<SnapshotName | null> {
    const { session } = this;
    return session && session.follower.seq > worthSnapshot ? session.snapshots.lay() : null;
  }

  /** Waits for the line, and holds it until the page closes. */
  private async hold(): Promise<void> {
    const { signal } = this.closing;
    try {
      await navigator.locks.request(lineLock, { signal }, async () => {
        while (!signal.aborted) await this.connect();
      });
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  /** One connection, until the seat changes or the page closes; until there is room again where the disk is full. */
  private async connect(): Promise<void> {
    const { seat } = this.state;
    const over = new AbortController();
    const changed = new Promise<void>((resolve) => {
      this.renew = resolve;
      this.closing.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    const until = (halted: Promise<unknown>) =>
      Promise.race([changed, halted.then((why) => roomAgain(why, over.signal))]);
    try {
      await (seat && isSeated(seat) ? this.follow(seat, until) : changed);
    } catch (error) {
      const why = asProblem(error);
      await this.stands({ kind: 'stopped', why });
      await until(Promise.resolve(why));
    } finally {
      over.abort();
    }
  }

  private async follow(seat: Seat, until: (halted: Promise<unknown>) => Promise<void>): Promise<void> {
    const { team, me, engines } = seat;
    const log = connectLog({
      ...{ servers: engines, team, member: me.card.id, credentials: credentialsOf(seat) },
      ...(seat.owner && { createKeys: { replicas: seat.owner.machines } }),
    });
    const notes = await Notes.open(team);
    const db: Db = await openLedger();
    const parts = { log, db, notes };
    if (this.anew) await this.loadAnew(seat, parts);
    const onStanding = (standing: Standing) => void this.stands(standing);
    const session = new Session(seat, { ...parts, onStanding });
    this.session = session;
    this.log = log;
    this.renewed = false;
    const running = session.run();
    this.asks.takeOver();
    session
      .introduce(publicKeyOf(seat.seed))
      .catch((error: unknown) =>
        console.warn('The team does not know yet what this Claimcheck understands:', error),
      );
    await until(running);
    this.session = null;
    this.log = null;
    await session.end();
    await running;
    db.close();
    notes.close();
  }

  private async loadAnew(seat: Seat, parts: Parameters<typeof loadAnew>[2]): Promise<void> {
    this.anew = false;
    try {
      await loadAnew(seat, this.state.members, parts);
    } catch (error) {
      // Nothing was emptied; the connection says what is wrong.
      console.warn('The team’s codes could not be loaded anew:', error);
    }
  }

  private async stands(standing: Standing): Promise<void> {
    const before = this.state.standing;
    if (this.session) this.asks.tellStanding(standing);
    this.set({ standing, since: before.kind === standing.kind ? this.state.since : Date.now() });
    if (
      before.kind !== standing.kind ||
      ('seq' in before && 'seq' in standing && before.seq !== standing.seq)
    )
      await this.readTeam();
    if (standing.kind !== 'current' || !this.session || this.renewed) return;
    this.renewed = true;
    await this.renewTickets();
  }

  /** See `renewBeside`: in the page that holds the line. */
  private async renewTickets(): Promise<void> {
    const { log, session, seats } = this;
    const { seat, members } = this.state;
    if (!log || !session || !seat || !members) return;
    const { snapshots } = session;
    try {
      if (await renewBeside({ log, snapshots, seats }, seat, members)) await this.readSeat();
    } catch (error) {
      console.warn('What lies beside the log of the team could not be renewed:', error);
    }
  }

  private async readTeam(): Promise<void> {
    const { notes } = this;
    if (!notes) return;
    const { standing } = this.state;
    const [{ members }, ignored, followedAt] = await Promise.all([
      notes.members(),
      notes.ignored(),
      'seq' in standing ? notes.timeAt(standing.seq) : undefined,
    ]);
    if (notes === this.notes) this.set({ members, ignored, followedAt: followedAt ?? this.state.followedAt });
  }
}
