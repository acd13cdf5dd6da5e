import type { Promotion } from '../../domain/promotion';
import {
  type Charset,
  type ColumnGuess,
  listFields,
  type PeopleList,
  type Progress,
  peopleOfList,
  readPastedPeople,
  readPeopleFile,
} from '../../files';
import { LedgerProblem } from '../../ledger';
import { peopleColumns } from '../../stored/list-columns';
import { loadSettings } from '../../stored/settings';
import { sentenceOf } from '../../words/problem-words';
import { say, sayCount } from '../../words/say';
import { Store } from '../desk/store';
import { bytesOf } from '../import/chosen-file';
import type { DeskPool, Had, Person } from '../pool';
import { downloadFilled, filledWith } from './filled-file';
import {
  emptyListForm,
  type ListForm,
  type ListState,
  type PreviewStage,
  type Wanted,
  wantedOf,
} from './list-state';

const waiting = { kind: 'waiting' } as const;

/** The way of a list of people to their codes: read, preview, one transaction, the rows back. */
export class ListGiving extends Store<ListState> {
  readonly #pool: DeskPool;
  readonly #promotionId: string;
  /** Raised by everything that makes a reading under way pointless. */
  #turn = 0;
  #giving = new AbortController();
  #again: ((charset: Charset) => Promise<void>) | null = null;

  constructor(pool: DeskPool, promotionId: string) {
    super({ form: emptyListForm, stage: waiting });
    this.#pool = pool;
    this.#promotionId = promotionId;
  }

  /** Reads a file up to its preview. What is given out later is what was read now, whatever becomes of the file. */
  async readFile(file: File): Promise<void> {
    const { name } = file;
    // One file stays open while its character set is chosen.
    const bytes = bytesOf(file);
    bytes.catch(() => undefined);
    await this.#read(name, async (...how) => readPeopleFile(name, await bytes, ...how));
  }

  readPaste(text: string): Promise<void> {
    const name = say('listPasted');
    return this.#read(name, (onProgress) => readPastedPeople(name, text, onProgress));
  }

  /** Reads the same file once more, its letters in another character set. */
  rereadIn(charset: Charset): Promise<void> {
    return this.#again?.(charset) ?? Promise.resolve();
  }

  /** Takes what the seller said; other columns are other people. */
  async fill(patch: Partial<ListForm>): Promise<void> {
    const { stage } = this.state;
    const form = { ...this.state.form, ...patch };
    if (stage.kind !== 'preview') return this.set({ form });
    this.set({ form, stage: { ...stage, fault: null } });
    if (!patch.columns && patch.each === undefined) return;
    await this.#guard(() => this.#plan(stage.list, form));
    if (patch.columns && stage.list.header) await peopleColumns.keep(stage.list.header, patch.columns);
  }

  /** Stops the reading, drops the preview, or takes the giving out back as long as it is not done. */
  cancel(): void {
    const { stage } = this.state;
    if (stage.kind === 'preview' && stage.giving) this.#giving.abort();
    else {
      this.#turn += 1;
      this.set({ stage: waiting, form: emptyListForm });
    }
  }

  /** Gives out one code each in one transaction and downloads the rows; where codes moved meanwhile, previews again. */
  async confirm(): Promise<void> {
    const { stage, form } = this.state;
    if (stage.kind !== 'preview' || stage.giving) return;
    const wanted = wantedOf(this.#promotionId, stage, form);
    const fault = faultOf(stage, form, wanted);
    if (fault) return this.set({ stage: { ...stage, fault } });
    const give = wanted.give.slice(0, stage.plan.left);
    const busy = { ...stage, remark: null, fault: null };
    this.set({ stage: { ...busy, giving: { done: 0, total: give.length } } });
    this.#giving = new AbortController();
    try {
      const issued = give.length === 0 ? null : await this.#give(busy, form, give);
      const codes = new Map(give.map((person, i) => [person, issued?.codes[i] ?? '']));
      // The codes are out by now: what fails from here on is told beside that.
      const saved = await this.#download(stage, codes, wanted.show).then(
        (file) => ({ file, remark: null }),
        (error) => ({ file: '', remark: sentenceOf(error) }),
      );
      const count = issued?.codes.length ?? 0;
      const done = { kind: 'given', issuance: issued?.issuance ?? null, count, ...saved } as const;
      this.set({ stage: done, form: emptyListForm });
    } catch (error) {
      const code = error instanceof LedgerProblem && error.code;
      if (code === 'moved' || code === 'not-enough')
        return this.#guard(() => this.#plan(stage.list, form, say('listMoved')));
      this.set({ stage: { ...stage, giving: null, remark: sentenceOf(error) } });
    }
  }

