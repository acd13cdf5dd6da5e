import { type CodeFile, type ToldColumns, toldFields } from '../../domain/codes/code-file';
import { isMarketplaceCode } from '../../domain/marketplaces';
import type { Promotion } from '../../domain/promotion';
import { type Charset, type Progress, type ReadHow, readCodeFile, readPastedCodes } from '../../files';
import { LedgerProblem, promotionsTold } from '../../ledger';
import { codeColumns } from '../../stored/list-columns';
import { loadSettings, saveSettings } from '../../stored/settings';
import { sentenceOf } from '../../words/problem-words';
import { say } from '../../words/say';
import { missingHere } from '../desk/lost-codes';
import { Store } from '../desk/store';
import type { InboxItem, Pool } from '../pool';
import { bytesOf, sentFileOf } from './chosen-file';
import { asAfter, emptyForm, filled, type ImportForm, type ImportState, renames } from './import-state';
import {
  bindSeen,
  changesNothing,
  faultOf,
  formOf,
  lookUp,
  mismatchOf,
  namesOf,
  seenAlready,
  targetOf,
  twinFault,
} from './import-target';

const waiting = { kind: 'waiting' } as const;

/** The way of a list of codes into the ledger: read, preview, one transaction. */
export class Importer extends Store<ImportState> {
  readonly #pool: Pool;
  /** Raised by everything that makes a reading under way pointless; a reading that finds it raised shows nothing. */
  #turn = 0;
  #settingsRead: Promise<void> = Promise.resolve();
  #adding = new AbortController();
  #again: ((how: ReadHow) => Promise<void>) | null = null;

  constructor(pool: Pool) {
    super({ form: emptyForm, stage: waiting, match: null, twin: null, waiting: [], inbox: [], item: null });
    this.#pool = pool;
  }

