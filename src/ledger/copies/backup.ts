import type { Promotion } from '../../domain/promotion';
import type { Proof } from '../../domain/proof';
import { breathe } from '../codes/code-index';
import { changed } from '../codes/counting';
import { marksIn } from '../people/forgotten';
import type { IdMark, ReportBlock, ReportRow, ReportTexts } from '../reports/report-rows';
import type { OfferRow } from '../store/offer-row';
import type {
  BatchRow,
  Block,
  Db,
  Entry,
  InboxItem,
  PeopleBlock,
  Span,
  StoreName,
  Tx,
} from '../store/schema';
import { nextKey, read, revisionIn, writesIn, writeUncounted } from '../store/transact';

/** Everything of a ledger that can't be computed from the rest, as a saved copy holds it. */
export interface Backup {
  readonly promotions: Promotion[];
  readonly batches: BatchRow[];
  readonly blocks: Block[];
  readonly entries: Entry[];
  readonly people: PeopleBlock[];
  readonly spans: Span[];
  readonly inbox: InboxItem[];
  readonly proofs: Proof[];
  readonly offers: OfferRow[];
  readonly reports: ReportRow[];
  readonly reportTexts: ReportTexts[];
  readonly reportBlocks: ReportBlock[];
  readonly idMarks: IdMark[];
  /** Hand-over files taken already. */
  readonly taken: string[];
  /** What is no part of the ledger, as whoever saved it wrote it; and which ledger this is (`ledgerKey`). */
  readonly kept: KeptValue[];
}

/** One thing kept beside the ledger; whoever keeps it judges its value. */
export interface KeptValue {
  readonly key: string;
  readonly value?: unknown;
}

/** What may change at any time, and so is read in one transaction. */
const changing = [
  'promotions',
  'batches',
  'spans',
  'inbox',
  'proofs',
  'offers',
  'reports',
  'idMarks',
] as const satisfies readonly StoreName[];

const takenPrefix = 'taken:';
const savedRevisionKey = 'saved-revision';
const savedAtKey = 'saved-at';
const copiedKey = 'copied-writes';
/** Under this, `meta` keeps the number that this ledger alone has, and a copy's `kept` tells it. */
const ledgerKey = 'ledger';
const rowsPerLine = 500;
/** Under this, a copy's `kept` tells whom its ledger was told to forget, as marks. */
export const forgottenKey = 'forgotten';
/** A block is as large as many other rows, a waiting file as large as many blocks. */
const blocksPerLine = 10;
const filesPerLine = 1;

/** What `meta` keeps, instead of the time, of a hand-over file of which only a copy tells that it was taken. */
export const takenElsewhere = 1;

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
  const { last, batches, reports, upTo, forgotten } = await read(
    db,
    [...changing, 'entries', 'meta'],
    async (tx) => {
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
        reports: await tx.objectStore('reports').getAllKeys(),
        upTo: { revision: await revisionIn(tx), writes: await writesIn(tx) },
        forgotten: await marksIn(tx),
      };
    },
  );
  const marks = forgotten.length === 0 ? [] : [{ key: forgottenKey, value: forgotten }];
  add('kept', [...kept, { key: ledgerKey, value: await ledgerNumber(db) }, ...marks]);
  for (let after = 0; after < last; ) {
    const rest = IDBKeyRange.bound(after, last, true);
    const entries = await read(db, ['entries'], (tx) => tx.objectStore('entries').getAll(rest, rowsPerLine));
    add('entries', entries);
    after = entries.at(-1)?.seq ?? last;
  }
  for (let after: readonly [number, number] = [0, 0], more = true; more; ) {
    const rest = IDBKeyRange.bound(after, [last, []], true);
    const blocks = await read(db, ['people'], (tx) => tx.objectStore('people').getAll(rest, blocksPerLine));
    if (blocks.length > 0) add('people', blocks);
    const end = blocks.at(-1);
    more = end !== undefined && blocks.length === blocksPerLine;
    if (end) after = [end.entry, end.n];
  }
  for (const batch of batches) {
    for (let n = 0, more = true; more; n += blocksPerLine) {
      const range = IDBKeyRange.bound([batch, n], [batch, n + blocksPerLine - 1]);
      const blocks = await read(db, ['blocks'], (tx) => tx.objectStore('blocks').getAll(range));
      if (blocks.length > 0) add('blocks', blocks);
      more = blocks.length === blocksPerLine;
    }
  }
  for (const report of reports) {
    const texts = await read(db, ['reportTexts'], (tx) => tx.objectStore('reportTexts').get(report));
    if (texts) add('reportTexts', [texts]);
    for (let n = 0, more = true; more; n += blocksPerLine) {
      const range = IDBKeyRange.bound([report, n], [report, n + blocksPerLine - 1]);
      const blocks = await read(db, ['reportBlocks'], (tx) => tx.objectStore('reportBlocks').getAll(range));
      if (blocks.length > 0) add('reportBlocks', blocks);
      more = blocks.length === blocksPerLine;
    }
  }
  return { lines, upTo };
}

/** Whether a copy was saved by this very ledger: what is left in it is in no other line. */
export async function isOwnCopy(tx: Tx, { kept }: Backup): Promise<boolean> {
  const own = await tx.objectStore('meta').get(ledgerKey);
  return own !== undefined && kept.some(({ key, value }) => key === ledgerKey && value === own);
}

/** The number by which a copy of this ledger is known; made with the first copy. */
async function ledgerNumber(db: Db): Promise<number> {
  const known = await read(db, ['meta'], (tx) => tx.objectStore('meta').get(ledgerKey));
  if (known !== undefined) return known;
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return writeUncounted(db, async (tx) => {
    const meta = tx.objectStore('meta');
    const made = (await meta.get(ledgerKey)) ?? (high % 2 ** 21) * 2 ** 32 + low;
    await meta.put(made, ledgerKey);
    return made;
  });
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

/** The names of all hand-over files that were taken. */
export function takenRange(): IDBKeyRange {
  return IDBKeyRange.bound(takenPrefix, `${takenPrefix}\uffff`);
}

async function* pages(tx: Tx, name: (typeof changing)[number]): AsyncGenerator<unknown[]> {
  const store = tx.objectStore(name);
  const rowsAtOnce = name === 'inbox' ? filesPerLine : rowsPerLine;
  for (let range: IDBKeyRange | null = null; ; ) {
    const keys: IDBValidKey[] = await store.getAllKeys(range, rowsAtOnce);
    if (keys.length > 0) yield await store.getAll(range, rowsAtOnce);
    if (keys.length < rowsAtOnce) return;
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
