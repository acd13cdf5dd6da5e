import { validity } from '../../domain/promotion';
import { LedgerProblem, unreadableCode } from '../../ledger';
import { nothingKept, onAlertsKept, readAlertsKept } from '../../stored/alerts/alerts-kept';
import { onSubmitted, readSubmitted } from '../../stored/drafts/submitted';
import { defaultSettings, loadSettings, onSettingsChange } from '../../stored/settings';
import { sentenceOf } from '../../words/problem-words';
import type { DeskPool, IssuanceSummary, PromotionWithCounts } from '../pool';
import type { DeskState, Given } from './desk-state';
import { missingHere, remember } from './lost-codes';
import { Store } from './store';
import { nothingToday, readToday } from './today';

/** A page that doesn't say that it stands holds up the others no longer than this, milliseconds. */
const mostHeldUp = 1000;

/** The promotions with their numbers, read again whenever they may have changed. */
export class PromotionsView extends Store<DeskState> {
  protected readonly pool: DeskPool;
  /** Acts of giving out made in this view, by id, with their promotion: undo takes these back first. */
  protected readonly mine = new Map<string, string>();
  protected settingsRead: Promise<void> = Promise.resolve();
  #firstRead: Promise<unknown> | null = null;
  #reads = 0;
  #shownRead = 0;
  #stands!: () => void;
  readonly #standing = new Promise<void>((resolve) => {
    this.#stands = resolve;
  });

  constructor(pool: DeskPool) {
    super({
      promotions: null,
      early: null,
      damaged: [],
      openId: null,
      undoable: null,
      given: null,
      again: null,
      offer: null,
      notice: null,
      busy: null,
      problem: null,
      lost: null,
      heldByCopies: [],
      settings: defaultSettings,
      today: nothingToday,
      submitted: [],
      alerts: nothingKept,
    });
    this.pool = pool;
  }

  /**
   * Reads the ledger, and again at every change and whenever the page is looked at. `openId` is the promotion that
   * the page opens with, where its address names one. Returns the way to stop.
   */
  start(openId: string | null = null): () => void {
    this.settingsRead = this.#readSettings();
    const read = () => this.refresh();
    if (openId !== null) this.set({ openId });
    const opened = openId === null ? null : this.#openFirst(openId).then(() => this.#readBeside());
    this.#firstRead = opened ? opened.then(read) : Promise.all([this.#readBeside(), read()]);
    void this.#firstRead.then(() => this.#releaseDue());
    const stops = [
      this.pool.onChange(read),
      onSettingsChange((settings) => this.set({ settings })),
      onSubmitted(() => void this.#readBeside()),
      onAlertsKept(() => void this.#readBeside()),
    ];
    window.addEventListener('focus', read);
    return () => {
      window.removeEventListener('focus', read);
      for (const stop of stops) stop();
    };
  }

  /** Whoever opens the page of one promotion sees that, and all others are read behind it. */
  async #openFirst(id: string): Promise<void> {
    const early = await this.pool.getPromotion(id).catch(() => null);
    // What is wrong with it, reading all of them tells.
    if (!early) return;
    this.set({ early });
    const heldUp = new Promise((resolve) => setTimeout(resolve, mostHeldUp));
    await Promise.race([this.#standing, heldUp]);
  }

  /** The page of one promotion shows what it was opened for: whatever else is to be read no longer comes between. */
  stands(): void {
    this.#stands();
  }

  /** Codes kept back until a moment that has passed are left again, whichever page is opened first. */
  async #releaseDue(): Promise<void> {
    if (!this.state.promotions?.some(({ counts }) => counts.held > 0)) return;
    await this.pool.releaseDue(new Date(), '').catch((error) => this.set({ problem: sentenceOf(error) }));
  }

  async #readSettings(): Promise<void> {
    try {
      this.set({ settings: await loadSettings() });
    } catch (error) {
      this.set({ problem: sentenceOf(error) });
    }
  }

  /** What stands beside the ledger: what was submitted on Amazon, and what alerts are judged by. */
  async #readBeside(): Promise<void> {
    try {
      const [submitted, alerts] = await Promise.all([readSubmitted(Date.now()), readAlertsKept()]);
      this.set({ submitted, alerts });
    } catch (error) {
      this.set({ problem: sentenceOf(error) });
    }
  }

  /** Reads the numbers again and shows them together with `patch`. */
  async refresh(patch: Partial<DeskState> = {}): Promise<void> {
    this.#reads += 1;
    const read = this.#reads;
    const toOpen = () => (patch.openId !== undefined ? patch.openId : this.state.openId);
    // Read beside the numbers, not after them; of use where that promotion is here, and still the one to open.
    const early = toOpen();
    const undoing = this.#undoableOf(early);
    undoing.catch(() => undefined);
    try {
      const [{ promotions, damaged }, missing] = await Promise.all([
        this.pool.readPromotions(),
        missingHere(this.pool),
      ]);
      const isHeld = promotions.some(({ counts }) => counts.held > 0);
      const heldByCopies = isHeld ? await this.pool.heldByCopies() : [];
      const here = totalOf(promotions);
      const lost = missing && { ...missing, here };
      const wanted = toOpen();
      const known = promotions.some((each) => each.promotion.id === wanted);
      const openId = known ? wanted : lastUsed(promotions);
      const { undoable, problem } = await (openId === early ? undoing : this.#undoableOf(openId));
      const given = patch.given !== undefined ? patch.given : await this.#stillGiven();
      // A slower, older read must not put older numbers over newer ones.
      if (read < this.#shownRead) return this.set(patch);
      this.#shownRead = read;
      this.set({ problem, ...patch, promotions, damaged, lost, heldByCopies, openId, undoable, given });
      // After the numbers: nobody waits for it.
      const today = await readToday(this.pool, Date.now());
      if (read === this.#shownRead) this.set({ today });
      if (!lost) await remember(this.pool, here);
    } catch (error) {
      this.set({ ...patch, problem: sentenceOf(error) });
    }
  }

  /** What undo would take back; damage to it is told, and hides nothing else. */
  async #undoableOf(
    openId: string | null,
  ): Promise<{ undoable: IssuanceSummary | null; problem: string | null }> {
    try {
      return { undoable: openId === null ? null : await this.undoableNow(openId), problem: null };
    } catch (error) {
      if (!(error instanceof LedgerProblem && error.code === 'damaged')) throw error;
      return { undoable: null, problem: sentenceOf(error) };
    }
  }

  /** The seller has seen to what this browser lost: from now on, what is here counts. */
  async goOnWithout(): Promise<void> {
    try {
      await remember(this.pool, totalOf(await this.pool.listPromotions()));
    } catch (error) {
      return this.set({ problem: sentenceOf(error) });
    }
    await this.refresh();
  }

  protected async undoableNow(promotionId: string): Promise<IssuanceSummary | null> {
    for (const [issuance, of] of [...this.mine].reverse()) {
      const act = of === promotionId ? await this.pool.getIssuance(issuance) : null;
      if (act && act.out > 0) return act;
    }
    return this.pool.lastIssuance(promotionId);
  }

  /** The code shown, unless another view took it back. */
  async #stillGiven(): Promise<Given | null> {
    const { given } = this.state;
    if (!given) return null;
    return (await this.pool.getIssuance(given.issuance))?.out === 0 ? null : given;
  }

  /** Opens a promotion's card; the others fold. */
  open(promotionId: string | null): Promise<void> {
    // At once, so that what is typed next goes to this promotion; its numbers follow.
    this.set({ openId: promotionId, notice: null, offer: null, again: null });
    return this.refresh();
  }

  /** Shows the code that the promotion used last gave out, if its last act was a single code. */
  async recallLastCode(): Promise<void> {
    await Promise.all([this.#firstRead ?? this.refresh(), this.settingsRead]);
    const last = this.state.undoable;
    if (last?.count !== 1 || last.firstCode === unreadableCode || this.state.given) return;
    const { promotionId, issuance, firstCode: code, to, channel, at } = last;
    this.set({ given: { promotionId, issuance, code, to, channel, at, copied: null } });
  }
}

function totalOf(promotions: readonly PromotionWithCounts[]): number {
  return promotions.reduce((sum, { counts }) => sum + counts.total, 0);
}

/** Of those that are not archived and live, their codes working as far as we know and giving out not stopped first: the promotion that gave out a code last, else the newest that has some left. */
function lastUsed(promotions: readonly PromotionWithCounts[]): string | null {
  const now = Date.now();
  const rankOf = ({ promotion, counts, lastIssuedAt }: PromotionWithCounts) =>
    [
      validity(promotion, now) === 'ended' || promotion.givingEnded !== null ? '0' : '1',
      lastIssuedAt ?? '',
      counts.available > 0 ? '1' : '0',
      counts.total > 0 ? '1' : '0',
      promotion.createdAt,
    ].join(' ');
  let first: { readonly id: string; readonly rank: string } | null = null;
  for (const item of promotions) {
    if (item.promotion.archived) continue;
    const rank = rankOf(item);
    if (first === null || rank > first.rank) first = { id: item.promotion.id, rank };
  }
  return first?.id ?? null;
}
