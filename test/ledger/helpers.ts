import 'fake-indexeddb/auto';
import type { CodeFile, HistoryRow } from '../../src/domain/codes/code-file';
import type { Db, ImportAs, NewPromotion } from '../../src/ledger/index';
import {
  confirmImport,
  history,
  openLedger,
  planImport,
  planVoid,
  takeBack,
  voidRanges,
} from '../../src/ledger/index';
import { storeNames } from '../../src/ledger/store/schema';

let made = 0;

/** A ledger of its own for one test. */
export function freshName(): string {
  return `ledger-${++made}`;
}

export function freshLedger(): Promise<Db> {
  return openLedger({ name: freshName() });
}

/** The n-th code of a series: real-shaped, all different, without 0, 1, O and I. */
export function code(n: number, series = 'AAAA'): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  let rest = n;
  let text = '';
  for (let i = 0; i < 6; i++) {
    text = letters[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return `${series}-${text}-${text.split('').reverse().join('')}`;
}

export function codes(count: number, series = 'AAAA', from = 0): string[] {
  return Array.from({ length: count }, (_, i) => code(from + i, series));
}

/** What reading a text file of these codes gives. */
export function fileOf(
  list: readonly string[],
  name = 'codes.txt',
  rows: HistoryRow[] | null = null,
): CodeFile {
  return {
    name,
    sha256: 'ab'.repeat(32),
    files: [name],
    lines: list.length,
    codes: list,
    codeFiles: new Uint16Array(list.length),
    codeLines: Uint32Array.from(list, (_, i) => i + 1),
    rejected: [],
    suspects: [],
    blank: 0,
    header: 0,
    remarks: [],
    history: rows,
  };
}

export function promotion(details: Partial<NewPromotion> = {}): NewPromotion {
  return {
    name: 'Garlic-IG-01',
    trackingId: null,
    marketplace: 'US',
    account: null,
    percentOff: null,
    start: null,
    end: null,
    amazonId: null,
    ...details,
  };
}

export interface Importing {
  readonly into?: { readonly id: string } | NewPromotion;
  readonly as?: ImportAs;
  readonly name?: string;
  readonly rows?: HistoryRow[];
}

export async function importCodes(db: Db, list: readonly string[], options: Importing = {}) {
  const { into = promotion(), as = { kind: 'new' }, name = 'codes.txt', rows = null } = options;
  const plan = await planImport(db, fileOf(list, name, rows));
  const { batchIds, ...imported } = await confirmImport(db, plan, {
    ...{ promotion: into, as, name, quantityAsked: null, by: 'Sam' },
  });
  await laterThan(Date.now());
  return { ...imported, batchId: batchIds[0] ?? 0 };
}

/** What is stored with the time of its import came in with it: nobody gives out within the same millisecond. */
async function laterThan(time: number): Promise<void> {
  while (Date.now() === time) await new Promise((resolve) => setImmediate(resolve));
}

export function to(name: string, channel = '', note = '') {
  return { to: name, channel, note, by: 'Sam' };
}

export async function collect<T>(parts: AsyncIterable<T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const part of parts) all.push(...part);
  return all;
}

export function rowsOf(db: Db, promotionId: string): Promise<HistoryRow[]> {
  return collect(history(db, promotionId));
}

/** Cancels these codes as one act; refused as the ledger refuses when none of them can be. */
export async function cancel(db: Db, promotionId: string, list: readonly string[], reason = '') {
  const { ranges } = await planVoid(db, promotionId, list);
  return voidRanges(db, promotionId, ranges, { reason, by: 'Sam' });
}

/** Takes an act back of which nobody has seen a code. */
export async function putBack(db: Db, issuance: string, by: string): Promise<{ returned: number }> {
  const { returned } = await takeBack(db, issuance, 'none', by);
  return { returned };
}

/** Everything stored, to compare before and after. */
export async function everything(db: Db): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  for (const store of storeNames) all[store] = await db.getAll(store);
  return all;
}
