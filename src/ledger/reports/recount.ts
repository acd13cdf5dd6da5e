import { promotionIdKey } from '../../domain/orders/promotion-ids';
import { sortedOut } from '../repair/row-faults';
import type { Db, Tx, WriteTx } from '../store/schema';
import { read, stage, write, writeUncounted } from '../store/transact';
import { type MergedId, mergeReports, type Run } from './merging/merge';
import type { OrderList, PromotionIdRow, ReportRow } from './report-rows';
import { runOf } from './stored-runs';

/** Under these, `meta` keeps how often the reports changed, and up to which change they were counted. */
export const reportsKey = 'reports-revision';
export const countedKey = 'reports-counted';

/** How often the reports here changed. */
export async function reportsRevisionIn(tx: Tx): Promise<number> {
  return (await tx.objectStore('meta').get(reportsKey)) ?? 0;
}

/** What was counted anew; its lists are stored already, but count only once the rows do. */
export interface Recounted {
  readonly revision: number;
  readonly rows: readonly PromotionIdRow[];
  readonly generation: number;
}

/**
 * Counts all reports here anew, `without` one of them or with one that is not valid yet. The lists are staged; nothing
 * counts before `putCounts`.
 */
export async function recount(
  db: Db,
  change: { readonly adding?: Run; readonly without?: string } = {},
): Promise<Recounted> {
  const { revision, reports, known, generation } = await read(
    db,
    ['meta', 'reports', 'promotions', 'promotionIds', 'orderLists'],
    async (tx) => {
      const lists = await tx.objectStore('orderLists').getAllKeys();
      return {
        revision: await reportsRevisionIn(tx),
        reports: sortedOut('reports', await tx.objectStore('reports').getAll()).sound,
        known: (await tx.objectStore('promotions').getAll()).map(({ trackingId }) => trackingId),
        generation: 1 + lists.reduce((most, [, each]) => Math.max(most, each), 0),
      };
    },
  );
  const runs: Run[] = [];
  for (const row of reports) if (row.id !== change.without) runs.push(await runOf(db, row));
  if (change.adding) runs.push(change.adding);
  const withCommas = known.filter((id) => id?.includes(',')).map((id) => promotionIdKey(id ?? ''));
  const merged = await mergeReports(runs, withCommas);
  const rows = merged.map(({ row, list }) => ({ ...row, generation: list ? generation : 0 }));
  await stageLists(db, merged, generation);
  return { revision, rows, generation };
}

/**
 * Lets work that counts anew run by itself, over all tabs: what is staged and counts nowhere is then surely left over.
 */
export async function alone<T>(work: () => Promise<T>): Promise<T> {
  const { locks } = globalThis.navigator ?? {};
  return locks ? await locks.request('claimcheck-reports', work) : work();
}

async function stageLists(db: Db, merged: readonly MergedId[], generation: number): Promise<void> {
  const lists = merged.flatMap(({ row, list }): OrderList[] =>
    list ? [{ id: row.id, generation, ...list }] : [],
  );
  await stage(db, ['orderLists'], async (tx) => {
    const store = tx.objectStore('orderLists');
    await Promise.all(lists.map(async (list) => store.put(list)));
  });
}

/** Lets what was counted take the place of what was; within the transaction that changes the reports. */
export async function putCounts(
  tx: WriteTx,
  { rows, generation }: Recounted,
  revision: number,
): Promise<void> {
  const [ids, lists] = [tx.objectStore('promotionIds'), tx.objectStore('orderLists')];
  await ids.clear();
  await Promise.all(rows.map(async (row) => ids.put(row)));
  await tx.objectStore('meta').put(revision, reportsKey);
  await tx.objectStore('meta').put(revision, countedKey);
  const old = (await lists.getAllKeys()).filter((key) => key[1] !== generation);
  await Promise.all(old.map(async (key) => lists.delete(key)));
}

/** Deletes lists that were staged and never came to count. */
export async function dropStagedLists(tx: Pick<WriteTx, 'objectStore'>): Promise<void> {
  const rows = await tx.objectStore('promotionIds').getAll();
  const inForce = new Set(rows.map(({ generation }) => generation));
  for (const key of await tx.objectStore('orderLists').getAllKeys())
    if (!inForce.has(key[1])) await tx.objectStore('orderLists').delete(key);
}

/**
 * Counts anew where reports came in by another way than an import, such as a restored backup. True where they did.
 */
export async function recountIfDue(db: Db): Promise<boolean> {
  const isDue = await read(db, ['meta'], async (tx) => {
    const counted = (await tx.objectStore('meta').get(countedKey)) ?? 0;
    return counted !== (await reportsRevisionIn(tx));
  });
  if (!isDue) return false;
  return alone(async () => {
    const counted = await recount(db);
    return writeUncounted(db, async (tx) => {
      if ((await reportsRevisionIn(tx)) !== counted.revision) return false;
      await putCounts(tx, counted, counted.revision);
      return true;
    });
  });
}

/** Takes a report out again; its orders count no more. */
export function removeReport(db: Db, id: string): Promise<void> {
  return alone(async () => {
    for (let done = false; !done; ) {
      const counted = await recount(db, { without: id });
      done = await write(db, async (tx) => {
        if ((await reportsRevisionIn(tx)) !== counted.revision) return false;
        await dropReport(tx, id);
        await putCounts(tx, counted, counted.revision + 1);
        return true;
      });
    }
  });
}

/** Deletes all that is stored of a report. */
export async function dropReport(tx: Pick<WriteTx, 'objectStore'>, id: string): Promise<void> {
  await tx.objectStore('reports').delete(id);
  await tx.objectStore('reportTexts').delete(id);
  await tx.objectStore('reportBlocks').delete(IDBKeyRange.bound([id, 0], [id, []]));
}

/** The reports here, the newest first. */
export function listReports(db: Db): Promise<ReportRow[]> {
  return read(db, ['reports'], async (tx) =>
    sortedOut('reports', await tx.objectStore('reports').getAll()).sound.toSorted((a, b) =>
      b.at.localeCompare(a.at),
    ),
  );
}
