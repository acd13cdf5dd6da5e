import type { CodeFile, HistoryRow } from '../domain/codes/code-file';
import type { CodeUse } from '../domain/codes/uses-in-text';
import type { MarketplaceCode } from '../domain/marketplaces';
import type { DaySpan } from '../domain/orders/coverage';
import type { Promotion } from '../domain/promotion';
import type { Proof } from '../domain/proof';
import type {
  Backup,
  Batch,
  CodeRange,
  ComparedPromotion,
  CopiedUpTo,
  CostsBeside,
  DamagedRow as DamagedRowUnworded,
  Forgot,
  Found,
  FoundPage,
  GivenSince,
  GivenTo,
  HandedOver,
  HandOver,
  HeldByCopy,
  Hold,
  Holding,
  Imported,
  ImportPlan,
  ImportTarget,
  InboxItem,
  IssuanceSummary,
  Issued,
  IssueTo,
  JudgedUse,
  ListedPerson,
  ListIssue,
  ListPlan,
  Mark,
  Marked,
  MarkedUse,
  MarkedUses,
  OneCode,
  Person,
  PersonEdit,
  PromotionPatch,
  PromotionResults,
  PromotionWithCounts,
  ReportRow,
  Restored,
  RestorePlan,
  Seen,
  SentOf,
  TakenOver,
  TookBack,
  UnknownId,
  ViewedStore,
  VoidAct,
  VoidPlan,
  WhomItWas,
} from '../ledger';
import type { ReportOutcome, TakeOptions } from './reports/take-file';

export type {
  Batch,
  CodeRange,
  ComparedPromotion,
  CostsBeside,
  EarlierLife,
  Forward,
  Found,
  GivenSince,
  GivenTo,
  Had,
  HeldByCopy,
  Hold,
  Holding,
  ImportAs,
  ImportPlan,
  ImportTarget,
  InboxItem,
  IssuanceSummary,
  Issued,
  IssueTo,
  JudgedUse,
  KeptValue,
  ListedPerson,
  ListPlan,
  Mark,
  MarkedUse,
  MarkedUses,
  NotVoidable,
  OneCode,
  Person,
  PersonEdit,
  PromotionResults,
  PromotionWithCounts,
  ReportRow,
  Restored,
  RestorePlan,
  Seen,
  TakenOver,
  ToldPromotion,
  TookBack,
  UnknownId,
  ViewedStore,
  VoidAct,
  VoidPlan,
  WhomItWas,
} from '../ledger';

/** A stored row that can't be used; `fault`: what is wrong with it, as a clause. */
export type DamagedRow = Omit<DamagedRowUnworded, 'fault'> & { readonly fault: string };

type Progress = (done: number, total: number) => void;

/**
 * Acts on codes. Each happens whole or not at all, and rejects with a LedgerProblem that says why it didn't. The
 * pool says in which order acts happened; who comes first gets a code, and nobody after. `by`: the seller's name.
 */
export interface PoolActs {
  /** Gives out the next codes of a promotion. */
  issueNext(promotionId: string, wanted: number, to: IssueTo): Promise<Issued>;
  /** Cancels a code that somebody has and gives them the next one of its promotion. */
  replaceCode(code: string, about: { readonly reason: string; readonly by: string }): Promise<Issued>;
  /** Gives out just this code, where it is left. */
  issueCode(code: string, to: IssueTo): Promise<Issued>;
  /** Counts codes that were exported as given out, all of them or none. */
  issueRanges(promotionId: string, ranges: readonly CodeRange[], to: IssueTo): Promise<Issued>;
  /** Gives out the next codes to these people, one each in order, as one act. Raising `signal` leaves nothing of it. */
  issueToList(promotionId: string, people: readonly Person[], about: ListIssue): Promise<Issued>;
  /** Says anew whom an act went to, or `only` this code of a list; its codes stay out. */
  editIssuance(issuance: string, whom: WhomItWas, by: string, only?: OneCode): Promise<void>;
  /** Takes back an act, or `only` this code of a list: what may have been `seen` is canceled, the rest lines up again. */
  takeBack(issuance: string, seen: Seen, by: string, only?: OneCode): Promise<TookBack>;
  undoTakeBack(issuance: string, act: string, by: string): Promise<{ out: number }>;
  /** Keeps the next codes out of the line. */
  holdNext(
    promotionId: string,
    wanted: number,
    about: {
      readonly to: string;
      readonly note: string;
      readonly until: Date | null;
      readonly by: string;
    },
  ): Promise<Hold>;
  releaseHold(promotionId: string, hold: string, by: string): Promise<{ released: number }>;
  /** Ends the holds that loading saved copies made, of one promotion or (null) of all. */
  releaseHeldByCopies(promotionId: string | null, by: string): Promise<{ released: number }>;
  /** Ends the holds whose time is over; how many codes came back into the line. */
  releaseDue(now: Date, by: string): Promise<number>;
  /** Cancels codes as one act, given out or not, all of them or none. Amazon still takes them. */
  voidRanges(
    promotionId: string,
    ranges: readonly CodeRange[],
    about: { readonly reason: string; readonly by: string },
  ): Promise<{ act: string; count: number }>;
  undoVoid(
    promotionId: string,
    act: string,
    by: string,
  ): Promise<{ left: number; out: number; held: number }>;
  /** Notes that a code was used in an order. */
  redeem(code: string, orderId: string, by: string): Promise<{ promotionId: string }>;
  unredeem(code: string, by: string): Promise<void>;
  /** Keeps what a platform says it has left of the codes handed to it. */
  tellLeftThere(promotionId: string, issuance: string, left: number, by: string): Promise<void>;
  updatePromotion(id: string, patch: PromotionPatch): Promise<Promotion>;
  /** Sets or lifts one mark on several promotions, in one transaction; those that can't be read are named, the rest marked. */
  markPromotions(ids: readonly string[], mark: Mark, at: string | null): Promise<Marked>;
  /** Takes the codes of one import out again. */
  withdrawImport(batchId: number, by: string): Promise<void>;
}

