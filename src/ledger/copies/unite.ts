import { entryRow } from '../codes/append-entry';
import { type Change, count } from '../codes/counting';
import type { ReplayedBatch } from '../codes/replay';
import { damagedStates } from '../codes/spans';
import { newId } from '../follow/stamps';
import { packPeople } from '../people/people-blocks';
import type { BatchRow, Entry, PeopleBlock, Span, WriteTx } from '../store/schema';
import { each, nextKey } from '../store/transact';
import { writtenTwice } from '../store/written-twice';
import { takenElsewhere, takenKey, takenRange } from './backup';
import type { CopiedPeople } from './copied-people';
import type { BatchPlan, KnownRun } from './plan-load';
import { isPrecaution, type Precaution } from './precaution';
import { type Range, UnitedHistory } from './united-history';

/** What uniting two histories came to. */
export interface United {
  /** Codes here whose state the copy's history moved. */
  readonly caughtUp: number;
  /** Codes that both know as given out, but by different acts. */
  readonly conflicts: number;
  /** Codes that are in the copy's line, and so are held back here. */
  readonly heldBack: number;
}

/**
 * Unites the history here with what a copy tells of codes that are here, too: entries, not states. An entry
 * that is missing here is added, and ends what it names; one that is here is not added again. Then the states
 * follow from the united history, as they would on the other computer. Codes that were put back into the line
 * there are in that line: here they are held back, as those that are new here, whether they were in the line
 * here, too, or get there only once somebody's hold of them ends. So are codes that are simply left there, unless
 * the copy is this ledger's own past, or the seller has released them here since it was saved.
 */
