import { takenKey, takenRange } from './backup';
import { type Change, count } from './counting';
import { entryRow } from './log';
import type { BatchPlan, KnownRun } from './merge-plan';
import { ReplayedBatch } from './replay';
import type { BatchRow, Entry, Span, WriteTx } from './schema';
import { overlapping, within } from './spans';
import { each, nextKey } from './transact';
import { day } from './wording';
import { writtenTwice } from './written-twice';

/** What uniting two histories came to. */
export interface United {
  /** Codes here whose state the copy's history moved. */
  readonly caughtUp: number;
  /** Codes that both know as given out, but by different acts. */
  readonly conflicts: number;
  /** Codes that came back into the copy's line, and so are held back here. */
  readonly heldBack: number;
}

/** Why codes are held back that came with a copy. */
export type Precaution = ReturnType<typeof precaution>;

/** What is said of codes that are in the line of a copy saved at `madeAt`: they may have gone out there since. */
export function precaution(madeAt: string, by: string) {
  const note = `May have been given out since ${day(madeAt)}, when this copy was saved`;
  const at = new Date().toISOString();
  const about = { issuance: crypto.randomUUID(), to: '', channel: '', note, by, since: madeAt, at };
  return { kind: 'hold', ...about } as const;
}

interface Range {
  readonly from: number;
  readonly count: number;
}

/**
 * Unites the history here with what a copy tells of codes that are here, too: entries, not states. An entry
 * that is missing here is added, and ends what it names; one that is here is not added again. Then the states
 * follow from the united history, as they would on the other computer. Codes that come back into the line by
 * that are in the copy's line, too: they are held back, as those that are new here.
 */
export async function uniteHistories(
  tx: WriteTx,
  batches: readonly BatchPlan[],
  told: ReadonlyMap<number, readonly Entry[]>,
  inLineThere: Precaution,
): Promise<United> {
  const touched = new Set(batches.flatMap(({ known }) => known.map((run) => run.at.batch)));
  if (touched.size === 0) return { caughtUp: 0, conflicts: 0, heldBack: 0 };
  const here = await historiesOf(tx, touched);
  const taken = new Set(await tx.objectStore('meta').getAllKeys(takenRange()));
  let seq = await nextKey(tx, 'entries');
  const added: Entry[] = [];
  for (const { batch, known } of batches) {
    const entries = told.get(batch.id) ?? [];
    const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
    for (const entry of entries) {
      if (entry.kind === 'withdraw' || isPrecaution(entry) || isOfTwin(entry)) continue;
      // Handed over from there to here: these codes are where that took them.
      if (entry.kind === 'move' && taken.has(takenKey(entry.issuance))) continue;
      const ended = bySeq.get(entry.undoes ?? 0);
      for (const run of known) {
        const history = here.get(run.at.batch);
        const range = history && placed(entry, run);
        if (!range) continue;
        for (const part of history.missing(entry, range)) {
          const { batch: row } = history;
          const undoes =
            entry.undoes === undefined ? {} : { undoes: ended ? history.seqOf(ended, part.from) : 0 };
          const about = { ...entry, ...part, ...undoes, batch: row.id, promotionId: row.promotionId };
          const copy: Entry = { ...entryRow(seq++, about), id: entry.id, merged: true };
          history.add(copy);
          added.push(copy);
        }
      }
    }
  }
  await each(added, (entry) => tx.objectStore('entries').add(entry));
  const tally = { caughtUp: 0, conflicts: 0, heldBack: 0 };
  for (const batch of new Set(added.map((entry) => entry.batch))) {
    const history = here.get(batch);
    if (!history) continue;
    await markUnited(tx, batch);
    const replayed = history.replayed();
    for (const range of await backInLine(tx, replayed)) {
      const { promotionId } = history.batch;
      const hold = entryRow(seq++, { ...inLineThere, ...range, batch, promotionId });
      await tx.objectStore('entries').add(hold);
      replayed.apply(hold);
      tally.heldBack += range.count;
    }
    tally.caughtUp += await rewrite(
      tx,
      replayed,
      added.some((e) => e.batch === batch && e.kind === 'redeem'),
    );
    tally.conflicts += replayed.givenTwice();
  }
  return tally;
}

/** Notes that more than one entry may be in force for a code of this import. */
export async function markUnited(tx: WriteTx, id: number): Promise<void> {
  const row = await tx.objectStore('batches').get(id);
  if (row) await tx.objectStore('batches').put({ ...row, united: true });
}

/**
 * To be called where an act ended entries of these imports: brings the codes of those that hold histories of
 * several computers to what is still in force, for a code may be out twice.
 */
export async function settleUnited(tx: WriteTx, batches: Iterable<number>): Promise<void> {
  const united = new Set<number>();
  for (const id of new Set(batches)) if ((await tx.objectStore('batches').get(id))?.united) united.add(id);
  if (united.size === 0) return;
  for (const history of (await historiesOf(tx, united)).values())
    await rewrite(tx, history.replayed(), false);
}

/** The entries of one import here, and how to tell whether one of a copy is among them. */
class History {
  readonly entries: Entry[] = [];
  readonly #byKey = new Map<string, Entry[]>();

