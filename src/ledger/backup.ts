import { crc32OfText } from '../domain/crc32';
import type { Promotion } from '../domain/promotion';
import { breathe } from './code-index';
import { changed } from './counting';
import { grouped } from './grouped';
import { LedgerProblem } from './problem';
import { ReplayedBatch } from './replay';
import type { BatchRow, Block, Db, Entry, InboxItem, Span, StoreName, Tx } from './schema';
import { blockSize, entryKinds } from './schema';
import { nextKey, read, revisionIn, writesIn, writeUncounted } from './transact';

/** Everything of a ledger that can't be computed from the rest, as a saved copy holds it. */
export interface Backup {
  readonly promotions: Promotion[];
  readonly batches: BatchRow[];
  readonly blocks: Block[];
  readonly entries: Entry[];
  readonly spans: Span[];
  readonly inbox: InboxItem[];
  readonly proofs: { readonly id: string }[];
  readonly offers: { readonly id: string }[];
  /** Hand-over files taken already. */
  readonly taken: string[];
  /** What is no part of the ledger, as whoever saved it wrote it. */
  readonly kept: unknown[];
}

/** What may change at any time, and so is read in one transaction. */
const changing = [
  'promotions',
  'batches',
  'spans',
  'inbox',
  'proofs',
  'offers',
] as const satisfies readonly StoreName[];

const takenPrefix = 'taken:';
const savedRevisionKey = 'saved-revision';
const savedAtKey = 'saved-at';
const copiedKey = 'copied-writes';
const rowsPerLine = 500;
/** A block is as large as many other rows. */
const blocksPerLine = 10;

/** The name under which `meta` remembers a hand-over file that was taken. */
export function takenKey(file: string): string {
  return takenPrefix + file;
}

/** How far the ledger had come when a copy of it was made. */
export interface CopiedUpTo {
  readonly revision: number;
  readonly writes: number;
}

/**
 * Everything, as lines of JSON for a file, with what is `kept` beside the ledger; and how far the ledger had
 * come. It is one consistent view: what never changes once it is written is read afterwards, up to there, so
 * that giving out is not held up. Reading changes nothing.
 */
export async function backupLines(
  db: Db,
  kept: readonly unknown[] = [],
): Promise<{ lines: string[]; upTo: CopiedUpTo }> {
  const lines: string[] = [];
  const add = (store: string, rows: readonly unknown[]) =>
    lines.push(JSON.stringify({ store, rows }, spelledOut));
  const { last, batches, upTo } = await read(db, [...changing, 'entries', 'meta'], async (tx) => {
    for (const store of changing) {
      for await (const rows of pages(tx, store)) add(store, rows);
    }
    const keys = await tx.objectStore('meta').getAllKeys(takenRange());
    add(
      'taken',
      keys.map((key) => key.slice(takenPrefix.length)),
    );
    return {
      last: (await nextKey(tx, 'entries')) - 1,
      batches: await tx.objectStore('batches').getAllKeys(),
      upTo: { revision: await revisionIn(tx), writes: await writesIn(tx) },
    };
  });
  add('kept', kept);
  for (let after = 0; after < last; ) {
    const rest = IDBKeyRange.bound(after, last, true);
    const entries = await read(db, ['entries'], (tx) => tx.objectStore('entries').getAll(rest, rowsPerLine));
    add('entries', entries);
    after = entries.at(-1)?.seq ?? last;
  }
  for (const batch of batches) {
    for (let n = 0, more = true; more; n += blocksPerLine) {
      const range = IDBKeyRange.bound([batch, n], [batch, n + blocksPerLine - 1]);
      const blocks = await read(db, ['blocks'], (tx) => tx.objectStore('blocks').getAll(range));
      if (blocks.length > 0) add('blocks', blocks);
      more = blocks.length === blocksPerLine;
    }
  }
  return { lines, upTo };
}

/** Notes that everything up to here was saved now; with `copied`, into the folder for copies. */
export function noteSaved(db: Db, { revision, writes }: CopiedUpTo, copied = false): Promise<void> {
  return writeUncounted(db, async (tx) => {
    const meta = tx.objectStore('meta');
    await meta.put(revision, savedRevisionKey);
    await meta.put(Date.now(), savedAtKey);
    if (copied) await meta.put(writes, copiedKey);
  });
}

/** Whether anything was written since the last copy into the folder. */
export function copyIsDue(db: Db): Promise<boolean> {
  return read(db, ['meta'], async (tx) => {
    const copied = await tx.objectStore('meta').get(copiedKey);
    return copied !== (await writesIn(tx));
  });
}

/** When everything was last saved (null for never), and how many changes to codes came since. */
export function sinceSaved(db: Db): Promise<{ at: string | null; changes: number }> {
  return read(db, ['meta'], async (tx) => {
    const at = await tx.objectStore('meta').get(savedAtKey);
    const saved = (await tx.objectStore('meta').get(savedRevisionKey)) ?? 0;
    const changes = (await revisionIn(tx)) - saved;
    return { at: at === undefined ? null : new Date(at).toISOString(), changes };
  });
}

