import { Store } from '../../actions/desk/store';
import { said } from '../../domain/problem';
import { type Db, openLedger } from '../../ledger';
import { publicKeyOf } from '../access/jwt';
import { Asks } from '../follow/asks';
import { Notes } from '../follow/notes';
import { Session, type Standing } from '../follow/session';
import { NotWritten, type ToWrite } from '../follow/writer';
import { connectLog } from '../log/nats-log';
import { type IgnoredEntries, nothingIgnored } from '../members/ignored';
import type { Members } from '../members/team-state';
import type { DoAct } from '../pool/do-act';
import type { Outcome } from '../replay/replica';
import { credentialsOf, isSeated, type Seat } from '../seat/seat';
import { onSeatChange, SeatStore } from '../seat/seat-store';
import { TeamProblem, teamProblem } from './team-words';

/** What a page knows of its team. */
export interface TeamState {
  /** Undefined until it was read; null where this browser belongs to none. */
  readonly seat: Seat | null | undefined;
  readonly standing: Standing;
  /** Who belongs to it, as far as the log was followed. */
  readonly members: Members | null;
  readonly ignored: IgnoredEntries;
}

/** One page of a browser holds the line to the team at a time; whoever comes next waits for it. */
const lineLock = 'claimcheck-team-line';
/** How long a page waits for the one that holds the line, milliseconds. */
const patience = 20_000;

/** A page's way to its team: over its own connection, or through the page that has one. */
export class TeamHere extends Store<TeamState> {
  private session: Session | null = null;
  private notes: Notes | null = null;
  private readonly closing = new AbortController();
  private readonly asks = new Asks({
    answer: () => (this.session ? (act) => (this.session as Session).act(act) : null),
    standing: () => this.state.standing,
    heard: (standing) => {
      if (!this.session) void this.stands(standing);
    },
  });

  private constructor(readonly seats: SeatStore) {
    super({ seat: undefined, standing: { kind: 'away', seq: 0 }, members: null, ignored: nothingIgnored });
  }

  /** Begins to follow the team that this browser belongs to, now or once it has joined one. */
  static async start(): Promise<TeamHere> {
    const here = new TeamHere(await SeatStore.open());
    await here.readSeat();
    onSeatChange(() => void here.readSeat());
    void here.hold();
    return here;
  }

  /** Does an act on codes; see `DoAct`. */
  readonly does: DoAct = async (kind, args) => {
    if (!this.state.seat || !isSeated(this.state.seat)) throw new TeamProblem(said('teamNone'));
    // What is left out at the end would come back from the log as null.
    const told = [...args] as unknown[];
    while (told.length > 0 && told.at(-1) === undefined) told.pop();
    const outcome = await this.written({ id: crypto.randomUUID(), kind, args: told });
    if (!outcome.done) throw teamProblem(outcome.problem, this.state.members);
    return outcome.result as never;
  };

  /** The connection, where this page holds it: for acts on members. Rejects with TeamProblem where another page does. */
  get line(): Session {
    if (!this.session) throw new TeamProblem(said('teamElsewhere'));
    return this.session;
  }

  /** Reads the seat anew, e.g. after it was taken here. */
  async readSeat(): Promise<void> {
    const seat = await this.seats.read();
    const before = this.state.seat;
    this.set({ seat });
    const moved = before?.token !== seat?.token || before?.team !== seat?.team;
    if (moved || Boolean(before && isSeated(before)) !== Boolean(seat && isSeated(seat))) this.renew?.();
    if (seat && isSeated(seat) && this.notes === null) {
      this.notes = await Notes.open(seat.team);
      await this.readTeam();
    }
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.session?.end();
    this.asks.close();
  }

  private renew: (() => void) | null = null;

  private async written(act: ToWrite): Promise<Outcome> {
    try {
      return await (this.session ? this.session.act(act) : this.asks.ask(act, patience));
    } catch (error) {
      throw teamProblem(error, this.state.members);
    }
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

  /** One connection, until the seat changes or the page closes. */
  private async connect(): Promise<void> {
    const { seat } = this.state;
    const changed = new Promise<void>((resolve) => {
      this.renew = resolve;
      this.closing.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    if (!seat || !isSeated(seat)) return changed;
    const { team, me, engines } = seat;
    const log = connectLog({ servers: engines, team, member: me.card.id, credentials: credentialsOf(seat) });
    const notes = await Notes.open(team);
    const db: Db = await openLedger();
    const session = new Session(seat, {
      log,
      db,
      notes,
      onStanding: (standing) => void this.stands(standing),
    });
    this.session = session;
    const running = session.run();
    this.asks.takeOver();
    session
      .introduce(publicKeyOf(seat.seed))
      .catch((error: unknown) =>
        console.warn('The team does not know yet what this Claimcheck understands:', error),
      );
    await changed;
    this.session = null;
    await session.end();
    await running;
    db.close();
    notes.close();
  }

  private async stands(standing: Standing): Promise<void> {
    const before = this.state.standing;
    if (this.session) this.asks.tellStanding(standing);
    this.set({ standing });
    if (
      before.kind !== standing.kind ||
      ('seq' in before && 'seq' in standing && before.seq !== standing.seq)
    )
      await this.readTeam();
  }

  private async readTeam(): Promise<void> {
    if (!this.notes) return;
    const [{ members }, ignored] = await Promise.all([this.notes.members(), this.notes.ignored()]);
    this.set({ members, ignored });
  }
}

/** Whether an act may have been done though nobody said so. */
export function isUnsure(error: unknown): boolean {
  return error instanceof TeamProblem && error.cause instanceof NotWritten && error.cause.maybe;
}
