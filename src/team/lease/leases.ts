import { Store } from '../../actions/desk/store';
import type { Issued } from '../../actions/pool';
import { said } from '../../domain/problem';
import { givesOut } from '../../domain/promotion';
import { nameKey } from '../../domain/text/name-key';
import {
  type Db,
  getPromotion,
  type IssueTo,
  type Lease,
  LedgerProblem,
  leasedCodes,
  listLeases,
  onLedgerChange,
} from '../../ledger';
import { isNotReached, TeamProblem } from '../pages/team-words';
import type { DoAct } from '../pool/do-act';
import type { Id } from '../sealing/ids';
import { Book, type BookedGiving, onBookChange } from './book';
import { tellBook } from './tell-book';

/** The team as leases see it; `TeamHere` is one. */
export interface LeaseTeam {
  readonly does: DoAct;
  /** Where this browser belongs; null for nowhere, or no more. */
  seat(): { readonly team: Id; readonly member: Id } | null;
  /** Whether this browser's member was removed, as far as it knows. */
  isGone(): boolean;
  /** Whether the log is followed to its end and acts can be written. */
  isCurrent(): boolean;
  subscribe(listener: () => void): () => void;
}

/** What all pages of one browser share. */
export interface LeaseBrowser {
  /** Runs work while no other page of this browser runs such work. */
  alone(work: () => Promise<void>): Promise<void>;
  book(team: Id): Promise<Book>;
}

/** A lease as a page shows it. */
export interface ShownLease extends Lease {
  /** It was taken in this browser. */
  readonly here: boolean;
  /** Of one that was taken here: how many of its codes nobody has seen. */
  readonly unseen: number;
}

export interface LeasesState {
  /** All of the team's, the oldest first; null until they were read. */
  readonly leases: readonly ShownLease[] | null;
  /** What went out offline and isn't settled. */
  readonly givings: readonly BookedGiving[];
  /** Why the team takes nothing from this member, so that it can't be settled; null where it does. */
  readonly untold: TeamProblem | null;
}

/** What a page knows and does of leases: codes that members took along to give out offline. */
export class Leases extends Store<LeasesState> {
  private book: { readonly team: Id; readonly book: Book; readonly browser: string } | null = null;
  private readonly ends: (() => void)[] = [];
  private telling: Promise<void> | null = null;
  /** There may be something to tell that the last telling didn't see. */
  private due = false;
  private wasCurrent = false;
  private refusal: TeamProblem | null = null;
  private reading: Promise<void> = Promise.resolve();
  private closed = false;

  private constructor(
    private readonly db: Db,
    private readonly team: LeaseTeam,
    private readonly browser: LeaseBrowser,
  ) {
    super({ leases: null, givings: [], untold: null });
  }

  /** Begins to follow what there is of leases. */
  static async start(db: Db, team: LeaseTeam, browser: LeaseBrowser = thisBrowser): Promise<Leases> {
    const leases = new Leases(db, team, browser);
    await leases.read();
    const readAgain = () => leases.read().catch(() => undefined);
    leases.ends.push(onLedgerChange(readAgain), onBookChange(readAgain));
    leases.ends.push(team.subscribe(() => leases.heard()));
    leases.heard();
    return leases;
  }

  /** Tells the team as soon as it can be asked again. */
  private heard(): void {
    const isCurrent = this.team.isCurrent();
    if (isCurrent && !this.wasCurrent) void this.tell();
    this.wasCurrent = isCurrent;
  }

  /** Takes the next codes of a promotion along. Rejects with LedgerProblem, and with TeamProblem where it isn't known. */
  async take(promotionId: string, wanted: number): Promise<{ count: number }> {
    const { browser } = await this.opened();
    const lease = crypto.randomUUID();
    const taken = await this.team.does('takeLease', [promotionId, wanted, lease, browser], lease);
    await this.read();
    return taken;
  }

  /**
   * Gives out the next code of what was taken along. It resolves once that stands in this browser's book; the team hears
   * of it when it can. Rejects with TeamProblem where there is no such code, with LedgerProblem where it may not go out.
   */
  async give(promotionId: string, to: IssueTo): Promise<Issued> {
    const { book } = await this.opened();
    if (this.team.isGone()) throw new TeamProblem(said('teamGone'));
    const { promotion } = await getPromotion(this.db, promotionId);
    if (!givesOut(promotion)) {
      const why = promotion.archived ? 'problemArchived' : 'problemGivingStopped';
      throw new LedgerProblem('not-allowed', said(why, { promotion: promotion.name }));
    }
    const from = await this.candidates(promotionId);
    if (from.length === 0) throw new TeamProblem(said('teamLeaseNone'));
    const at = new Date().toISOString();
    const { handle = '', channel, note } = to;
    const given = await book.give(from, { promotionId, to: to.to, handle, channel, note, at });
    if (!given) throw new TeamProblem(said('teamLeaseEmpty'));
    await this.read();
    void this.tell();
    const range = { ...given.code, count: 1 };
    return {
      ...{ issuance: given.giving, promotionId, codes: [given.text], ranges: [range], at },
      ...{ to: given.to, channel: given.channel },
    };
  }