/** What the pool tells; nothing here changes anything. */
export interface PoolViews {
  /** The pool knows by itself who does an act, whatever `by` says: nobody need be asked for a name. */
  readonly knowsWho: boolean;
  /** Calls back after each change, also by another page. Returns the way to stop. */
  onChange(listener: () => void | Promise<void>): () => void;
  /** Grows with each change, and never shrinks while nothing is lost. */
  revision(): Promise<number>;
  readPromotions(): Promise<{ promotions: PromotionWithCounts[]; damaged: DamagedRow[] }>;
  listPromotions(): Promise<PromotionWithCounts[]>;
  getPromotion(id: string): Promise<PromotionWithCounts>;
  /** The promotions whose discounts add up with this one's at `now` (milliseconds), and its kind of claim code. */
  costsBeside(promotionId: string, now: number): Promise<CostsBeside>;
  matchPromotion(text: string, marketplace: MarketplaceCode | null): Promise<Promotion | null>;
  /** The codes left, in the order of giving out, block by block. */
  availableCodes(promotionId: string): AsyncGenerator<{ range: CodeRange; codes: string[] }>;
  /** Every code of a promotion with what happened to it. `onDamaged` hears what can't be read. */
  history(promotionId: string, onDamaged?: (fault: string) => void): AsyncGenerator<HistoryRow[]>;
  getIssuance(issuance: string): Promise<IssuanceSummary | null>;
  lastIssuance(promotionId: string): Promise<IssuanceSummary | null>;
  listIssuances(promotionId: string, limit?: number): Promise<IssuanceSummary[]>;
  lastGivenTo(promotionId: string, to: string): Promise<GivenTo | null>;
  /** Who of a list has a code already, of this promotion or of another one of the same product. */
  planList(
    promotionId: string,
    people: readonly Pick<Person, 'to' | 'handle'>[],
    onProgress?: Progress,
  ): Promise<ListPlan>;
  /** The people that an act went to, each with the code and what became of it; none where all went to the same. */
  listPeople(issuance: string): Promise<ListedPerson[]>;
  givenSince(since: string): Promise<GivenSince>;
  sentOf(issuance: string, codes: readonly string[]): Promise<SentOf>;
  listHolds(promotionId: string): Promise<Hold[]>;
  /** Codes that loading saved copies keeps back, by promotion. */
  heldByCopies(): Promise<HeldByCopy[]>;
  listVoids(promotionId: string, limit?: number): Promise<VoidAct[]>;
  planVoid(promotionId: string, codes: readonly string[]): Promise<VoidPlan>;
  listBatches(promotionId: string): Promise<Batch[]>;
  findCodes(text: string, limit?: number): Promise<Found[]>;
  /** The same, the first `shown` of at most `limit`. */
  findPage(text: string, shown: number, limit: number): Promise<FoundPage>;
  /** Codes that were probably meant, where a text holds one with one or two wrong letters. */
  findNear(text: string, stop?: AbortSignal): Promise<Found[]>;
  /** Makes the first search fast. */
  prepareFind(): Promise<void>;
  listProofs(): Promise<Proof[]>;
  getProof(id: string): Promise<Proof | null>;
}

