import type { Said } from '../../domain/problem';
import { refusePastLog } from '../follow/past-log';
import { stampsOf } from '../follow/stamps';
import { announceChange } from './changes';
import { mustHaveRoom } from './disk-space';
import { asProblem } from './problem';
import type { Db, StoreName, Tx, WriteTx } from './schema';
import { storeNames } from './schema';

/** Why a connection was closed, for whoever uses it afterwards. */
export const closedReasons = new WeakMap<Db, Said>();

const revisionKey = 'revision';
const writesKey = 'writes';

/**
 * Runs `work` in one strict transaction over the whole ledger, and tells other views once it is
 * complete. One scope for every writer makes them take turns: no two can pick the same code. Any
 * error undoes all of it. `work` may await nothing but the database.
 */
export function write<T>(db: Db, work: (tx: WriteTx) => Promise<T>): Promise<T> {
  return writeUncounted(db, async (tx) => {
    const result = await work(tx);
    await moveOn(tx, writesKey);
    return result;
  });
}

/** Like `write`, for what no saved copy needs to hold. */
export async function writeUncounted<T>(db: Db, work: (tx: WriteTx) => Promise<T>): Promise<T> {
  const together = shared.get(db);
  if (together) return work(together);
  await mustHaveRoom();
  const durability = stampsOf(db).relaxed ? 'relaxed' : 'strict';
  const tx = begin(db, () => db.transaction(storeNames, 'readwrite', { durability }));
  const result = await settle(db, tx, async (tx) => {
    const result = await work(tx);
    await stampsOf(db).written?.(tx);
    return result;
  });
  announceChange();
  return result;
}

/** The transaction that several writers of a connection share. */
const shared = new WeakMap<Db, WriteTx>();

/**
 * Has all that `work` reads and writes through this connection happen in one transaction, whole or not at all, and tells
 * other views once. For what need not be on the disk when it is answered. `work` may await nothing but the database, or
 * the browser ends the transaction before it is whole; what does must be written by itself.
 */
export async function writeTogether<T>(db: Db, work: (tx: WriteTx) => Promise<T>): Promise<T> {
  await mustHaveRoom();
  const tx = begin(db, () => db.transaction(storeNames, 'readwrite', { durability: 'relaxed' }));
  shared.set(db, tx);
  const numbers: Numbers = new Map();
  numbersOf.set(tx, numbers);
  const result = await settle(db, tx, async (tx) => {
    const result = await work(tx);
    for (const key of [revisionKey, writesKey]) {
      const moved = numbers.get(key);
      if (moved !== undefined) await tx.objectStore('meta').put(moved, key);
    }
    return result;
  }).finally(() => shared.delete(db));
  announceChange();
  return result;
}

/**
 * Writes what counts nowhere yet, so that nobody need hear of it. `work` may await nothing but the database.
 */
export async function stage<T>(db: Db, stores: StoreName[], work: (tx: WriteTx) => Promise<T>): Promise<T> {
  await mustHaveRoom();
  const tx = begin(db, () => db.transaction(stores, 'readwrite'));
  return settle(db, tx, work);
}

/** Like `write`, for what is everybody's where several share the codes. Throws LedgerProblem `not-allowed` past their log. */
export function writeShared<T>(db: Db, work: (tx: WriteTx) => Promise<T>): Promise<T> {
  return write(db, async (tx) => {
    await refusePastLog(tx);
    return work(tx);
  });
}

/**
 * Writes into another database of this browser as into the ledger: not onto a nearly full disk, whole or not at all, and
 * with the same problems. `begins` begins the transaction; `work` may await nothing but that database. Throws LedgerProblem.
 */
export async function writeBeside<T, X extends Ending>(
  begins: () => X,
  work: (tx: X) => Promise<T>,
): Promise<T> {
  await mustHaveRoom();
  return settle(null, begin(null, begins), work);
}

/** Like `writeShared`, for what changes codes: moves the ledger's revision. */
export function writeCodes<T>(db: Db, work: (tx: WriteTx) => Promise<T>): Promise<T> {
  return writeShared(db, async (tx) => {
    const result = await work(tx);
    await moveOn(tx, revisionKey);
    return result;
  });
}

