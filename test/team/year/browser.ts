import { checksum, type Db, openLedger, selfCheck } from '../../../src/ledger/index.ts';
import { publicKeyOf } from '../../../src/team/access/jwt.ts';
import { Notes } from '../../../src/team/follow/notes.ts';
import { Session } from '../../../src/team/follow/session.ts';
import { takeSeat, takeSeatFrom } from '../../../src/team/seat/joining.ts';
import type { Seat } from '../../../src/team/seat/seat.ts';
import { type Founder, invited, logOf } from './member.ts';

let made = 0;

/** A browser of the team with a copy of the codes, in this process. */
export class Browser {
  private running: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly seat: Seat,
    readonly name: string,
    readonly db: Db,
    private readonly notes: Notes,
    public session: Session,
  ) {}

  /** Opens one that has a seat, and follows. */
  static async open(seat: Seat, name = `year-${++made}`): Promise<Browser> {
    const db = await openLedger({ name });
    const notes = await Notes.open(seat.team, `${name}-notes`);
    const session = new Session(seat, { log: logOf(seat), db, notes, onStanding: () => undefined });
    const browser = new Browser(seat, name, db, notes, session);
    browser.running = session.run();
    // As a page does, before anything else is written.
    session.introduce(publicKeyOf(seat.seed)).catch(() => undefined);
    return browser;
  }

  /** Somebody new who reads the log from its beginning. */
  static async fromLog(founder: Founder, name: string): Promise<Browser> {
    const { seat } = await invited(founder, name, 'giver');
    const log = logOf(seat);
    const taken = await takeSeat(seat, log, AbortSignal.timeout(1_200_000));
    await log.close();
    if (!taken) throw new Error('not added');
    return Browser.open(taken);
  }

  /** Somebody new who starts from a snapshot that the founder lays now; hears when the ticket is there. */
  static async fromSnapshot(founder: Founder, name: string, onTicket = () => {}): Promise<Browser> {
    const { seat, added } = await invited(founder, name, 'giver');
    const snapshot = await founder.session.snapshots.lay();
    onTicket();
    const at = `year-${++made}`;
    const [db, notes, log] = [
      await openLedger({ name: at }),
      await Notes.open(seat.team, `${at}-notes`),
      logOf(seat),
    ];
    const taken = await takeSeatFrom(
      seat,
      { added, snapshot },
      { log, db, notes },
      AbortSignal.timeout(60_000),
    );
    for (const each of [db, notes]) each.close();
    await log.close();
    if (!taken) throw new Error('no snapshot');
    return Browser.open(taken, at);
  }

  /** Opens it again after it was closed. */
  again(): Promise<Browser> {
    return Browser.open(this.seat, this.name);
  }

  /** Does an act. Throws why it wasn't done. */
  async act(kind: string, args: readonly unknown[]): Promise<unknown> {
    const outcome = await this.session.act({ id: crypto.randomUUID(), kind, args });
    if (!outcome.done) throw outcome.problem;
    return outcome.result;
  }

  /** Waits until it has followed to `seq`, and its history is whole. */
  async whole(seq: number): Promise<void> {
    for (;;) {
      const { standing } = this.session;
      if (standing.kind === 'stopped') throw standing.why;
      if (standing.kind === 'current' && !standing.come && this.session.follower.seq >= seq) return;
      await new Promise((done) => setTimeout(done, 5));
    }
  }

  /** What its copy comes to, and what its self-check finds. */
  async look(): Promise<{ sum: string; faults: number }> {
    return { sum: await checksum(this.db), faults: (await selfCheck(this.db)).faults.length };
  }

  async close(): Promise<void> {
    await this.session.end();
    await this.running;
    this.db.close();
    this.notes.close();
  }
}
