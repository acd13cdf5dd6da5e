import {
  backupLines,
  codesAt,
  confirmImport,
  copyIsDue,
  type Db,
  damagedRows,
  editPerson,
  forgetPerson,
  getInboxItem,
  handOver,
  handOverAgain,
  listHandOvers,
  listInbox,
  mendFrom,
  noteSaved,
  type OpenOptions,
  openLedger,
  planImport,
  planRestore,
  removeFromInbox,
  restoreBackup,
  selfCheck,
  sinceSaved,
  takeHandOver,
  undoImport,
  whoHasWhat,
} from '../ledger';
import { inWords } from '../words/problem-words';
import { deskPool, wordedRow } from './desk-pool';
import type { Pool } from './pool';

/** The whole door, over the codes of this browser. */
export function localPool(db: Db): Pool {
  return {
    ...deskPool(db),
    whoHasWhat: (...args) => whoHasWhat(db, ...args),
    codesAt: (...args) => codesAt(db, ...args),
    editPerson: (...args) => editPerson(db, ...args),
    forgetPerson: (...args) => forgetPerson(db, ...args),
    planImport: (...args) => planImport(db, ...args),
    confirmImport: (...args) => confirmImport(db, ...args),
    undoImport: (...args) => undoImport(db, ...args),
    listInbox: (...args) => listInbox(db, ...args),
    getInboxItem: (...args) => getInboxItem(db, ...args),
    removeFromInbox: (...args) => removeFromInbox(db, ...args),
    backupLines: (...args) => backupLines(db, ...args),
    noteSaved: (...args) => noteSaved(db, ...args),
    sinceSaved: (...args) => sinceSaved(db, ...args),
    copyIsDue: (...args) => copyIsDue(db, ...args),
    planRestore: (...args) => planRestore(db, ...args),
    restoreBackup: (...args) => restoreBackup(db, ...args),
    mendFrom: (...args) => mendFrom(db, ...args),
    handOver: (...args) => handOver(db, ...args),
    handOverAgain: (...args) => handOverAgain(db, ...args),
    takeHandOver: (...args) => takeHandOver(db, ...args),
    listHandOvers: (...args) => listHandOvers(db, ...args),
    selfCheck: async () => {
      const { ok, faults, mended } = await selfCheck(db);
      return { ok, faults: faults.map(inWords), mended: mended.map(inWords) };
    },
    damagedRows: async (...args) => (await damagedRows(db, ...args)).map(wordedRow),
  };
}

/** Opens the codes of this browser. Throws LedgerProblem. */
export async function openLocalPool(options: OpenOptions): Promise<Pool> {
  return localPool(await openLedger(options));
}