/** Numbers that several writers of one transaction count on, so that each is read and written once. */
type Numbers = Map<string, number>;
const numbersOf = new WeakMap<object, Numbers>();

async function moveOn(tx: WriteTx, key: string): Promise<void> {
  const next = (await numberIn(tx, key)) + 1;
  const together = numbersOf.get(tx);
  if (together) together.set(key, next);
  else await tx.objectStore('meta').put(next, key);
}

async function numberIn(tx: Tx, key: string): Promise<number> {
  return numbersOf.get(tx)?.get(key) ?? (await tx.objectStore('meta').get(key)) ?? 0;
}

/** Runs `work` on one consistent view of these stores. `work` may await nothing but the database. */
export async function read<T>(
  db: Db,
  stores: StoreName[],
  work: (tx: Tx<'readonly'>) => Promise<T>,
): Promise<T> {
  const together = shared.get(db);
  if (together) return work(together as unknown as Tx<'readonly'>);
  const tx = begin(db, () => db.transaction(stores, 'readonly'));
  return settle(db, tx, work);
}

/** A number that moves with every write to codes. */
export async function revision(db: Db): Promise<number> {
  return read(db, ['meta'], revisionIn);
}

/** The revision as this transaction sees it. */
export async function revisionIn(tx: Tx): Promise<number> {
  return numberIn(tx, revisionKey);
}

/** A number that moves with every write that a saved copy would hold. */
export async function writesIn(tx: Tx): Promise<number> {
  return numberIn(tx, writesKey);
}

/** The number after the highest key: how append-only stores number their rows. */
export async function nextKey(tx: Tx, store: 'entries' | 'batches'): Promise<number> {
  const last = await tx.objectStore(store).openKeyCursor(null, 'prev');
  return (last?.key ?? 0) + 1;
}

/** Starts many requests at once, but not so many that their promises fill the memory; `onDone` hears of each lot. */
export async function each<T>(
  items: readonly T[],
  request: (item: T) => Promise<unknown>,
  onDone?: (count: number) => void,
): Promise<void> {
  const atOnce = 500;
  for (let i = 0; i < items.length; i += atOnce) {
    const lot = items.slice(i, i + atOnce);
    await Promise.all(lot.map(request));
    onDone?.(lot.length);
  }
}

function begin<T>(db: Db | null, open: () => T): T {
  try {
    return open();
  } catch (error) {
    throw asProblem(error, closedReason(db));
  }
}

function closedReason(db: Db | null): Said | undefined {
  return db ? closedReasons.get(db) : undefined;
}

/** A transaction of any database. */
interface Ending {
  readonly done: Promise<void>;
  readonly error: DOMException | null;
  abort(): void;
  addEventListener(type: 'abort', listener: () => void): void;
}

async function settle<T, X extends Ending>(db: Db | null, tx: X, work: (tx: X) => Promise<T>): Promise<T> {
  const why = new Promise<unknown>((resolve) => tx.addEventListener('abort', () => resolve(tx.error)));
  const working = work(tx).catch((error) => {
    // Only a transaction that aborts says "aborted" of its requests; Firefox forgets why where it is told so once more.
    if (!isAbort(error)) abort(tx);
    throw error;
  });
  const [worked, ended] = await Promise.allSettled([working, tx.done]);
  // When the browser aborts, each request only says "aborted"; the reason (a full disk) is the transaction's.
  const failure = [worked, ended].find((each) => each.status === 'rejected' && !isAbort(each.reason));
  if (failure?.status === 'rejected') throw asProblem(failure.reason, closedReason(db));
  // Firefox has it only once it says that it has aborted, which is after the requests and `done` have said so.
  if (ended.status === 'rejected') throw asProblem((await why) ?? ended.reason, closedReason(db));
  if (worked.status === 'rejected') throw asProblem(worked.reason, closedReason(db));
  return worked.value;
}

function isAbort(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'AbortError';
}

/** Undoes what a transaction did, unless it has ended already. */
export function abort(tx: { abort(): void }): void {
  try {
    tx.abort();
  } catch (error) {
    // A request that failed has ended the transaction already; that failure is the one to tell.
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
  }
}
