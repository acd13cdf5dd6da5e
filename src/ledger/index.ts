/**
 * The ledger: every code, what happened to it, and the only owner of that state.
 * Rows are never deleted; see `schema.ts` for how codes, ranges and history hang together.
 */

export { tellLeftThere } from './allocation';
export {
  type Backup,
  backupLines,
  type CopiedUpTo,
  copyIsDue,
  type KeptValue,
  noteSaved,
  sinceSaved,
} from './backup';
export { availableCodes, type Batch, listBatches, undoImport, withdrawImport } from './batches';
export { type CodeRange, unreadableCode } from './blocks';
export { onLedgerChange } from './changes';
export { issueCode, redeem, unredeem } from './code-acts';
export { confirmImport, type ImportAs, type Imported, type ImportTarget } from './confirm-import';
export { damagedRows, type ViewedStore } from './damaged-rows';
export { keepDrafted } from './drafted';
export { editIssuance, type WhomItWas } from './edit';
export { type Found, findCodes, givenTo, prepareFind } from './find';
export { type Forward, forwardOf } from './forward';
export { type GivenTo, lastGivenTo } from './given-to';
export {
  type HandedOver,
  handOver,
  handOverAgain,
  listHandOvers,
  type TakenOver,
  takeHandOver,
} from './hand-over';
export { type HandOver, handOverLines, readHandOver } from './hand-over-lines';
export { history } from './history';
export { type Hold, holdNext, listHolds, releaseDue, releaseHeld, releaseHold } from './holds';
export { addToInbox, getInboxItem, listInbox, removeFromInbox } from './inbox';
export { getIssuance, type IssuanceSummary, lastIssuance, listIssuances } from './issuances';
export { type Issued, type IssueTo, issueNext, issueRanges } from './issue';
export { knownPromotion } from './known-promotion';
export type { EarlierLife } from './lives';
export { mendFrom } from './mend';
export { type Restored, restoreBackup } from './merge';
export { planRestore, type RestorePlan } from './merge-plan';
export { offersOfSelection, rememberOffer } from './offers';
export { type OpenOptions, openLedger } from './open';
export { promotionsTold, type ToldPromotion } from './parts';
export { type DuplicateLine, type ImportPlan, planImport } from './plan-import';
export { LedgerProblem, type LedgerProblemCode } from './problem';
export {
  getPromotion,
  listPromotions,
  matchPromotion,
  type NewPromotion,
  type PromotionPatch,
  type PromotionWithCounts,
  readPromotions,
  updatePromotion,
} from './promotions';
export { bindProofs, getProof, listProofs } from './proofs';
export { readBackup } from './read-backup';
export { mustHaveRoom } from './room';
export type { DamagedRow } from './row-faults';
export type { Db, InboxItem } from './schema';
export { selfCheck } from './self-check';
export { type Seen, type SentOf, sentOf, type TookBack, takeBack, undoTakeBack } from './take-back';
export { type GivenSince, givenSince } from './today';
export { revision } from './transact';
export {
  listVoids,
  type NotVoidable,
  planVoid,
  undoVoid,
  type VoidAct,
  type VoidPlan,
  voidRanges,
} from './voids';
