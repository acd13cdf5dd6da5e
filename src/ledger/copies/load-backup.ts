import { unwrap } from 'idb';
import { entryRow } from '../codes/append-entry';
import { type Change, count, emptyCounts } from '../codes/counting';
import { newId } from '../follow/stamps';
import { keepMarks } from '../people/forgotten';
import { packPeople } from '../people/people-blocks';
import { grouped } from '../store/group-by';
import { LedgerProblem, sentences } from '../store/problem';
import type { BatchRow, Db, Entry, PeopleBlock, Span, WriteTx } from '../store/schema';
import { each, nextKey, revisionIn, write, writeCodes } from '../store/transact';
import { type Filed, settleWrittenTwice } from '../store/written-twice';
import { type Backup, isOwnCopy, takenElsewhere, takenKey } from './backup';
import { CopiedPeople } from './copied-people';
import { addReports } from './copied-reports';
import type { BatchPlan, RestorePlan } from './plan-load';
import { type Precaution, precaution } from './precaution';
import { uniteHistories } from './unite';
import { marksOf } from './without-forgotten';

/** What loading a copy came to. */
export interface Restored {
  readonly added: number;
  /** Added codes that the copy knew as left, now held back until the seller releases them. */
  readonly heldBack: number;
  /** Codes here whose state follows from what only the copy knew. */
  readonly caughtUp: number;
  /** Codes that both know as given out, but to different people. */
  readonly conflicts: number;
}

/**
 * Loads a planned copy in one transaction. Of codes that are here the two histories are united. Codes that
 * are new here and were left when it was made, or were put back into the line there, are held back: they may have
 * been given out since. So are those that are left here and in another ledger's copy.
 * Throws LedgerProblem `moved` when the codes here changed since the plan.
 */
export function restoreBackup(db: Db, plan: RestorePlan, by: string): Promise<Restored> {
  return writeCodes(db, async (tx) => {
    if ((await revisionIn(tx)) !== plan.revision) throw new LedgerProblem('moved', sentences.moved);
    const promotionIds = await promotionsOf(tx, plan);
    const inLineThere = precaution(tx, plan.madeAt, by);
    const tally = { added: plan.added, heldBack: 0 };
    const entriesByBatch = grouped(plan.backup.entries, (entry) => entry.batch);
    const people = new CopiedPeople(plan.backup.people);
    const filed: Filed[] = [];
    for (const each of plan.batches) {
      const promotionId = promotionIds.get(each.batch.promotionId) ?? each.batch.promotionId;
      const added = await addFresh(
        tx,
        each,
        promotionId,
        entriesByBatch.get(each.batch.id) ?? [],
        people,
        inLineThere,
      );
      tally.heldBack += added.heldBack;
      if (added.batch) filed.push({ batch: added.batch, words: each.words, hyphened: true, unbroken: true });
    }
    // A copy of an earlier version, or one put together by hand, may hold a code twice.
    await settleWrittenTwice(unwrap(tx), filed);
    const own = await isOwnCopy(tx, plan.backup);
    const united = await uniteHistories(tx, plan.batches, entriesByBatch, people, inLineThere, own);
    await keepMarks(tx, marksOf(plan.backup));
    for (const file of plan.backup.taken) await noteTaken(tx, file);
    await addBeside(tx, plan.backup);
    await addReports(tx, plan.backup, promotionIds);
    return { ...tally, ...united, heldBack: tally.heldBack + united.heldBack };
  });
}

async function addBeside(tx: WriteTx, backup: Backup): Promise<void> {
  for (const store of ['inbox', 'proofs', 'offers'] as const)
    for (const row of backup[store])
      if (!(await tx.objectStore(store).getKey(row.id))) await tx.objectStore(store).add(row as never);
}

/** What in a copy is of one computer alone, where several share the codes. */
const ofOneComputer = ['inbox', 'proofs', 'offers', 'reports', 'reportTexts', 'reportBlocks'] as const;

/** A copy without what is of one computer alone, and without what is no part of the ledger. */
export function sharedOf(backup: Backup): Backup {
  return { ...backup, kept: [], ...Object.fromEntries(ofOneComputer.map((store) => [store, []])) };
}

/** Adds only what is of one computer alone. */
export function restoreOwn(db: Db, backup: Backup): Promise<void> {
  return write(db, async (tx) => {
    await addBeside(tx, backup);
    await addReports(tx, { ...backup, idMarks: [] }, new Map());
  });
}