export async function uniteHistories(
  tx: WriteTx,
  batches: readonly BatchPlan[],
  told: ReadonlyMap<number, readonly Entry[]>,
  people: CopiedPeople,
  inLineThere: Precaution,
  own: boolean,
): Promise<United> {
  const touched = new Set(batches.flatMap(({ known }) => known.map((run) => run.at.batch)));
  if (touched.size === 0) return { caughtUp: 0, conflicts: 0, heldBack: 0 };
  const here = await historiesOf(tx, touched);
  const taken = await takenHere(tx);
  let seq = await nextKey(tx, 'entries');
  const added: Entry[] = [];
  const listed: PeopleBlock[] = [];
  for (const { batch, known } of batches) {
    const entries = told.get(batch.id) ?? [];
    const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
    for (const entry of entries) {
      if (entry.kind === 'withdraw' || isPrecaution(entry) || isOfTwin(entry)) continue;
      const ended = bySeq.get(entry.undoes ?? 0);
      for (const run of known) {
        const history = here.get(run.at.batch);
        const range = history && placed(entry, run);
        if (!range) continue;
        if (tookTo(history.batch, entry, taken)) {
          history.noteTookOver(entry, range);
          continue;
        }
        for (const part of history.missing(entry, range)) {
          const { batch: row } = history;
          const undoes =
            entry.undoes === undefined ? {} : { undoes: ended ? history.seqOf(ended, part.from) : 0 };
          const about = { ...entry, ...part, ...undoes, batch: row.id, promotionId: row.promotionId };
          const copy: Entry = { ...entryRow(seq++, newId(tx), about), id: entry.id, merged: true };
          const outAgain = copy.kind === 'undo' ? history.outAgain(copy, () => knownAt(entries, entry)) : [];
          if (entry.people) {
            const first = run.from - entry.from + part.from - run.at.position;
            listed.push(...packPeople(copy.seq, people.of(entry).slice(first, first + part.count)));
          }
          history.addCopied(copy);
          added.push(copy);
          // Who took it back there did not know that it is out again: the farther state stays.
          for (const range of outAgain) {
            const { since, by, at } = inLineThere;
            const about = { ...copy, ...range, kind: 'redo', undoes: copy.seq, since, by, at } as const;
            const redo: Entry = { ...entryRow(seq++, newId(tx), about), merged: true };
            history.add(redo);
            added.push(redo);
          }
        }
      }
    }
  }
  // One that tells what is not known here is another's, whatever it says: of a copied profile, or of days that are lost here.
  for (const { spans, known } of own && added.length === 0 ? [] : batches)
    for (const span of spans.filter(({ state }) => state === 'available'))
      for (const run of known) {
        const range = placed(span, run);
        if (range) here.get(run.at.batch)?.noteLeftThere(range, inLineThere.since);
      }
  await each(added, (entry) => tx.objectStore('entries').add(entry));
  await each(listed, (block) => tx.objectStore('people').add(block));
  const tally = { caughtUp: 0, conflicts: 0, heldBack: 0 };
  const news = new Set(added.map((entry) => entry.batch));
  for (const [batch, history] of here) {
    if (!news.has(batch) && history.backThere().length === 0) continue;
    await markUnited(tx, batch);
    const { replayed } = history;
    for (const range of history.backThere()) {
      const { promotionId } = history.batch;
      const about = { ...inLineThere, ...range, batch, promotionId, merged: true } as const;
      const hold = entryRow(seq++, newId(tx), about);
      await tx.objectStore('entries').add(hold);
      tally.heldBack += replayed.countOf('available', range);
      history.add(hold);
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
  for (const history of (await historiesOf(tx, united)).values()) await rewrite(tx, history.replayed, false);
}

/** The hand-over files that were taken on this very computer; of those taken on another one a copy only tells. */
async function takenHere(tx: WriteTx): Promise<Set<string>> {
  const meta = tx.objectStore('meta');
  const [files, times] = [await meta.getAllKeys(takenRange()), await meta.getAll(takenRange())];
  return new Set(files.filter((_, i) => (times[i] ?? 0) > takenElsewhere));
}

/** Handed over from there to here: these codes are where that took them. */
function tookTo({ sha256 }: BatchRow, { kind, issuance }: Entry, taken: ReadonlySet<string>): boolean {
  return kind === 'move' && (sha256 === issuance || taken.has(takenKey(issuance)));
}

async function historiesOf(tx: WriteTx, batches: ReadonlySet<number>): Promise<Map<number, UnitedHistory>> {
  const histories = new Map<number, UnitedHistory>();
  for (const id of batches) {
    const row = await tx.objectStore('batches').get(id);
    if (row) histories.set(id, new UnitedHistory(row));
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

/**
 * Writes an import's states anew from its history; how many codes changed theirs. Throws LedgerProblem `damaged` where
 * that would put a code back into the line which nothing in the history brought back.
 */
async function rewrite(tx: WriteTx, replayed: ReplayedBatch, redeemed: boolean): Promise<number> {
  const { id, promotionId } = replayed.batch;
  const all = IDBKeyRange.bound([id, 0], [id, Number.POSITIVE_INFINITY]);
  const store = tx.objectStore('spans');
  const before = await store.getAll(all);
  const lost = replayed.firstLost(before);
  if (lost !== null) throw damagedStates({ batch: id, from: lost });
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

/** How many codes two lists of ranges, each without a gap, tell different states of; codes held back only now aside. */
function differing(a: readonly Span[], b: readonly Span[]): number {
  let differ = 0;
  for (let i = 0, j = 0, at = 0; a[i] && b[j]; ) {
    const one = a[i] as Span;
    const other = b[j] as Span;
    const end = Math.min(one.from + one.count, other.from + other.count);
    const isHeldBack = one.state === 'available' && other.state === 'held';
    if ((one.state !== other.state && !isHeldBack) || one.redeem > 0 !== other.redeem > 0) differ += end - at;
    if (one.from + one.count === end) i++;
    if (other.from + other.count === end) j++;
    at = end;
  }
  return differ;
}

/** What the computer that took these codes back knew by then of the same act: take-backs undone, codes used. */
function knownAt(entries: readonly Entry[], { issuance, seq }: Entry): readonly Entry[] {
  return entries.filter(
    ({ kind, ...each }) =>
      (kind === 'redo' || kind === 'redeem') && each.issuance === issuance && each.seq < seq,
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
