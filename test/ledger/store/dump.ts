import { readFileSync } from 'node:fs';

/** A stored ledger: its shape and rows, as JSON in which typed arrays are spelled out. */
export interface Dump {
  readonly version: number;
  readonly stores: readonly StoreDump[];
}

interface StoreDump {
  readonly name: string;
  readonly keyPath: string | string[] | null;
  readonly indexes: readonly { name: string; keyPath: string | string[]; multiEntry: boolean }[];
  readonly rows: readonly { key: IDBValidKey; value: unknown }[];
}

/** Reads a dump beside this file. */
export function readDump(name: string): Dump {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'), (_key, value) => {
    if (value?.$words) return BigUint64Array.from((value.$words as string[]).map(BigInt));
    if (value?.$bytes) return Uint8Array.from(value.$bytes as number[]);
    return value;
  });
}

/** Makes the database that the dump was taken from, without any of our code. */
export function restoreDump(name: string, dump: Dump): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, dump.version);
    opening.onerror = () => reject(opening.error);
    opening.onupgradeneeded = () => {
      for (const { name, keyPath, indexes, rows } of dump.stores) {
        const store = opening.result.createObjectStore(name, { keyPath });
        for (const index of indexes) {
          store.createIndex(index.name, index.keyPath, { multiEntry: index.multiEntry });
        }
        for (const { key, value } of rows) keyPath === null ? store.add(value, key) : store.add(value);
      }
    };
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}

/** The shape of an open database, as a dump tells it. */
export function shapeOf(db: IDBDatabase): Omit<StoreDump, 'rows'>[] {
  const tx = db.transaction(Array.from(db.objectStoreNames), 'readonly');
  return Array.from(db.objectStoreNames, (name) => {
    const store = tx.objectStore(name);
    const indexes = Array.from(store.indexNames, (each) => {
      const { keyPath, multiEntry } = store.index(each);
      return { name: each, keyPath, multiEntry };
    });
    return { name, keyPath: store.keyPath, indexes };
  });
}
