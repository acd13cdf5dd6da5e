import { said } from '../../domain/problem';
import { line } from '../acts/issue';
import { append } from '../codes/append-entry';
import { type CodeRange, codesOf } from '../codes/blocks';
import { type Change, count } from '../codes/counting';
import { newId, timeOf } from '../follow/stamps';
import { sortedOut } from '../repair/row-faults';
import { LedgerProblem } from '../store/problem';
import type { BatchRow, Db, Span, Tx, WriteTx } from '../store/schema';
import { blockSize } from '../store/schema';
import { read, writeCodes } from '../store/transact';
import { writtenTwice } from '../store/written-twice';
import { undoForward } from './forward';

export type Batch = Omit<BatchRow, 'by'> & {
  /** How many of its codes are left. */
  readonly available: number;
};

/** A promotion's imports in order, withdrawn ones too. */
export function listBatches(db: Db, promotionId: string): Promise<Batch[]> {
  return read(db, ['batches', 'spans'], async (tx) => {
    const left = new Map<number, number>();
    const spans = await tx.objectStore('spans').index('line').getAll(line(promotionId));
    for (const span of sortedOut('spans', spans).sound) {
      left.set(span.batch, (left.get(span.batch) ?? 0) + span.count);
    }
    const rows = await tx.objectStore('batches').index('promotionId').getAll(promotionId);
    return sortedOut('batches', rows).sound.map(({ by: _, ...batch }) => ({
      ...batch,
      available: left.get(batch.id) ?? 0,
    }));
  });
}

/**
 * Takes an import out: it stays stored, but is neither counted nor compared with any more, so the same
 * codes can be imported anew. Throws LedgerProblem `not-allowed` when any of its codes was ever given
 * out or is canceled, `not-found`.
 */
export function withdrawImport(db: Db, batchId: number, by: string): Promise<void> {
  return writeCodes(db, (tx) => withdrawIn(tx, batchId, by));
}

/**
 * Undoes an import whole: its codes are taken out, and what it told of codes that were here is ended.
 * Throws LedgerProblem as `withdrawImport`; then nothing is undone.
 */
export function undoImport(
  db: Db,
  { batchIds, entries }: { readonly batchIds: readonly number[]; readonly entries: readonly number[] },
  by: string,
): Promise<void> {
  return writeCodes(db, async (tx) => {
    for (const id of batchIds) await withdrawIn(tx, id, by);
    await undoForward(tx, entries, by);
  });
}

async function withdrawIn(tx: WriteTx, batchId: number, by: string): Promise<void> {
  const batch = await tx.objectStore('batches').get(batchId);
  if (!batch || batch.withdrawn) {
    throw new LedgerProblem('not-found', said('problemImportGone'));
  }
  const all = IDBKeyRange.bound([batchId, 0], [batchId, batch.count]);
  const spans = await tx.objectStore('spans').getAll(all);
  if (spans.some(({ state }) => state === 'held')) {
    throw new LedgerProblem('not-allowed', said('problemImportKeptBack', { import: batch.name }));
  }
  if (await wasOut(tx, batch, spans)) {
    if (await isOutByOrders(tx, spans))
      throw new LedgerProblem('not-allowed', said('problemImportWasUsed', { import: batch.name }));
    throw new LedgerProblem('not-allowed', said('problemImportWasOut', { import: batch.name }));
  }
  if (await isCanceled(tx, spans)) {
    throw new LedgerProblem('not-allowed', said('problemImportHasCanceled', { import: batch.name }));
  }
  const { promotionId } = batch;
  const issuance = newId(tx);
  const at = timeOf(tx);
  const range = { batch: batchId, from: 0, count: batch.count };
  await append(tx, {
    kind: 'withdraw',
    issuance,
    promotionId,
    ...range,
    to: '',
    channel: '',
    note: '',
    at,
    by,
  });
  await tx.objectStore('spans').delete(all);
  await tx.objectStore('batches').put({ ...batch, withdrawn: true });
  const change: Change = {};
  for (const span of spans) change[span.state] = (change[span.state] ?? 0) - span.count;
  await count(tx, promotionId, change);
}

/**
 * The codes that are left, in the order of giving out, at most 1,000 at a time, as they were when the
 * first were asked for. Reading changes nothing.
 */
export async function* availableCodes(
  db: Db,
  promotionId: string,
): AsyncGenerator<{ range: CodeRange; codes: string[] }> {
  const spans = await read(db, ['spans'], (tx) =>
    tx.objectStore('spans').index('line').getAll(line(promotionId)),
  );
  for (const { batch, from, count } of spans) {
    const end = from + count;
    for (let start = from; start < end; ) {
      const border = (Math.floor(start / blockSize) + 1) * blockSize;
      const range = { batch, from: start, count: Math.min(end, border) - start };
      yield { range, codes: await read(db, ['promotions', 'batches', 'blocks'], (tx) => codesOf(tx, range)) };
      start = border;
    }
  }
}

/** True once any code of an import was given out or handed over, also where it came back. */
async function wasOut(tx: Tx, { id, promotionId }: BatchRow, spans: readonly Span[]): Promise<boolean> {
  if (spans.some((span) => span.issue > 0)) return true;
  const entries = tx.objectStore('entries');
  const ends = await entries.index('returns').getAll(IDBKeyRange.bound([id], [id, []]));
  if (ends.some(({ kind }) => kind === 'undo' || kind === 'edit')) return true;
  const moves = await entries.index('acts').getAll([promotionId, 'move']);
  return moves.some((move) => move.batch === id);
}

/** True where all of these codes that are out are so because an order told that they were used. */
async function isOutByOrders(tx: Tx, spans: readonly Span[]): Promise<boolean> {
  const out = spans.filter(({ issue }) => issue > 0);
  for (const { issue, redeem } of out)
    if (redeem === 0 || !(await tx.objectStore('entries').get(issue))?.seen) return false;
  return out.length > 0;
}

/** True where any of these codes was canceled since they came: somebody may have seen it. */
async function isCanceled(tx: Tx, spans: readonly Span[]): Promise<boolean> {
  for (const { entry } of spans.filter(({ state }) => state === 'void')) {
    const { act } = (await tx.objectStore('entries').get(entry)) ?? {};
    if (act !== undefined && act !== writtenTwice.act) return true;
  }
  return false;
}
