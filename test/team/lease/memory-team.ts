import 'fake-indexeddb/auto';
import { type Db, openLedger } from '../../../src/ledger';
import type { Act } from '../../../src/team/acts/acts';
import { NotWritten } from '../../../src/team/follow/writer';
import { Book } from '../../../src/team/lease/book';
import { Leases } from '../../../src/team/lease/leases';
import { teamProblem } from '../../../src/team/pages/team-words';
import type { DoAct } from '../../../src/team/pool/do-act';
import { type Outcome, Replica } from '../../../src/team/replay/replica';

interface Logged {
  readonly id: string;
  readonly act: Act;
  readonly member: string;
}

let made = 0;

/** A team whose log is in memory: its order is what counts. */
export class MemoryTeam {
  readonly team = `team${++made}`;
  readonly log: Logged[] = [];
  readonly browsers: Browser[] = [];

  async browser(member: string, name: string): Promise<Browser> {
    const browser = await Browser.open(this, member, `${this.team} ${name}`);
    this.browsers.push(browser);
    return browser;
  }

  /** All are back, and know all that there is to know. */
  async settle(): Promise<void> {
    for (const browser of this.browsers) browser.reach = 'up';
    for (const browser of this.browsers) await browser.page.tell();
    for (const browser of this.browsers) await browser.follow();
  }
}

/** One browser of a member, with a page or more. */
export class Browser {
  /** `lost`: the log has what was asked, and the answer is lost; `unheard`: it doesn't, and nobody knows. */
  reach: 'up' | 'down' | 'lost' | 'unheard' = 'up';
  /** The member may do nothing more, and if they were removed, this browser knows it. */
  stands: 'in' | 'viewer' | 'gone' = 'in';
  readonly pages: Leases[] = [];
  private readonly listeners = new Set<() => void>();
  private turn: Promise<unknown> = Promise.resolve();
  private following: Promise<unknown> = Promise.resolve();
  private readonly outcomes = new Map<string, Outcome>();

  private constructor(
    private readonly of: MemoryTeam,
    readonly member: string,
    private readonly name: string,
    readonly db: Db,
    private readonly replica: Replica,
  ) {}

  static async open(of: MemoryTeam, member: string, name: string): Promise<Browser> {
    // What the replica writes through serves nothing else.
    const [db, own] = [await openLedger({ name }), await openLedger({ name })];
    const browser = new Browser(of, member, name, db, new Replica(own));
    await browser.openPage();
    return browser;
  }

  /** The page that was opened first. */
  get page(): Leases {
    return this.pages[0] as Leases;
  }

  async openPage(): Promise<Leases> {
    const page = await Leases.start(
      this.db,
      {
        does: this.does,
        seat: () => ({ team: this.of.team, member: this.member }),
        isGone: () => this.stands === 'gone',
        isCurrent: () => this.reach !== 'down',
        subscribe: (listener) => {
          this.listeners.add(listener);
          return () => this.listeners.delete(listener);
        },
      },
      {
        alone: (work) => {
          const done = this.turn.then(work);
          this.turn = done.catch(() => undefined);
          return done;
        },
        book: (team) => Book.open(team, `${this.name} book of ${team}`),
      },
    );
    this.pages.push(page);
    return page;
  }

  /** Closes all pages and opens one again, as when the browser was closed. */
  async reopen(): Promise<void> {
    for (const page of this.pages.splice(0)) page.close();
    await this.openPage();
  }

  book(): Promise<Book> {
    return Book.open(this.of.team, `${this.name} book of ${this.of.team}`);
  }

  readonly does: DoAct = async (kind, args, id = crypto.randomUUID()) => {
    if (this.reach === 'down') throw teamProblem(new NotWritten(false, 'down'), null);
    if (this.stands !== 'in') throw teamProblem(this.stands === 'viewer' ? 'role' : 'gone', null);
    const act = JSON.parse(JSON.stringify({ kind, args })) as Act;
    if (this.reach !== 'unheard') this.of.log.push({ id, act, member: this.member });
    if (this.reach !== 'up') {
      this.reach = 'down';
      throw teamProblem(new NotWritten(true, 'lost'), null);
    }
    await this.follow();
    const outcome = this.outcomes.get(id);
    if (!outcome?.done) throw teamProblem(outcome?.problem, null);
    return outcome.result as never;
  };

  /** Follows the log to its end. */
  follow(): Promise<unknown> {
    this.following = this.following.then(async () => {
      for (let seq = (await this.replica.followed()) + 1; seq <= this.of.log.length; seq++) {
        const { id, act, member } = this.of.log[seq - 1] as Logged;
        const isRepeated = this.of.log.findIndex((each) => each.id === id) < seq - 1;
        if (isRepeated) {
          await this.replica.pass(seq);
          continue;
        }
        const time = Date.UTC(2026, 10, 1) + seq * 60_000;
        this.outcomes.set(id, await this.replica.apply({ seq, id, time, by: member, member, act }));
      }
    });
    return this.following;
  }

  close(): void {
    for (const page of this.pages) page.close();
  }
}
