import { IDBFactory } from 'fake-indexeddb';

/** Files that share a worker find no database of each other. */
globalThis.indexedDB = new IDBFactory();
