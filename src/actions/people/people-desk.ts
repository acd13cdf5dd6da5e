import type { KnownBy } from '../../domain/same-person';
import { sameName } from '../../domain/text/name-key';
import { copyText } from '../../platform/clipboard';
import { codeColumns, peopleColumns } from '../../stored/list-columns';
import { saveSettings } from '../../stored/settings';
import { sentenceOf } from '../../words/problem-words';
import { say, sayCount } from '../../words/say';
import type { Desk } from '../desk/desk';
import { Store } from '../desk/store';
import { replaceAndCopy } from '../find/replace';
import type { CodeRange, PersonEdit, Pool } from '../pool';
import { downloadHolders, type HolderLine, holderLines } from './people-files';
import {
  Everybody,
  type PeopleGrouping,
  type PeopleRow,
  type PeopleSort,
  prepareSearch,
} from './people-rows';

/** How the list is looked at. */
export interface PeopleView {
  readonly by: PeopleGrouping;
  readonly sort: PeopleSort;
  readonly search: string;
}

export interface PeopleState {
  /** Null until it was read. */
  readonly rows: readonly PeopleRow[] | null;
  /** The promotions that something went out of. */
  readonly promotions: ReadonlySet<string>;
  readonly view: PeopleView;
  /** Keys of the rows that are unfolded. */
  readonly open: ReadonlySet<string>;
  readonly problem: string | null;
  readonly notice: { readonly tone: 'done' | 'problem'; readonly text: string } | null;
  readonly busy: boolean;
  /** What is printed; null for nothing. */
  readonly printing: readonly HolderLine[] | null;
}

/** Codes printed at most: more would keep the browser busy for minutes. */
export const mostPrinted = 5000;

/** The list of who has what, and what can be done to the people on it. */
export class PeopleDesk extends Store<PeopleState> {
  readonly #pool: Pool;
  readonly #desk: Desk;
  readonly #promotionId: string;
  #everybody: Everybody | null = null;
  #reading: Promise<void> | null = null;
  #again = false;

  /** `promotionId`: of one promotion alone; empty for all. */
  constructor(pool: Pool, desk: Desk, promotionId: string, search = '') {
    const view = { by: 'person', sort: 'newest', search } as const;
    const nothing = { rows: null, problem: null, notice: null, printing: null } as const;
    super({ ...nothing, promotions: new Set(), view, open: new Set(), busy: false });
    this.#pool = pool;
    this.#desk = desk;
    this.#promotionId = promotionId;
  }

  /** Reads the list, and again after each change. Returns the way to stop. */
  start(): () => void {
    void this.read();
    return this.#pool.onChange(() => void this.read());
  }

  /** One reading at a time: what changes meanwhile is read once more when it is done. */
  read(): Promise<void> {
    this.#again = this.#reading !== null;
    this.#reading ??= this.#read();
    return this.#reading;
  }

  async #read(): Promise<void> {
    try {
      do {
        this.#again = false;
        const pause = paced();
        this.#everybody = await Everybody.of(await this.#pool.whoHasWhat(), pause);
        await this.#group(pause);
      } while (this.#again);
    } catch (error) {
      this.set({ problem: sentenceOf(error) });
    } finally {
      this.#reading = null;
    }
  }

  look(change: Partial<PeopleView>): void {
    const { by } = this.state.view;
    this.set({ view: { ...this.state.view, ...change }, notice: null });
    if (change.by && change.by !== by) void this.#group(paced());
  }

  async #group(pause: () => Promise<void>): Promise<void> {
    const everybody = this.#everybody;
    const { by } = this.state.view;
    const rows = (await everybody?.rows(by, this.#promotionId, pause)) ?? [];
    // Grouped otherwise meanwhile, or read anew.
    if (everybody !== this.#everybody || by !== this.state.view.by) return;
    this.set({ rows, promotions: everybody?.promotions ?? new Set(), problem: null });
    void prepareSearch(rows, pause);
  }

  unfold(key: string, on: boolean): void {
    const open = new Set(this.state.open);
    if (on) open.add(key);
    else open.delete(key);
    this.set({ open });
  }

  /** The codes at these places; always the same function. */
  readonly readCodes = (ranges: readonly CodeRange[]): Promise<string[]> => this.#pool.codesAt(ranges);

  edit(row: PeopleRow, edit: PersonEdit): Promise<void> {
    return this.#act(async () => {
      const held = row.holdings.filter(({ state }) => state !== 'returned');
      await this.#pool.editPerson(held, edit, this.#desk.state.settings.yourName);
      return say('peopleEdited');
    });
  }

  /** Erases somebody, here and from what is remembered beside the codes; nothing of it can be undone. */
  forget(row: PeopleRow): Promise<void> {
    return this.#act(async () => {
      await forgetSuggestions(row.known);
      await this.#pool.forgetPerson(row.known);
      await this.#desk.forgetShown();
      return sayCount('peopleForgot', row.codes);
    });
  }

  replace(code: string): Promise<void> {
    return this.#act(async () => (await replaceAndCopy(this.#pool, code)).text);
  }

  copy(code: string): Promise<void> {
    return this.#act(async () => {
      if (await copyText(code)) return say('findCopied');
      throw new Error(say('findNotCopied'));
    });
  }

  save(rows: readonly PeopleRow[]): Promise<void> {
    return this.#act(async () => {
      const all = (this.#desk.state.promotions ?? []).map(({ promotion }) => promotion);
      const promotions = new Map(all.map((promotion) => [promotion.id, promotion]));
      const only = promotions.get(this.#promotionId) ?? null;
      const { file, count } = await downloadHolders(this.#pool, rows, promotions, only);
      return sayCount('deskSaved', count, { file });
    });
  }

  /** Makes a list ready to be printed; whoever shows it calls `printed` afterwards. */
  print(rows: readonly PeopleRow[]): Promise<void> {
    return this.#act(async () => {
      this.set({ printing: await holderLines(this.#pool, rows) });
      return '';
    });
  }

  printed(): void {
    this.set({ printing: null });
  }

  async #act(act: () => Promise<string>): Promise<void> {
    if (this.state.busy) return;
    this.set({ busy: true, notice: null });
    try {
      const text = await act();
      // The list must tell what was done by the time that it says so.
      await this.read();
      this.set({ notice: text === '' ? null : { tone: 'done', text } });
    } catch (error) {
      this.set({ notice: { tone: 'problem', text: sentenceOf(error) } });
    } finally {
      this.set({ busy: false });
    }
  }
}

/** Milliseconds of work after which the page draws and answers. */
const longestWork = 12;

/** Gives way to other work whenever enough was done since the last time. */
function paced(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < longestWork) return;
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
  };
}

/** Takes names out of what is offered while typing, and of the lists whose columns are remembered. */
async function forgetSuggestions(known: readonly KnownBy[]): Promise<void> {
  const names = known.flatMap(({ to, handle }) => [to, handle]).filter((name) => name !== '');
  const without = (list: readonly string[]) =>
    list.filter((each) => !names.some((name) => sameName(name, each)));
  await saveSettings(({ channels, platforms }) => ({
    channels: without(channels),
    platforms: without(platforms),
  }));
  for (const columns of [peopleColumns, codeColumns]) await columns.forgetNames(names);
}
