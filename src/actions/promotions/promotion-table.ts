import type { Promotion } from '../../domain/promotion';
import { stillUsable, validity } from '../../domain/promotion';
import { firstView, keepTableView, readTableView, type TableView } from '../../stored/table-view';
import { codes } from '../../words/format';
import { sentenceOf } from '../../words/problem-words';
import { say, sayCount } from '../../words/say';
import { shortList } from '../../words/short-list';
import { exportHistories } from '../desk/exports';
import { Store } from '../desk/store';
import type { DeskPool, Mark, PromotionWithCounts } from '../pool';

/** What an act on the table came to. */
export interface TableNotice {
  readonly tone: 'done' | 'problem' | 'warning';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface TableState {
  readonly view: TableView;
  readonly search: string;
  /** Ids of the checked rows; those that the filters hide count only once they are shown again. */
  readonly chosen: ReadonlySet<string>;
  readonly notice: TableNotice | null;
  /** What is under way, in words. */
  readonly busy: string | null;
}

/** Names listed in a sentence, at most; the rest are counted. */
const mostNames = 5;
/** Rows between two words on how far an export is. */
const step = 10_000;

/** The table of promotions: how it is looked at, and what is done to many of them at once. */
export class PromotionTable extends Store<TableState> {
  readonly #pool: DeskPool;
  #touched = false;

  constructor(pool: DeskPool) {
    super({ view: firstView, search: '', chosen: new Set(), notice: null, busy: null });
    this.#pool = pool;
  }

  /** Brings back the view as it was left. */
  async start(): Promise<void> {
    const view = await readTableView().catch(() => firstView);
    // What was chosen while it was read stays.
    if (!this.#touched) this.set({ view });
  }

  look(change: Partial<TableView>): void {
    this.#touched = true;
    const view = { ...this.state.view, ...change };
    this.set({ view, notice: null });
    // A view that can't be kept is no reason to disturb anybody.
    keepTableView(view).catch(() => undefined);
  }

  search(text: string): void {
    this.set({ search: text });
  }

  /** Shows all again, in the same order. */
  clear(): void {
    const { sort, down } = this.state.view;
    this.search('');
    this.look({ ...firstView, sort, down });
  }

  choose(ids: readonly string[], on: boolean): void {
    const chosen = new Set(this.state.chosen);
    for (const id of ids) on ? chosen.add(id) : chosen.delete(id);
    this.set({ chosen });
  }

  /** Puts promotions away, or brings them back: all of them in one transaction. */
  archive(items: readonly PromotionWithCounts[], away = true): Promise<void> {
    const at = away ? new Date().toISOString() : null;
    return this.#mark(items, 'archived', at, (changed) => {
      if (!away) return sayCount('tableBroughtBack', changed.length);
      const working = changed.filter((item) => mayWork(item, Date.now())).length;
      const told = [sayCount('tableArchived', changed.length)];
      if (working > 0) told.push(sayCount('tableArchivedWorks', working));
      return told.join(' ');
    });
  }

  /** Ends giving out for all of them, in one transaction; what was stopped or ended before is named. */
  stopGivingOut(items: readonly PromotionWithCounts[]): Promise<void> {
    const now = Date.now();
    const open = items.filter(
      ({ promotion }) => promotion.givingEnded === null && validity(promotion, now) !== 'ended',
    );
    const others = items.filter((item) => !open.includes(item));
    const before = others.length > 0 ? say('tableStoppedBefore', { names: namesOf(others) }) : '';
    if (open.length === 0) {
      this.set({ notice: { tone: 'warning', text: before } });
      return Promise.resolve();
    }
    const at = new Date(now).toISOString();
    return this.#mark(open, 'givingEnded', at, (changed) =>
      [sayCount('tableStopped', changed.length), before].filter(Boolean).join(' '),
    );
  }

  /** Downloads the history of all these promotions' codes as one file. */
  async exportHistories(items: readonly PromotionWithCounts[]): Promise<void> {
    if (this.state.busy) return;
    const all = items.reduce((sum, { counts }) => sum + counts.total, 0);
    this.set({ busy: say('tableExporting'), notice: null });
    let shown = 0;
    try {
      const promotions = items.map(({ promotion }) => promotion);
      const { file, count, leftOut } = await exportHistories(this.#pool, promotions, (done) => {
        if (done - shown < step) return;
        shown = done;
        this.set({ busy: say('deskProgress', { done: codes(done), all: codes(all) }) });
      });
      const told = [sayCount('deskSavedHistory', count, { file })];
      if (leftOut.length > 0) told.push(say('deskLeftOut', { faults: leftOut.join(' ') }));
      this.#tell(leftOut.length > 0 ? 'warning' : 'done', told.join(' '));
    } catch (error) {
      this.#tell('problem', sentenceOf(error));
    }
  }

  async #mark(
    items: readonly PromotionWithCounts[],
    mark: Mark,
    at: string | null,
    words: (changed: readonly PromotionWithCounts[]) => string,
  ): Promise<void> {
    if (this.state.busy || items.length === 0) return;
    this.set({ busy: say('tableWorking'), notice: null });
    try {
      const of = (ids: readonly string[]) => items.filter(({ promotion }) => ids.includes(promotion.id));
      const { changed, unreadable } = await this.#pool.markPromotions(idsOf(items), mark, at);
      const told = changed.length > 0 ? [words(of(changed))] : [say('tableNothingChanged')];
      if (unreadable.length > 0) told.push(say('tableNotDone', { names: namesOf(of(unreadable)) }));
      this.choose(changed, false);
      const undo = { label: say('deskUndo'), run: () => void this.#undo(of(changed), mark, at) };
      this.#tell(
        unreadable.length > 0 ? 'warning' : 'done',
        told.join(' '),
        changed.length > 0 ? undo : null,
      );
    } catch (error) {
      this.#tell('problem', sentenceOf(error));
    }
  }

  /** Lifts what was just set; what was just lifted is set again as it was. */
  async #undo(items: readonly PromotionWithCounts[], mark: Mark, at: string | null): Promise<void> {
    try {
      if (at !== null) {
        await this.#pool.markPromotions(idsOf(items), mark, null);
      } else {
        const times = new Set(items.map(({ promotion }) => promotion[mark] ?? null));
        for (const time of times) {
          const same = items.filter(({ promotion }) => (promotion[mark] ?? null) === time);
          if (time !== null) await this.#pool.markPromotions(idsOf(same), mark, time);
        }
      }
      this.#tell('done', sayCount('tableUndone', items.length));
    } catch (error) {
      this.#tell('problem', sentenceOf(error));
    }
  }

  #tell(tone: TableNotice['tone'], text: string, action: TableNotice['action'] | null = null): void {
    this.set({ busy: null, notice: { tone, text, ...(action ? { action } : {}) } });
  }
}

/** Whether codes of it may still be used, whatever is thought of it here. */
function mayWork({ promotion, counts }: PromotionWithCounts, now: number): boolean {
  return stillUsable(counts) > 0 && validity(promotion, now) !== 'ended';
}

function idsOf(items: readonly PromotionWithCounts[]): string[] {
  return items.map(({ promotion }) => promotion.id);
}

function namesOf(items: readonly PromotionWithCounts[]): string {
  return shortList(
    items.map(({ promotion }) => titleOf(promotion)),
    mostNames,
  );
}

function titleOf({ name, trackingId }: Promotion): string {
  return name || trackingId || '';
}
