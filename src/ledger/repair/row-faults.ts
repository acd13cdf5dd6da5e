import type { SaidValue } from '../../domain/problem';
import type { Promotion } from '../../domain/promotion';
import { fieldFault } from '../../domain/text/field-fault';
import { type QuickGuard, quickGuard } from '../store/quick-guard';
import { promotion as promotionShape, rowShapes, type ShapedStore } from '../store/row-shapes';
import type { LedgerSchema } from '../store/schema';

type Row<Store extends ShapedStore> = LedgerSchema[Store]['value'];

/** A stored row that can't be used, as far as it can be told apart. */
export interface DamagedRow {
  readonly store: ShapedStore;
  readonly id: string;
  /** What it is called, where that can still be read; else its id. */
  readonly name: string;
  /** What is wrong with it, as a clause. */
  readonly fault: SaidValue;
}

/** A row without anything that is not known of its store, or what is wrong with it, as a clause. */
export function parsedRow<Store extends ShapedStore>(
  store: Store,
  row: unknown,
): { readonly fault: null; readonly row: Row<Store> } | { readonly fault: SaidValue } {
  const parsed = rowShapes[store].safeParse(row);
  if (parsed.success) return { fault: null, row: parsed.data as Row<Store> };
  return { fault: fieldFault(parsed.error.issues, row) };
}

const guards = new Map<ShapedStore, QuickGuard>();

function surelySound(store: ShapedStore, row: unknown): boolean {
  const guard = guards.get(store) ?? quickGuard(rowShapes[store]);
  guards.set(store, guard);
  return guard(row);
}

/** What is wrong with a stored row; null for a sound one. */
export function rowFault(store: ShapedStore, row: unknown): SaidValue | null {
  return surelySound(store, row) ? null : parsedRow(store, row).fault;
}

/** Rows that can be used, and those that can't: one bad row must not hide the others. */
export function sortedOut<Store extends ShapedStore>(
  store: Store,
  rows: readonly Row<Store>[],
): { sound: Row<Store>[]; damaged: DamagedRow[] } {
  const sound: Row<Store>[] = [];
  const damaged: DamagedRow[] = [];
  for (const row of rows) {
    const fault = rowFault(store, row);
    if (fault === null) sound.push(row);
    else damaged.push({ store, ...nameOf(row), fault });
  }
  return { sound, damaged };
}

/** The fields of a promotion's row that are right. */
export function readableFields(row: unknown): Partial<Promotion> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(typeof row === 'object' && row !== null ? row : {})) {
    const shape = Object.hasOwn(promotionShape.shape, key)
      ? promotionShape.shape[key as keyof typeof promotionShape.shape]
      : undefined;
    if (shape?.safeParse(value).success) kept[key] = value;
  }
  return kept;
}

/** A promotion as far as its row can be read; the rest as if it were not known. For showing and exporting only. */
export function readablePromotion(row: unknown): Promotion {
  return {
    ...{ account: null, marketplace: null, trackingId: null, amazonIds: [], percentOff: null },
    ...{ start: null, end: null, givingEnded: null, createdAt: new Date(0).toISOString() },
    ...readableFields(row),
    ...nameOf(row),
  };
}

/** What a row is called, where that can still be read. */
export function nameOf(row: unknown): { id: string; name: string } {
  const { id, name } = (typeof row === 'object' && row !== null ? row : {}) as Record<string, unknown>;
  const text = typeof id === 'string' || typeof id === 'number' ? String(id) : '?';
  return { id: text, name: typeof name === 'string' && name.trim() !== '' ? name : text };
}
