/**
 * The ledger: every code, what happened to it, and the only owner of that state.
 * Rows are never deleted; see `schema.ts` for how codes, ranges and history hang together.
 */

export { editIssuance, type WhomItWas } from './acts/edit';
export { editPerson, type PersonEdit } from './acts/edit-person';
export { type GivenSince, givenSince } from './acts/given-since';
export { type HeldByCopy, heldByCopies, releaseHeldByCopies } from './acts/held-by-copies';
export { type Hold, holdNext, holdsDue, listHolds, releaseDue, releaseHeld, releaseHold } from './acts/holds';
export { getIssuance, type IssuanceSummary, lastIssuance, listIssuances } from './acts/issuances';
export { type Issued, type IssueTo, issueNext, issueRanges } from './acts/issue';
export { issueToList, type ListIssue } from './acts/issue-list';
export { type GivenTo, lastGivenTo } from './acts/last-given';
export { issueCode, redeem, unredeem } from './acts/one-code';
export { replaceCode } from './acts/replace';
export { type Seen, type SentOf, sentOf, type TookBack, takeBack, undoTakeBack } from './acts/take-back';
export {
  type JudgedUse,
  type MarkedUse,
  type MarkedUses,
  markUses,
  planUses,
  type UseVerdict,
  undoUses,
} from './acts/uses';
export {
  listVoids,
  type NotVoidable,
  planVoid,
  undoVoid,
  type VoidAct,
  type VoidPlan,
  voidRanges,
} from './acts/voids';
export { namesOf } from './codes/append-entry';
export { type CodeRange, unreadableCode } from './codes/blocks';
export type { EarlierLife } from './codes/lives';
export type { OneCode } from './codes/spans';
export {
  type Backup,
  backupLines,
  type CopiedUpTo,
  copyIsDue,
  type KeptValue,
  noteSaved,
  sinceSaved,
} from './copies/backup';
export {
  awayWith,
  type HandedOver,
  handOver,
  handOverAgain,
  listHandOvers,
  type TakenOver,
  takeHandOver,
} from './copies/hand-over';
export { type HandOver, handOverLines, readHandOver } from './copies/hand-over-lines';
export { type Restored, restoreBackup, restoreOwn, sharedOf } from './copies/load-backup';
export { planRestore, type RestorePlan } from './copies/plan-load';
export { linesOf, readBackup } from './copies/read-backup';
export { clearShared } from './follow/clear-shared';
export type { CopiedRows } from './follow/copy-rows';
export { followedTo, noteFollowed, passOver } from './follow/followed';
export { goneKeys } from './follow/gone-keys';
export { firstRows, restRows, stillComing, takeFirst, takeRest } from './follow/in-two-parts';
export { type Stamps, stampWith } from './follow/stamps';
export { availableCodes, type Batch, listBatches, undoImport, withdrawImport } from './imports/batches';
export { confirmImport, type ImportAs, type Imported, type ImportTarget } from './imports/confirm-import';
export { type Forward, forwardOf } from './imports/forward';
export { addToInbox, getInboxItem, listInbox, removeFromInbox } from './imports/inbox';
export { type DuplicateLine, type ImportPlan, planImport } from './imports/plan-import';
export { promotionsTold, type ToldPromotion } from './imports/told-promotions';
export { giveLeased, type LeasedGiving, type LeasedTold, toldGiving } from './leases/give-leased';
export { cancelLease, returnLease, takeLease } from './leases/lease-acts';
export { type Lease, type LeasedCode, leasedCodes, listLeases } from './leases/list-leases';
export { type Erasure, erase, planErase } from './people/erase';
export { type Forgot, forgetPerson } from './people/forget';
export { timesForgottenIn } from './people/forgotten';
export { peopleIn } from './people/people-blocks';
export { type Person, unreadablePerson } from './people/person';
export {
  channelId,
  isOurs,
  type NotePart,
  noteId,
  noteParts,
  type TextId,
  whomId,
} from './people/personal-texts';
export { type Had, type ListPlan, planList } from './people/plan-list';
export { type GivingAct, type Holding, whoHasWhat } from './people/who-has-what';
export { draftedPromotion, keepDrafted, keepPromotion } from './promotions/from-draft';
export { knownPromotion } from './promotions/known-promotion';
export { type Mark, type Marked, markPromotions } from './promotions/marks';
export { offersOfSelection, rememberOffer } from './promotions/offers';
export { learnFromAmazon, promotionsThatLearn, type ShownOnAmazon } from './promotions/on-amazon';
export { tellLeftThere } from './promotions/platform-stock';
export { rememberProduct } from './promotions/products';
export {
  getPromotion,
  listPromotions,
  matchPromotion,
  type NewPromotion,
  type PromotionPatch,
  type PromotionWithCounts,
  readPromotions,
  updatePromotion,
} from './promotions/promotions';
export { bindProofs, getProof, listProofs, type ShownSettings } from './promotions/proofs';
export { checksum } from './repair/checksum';
export { damagedRows, type ViewedStore } from './repair/damaged-rows';
export { mendFrom } from './repair/mend';
export type { DamagedRow } from './repair/row-faults';
export { selfCheck } from './repair/self-check';
export { correctDays } from './reports/correct-days';
export { markId, type UnknownId, unknownIds } from './reports/id-marks';
export { matchedOrders } from './reports/matched';
export { markNamed, markNamedByAll, type NamedCodes, namedUses } from './reports/named-codes';
export {
  type PromotionResults,
  promotionResults,
  resultsOfSeveral,
  type WentOut,
} from './reports/promotion-results';
export { listReports, recountIfDue, removeReport } from './reports/recount';
export type { ReportRow } from './reports/report-rows';
export { type IncomingReport, type TakenReport, takeReport } from './reports/take-report';
export { onLedgerChange } from './store/changes';
export { mustHaveRoom } from './store/disk-space';
export { type OpenOptions, openLedger } from './store/open';
export { asProblem, LedgerProblem, type LedgerProblemCode } from './store/problem';
export type { Db, InboxItem } from './store/schema';
export { revision, writeBeside, writeTogether } from './store/transact';
export { type CostsBeside, costsBeside } from './views/adding-up';
export { codesAt } from './views/codes-at';
export { type ComparedPromotion, comparePromotions } from './views/compare-promotions';
export { type Found, type FoundPage, findCodes, findPage, givenTo, prepareFind } from './views/find';
export { findNear } from './views/find-near';
export { history } from './views/history';
export { type ListedPerson, listPeople } from './views/list-people';
export { countNamesLike } from './views/named-like';
export { type TellingSigns, tellingSigns } from './views/signs';