  /** Follows the ledger and fills in the store used last. Returns the way to stop. */
  start(): () => void {
    this.#settingsRead = this.#guard(async () => {
      const { lastMarketplace } = await loadSettings();
      if (isMarketplaceCode(lastMarketplace)) this.fill({ marketplace: lastMarketplace });
    });
    void this.#guard(() => this.#readInbox());
    return this.#pool.onChange(() =>
      this.#guard(async () => {
        await this.#readInbox();
        await this.#matchAgain();
      }),
    );
  }

  /** Takes what the seller typed. */
  fill(patch: Partial<ImportForm>): void {
    const { stage } = this.state;
    const form = filled(this.state.form, patch);
    this.set({ form, ...(stage.kind === 'preview' ? { stage: { ...stage, fault: null } } : {}) });
    if (renames(patch)) void this.#guard(() => this.#matchAgain());
  }

  /** Reads one file up to its preview. Too large a file is refused unread. */
  readFile(file: File): Promise<void> {
    const { name } = file;
    return this.#read(name, async (...how) => readCodeFile(name, await bytesOf(file), ...how));
  }

  readPaste(text: string): Promise<void> {
    return this.#read(say('importPasted'), (...how) => readPastedCodes(text, ...how));
  }

  /** Reads the same list once more, its letters in another character set. */
  rereadIn(charset: Charset): Promise<void> {
    return this.#again?.({ charset }) ?? Promise.resolve();
  }

  /** Reads the same list once more, with what the seller says its columns are; remembered for lists alike. */
  async rereadWith(columns: ToldColumns): Promise<void> {
    const { stage } = this.state;
    const header = stage.kind === 'preview' ? stage.plan.file.table?.header : null;
    if (header) await this.#guard(() => codeColumns.keep(header, columns));
    await this.#again?.({ columns });
  }

  /** Reads what was dropped, one file after the other, so that each list keeps its own name and count. */
  readDropped([file, ...waiting]: readonly File[]): void {
    if (!file) return;
    this.set({ waiting });
    void this.readFile(file);
  }

  /** Reads the next of the files dropped together. */
  readNext(): void {
    this.readDropped(this.state.waiting);
  }

  /** Leaves out the files whose turn has not come; nothing was read of them. */
  leaveWaiting(): void {
    this.set({ waiting: [] });
  }

  /** Takes the codes already sent from a file; what can't be read of it is told in the form. */
  readSent = async (file: File): Promise<void> => this.fill({ sentFile: await sentFileOf(file) });

  /** Says in place of a preview why nothing was read. */
  refuse(text: string): void {
    this.#turn += 1;
    this.set({ stage: { kind: 'refused', text } });
  }

  /** Opens what was captured on Amazon's page, with all that the page told. */
  openInbox(id: string): Promise<void> {
    return this.#guard(async () => {
      await this.#settingsRead;
      const item = await this.#pool.getInboxItem(id);
      if (!item) return this.refuse(say('importNotWaiting'));
      const known = await seenAlready(this.#pool, item);
      this.set({ item, form: formOf(item, known, this.state.form), stage: waiting });
      await this.#matchAgain();
      const { bytes } = item;
      if (bytes) await this.#read(item.name, (...how) => readCodeFile(item.name, bytes, ...how), item);
    });
  }

  removeInbox(id: string): Promise<void> {
    return this.#guard(async () => {
      await this.#pool.removeFromInbox(id);
      if (this.state.item?.id === id) this.cancel();
      await this.#readInbox();
    });
  }

  /** Stops the reading, drops the preview, or takes the writing back as long as it is not done: nothing is left of it. */
  cancel(): void {
    const { stage } = this.state;
    if (stage.kind === 'preview' && stage.adding) this.#adding.abort();
    else this.#clear();
  }

  #clear(): void {
    this.#turn += 1;
    const { marketplace, promotion } = this.state.form;
    this.set({ stage: waiting, item: null, form: { ...emptyForm, marketplace, promotion } });
  }

  /** Writes the codes of the preview in one transaction; where the ledger moved meanwhile, previews again. */
  async confirm(): Promise<void> {
    const { stage, form, item } = this.state;
    if (stage.kind !== 'preview' || stage.adding) return;
    if (changesNothing(form, stage.plan)) return this.cancel();
    const fault = faultOf(form, stage);
    if (fault) return this.set({ stage: { ...stage, fault } });
    const adding = { ...stage, adding: true, remark: null, fault: null };
    this.set({ stage: adding });
    this.#adding = new AbortController();
    const { signal } = this.#adding;
    const onWritten = (done: number, total: number) =>
      this.set({ stage: { ...adding, written: done / total } });
    try {
      const { match, twin } = await lookUp(this.#pool, form);
      const several = stage.told.length > 1 || stage.plan.added === 0;
      const fault = several ? null : (mismatchOf(form, item, match) ?? twinFault(form, twin));
      if (fault) return this.set({ match, twin, stage: { ...stage, adding: false, fault } });
      const { yourName } = await loadSettings();
      const { plan, told } = stage;
      const target = targetOf({ form, item, match, by: yourName, file: plan.file, told });
      const done = await this.#pool.confirmImport(plan, { ...target, signal, onWritten });
      const { added: count, givenOut: _, ...rest } = done;
      const named = await namesOf(this.#pool, told, done.promotionId);
      this.set({
        stage: { kind: 'added', ...named, count, ...rest, remark: null },
        item: null,
        form: { ...emptyForm, marketplace: form.marketplace },
      });
      await this.#keepWhatWasSaid(form, match, item);
    } catch (error) {
      const code = error instanceof LedgerProblem && error.code;
      if (code === 'moved') return this.#planAgain(stage.plan.file);
      if (code === 'canceled') return this.#clear();
      this.set({ stage: { ...stage, adding: false, remark: sentenceOf(error) } });
    }
  }

  /** After the codes are safe: a failure here is told beside the success, never in its place. */
  async #keepWhatWasSaid(form: ImportForm, match: Promotion | null, item: InboxItem | null): Promise<void> {
    try {
      if (match && item?.promotion) await bindSeen(this.#pool, match, item.promotion);
      if (form.marketplace) await saveSettings({ lastMarketplace: form.marketplace });
    } catch (error) {
      const { stage } = this.state;
      if (stage.kind === 'added') this.set({ stage: { ...stage, remark: sentenceOf(error) } });
    }
  }

  /** Takes the import just made back, as long as none of its codes was given out. */
  async withdraw(): Promise<void> {
    const { stage } = this.state;
    if (stage.kind !== 'added') return;
    try {
      const { yourName } = await loadSettings();
      await this.#pool.undoImport(stage, yourName);
      this.set({ stage: { ...stage, kind: 'withdrawn', remark: null } });
    } catch (error) {
      this.set({ stage: { ...stage, remark: sentenceOf(error) } });
    }
  }

  async #read(
    name: string,
    read: (onProgress: Progress, how: ReadHow) => Promise<CodeFile>,
    item = this.#itemWithoutFile(),
    how: ReadHow = {},
  ): Promise<void> {
    this.#again = (also) => this.#read(name, read, item, { ...how, ...also });
    this.#turn += 1;
    const turn = this.#turn;
    // How many from the top were sent was said of the list that stood here before.
    if (this.state.stage.kind === 'preview') this.fill({ sentFirst: '' });
    this.set({ item, stage: { kind: 'reading', name, codes: null, done: 0, total: 0 } });
    try {
      let file = await read(this.#progress(turn, name, null), how);
      const said = how.columns ? null : await remembered(file);
      if (said) file = await read(this.#progress(turn, name, null), { ...how, columns: said });
      const lost = (await missingHere(this.#pool)) !== null;
      if (turn !== this.#turn) return;
      this.fill({ as: asAfter(this.state.form.as, file, lost) });
      await this.#plan(file, turn, null);
    } catch (error) {
      if (turn === this.#turn) this.set({ stage: { kind: 'refused', text: sentenceOf(error) } });
    }
  }

  async #plan(file: CodeFile, turn: number, remark: string | null): Promise<void> {
    const plan = await this.#pool.planImport(file, this.#progress(turn, file.name, file.codes.length));
    if (turn !== this.#turn) return;
    const told = promotionsTold(plan);
    const [first] = told;
    if (first && !this.state.form.promotion)
      this.fill({ promotion: first.name, marketplace: first.marketplace ?? '' });
    this.set({ stage: { kind: 'preview', plan, told, remark, fault: null, adding: false, written: 0 } });
  }

  /** Shows how far a reading has come, and ends one that is pointless by now. */
  #progress(turn: number, name: string, codes: number | null): Progress {
    return (done, total) => {
      if (turn !== this.#turn) throw new Error(say('importNotWanted'));
      this.set({ stage: { kind: 'reading', name, codes, done, total } });
    };
  }

  async #planAgain(file: CodeFile): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    try {
      await this.#plan(file, turn, say('importMoved'));
    } catch (error) {
      if (turn === this.#turn) this.set({ stage: { kind: 'refused', text: sentenceOf(error) } });
    }
  }

  /** A capture that came without its file waits for the file that is chosen next. */
  #itemWithoutFile() {
    return this.state.item?.bytes === null ? this.state.item : null;
  }

  async #readInbox(): Promise<void> {
    this.set({ inbox: await this.#pool.listInbox() });
  }

  async #matchAgain(): Promise<void> {
    const asked = this.state.form;
    const found = await lookUp(this.#pool, asked);
    const { form } = this.state;
    if (form.promotion === asked.promotion && form.marketplace === asked.marketplace) this.set(found);
  }

  async #guard(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.refuse(sentenceOf(error));
    }
  }
}

/** What the seller said of the columns of such a list before, where it was read otherwise. */
async function remembered({ table }: CodeFile): Promise<ToldColumns | null> {
  if (!table?.header) return null;
  const said = await codeColumns.of(table.header);
  return said && toldFields.some((field) => said[field] !== table.columns[field]) ? said : null;
}