  /** How many codes of a promotion can be given out offline. */
  left(promotionId: string): number {
    const own = this.state.leases?.filter((lease) => lease.here && lease.promotionId === promotionId) ?? [];
    return own.reduce((sum, { unseen }) => sum + unseen, 0);
  }

  /** What somebody got offline of a promotion, which the history can't tell yet; null for nothing. */
  async givenTo(promotionId: string, to: string): Promise<BookedGiving | null> {
    const { book } = await this.opened();
    const name = nameKey(to);
    const all = (await book.givings()).filter((each) => each.promotionId === promotionId);
    // One that there is news of stands in the history.
    const waiting = all.filter(({ news }) => news === undefined);
    return waiting.findLast((each) => name !== '' && nameKey(each.to) === name) ?? null;
  }

  /** Puts back what nobody has seen of a lease taken here; how many codes came back. */
  async giveBack({
    lease,
    promotionId,
  }: Pick<Lease, 'lease' | 'promotionId'>): Promise<{ returned: number }> {
    const { book, browser } = await this.opened();
    const own = (await this.candidates(promotionId)).find((each) => each.lease === lease);
    const back = await book.beginReturn(own ?? { lease, codes: [] });
    try {
      const done = await this.team.does('returnLease', [lease, [...back.ranges], browser]);
      await book.endReturn(lease);
      return done;
    } catch (error) {
      // From here on nobody gives them out: the book has it, and tells the team as soon as it can.
      if (isNotReached(error)) throw new TeamProblem(said('teamReturnLater'), { cause: error });
      throw error;
    } finally {
      await this.read();
    }
  }

  /** Cancels for good what is left of anybody's lease. */
  async cancel({ lease, promotionId }: Pick<Lease, 'lease' | 'promotionId'>): Promise<{ canceled: number }> {
    const done = await this.team.does('cancelLease', [promotionId, lease]);
    await this.read();
    return done;
  }

  /** Strikes out a giving of which its giver has read what there is to say. */
  async forget(giving: string): Promise<void> {
    await (await this.opened()).book.settle(giving);
    await this.read();
  }

  /** Tells the team what it doesn't know yet, where it can be asked. What can't be told stays. */
  tell(): Promise<void> {
    this.due = true;
    this.telling ??= this.tellDue().finally(() => {
      this.telling = null;
    });
    return this.telling;
  }

  close(): void {
    for (const end of this.ends) end();
    this.closed = true;
    void this.reading.then(() => this.book?.book.close());
  }

  private async tellDue(): Promise<void> {
    try {
      while (this.due && this.team.isCurrent() && this.team.seat()) {
        this.due = false;
        this.refusal = null;
        await this.browser.alone(async () => {
          const { book, browser } = await this.opened();
          const { does, isCurrent } = this.team;
          await tellBook(book, browser, { db: this.db, does, isCurrent });
        });
        await this.read();
      }
    } catch (error) {
      if (error instanceof TeamProblem) {
        this.refusal = error;
        return this.read();
      }
      // What a page was about to tell as it closed, the next one tells.
      if (!this.closed) console.warn('The team was not told what went out offline:', error);
    }
  }

  private async candidates(promotionId: string) {
    const { holder } = await this.opened();
    const all = await leasedCodes(this.db, promotionId, holder);
    return all.filter(({ codes }) => codes.length > 0);
  }

  /** Reads all anew, after whatever reading is under way, so that what is older never comes last. */
  private read(): Promise<void> {
    const reading = this.reading.then(() => (this.closed ? undefined : this.readNow()));
    this.reading = reading.catch((error: unknown) => {
      if (!this.closed) console.warn('The leases could not be read:', error);
    });
    return reading;
  }

  private async readNow(): Promise<void> {
    const all = await listLeases(this.db);
    if (!this.team.seat()) {
      const leases = all.map((lease) => ({ ...lease, here: false, unseen: 0 }));
      return this.set({ leases, givings: [], untold: null });
    }
    const { book, holder } = await this.opened();
    const leases: ShownLease[] = [];
    for (const lease of all) {
      const here = lease.holder === holder;
      leases.push({ ...lease, here, unseen: here ? await book.left(lease) : 0 });
    }
    const untold = this.team.isGone() ? new TeamProblem(said('teamGone')) : this.refusal;
    this.set({ leases, givings: await book.givings(), untold });
  }

  private async opened(): Promise<{ book: Book; browser: string; holder: string }> {
    const seat = this.team.seat();
    if (!seat) throw new TeamProblem(said('teamNone'));
    if (this.book?.team !== seat.team) {
      const book = await this.browser.book(seat.team);
      this.book?.book.close();
      this.book = { team: seat.team, book, browser: await book.browser() };
    }
    const { book, browser } = this.book;
    return { book, browser, holder: `${seat.member}/${browser}` };
  }
}

/** One page of a browser tells at a time; whoever comes next finds what is left to tell. */
const thisBrowser: LeaseBrowser = {
  alone: (work) => navigator.locks.request('claimcheck-lease', work),
  book: (team) => Book.open(team),
};