  async #give(stage: PreviewStage, form: ListForm, give: readonly number[]) {
    const { yourName } = await loadSettings();
    const all = give.flatMap((i) => stage.who.people[i] ?? []);
    const { channel, people } = withChannel(all, form.channel.trim());
    return this.#pool.issueToList(this.#promotionId, people, {
      ...{ channel, note: stage.list.name, by: yourName, revision: stage.plan.revision },
      signal: this.#giving.signal,
      onProgress: (done, total) => this.set({ stage: { ...stage, giving: { done, total } } }),
    });
  }

  /** Downloads the rows as they came, with what each got; the file's name. */
  async #download(
    { list, who }: PreviewStage,
    codes: ReadonlyMap<number, string>,
    show: ReadonlyMap<number, Had>,
  ): Promise<string> {
    const { form } = this.state;
    const promotions = new Map<string, Promotion>();
    for (const id of new Set([this.#promotionId, ...[...show.values()].map((had) => had.promotionId)]))
      promotions.set(id, (await this.#pool.getPromotion(id)).promotion);
    const own = promotions.get(this.#promotionId);
    if (!own) throw new Error(say('deskGone'));
    const filled = new Map(
      who.people.flatMap(({ row }, i) => {
        const had = show.get(i);
        const code = codes.get(i) ?? had?.code;
        const of = had && !codes.has(i) ? promotions.get(had.promotionId) : own;
        return code && of ? [[row, filledWith(of, code)] as const] : [];
      }),
    );
    return downloadFilled(own, list, namesOf(form.columns), (row) => filled.get(row) ?? null);
  }

  async #read(
    name: string,
    read: (onProgress: Progress, charset?: Charset) => Promise<PeopleList>,
    charset?: Charset,
  ): Promise<void> {
    this.#again = (other) => this.#read(name, read, other);
    this.#turn += 1;
    const turn = this.#turn;
    const onProgress = this.#progress(turn, name);
    this.set({ stage: { kind: 'reading', name, done: 0, total: 0 } });
    await this.#guard(async () => {
      const list = await read(onProgress, charset);
      const columns = (list.header && (await peopleColumns.of(list.header))) ?? list.guess;
      if (turn !== this.#turn) return;
      await this.#plan(list, { ...emptyListForm, columns, channel: this.state.form.channel });
    });
  }

  /** Looks who of a list has what, and shows it. */
  async #plan(list: PeopleList, form: ListForm, remark: string | null = null): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const who = peopleOfList(list, form.columns, form.each);
    const plan = await this.#pool.planList(this.#promotionId, who.people, (done, total) => {
      if (turn !== this.#turn) throw new NotWanted();
      if (this.state.stage.kind === 'reading') this.#progress(turn, list.name)(done, total);
    });
    if (turn !== this.#turn) return;
    const charset = list.charset && { used: list.charset, sample: sampleOf(list) };
    const preview = { list, who, plan, charset, giving: null, remark, fault: null };
    this.set({ form, stage: { kind: 'preview', ...preview } });
  }

  /** Shows how far a reading has come, and ends one that is pointless by now. */
  #progress(turn: number, name: string): Progress {
    return (done, total) => {
      if (turn !== this.#turn) throw new NotWanted();
      this.set({ stage: { kind: 'reading', name, done, total } });
    };
  }

  async #guard(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof NotWanted)) this.set({ stage: { kind: 'refused', text: sentenceOf(error) } });
    }
  }
}

/** Ends a reading that was left. */
class NotWanted extends Error {}

/** What must be settled first; null for nothing. */
function faultOf({ who, plan }: PreviewStage, form: ListForm, { give, show }: Wanted): string | null {
  if (who.people.length === 0) return say('listNobody');
  if (give.length === 0 && show.size === 0) return say('listAllHave');
  if (give.length > plan.left && plan.left === 0) return say('listNoneLeft');
  if (give.length > plan.left && !form.first)
    return sayCount('listOnlyFirst', plan.left, { people: give.length });
  return null;
}

/** The channel that goes for all of them, and the people with those of their own. */
function withChannel(people: readonly Person[], typed: string): { channel: string; people: Person[] } {
  const [first] = people;
  const alike = first && people.every(({ channel }) => channel === first.channel);
  const channel = alike && first.channel !== '' ? first.channel : typed;
  return {
    channel,
    people: people.map(({ to, handle, channel: own, note }) => ({
      ...{ to, handle, note },
      channel: own === channel ? '' : own,
    })),
  };
}

/** What the columns of a list without a header are called as it comes back. */
function namesOf(columns: ColumnGuess): string[] {
  const names: string[] = [];
  for (const field of listFields) {
    const at = columns[field];
    if (at !== null) names[at] = field;
  }
  return names;
}

/** A row with more than ASCII in it, to judge the character set by. */
function sampleOf({ rows }: PeopleList): string {
  const sample = rows.find(({ cells }) => cells.some((cell) => /[^\0-\x7f]/.test(cell)));
  return (sample?.cells.join(' · ') ?? '').slice(0, 120);
}
