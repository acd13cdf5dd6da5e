import { normaliseCode } from '../../domain/codes/claim-code';
import { orderIdOf } from '../../domain/orders/order-id';
import { claimPrefix } from '../../domain/orders/promotion-ids';
import { markUses, planUses } from '../acts/uses';
import { followsLog } from '../follow/past-log';
import { sortedOut } from '../repair/row-faults';
import type { Db } from '../store/schema';
import { read } from '../store/transact';
import { runOf } from './stored-runs';

/** What the codes that a report names came to; different codes, each counted once. */
export interface NamedCodes {
  /** Codes that are here. */
  readonly ours: number;
  /** Of these, marked as used just now, and those known as used in another order. */
  readonly marked: number;
  readonly other: number;
  /** Codes that are not here: of other promotions, or multi-use ones. */
  readonly unknown: number;
}

/**
 * Marks the codes that a report names with their orders as used, those that are here and not marked yet. The marks
 * stay when the report is removed, as all that was ever known of a code does. Null for a report that names none.
 */
export async function markNamed(db: Db, report: string, by: string): Promise<NamedCodes | null> {
  const told = await namedUses(db, report);
  if (told.length === 0) return null;
  const planned = await planUses(db, told);
  const isDue = planned.some(({ verdict }) => verdict === 'mark' || verdict === 'mark-left');
  // Where several share the codes, their log has them marked, and this only says what that will come to.
  const isShared = await read(db, ['meta'], followsLog);
  const judged = isDue && !isShared ? (await markUses(db, told, by)).judged : planned;
  const different = (is: (verdict: (typeof judged)[number]['verdict']) => boolean) =>
    new Set(told.flatMap(({ code }, i) => (is(judged[i]?.verdict ?? 'unknown') ? [code] : []))).size;
  return {
    ours: different((verdict) => verdict !== 'unknown'),
    marked: different((verdict) => verdict === 'mark' || verdict === 'mark-left'),
    other: different((verdict) => verdict === 'other'),
    unknown: different((verdict) => verdict === 'unknown'),
  };
}

/** The codes that a report names, each with its order. */
export async function namedUses(db: Db, report: string): Promise<{ code: string; order: string }[]> {
  const row = await read(db, ['reports'], (tx) => tx.objectStore('reports').get(report));
  if (!row) return [];
  const { columns, texts, count } = await runOf(db, row);
  const named = texts.ids.map(codesNamed);
  const uses = new Map<string, { code: string; order: string }>();
  for (let i = 0; i < count; i++)
    for (const code of named[columns.ids[i] as number] ?? []) {
      const order = orderIdOf({ hi: columns.hi[i] as number, lo: columns.lo[i] as number });
      uses.set(`${code} ${order}`, { code, order });
    }
  return [...uses.values()];
}

/** Marks what the reports here name, where codes came in after them. */
export async function markNamedByAll(db: Db, by: string): Promise<void> {
  const stored = await read(db, ['reports'], (tx) => tx.objectStore('reports').getAll());
  const { sound } = sortedOut('reports', stored);
  for (const { id, kind } of sound) if (kind === 'order-xml') await markNamed(db, id, by);
}

function codesNamed(cell: string): string[] {
  return cell
    .split(',')
    .filter((id) => id.startsWith(claimPrefix))
    .map((id) => normaliseCode(id.slice(claimPrefix.length)));
}
