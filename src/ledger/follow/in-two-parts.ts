import { unwrap } from 'idb';
import { line } from '../acts/issue';
import { sortedOut } from '../repair/row-faults';
import { announceChange } from '../store/changes';
import { LedgerProblem, sentences } from '../store/problem';
import { request } from '../store/raw';
import type { ShapedStore } from '../store/row-shapes';
import { blockSize, type Db, type Tx } from '../store/schema';
import { read, stage, writeUncounted } from '../store/transact';
import { type CopiedRows, rowsOf, sharedMeta } from './copy-rows';

/*
 * A copy of a ledger goes to another computer in two parts. The first has what giving out the next codes in line needs:
 * promotions, counts, imports, the codes in line and the first of their texts. The rest is the history and what is
 * found by it: it may come while the next codes go out already, since these acts touch only codes in line, and what
 * comes later are only rows of codes that were not.
 */

/** So many codes of each promotion come with the first part. */
const codesFirst = 20 * blockSize;
/** Under this key `meta` keeps how many parts of the rest have still to come. */
export const comingKey = 'coming';
/** A row of a history is small, a block of codes is not. */
const rowsAtOnce = { blocks: 50, hashes: 1, people: 20, spans: 2000, entries: 1000 } as const;
type RestStore = keyof typeof rowsAtOnce;
const restStores = ['blocks', 'hashes', 'spans', 'entries', 'people'] as const satisfies RestStore[];

/** What giving out the next codes needs. Nothing may be written meanwhile. */
export function firstRows(db: Db): Promise<CopiedRows[]> {
  const whole = ['promotions', 'counts', 'batches', 'idMarks'] as const;
  return read(db, [...whole, 'blocks', 'spans', 'entries', 'meta'], async (tx) => {
    const meta = tx.objectStore('meta');
    const [keys, values] = await Promise.all([meta.getAllKeys(), meta.getAll()]);
    const kept = keys.map((key, i) => [key, values[i]] as const).filter(([key]) => sharedMeta.test(key));
    const parts: CopiedRows[] = [{ store: 'meta', rows: kept }];
    for (const store of whole) parts.push({ store, rows: await tx.objectStore(store).getAll() });
    const spans = tx.objectStore('spans').index('line');
    for (const id of await tx.objectStore('promotions').getAllKeys()) {
      const rows = await spans.getAll(line(id));
      parts.push({ store: 'spans', rows }, { store: 'blocks', rows: await firstBlocks(tx, rows) });
    }
    // Its number is what the next one goes on from.
    const last = await tx.objectStore('entries').openCursor(null, 'prev');
    parts.push({ store: 'entries', rows: last ? [last.value] : [] });
    return parts.filter(({ rows }) => rows.length > 0);
  });
}

async function firstBlocks(
  tx: Tx,
  spans: readonly { readonly batch: number; readonly from: number; readonly count: number }[],
) {
  const wanted = new Map<string, [number, number]>();
  let codes = 0;
  for (const { batch, from, count } of spans) {
    const end = Math.min(count, codesFirst - codes) + from;
    for (let n = Math.floor(from / blockSize); n * blockSize < end; n++)
      wanted.set(`${batch} ${n}`, [batch, n]);
    codes += count;
    if (codes >= codesFirst) break;
  }
  const blocks = await Promise.all([...wanted.values()].map((key) => tx.objectStore('blocks').get(key)));
  return blocks.filter((block) => block !== undefined);
}

/** All else that several share, some rows at a time. Nothing may be written meanwhile. */
export async function* restRows(db: Db): AsyncGenerator<CopiedRows> {
  for (const store of restStores)
    for await (const rows of rowsOf(db, store, rowsAtOnce[store])) {
      const left =
        store === 'spans' ? rows.filter((row) => (row as { state: string }).state !== 'available') : rows;
      if (left.length > 0) yield { store, rows: left };
    }
}

/**
 * Writes a first part into a ledger in which nothing is yet, whole or not at all; `coming`: how many parts of the rest
 * will follow. Throws LedgerProblem `not-allowed` where something is, `damaged` for rows of another shape.
 */
export async function takeFirst(db: Db, first: readonly CopiedRows[], coming: number): Promise<void> {
  for (const part of first) refuseOtherShape(part);
  return writeUncounted(db, async (tx) => {
    if ((await tx.objectStore('batches').count()) > 0 || (await tx.objectStore('promotions').count()) > 0)
      throw new LedgerProblem('not-allowed', sentences.moved);
    const puts: Promise<unknown>[] = [];
    for (const { store, rows } of first)
      for (const row of rows)
        puts.push(
          store === 'meta'
            ? tx.objectStore('meta').put((row as [string, number])[1], (row as [string, number])[0])
            : (tx.objectStore(store).put(row as never) as Promise<unknown>),
        );
    if (coming > 0) puts.push(tx.objectStore('meta').put(coming, comingKey));
    await Promise.all(puts);
  });
}

/** How many parts of the rest have still to come; 0 for a ledger that is whole. */
export function stillComing(db: Db): Promise<number> {
  return read(db, ['meta'], async (tx) => (await tx.objectStore('meta').get(comingKey)) ?? 0);
}

/** Writes a part of the rest; `left`: how many are still to come after it. Throws LedgerProblem `damaged` for rows of another shape. */
export async function takeRest(db: Db, part: CopiedRows, left: number): Promise<void> {
  refuseOtherShape(part);
  const { store, rows } = part;
  if (!(restStores as readonly string[]).includes(store))
    throw new LedgerProblem('damaged', sentences.unreadable);
  await stage(db, [store, 'meta'], async (tx) => {
    const into = unwrap(tx.objectStore(store));
    const last = rows.map((row) => into.put(row)).at(-1);
    // Requests of a transaction end in order: once the last one has, all have.
    if (last) await request(last);
    const meta = tx.objectStore('meta');
    await (left > 0 ? meta.put(left, comingKey) : meta.delete(comingKey));
  });
  if (left === 0) announceChange();
}

function refuseOtherShape({ store, rows }: CopiedRows): void {
  if (store === 'hashes' || store === 'meta') return;
  if (sortedOut(store as ShapedStore, rows as never[]).damaged.length > 0)
    throw new LedgerProblem('damaged', sentences.unreadable);
}