/** Keeps that a hand-over file was taken on the copy's computer, where it is not known to have been taken on this one. */
async function noteTaken(tx: WriteTx, file: string): Promise<void> {
  const meta = tx.objectStore('meta');
  if ((await meta.getKey(takenKey(file))) === undefined) await meta.put(takenElsewhere, takenKey(file));
}

/** Makes the copy's promotions that are not here; by their id there, the id here. */
async function promotionsOf(tx: WriteTx, plan: RestorePlan): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const promotion of plan.backup.promotions) {
    const known = plan.promotions.get(promotion.id);
    const here = known ?? (await tx.objectStore('promotions').get(promotion.id));
    ids.set(promotion.id, here?.id ?? promotion.id);
    if (here) continue;
    await tx.objectStore('promotions').add(promotion);
    await tx.objectStore('counts').add(emptyCounts(promotion.id));
  }
  return ids;
}

/** Adds one import's codes that are not here yet, with their history. */
async function addFresh(
  tx: WriteTx,
  { batch, spans, fresh, blocks, words }: BatchPlan,
  promotionId: string,
  entries: readonly Entry[],
  people: CopiedPeople,
  inLineThere: Precaution,
): Promise<{ readonly heldBack: number; readonly batch: BatchRow | null }> {
  const total = fresh?.length ?? batch.count;
  if (total === 0) return { heldBack: 0, batch: null };
  const id = await nextKey(tx, 'batches');
  let seq = await nextKey(tx, 'entries');
  const seqs = new Map<number, number>([[0, 0]]);
  const log: Entry[] = [];
  const listed: PeopleBlock[] = [];
  for (const entry of entries) {
    const part = keptPart(entry, fresh);
    if (!part) continue;
    const undoes = entry.undoes === undefined ? {} : { undoes: seqs.get(entry.undoes) ?? 0 };
    seqs.set(entry.seq, seq);
    if (entry.people) listed.push(...packPeople(seq, people.kept(entry, fresh)));
    log.push({ ...entry, ...part, ...undoes, seq: seq++, batch: id, promotionId });
  }
  const change: Change = {};
  const rows: Span[] = [];
  for (const span of inLine(spans)) {
    const part = keptPart(span, fresh);
    if (!part) continue;
    const row: Span = { ...span, ...part, batch: id, promotionId, ...marks(span, seqs) };
    const held = span.state === 'available' || span.state === 'held';
    if (held) log.push(entryRow(seq, newId(tx), { ...inLineThere, promotionId, batch: id, ...part }));
    rows.push(held ? { ...row, state: 'held', entry: seq++ } : row);
    const state = held ? 'held' : span.state;
    change[state] = (change[state] ?? 0) + part.count;
    if (span.redeem > 0) change.redeemed = (change.redeemed ?? 0) + part.count;
  }
  const row = { ...batch, id, promotionId, count: total };
  await tx.objectStore('batches').add(row);
  await tx.objectStore('hashes').add({ batch: id, words });
  await each(blocks, (block) => tx.objectStore('blocks').add({ ...block, batch: id }));
  await each(log, (entry) => tx.objectStore('entries').add(entry));
  await each(listed, (block) => tx.objectStore('people').add(block));
  await each(rows, (row) => tx.objectStore('spans').add(row));
  await count(
    tx,
    promotionId,
    change,
    log.some((entry) => entry.kind === 'redeem'),
  );
  return { heldBack: change.held ?? 0, batch: row };
}

/** The order of giving out, so that codes held back come up in it again when they are released. */
function inLine(spans: readonly Span[]): Span[] {
  return spans.toSorted((a, b) => a.entry - b.entry || a.from - b.from);
}

function marks({ entry, issue, redeem }: Span, seqs: ReadonlyMap<number, number>) {
  const now = (seq: number) => seqs.get(seq) ?? 0;
  return { entry: now(entry), issue: now(issue), redeem: now(redeem) };
}

/** What is left of a range once only these positions (ascending) are kept and numbered anew; null for nothing. */
function keptPart(
  range: { readonly from: number; readonly count: number },
  kept: Uint32Array | null,
): { from: number; count: number } | null {
  if (!kept) return { from: range.from, count: range.count };
  const from = countBelow(kept, range.from);
  const count = countBelow(kept, range.from + range.count) - from;
  return count > 0 ? { from, count } : null;
}

function countBelow(sorted: Uint32Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
