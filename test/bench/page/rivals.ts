/*
 * The usual ways to keep codes in a browser, each set up as favourably as its API allows:
 *
 * - They get codes that are already unpacked, parsed and checked, as objects already made. Ours starts
 *   from the ZIP, except where its store step alone is compared.
 * - They keep the code alone; ours also keeps the promotion, the state, checksums and an index.
 * - One unique index each, so that a code cannot be there twice, which ours guarantees as well.
 * - All codes in one call, the fastest way each has; the database is open before the clock starts.
 * - Strict durability, as ours, for raw IndexedDB, Dexie and the floor. PouchDB has no such setting: it
 *   writes with Chromium's default, relaxed, which does not wait for the disk.
 */
import Dexie from 'dexie';
import PouchDB from 'pouchdb-browser';
import { must, timed } from './clock';

/** Dexie `bulkAdd`, one row per code; milliseconds. */
export async function dexie(codes: readonly string[]): Promise<number> {
  const db = new Dexie('dexie', { chromeTransactionDurability: 'strict' });
  db.version(1).stores({ codes: '++id, &code' });
  await db.open();
  const table = db.table('codes');
  const rows = codes.map((code) => ({ code }));
  const time = await timed(() => table.bulkAdd(rows));
  must((await table.count()) === codes.length, 'Dexie does not hold all codes.');
  return time;
}

/** PouchDB `bulkDocs`, one document per code, the code as its id; milliseconds. */
export async function pouchdb(codes: readonly string[]): Promise<number> {
  const db = new PouchDB('pouchdb');
  await db.info();
  const docs = codes.map((code) => ({ _id: code }));
  const time = await timed(() => db.bulkDocs(docs));
  must((await db.info()).doc_count === codes.length, 'PouchDB does not hold all codes.');
  return time;
}

/** IndexedDB by hand, one row per code, one transaction; milliseconds. */
export async function raw(codes: readonly string[]): Promise<number> {
  return (await filledRaw(codes)).time;
}

/** The same, and what it filled. */
export async function filledRaw(codes: readonly string[]): Promise<{ db: IDBDatabase; time: number }> {
  const db = await open((fresh) => {
    fresh.createObjectStore('codes', { autoIncrement: true }).createIndex('code', 'code', { unique: true });
  });
  const rows = codes.map((code) => ({ code }));
  const time = await timed(() =>
    write(db, (store) => {
      for (const row of rows) store.add(row);
    }),
  );
  const count = db.transaction('codes').objectStore('codes').count();
  await new Promise((resolve) => count.addEventListener('success', resolve));
  must(count.result === codes.length, 'IndexedDB does not hold all codes.');
  return { db, time };
}

/** The floor: the bytes of the codes' text as one record, nothing else; milliseconds. */
export async function floor(codes: readonly string[]): Promise<number> {
  const db = await open((fresh) => void fresh.createObjectStore('codes'));
  const bytes = new TextEncoder().encode(codes.join('\n'));
  return timed(() => write(db, (store) => void store.add(bytes, 1)));
}

function open(make: (fresh: IDBDatabase) => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('raw', 1);
    request.onupgradeneeded = () => make(request.result);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function write(db: IDBDatabase, work: (store: IDBObjectStore) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const tx = db.transaction('codes', 'readwrite', { durability: 'strict' });
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error);
    work(tx.objectStore('codes'));
  });
}
