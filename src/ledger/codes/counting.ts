import type { CodeState, Counts } from '../../domain/promotion';
import { noCounts } from '../../domain/promotion';
import { rowFault, sortedOut } from '../repair/row-faults';
import type { CountsRow, Tx, WriteTx } from '../store/schema';

/** How many codes entered (or, below zero, left) each state. `redeemed` is part of `issued`. */
export type Change = Partial<Record<CodeState | 'redeemed', number>>;

/** Counts after a change. The total follows from the states; a redemption once counted stays known. */
export function changed(counts: Counts, change: Change): Counts {
  const next = { ...counts };
  for (const state of ['available', 'held', 'issued', 'void', 'moved'] as const) {
    next[state] += change[state] ?? 0;
    next.total += change[state] ?? 0;
  }
  next.redeemed += change.redeemed ?? 0;
  next.redeemedKnown ||= next.redeemed > 0;
  return next;
}

/** Adds one change to another. */
export function addChange(sum: Change, change: Change): void {
  for (const key of Object.keys(change) as (keyof Change)[]) sum[key] = (sum[key] ?? 0) + (change[key] ?? 0);
}

/**
 * Applies a change to a promotion's counts, and looks up anew when it last gave out a code. `redeemed`: the
 * history tells of a use, whether or not it still counts.
 */
export async function count(
  tx: WriteTx,
  promotionId: string,
  change: Change,
  redeemed = false,
): Promise<void> {
  const [row, lastIssuedAt] = await Promise.all([
    tx.objectStore('counts').get(promotionId),
    lastIssueTime(tx, promotionId),
  ]);
  // Lost or damaged, they are counted anew, from ranges that have changed already.
  if (!areSound(row)) return void (await tx.objectStore('counts').put(await recounted(tx, promotionId)));
  const counts = changed(row, change);
  const redeemedKnown = counts.redeemedKnown || redeemed;
  await tx.objectStore('counts').put({ ...row, ...counts, redeemedKnown, lastIssuedAt });
}

/** Whether a promotion's counts are there and can be what they say. */
export function areSound(row: CountsRow | undefined): row is CountsRow {
  if (!row || rowFault('counts', row) !== null) return false;
  return row.total === row.available + row.held + row.issued + row.void + row.moved;
}

/** A promotion's counts; lost or damaged ones are counted anew. Needs `spans`, `entries` and `batches` beside them. */
export async function countsIn(tx: Tx, promotionId: string): Promise<CountsRow> {
  const row = await tx.objectStore('counts').get(promotionId);
  return areSound(row) ? row : recounted(tx, promotionId);
}

/** A promotion's counts as its ranges tell: they hold no more than these do. */
export async function recounted(tx: Tx, promotionId: string): Promise<CountsRow> {
  const all = IDBKeyRange.bound([promotionId], [promotionId, []]);
  const change: Change = {};
  const { sound } = sortedOut('spans', await tx.objectStore('spans').index('line').getAll(all));
  for (const { state, count, redeem } of sound) {
    addChange(change, { [state]: count, redeemed: redeem > 0 ? count : 0 });
  }
  const ever = await tx.objectStore('entries').index('acts').getKey([promotionId, 'redeem']);
  const counts = changed(noCounts, change);
  const redeemedKnown = ever !== undefined;
  return { ...counts, redeemedKnown, promotionId, lastIssuedAt: await lastIssueTime(tx, promotionId) };
}

/** The counts of a promotion that has no codes yet. */
export function emptyCounts(promotionId: string): CountsRow {
  return { ...noCounts, promotionId, lastIssuedAt: null };
}

/** The issue entry of the newest code still out, or 0. One key seek. */
export async function lastIssueSeq(tx: Tx, promotionId: string): Promise<number> {
  const out = IDBKeyRange.bound(
    [promotionId, 'issued', 0],
    [promotionId, 'issued', Number.POSITIVE_INFINITY],
  );
  const last = await tx.objectStore('spans').index('line').openCursor(out, 'prev');
  return last?.value.entry ?? 0;
}

async function lastIssueTime(tx: Tx, promotionId: string): Promise<string | null> {
  const entry = await tx.objectStore('entries').get(await lastIssueSeq(tx, promotionId));
  if (!entry || Number.isNaN(Date.parse(entry.at))) return null;
  const batch = await tx.objectStore('batches').get(entry.batch);
  // Codes that came in as given out already were not given out from here.
  return entry.at === batch?.at ? null : entry.at;
}