  constructor(readonly batch: BatchRow) {}

  add(entry: Entry): void {
    this.entries.push(entry);
    const key = keyOf(entry);
    this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), entry]);
  }

  /** The parts of a range for which this entry is not here. */
  missing(entry: Entry, range: Range): Range[] {
    let parts: Range[] = [range];
    for (const known of this.#byKey.get(keyOf(entry)) ?? [])
      parts = parts.flatMap((part) => cut(part, known));
    return parts;
  }

  /** The number under which an entry of the copy stands here for this code; 0 for none. */
  seqOf(entry: Entry, position: number): number {
    const covers = ({ from, count }: Entry) => from <= position && position < from + count;
    return this.#byKey.get(keyOf(entry))?.find(covers)?.seq ?? 0;
  }

  replayed(): ReplayedBatch {
    const replayed = new ReplayedBatch(this.batch);
    for (const entry of this.entries) replayed.apply(entry);
    return replayed;
  }
}

async function historiesOf(tx: WriteTx, batches: ReadonlySet<number>): Promise<Map<number, History>> {
  const histories = new Map<number, History>();
  for (const id of batches) {
    const row = await tx.objectStore('batches').get(id);
    if (row) histories.set(id, new History(row));
  }
  const atOnce = 5000;
  for (let last = 0, more = true; more; ) {
    const entries = await tx.objectStore('entries').getAll(IDBKeyRange.lowerBound(last, true), atOnce);
    for (const entry of entries) histories.get(entry.batch)?.add(entry);
    last = entries.at(-1)?.seq ?? last;
    more = entries.length === atOnce;
  }
  return histories;
}

/** Writes an import's states anew from its history; how many codes changed theirs. */
async function rewrite(tx: WriteTx, replayed: ReplayedBatch, redeemed: boolean): Promise<number> {
  const { id, promotionId } = replayed.batch;
  const all = IDBKeyRange.bound([id, 0], [id, Number.POSITIVE_INFINITY]);
  const store = tx.objectStore('spans');
  const before = await store.getAll(all);
  const after = replayed.spans();
  await store.delete(all);
  await each(after, (span) => store.add(span));
  const change: Change = replayed.counts();
  for (const { state, count, redeem } of before) {
    change[state] = (change[state] ?? 0) - count;
    if (redeem > 0) change.redeemed = (change.redeemed ?? 0) - count;
  }
  await count(tx, promotionId, change, redeemed);
  return differing(before, after);
}

/** The codes that are left by this history and were not before, in the order of giving out. */
async function backInLine(tx: WriteTx, replayed: ReplayedBatch): Promise<Range[]> {
  const back: (Range & { readonly entry: number })[] = [];
  for (const { state, entry, ...range } of replayed.spans()) {
    if (state !== 'available') continue;
    for (const before of await overlapping(tx, range))
      if (before.state !== 'available') back.push({ ...within(before, range), entry });
  }
  return back
    .sort((a, b) => a.entry - b.entry || a.from - b.from)
    .map(({ from, count }) => ({ from, count }));
}

/** How many codes two lists of ranges, each without a gap, tell different states of. */
function differing(a: readonly Span[], b: readonly Span[]): number {
  let differ = 0;
  for (let i = 0, j = 0, at = 0; a[i] && b[j]; ) {
    const one = a[i] as Span;
    const other = b[j] as Span;
    const end = Math.min(one.from + one.count, other.from + other.count);
    if (one.state !== other.state || one.redeem > 0 !== other.redeem > 0) differ += end - at;
    if (one.from + one.count === end) i++;
    if (other.from + other.count === end) j++;
    at = end;
  }
  return differ;
}

/** The same act on two computers; entries copied by earlier versions got an id of their own. */
function keyOf({ kind, issuance, at, act = '' }: Entry): string {
  return `${kind} ${issuance} ${at} ${act}`;
}

/** Codes kept back only because they came with a copy: that says nothing of them on the computer they came from. */
function isPrecaution({ kind, since, to, note }: Entry): boolean {
  return (
    kind === 'hold' && (since !== undefined || (to === '' && note.startsWith('May have been given out')))
  );
}

/** Canceled there because the code counts at another place there: which of its places counts here is known here. */
function isOfTwin({ note }: Entry): boolean {
  return note === writtenTwice.note;
}

/** Where a range of the copy's import stands here, as far as it lies in this run. */
function placed(range: Range, run: KnownRun): Range | null {
  const from = Math.max(range.from, run.from);
  const end = Math.min(range.from + range.count, run.from + run.count);
  return end > from ? { from: run.at.position + from - run.from, count: end - from } : null;
}

/** What is left of a range without what another covers. */
function cut(range: Range, other: Range): Range[] {
  const end = range.from + range.count;
  const parts = [
    { from: range.from, count: Math.min(end, other.from) - range.from },
    {
      from: Math.max(range.from, other.from + other.count),
      count: end - Math.max(range.from, other.from + other.count),
    },
  ];
  return parts.filter((part) => part.count > 0);
}
