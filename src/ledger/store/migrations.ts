import { codesOfOneWriting, namesOfOneWriting } from './one-writing';

/** One step of the ledger's shape. Within it only the database may be awaited. */
export type Migration = (db: IDBDatabase, transaction: IDBTransaction) => void | Promise<void>;

/**
 * The way from nothing to the present shape; the ledger's version is the length of this list. Steps
 * are only ever appended: a seller's ledger may stand at any of them. They use the browser's own
 * types, since the typed schema describes the newest shape alone.
 */
export const migrations: Migration[] = [
  function firstShape(db) {
    db.createObjectStore('promotions', { keyPath: 'id' });
    db.createObjectStore('counts', { keyPath: 'promotionId' });
    db.createObjectStore('batches', { keyPath: 'id' }).createIndex('promotionId', 'promotionId');
    db.createObjectStore('blocks', { keyPath: ['batch', 'n'] });
    db.createObjectStore('hashes', { keyPath: 'batch' });
    const entries = db.createObjectStore('entries', { keyPath: 'seq' });
    entries.createIndex('issuance', 'issuance');
    entries.createIndex('acts', ['promotionId', 'kind']);
    // Only entries that hold `undoes` are in it.
    entries.createIndex('returns', ['batch', 'from', 'undoes']);
    entries.createIndex('names', 'names', { multiEntry: true });
    const spans = db.createObjectStore('spans', { keyPath: ['batch', 'from'] });
    spans.createIndex('line', ['promotionId', 'state', 'entry']);
    db.createObjectStore('inbox', { keyPath: 'id' });
    db.createObjectStore('proofs', { keyPath: 'id' });
    db.createObjectStore('offers', { keyPath: 'id' });
    db.createObjectStore('meta');
  },
  /** A code is its letters and digits, a name is what a reader sees; both were the exact text before. */
  async function oneIdentity(_db, transaction) {
    await namesOfOneWriting(transaction);
    await codesOfOneWriting(transaction);
  },
  /** One act of giving out may go to a list of people, who stand beside the history. */
  function peopleOfLists(db) {
    db.createObjectStore('people', { keyPath: ['entry', 'n'] });
  },
  /** Amazon's reports on orders, each as it was read, and what was counted from all of them. */
  function reportsOfOrders(db) {
    db.createObjectStore('reports', { keyPath: 'id' });
    db.createObjectStore('reportTexts', { keyPath: 'report' });
    db.createObjectStore('reportBlocks', { keyPath: ['report', 'n'] });
    db.createObjectStore('promotionIds', { keyPath: 'id' });
    db.createObjectStore('orderLists', { keyPath: ['id', 'generation'] });
    db.createObjectStore('idMarks', { keyPath: 'id' });
  },
];
