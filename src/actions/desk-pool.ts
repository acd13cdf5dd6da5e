import type { SaidValue } from '../domain/problem';
import {
  availableCodes,
  costsBeside,
  type Db,
  editIssuance,
  findCodes,
  findNear,
  findPage,
  getIssuance,
  getPromotion,
  getProof,
  givenSince,
  heldByCopies,
  history,
  holdNext,
  issueCode,
  issueNext,
  issueRanges,
  issueToList,
  lastGivenTo,
  lastIssuance,
  listBatches,
  listHolds,
  listIssuances,
  listPeople,
  listPromotions,
  listProofs,
  listVoids,
  markPromotions,
  matchPromotion,
  type OpenOptions,
  onLedgerChange,
  openLedger,
  planList,
  planVoid,
  prepareFind,
  readPromotions,
  redeem,
  releaseDue,
  releaseHeldByCopies,
  releaseHold,
  replaceCode,
  revision,
  sentOf,
  takeBack,
  tellLeftThere,
  undoTakeBack,
  undoVoid,
  unredeem,
  updatePromotion,
  voidRanges,
  withdrawImport,
} from '../ledger';
import { inWords } from '../words/problem-words';
import type { DeskPool } from './pool';

/** What giving out needs, over the codes of this browser. */
export function deskPool(db: Db): DeskPool {
  return {
    issueNext: (...args) => issueNext(db, ...args),
    issueCode: (...args) => issueCode(db, ...args),
    replaceCode: (...args) => replaceCode(db, ...args),
    issueRanges: (...args) => issueRanges(db, ...args),
    issueToList: (...args) => issueToList(db, ...args),
    editIssuance: (...args) => editIssuance(db, ...args),
    takeBack: (...args) => takeBack(db, ...args),
    undoTakeBack: (...args) => undoTakeBack(db, ...args),
    holdNext: (...args) => holdNext(db, ...args),
    releaseHold: (...args) => releaseHold(db, ...args),
    releaseHeldByCopies: (...args) => releaseHeldByCopies(db, ...args),
    releaseDue: (...args) => releaseDue(db, ...args),
    voidRanges: (...args) => voidRanges(db, ...args),
    undoVoid: (...args) => undoVoid(db, ...args),
    redeem: (...args) => redeem(db, ...args),
    unredeem: (...args) => unredeem(db, ...args),
    tellLeftThere: (...args) => tellLeftThere(db, ...args),
    updatePromotion: (...args) => updatePromotion(db, ...args),
    markPromotions: (...args) => markPromotions(db, ...args),
    withdrawImport: (...args) => withdrawImport(db, ...args),
    knowsWho: false,
    onChange: onLedgerChange,
    revision: (...args) => revision(db, ...args),
    readPromotions: async () => {
      const { promotions, damaged } = await readPromotions(db);
      return { promotions, damaged: damaged.map(wordedRow) };
    },
    listPromotions: (...args) => listPromotions(db, ...args),
    getPromotion: (...args) => getPromotion(db, ...args),
    costsBeside: (...args) => costsBeside(db, ...args),
    matchPromotion: (...args) => matchPromotion(db, ...args),
    availableCodes: (...args) => availableCodes(db, ...args),
    history: (id, onDamaged) => history(db, id, onDamaged && ((fault) => onDamaged(inWords(fault)))),
    getIssuance: (...args) => getIssuance(db, ...args),
    lastIssuance: (...args) => lastIssuance(db, ...args),
    listIssuances: (...args) => listIssuances(db, ...args),
    lastGivenTo: (...args) => lastGivenTo(db, ...args),
    planList: (...args) => planList(db, ...args),
    listPeople: (...args) => listPeople(db, ...args),
    givenSince: (...args) => givenSince(db, ...args),
    sentOf: (...args) => sentOf(db, ...args),
    heldByCopies: (...args) => heldByCopies(db, ...args),
    listHolds: (...args) => listHolds(db, ...args),
    listVoids: (...args) => listVoids(db, ...args),
    planVoid: (...args) => planVoid(db, ...args),
    listBatches: (...args) => listBatches(db, ...args),
    findCodes: (...args) => findCodes(db, ...args),
    findPage: (...args) => findPage(db, ...args),
    findNear: (...args) => findNear(db, ...args),
    prepareFind: (...args) => prepareFind(db, ...args),
    listProofs: (...args) => listProofs(db, ...args),
    getProof: (...args) => getProof(db, ...args),
  };
}

/** A damaged row, its fault in words. */
export function wordedRow<Row extends { readonly fault: SaidValue }>(row: Row) {
  return { ...row, fault: inWords(row.fault) };
}

/** Opens the codes of this browser, to give out. Throws LedgerProblem. */
export async function openDeskPool(options: OpenOptions): Promise<DeskPool> {
  return deskPool(await openLedger(options));
}