/**
 * The copy that these lines hold, checked as a ledger is: blocks against their checksums, ranges and
 * history against each other. Gives way to other work meanwhile. Throws LedgerProblem `damaged`.
 */
export async function readBackup(lines: readonly string[]): Promise<Backup> {
  const backup: Backup = {
    ...{ promotions: [], batches: [], blocks: [], entries: [], spans: [] },
    ...{ inbox: [], proofs: [], offers: [], taken: [], kept: [] },
  };
  const into = backup as unknown as Record<string, unknown[] | undefined>;
  for (const line of lines) {
    const { store, rows } = JSON.parse(line, spelledIn) as { store: string; rows: unknown[] };
    const list = into[store];
    if (!list) throw damaged(`it holds “${store}”, which this Claimcheck doesn’t know`);
    for (const row of rows) list.push(row);
    await breathe();
  }
  await refuseFaults(backup);
  return backup;
}

/** The codes of one of a copy's imports, in order. */
export async function codesIn(backup: Backup, batch: number): Promise<string[]> {
  const codes: string[] = [];
  for (const block of backup.blocks) {
    if (block.batch !== batch) continue;
    for (const code of block.text.split('\n')) codes.push(code);
    if (block.n % blocksPerLine === 0) await breathe();
  }
  return codes;
}

/** What the copy's codes add up to; withdrawn imports don't count. */
export function backupCounts(backup: Backup) {
  let counts = {
    total: 0,
    available: 0,
    held: 0,
    issued: 0,
    void: 0,
    moved: 0,
    redeemed: 0,
    redeemedKnown: false,
  };
  for (const { state, count, redeem } of backup.spans) {
    counts = changed(counts, { [state]: count, redeemed: redeem > 0 ? count : 0 });
  }
  return counts;
}

async function refuseFaults(backup: Backup): Promise<void> {
  const batches = new Map(backup.batches.map((row) => [row.id, new ReplayedBatch(row)]));
  const promotions = new Set(backup.promotions.map(({ id }) => id));
  for (const entry of backup.entries) {
    if (!entryKinds.includes(entry.kind))
      throw damaged(`its history holds “${entry.kind}”, which this Claimcheck doesn’t know`);
    const problem = batches.get(entry.batch)?.apply(entry) ?? null;
    if (problem || !batches.has(entry.batch)) throw damaged(problem ?? 'its history tells of a lost import');
  }
  const spans = grouped(backup.spans, (span) => span.batch);
  const blocks = grouped(backup.blocks, (block) => block.batch);
  for (const [id, replayed] of batches) {
    await breathe();
    if (!promotions.has(replayed.batch.promotionId)) throw damaged('an import belongs to no promotion');
    const problem = replayed.compare(spans.get(id) ?? []);
    if (problem) throw damaged(problem);
    await breathe();
    if (!(await areWhole(blocks.get(id) ?? [], replayed.batch.count)))
      throw damaged('codes of an import are missing');
  }
}

/** Whether these are all blocks of so many codes, unchanged. */
async function areWhole(blocks: readonly Block[], count: number): Promise<boolean> {
  let found = 0;
  for (const [n, block] of blocks.entries()) {
    const size = block.text.split('\n').length;
    const full = size === blockSize || n === blocks.length - 1;
    if (block.n !== n || !full || crc32OfText(block.text) !== block.crc) return false;
    found += size;
    if (n % blocksPerLine === 0) await breathe();
  }
  return found === count;
}

function damaged(what: string): LedgerProblem {
  return new LedgerProblem(
    'damaged',
    `This saved copy is not sound: ${what}. Nothing was loaded; use another copy of the file.`,
  );
}

function takenRange(): IDBKeyRange {
  return IDBKeyRange.bound(takenPrefix, `${takenPrefix}\uffff`);
}

async function* pages(tx: Tx, name: (typeof changing)[number]): AsyncGenerator<unknown[]> {
  const store = tx.objectStore(name);
  for (let range: IDBKeyRange | null = null; ; ) {
    const keys: IDBValidKey[] = await store.getAllKeys(range, rowsPerLine);
    if (keys.length > 0) yield await store.getAll(range, rowsPerLine);
    if (keys.length < rowsPerLine) return;
    range = IDBKeyRange.lowerBound(keys.at(-1), true);
  }
}

/** Bytes as JSON can hold them. */
function spelledOut(_key: string, value: unknown): unknown {
  if (!(value instanceof Uint8Array)) return value;
  let text = '';
  for (let i = 0; i < value.length; i += 8192) text += String.fromCharCode(...value.subarray(i, i + 8192));
  return { $bytes: btoa(text) };
}

function spelledIn(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$bytes' in value)) return value;
  return Uint8Array.from(atob(String(value.$bytes)), (letter) => letter.charCodeAt(0));
}
