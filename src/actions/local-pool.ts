import {
  awayWith,
  backupLines,
  codesAt,
  comparePromotions,
  confirmImport,
  copyIsDue,
  correctDays,
  type Db,
  damagedRows,
  editPerson,
  forgetPerson,
  getInboxItem,
  handOver,
  handOverAgain,
  listHandOvers,
  listInbox,
  listReports,
  markId,
  markNamedByAll,
  markUses,
  mendFrom,
  noteSaved,
  type OpenOptions,
  openLedger,
  planImport,
  planRestore,
  planUses,
  promotionResults,
  recountIfDue,
  removeFromInbox,
  removeReport,
  restoreBackup,
  selfCheck,
  sinceSaved,
  takeHandOver,
  undoImport,
  undoUses,
  unknownIds,
  whoHasWhat,
} from '../ledger';
import { inWords } from '../words/problem-words';
import { deskPool, wordedRow } from './desk-pool';
import type { Pool } from './pool';
import { takeInWorker } from './reports/in-worker';
import { takeReportFile } from './reports/take-file';

/** The whole door, over the codes of this browser. */
export function localPool(db: Db): Pool {
  return {
    ...deskPool(db),
    whoHasWhat: (...args) => whoHasWhat(db, ...args),
    codesAt: (...args) => codesAt(db, ...args),
    editPerson: (...args) => editPerson(db, ...args),
    forgetPerson: (...args) => forgetPerson(db, ...args),
    planImport: (...args) => planImport(db, ...args),
    confirmImport: async (plan, target) => {
      const imported = await confirmImport(db, plan, target);
      // The codes are in, whatever becomes of this; the next import tries again.
      await markNamed(db, target.by);
      return imported;
    },
    undoImport: async (done, by) => {
      await undoImport(db, done, by);
      // A report may name a code as used of which only this import told so.
      await markNamed(db, by);
    },
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
    awayWith: (...args) => awayWith(db, ...args),
    takeHandOver: (...args) => takeHandOver(db, ...args),
    listHandOvers: (...args) => listHandOvers(db, ...args),
    // Where there are no workers, as in tests, the page itself reads.
    importReport: (file, options) =>
      globalThis.Worker ? takeInWorker(file, options) : takeReportFile(db, file, options),
    listReports: (...args) => listReports(db, ...args),
    removeReport: (...args) => removeReport(db, ...args),
    correctDays: (...args) => correctDays(db, ...args),
    recountIfDue: (...args) => recountIfDue(db, ...args),
    unknownIds: (...args) => unknownIds(db, ...args),
    markId: (...args) => markId(db, ...args),
    planUses: (...args) => planUses(db, ...args),
    markUses: (...args) => markUses(db, ...args),
    undoUses: (...args) => undoUses(db, ...args),
    promotionResults: (...args) => promotionResults(db, ...args),
    comparePromotions: () => comparePromotions(db),
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

/** Marks the codes that reports name as used. What was done before stands, whatever becomes of this. */
async function markNamed(db: Db, by: string): Promise<void> {
  try {
    await markNamedByAll(db, by);
  } catch (error) {
    console.warn('Claimcheck could not mark the codes that reports name:', error);
  }
}