/** Everybody who has or had a code. */
export interface PoolPeople {
  /** Each code that went out, by whom it went to. */
  whoHasWhat(): Promise<Holding[]>;
  /** The codes at these places, in their order. */
  codesAt(ranges: readonly CodeRange[]): Promise<string[]>;
  /** Writes anew who has these codes; their states stay. */
  editPerson(ranges: readonly CodeRange[], edit: PersonEdit, by: string): Promise<{ codes: number }>;
  /** Erases people, each way in which they are written, for good; the codes keep their state. */
  forgetPerson(who: readonly Pick<Person, 'to' | 'handle'>[]): Promise<Forgot>;
}

/** How codes come in. */
export interface PoolImports {
  planImport(file: CodeFile, onProgress?: Progress): Promise<ImportPlan>;
  confirmImport(plan: ImportPlan, target: ImportTarget): Promise<Imported>;
  undoImport(imported: Pick<Imported, 'batchIds' | 'entries'>, by: string): Promise<void>;
  listInbox(): Promise<InboxItem[]>;
  getInboxItem(id: string): Promise<InboxItem | null>;
  removeFromInbox(id: string): Promise<void>;
}

/** Copies of the whole, lots for colleagues, and what to do about damage. */
export interface PoolCopies {
  backupLines(kept?: readonly unknown[]): Promise<{ lines: string[]; upTo: CopiedUpTo }>;
  noteSaved(upTo: CopiedUpTo, copied?: boolean): Promise<void>;
  sinceSaved(): Promise<{ at: string | null; changes: number }>;
  copyIsDue(): Promise<boolean>;
  planRestore(backup: Backup, madeAt: string, onProgress?: Progress): Promise<RestorePlan>;
  restoreBackup(plan: RestorePlan, by: string): Promise<Restored>;
  mendFrom(backup: Backup): Promise<number>;
  handOver(
    promotionId: string,
    wanted: number,
    about: { readonly to: string; readonly by: string },
  ): Promise<HandOver>;
  handOverAgain(file: string): Promise<HandOver>;
  /** How many codes of a hand-over made here did not come back. */
  awayWith(file: string): Promise<number>;
  takeHandOver(given: HandOver, by: string): Promise<TakenOver>;
  listHandOvers(promotionId: string): Promise<HandedOver[]>;
  selfCheck(): Promise<{ ok: boolean; faults: string[]; mended: string[] }>;
  damagedRows(store: ViewedStore): Promise<DamagedRow[]>;
}

/** Amazon's reports on orders, and what is counted from them. */
export interface PoolReports {
  /** Takes all reports that a file holds; what is wrong with one is told in its outcome. Raising `signal` leaves nothing. */
  importReport(file: File, options: TakeOptions): Promise<ReportOutcome[]>;
  /** The reports here, the newest first. */
  listReports(): Promise<ReportRow[]>;
  removeReport(id: string): Promise<void>;
  /** Says which days a report was asked for; null: those that its orders show. */
  correctDays(id: string, days: DaySpan | null): Promise<void>;
  /** Counts anew where reports came in with a backup. */
  recountIfDue(): Promise<boolean>;
  /** Promotion ids in reports that belong to no promotion here. */
  unknownIds(): Promise<UnknownId[]>;
  /** Says whose an id is; null: none of the seller's. */
  markId(id: string, promotionId: string | null, by: string): Promise<void>;
  /** What marking these codes as used would do with each. */
  planUses(uses: readonly Pick<CodeUse, 'code' | 'order'>[]): Promise<JudgedUse[]>;
  /** Marks codes as used, each in its order, in one transaction: all that can be. */
  markUses(uses: readonly Pick<CodeUse, 'code' | 'order'>[], by: string): Promise<MarkedUses>;
  /** Undoes marks just made, but for those that changed since. */
  undoUses(marked: readonly MarkedUse[], by: string): Promise<{ undone: number }>;
  /** What reports tell of one promotion, order by order. */
  promotionResults(promotionId: string): Promise<PromotionResults>;
  /** Every promotion whose uses the reports count, to be compared. */
  comparePromotions(): Promise<ComparedPromotion[]>;
}

/** What giving out needs. */
export interface DeskPool extends PoolActs, PoolViews {}

/** The one door from pages to codes, wherever the pool is kept. */
export interface Pool extends DeskPool, PoolPeople, PoolImports, PoolCopies, PoolReports {}
