import * as z from 'zod/mini';
import { said } from '../../domain/problem';
import {
  cancelLease,
  confirmImport,
  type Db,
  editIssuance,
  editPerson,
  erase,
  forgetPerson,
  giveLeased,
  holdNext,
  issueCode,
  issueNext,
  issueRanges,
  issueToList,
  keepPromotion,
  LedgerProblem,
  learnFromAmazon,
  markId,
  markPromotions,
  markUses,
  planImport,
  planRestore,
  readBackup,
  redeem,
  releaseDue,
  releaseHeldByCopies,
  releaseHold,
  replaceCode,
  restoreBackup,
  returnLease,
  sharedOf,
  takeBack,
  takeLease,
  tellLeftThere,
  undoImport,
  undoTakeBack,
  undoUses,
  undoVoid,
  unredeem,
  updatePromotion,
  voidRanges,
  withdrawImport,
} from '../../ledger';
import { shelfName } from '../sealing/personal';
import { asCodeFile } from './act-file';
import * as shape from './shapes';

/** Who does an act, and when the log took it in. */
export interface Doing {
  /** The member's name, as the log knows it: no act says by whom it is. */
  readonly by: string;
  /** Their id, which nobody shares with them. */
  readonly member: string;
  readonly now: Date;
}

/** An act as the ledger does it; its arguments are parsed first. */
interface ActKind<Args extends readonly unknown[], Result> {
  readonly args: { parse(value: unknown): Args; safeParse(value: unknown): { readonly success: boolean } };
  readonly run: (db: Db, doing: Doing, ...args: Args) => Promise<Result>;
}

function act<const Args extends readonly [] | readonly z.ZodMiniType[], Result>(
  args: Args,
  run: (
    db: Db,
    doing: Doing,
    ...args: { -readonly [At in keyof Args]: z.output<Args[At]> } & readonly unknown[]
  ) => Promise<Result>,
) {
  return { args: z.tuple(args as never), run } as unknown as ActKind<
    { -readonly [At in keyof Args]: z.output<Args[At]> } & readonly unknown[],
    Result
  >;
}

/** Whose a lease is: a member may be in two browsers, and a lease is in the one that took it. */
function holding({ by, member }: Doing, browser: string) {
  return { by, holder: `${member}/${browser}` };
}

/**
 * Everything that changes a team's codes, as entries of its log say it. What an act comes to follows from the acts
 * before it alone: it is run on each member's copy of the ledger, and comes out alike everywhere.
 */
export const acts = {
  issueNext: act([shape.id, shape.quantity, shape.to], (db, { by }, id, wanted, to) =>
    issueNext(db, id, wanted, { ...to, by }),
  ),
  issueCode: act([shape.text, shape.to], (db, { by }, code, to) => issueCode(db, code, { ...to, by })),
  replaceCode: act([shape.text, shape.reason], (db, { by }, code, about) =>
    replaceCode(db, code, { ...about, by }),
  ),
  issueRanges: act([shape.id, shape.ranges, shape.to], (db, { by }, id, ranges, to) =>
    issueRanges(db, id, ranges, { ...to, by }),
  ),
  issueToList: act(
    [shape.id, shape.people, shape.listAbout],
    (db, { by }, id, people, { revision, ...about }) =>
      issueToList(db, id, people, { ...about, by, ...(revision === null ? {} : { revision }) }),
  ),
  editIssuance: act([shape.id, shape.whom, shape.only], (db, { by }, issuance, whom, only) =>
    editIssuance(db, issuance, whom, by, only),
  ),
  takeBack: act([shape.id, shape.seen, shape.only], (db, { by }, issuance, seen, only) =>
    takeBack(db, issuance, seen, by, only),
  ),
  undoTakeBack: act([shape.id, shape.id], (db, { by }, issuance, act) => undoTakeBack(db, issuance, act, by)),
  holdNext: act([shape.id, shape.quantity, shape.holdAbout], (db, { by }, id, wanted, { until, ...about }) =>
    holdNext(db, id, wanted, { ...about, until: until === null ? null : new Date(until), by }),
  ),
  releaseHold: act([shape.id, shape.id], (db, { by }, id, hold) => releaseHold(db, id, hold, by)),
  releaseHeldByCopies: act([z.nullable(shape.id)], (db, { by }, id) => releaseHeldByCopies(db, id, by)),
  releaseDue: act([], (db, { by, now }, ..._: readonly unknown[]) => releaseDue(db, now, by)),
  takeLease: act([shape.id, shape.leaseSize, shape.id, shape.id], (db, doing, id, wanted, lease, browser) =>
    takeLease(db, id, wanted, lease, holding(doing, browser)),
  ),
  giveLeased: act([shape.leasedGiving, shape.id], (db, doing, told, browser) =>
    giveLeased(db, told, holding(doing, browser)),
  ),
  returnLease: act([shape.id, shape.ranges, shape.id], (db, doing, lease, ranges, browser) =>
    returnLease(db, lease, ranges, holding(doing, browser)),
  ),
  cancelLease: act([shape.id, shape.id], (db, { by }, id, lease) => cancelLease(db, id, lease, by)),
  voidRanges: act([shape.id, shape.ranges, shape.reason], (db, { by }, id, ranges, about) =>
    voidRanges(db, id, ranges, { ...about, by }),
  ),
  undoVoid: act([shape.id, shape.id], (db, { by }, id, act) => undoVoid(db, id, act, by)),
  redeem: act([shape.text, shape.text], (db, { by }, code, order) => redeem(db, code, order, by)),
  unredeem: act([shape.text], (db, { by }, code) => unredeem(db, code, by)),
  tellLeftThere: act([shape.id, shape.id, shape.told], (db, { by }, id, issuance, left) =>
    tellLeftThere(db, id, issuance, left, by),
  ),
  updatePromotion: act([shape.id, shape.patch], (db, _, id, patch) =>
    updatePromotion(db, id, patch as Parameters<typeof updatePromotion>[2]),
  ),
  markPromotions: act([shape.ids, shape.mark, shape.moment], (db, _, ids, mark, at) =>
    markPromotions(db, ids, mark, at),
  ),
  withdrawImport: act([shape.told], (db, { by }, batch) => withdrawImport(db, batch, by)),
  editPerson: act([shape.ranges, shape.edit], (db, { by }, ranges, edit) => editPerson(db, ranges, edit, by)),
  forgetPerson: act([shape.knownBy], (db, _, who) => forgetPerson(db, who)),
  // In the place of the one before, which had the names in it.
  erase: act([shape.erasure], (db, _, { keys, ...erasure }) =>
    erase(
      db,
      erasure,
      keys.map(([person, name]) => shelfName({ person, name })),
    ),
  ),
  confirmImport: act([shape.file, shape.target], async (db, { by }, file, { revision, ...target }) => {
    const plan = await planImport(db, asCodeFile(file));
    // Codes came or went since the seller saw the preview.
    if (plan.revision !== revision) throw new LedgerProblem('moved', said('problemCodesMoved'));
    return confirmImport(db, plan, { ...(target as Omit<Parameters<typeof confirmImport>[2], 'by'>), by });
  }),
  undoImport: act([shape.imported], (db, { by }, imported) => undoImport(db, imported, by)),
  markId: act([shape.id, z.nullable(shape.id)], (db, { by }, id, promotion) => markId(db, id, promotion, by)),
  markUses: act([shape.uses], (db, { by }, uses) => markUses(db, uses, by)),
  undoUses: act([shape.markedUses], (db, { by }, marked) => undoUses(db, marked, by)),
  keepPromotion: act([shape.newPromotion], (db, _, wanted) =>
    keepPromotion(db, wanted as Parameters<typeof keepPromotion>[1]),
  ),
  learnFromAmazon: act([shape.shown], (db, _, page) =>
    learnFromAmazon(db, page as Parameters<typeof learnFromAmazon>[1]),
  ),
  restoreBackup: act([z.array(z.string()), z.string()], async (db, { by }, lines, madeAt) => {
    try {
      const backup = await readBackup(lines);
      // Which computer saved it says nothing: all members' ledgers are one.
      return await restoreBackup(db, await planRestore(db, sharedOf(backup), madeAt), by);
    } catch (error) {
      // It is the copy that is damaged, for everybody alike, not this computer's ledger.
      if (error instanceof LedgerProblem && error.code === 'damaged')
        throw new LedgerProblem('not-allowed', error.said, { cause: error });
      throw error;
    }
  }),
} as const;

export type ActName = keyof typeof acts;

/** Kinds of acts that await nothing but the database: several of them may stand in one transaction. */
const plainKinds: ReadonlySet<string> = new Set<ActName>([
  ...(['issueNext', 'issueCode', 'replaceCode', 'issueRanges', 'editIssuance', 'takeBack'] as const),
  ...(['undoTakeBack', 'holdNext', 'releaseHold', 'releaseDue', 'voidRanges', 'undoVoid'] as const),
  ...(['redeem', 'unredeem', 'tellLeftThere', 'updatePromotion', 'markPromotions'] as const),
]);

/** Whether an act takes the next codes in line and needs nothing of what happened before. */
export function needsNoHistory(kind: string): boolean {
  return kind === 'issueNext' || kind === 'issueToList';
}

/** Whether an act may be written together with others. */
export function isPlain({ kind }: Act): boolean {
  return plainKinds.has(kind);
}

/** What an act is told, beside by whom. */
export type ActArgs<Name extends ActName> =
  Parameters<(typeof acts)[Name]['run']> extends [unknown, unknown, ...infer Args] ? Args : never;
/** What an act comes to. */
export type ActResult<Name extends ActName> = Awaited<ReturnType<(typeof acts)[Name]['run']>>;

/** An act as it stands in the log, sealed. */
export interface Act {
  readonly kind: ActName;
  readonly args: readonly unknown[];
}

/** An act from the log, whose arguments have the shape that they must have; null for anything else. */
export function parseAct(value: unknown): Act | null {
  if (typeof value !== 'object' || value === null) return null;
  const { kind, args } = value as { kind?: unknown; args?: unknown };
  if (typeof kind !== 'string' || !Object.hasOwn(acts, kind) || !Array.isArray(args)) return null;
  if (!acts[kind as ActName].args.safeParse(args).success) return null;
  // JSON knows no undefined: what is left out at the end is left out.
  return { kind: kind as ActName, args };
}

/** Does one act on this ledger. Throws LedgerProblem as the act does, and ZodError for arguments of another shape. */
export function runAct(db: Db, doing: Doing, { kind, args }: Act): Promise<unknown> {
  const { args: shapes, run } = acts[kind] as unknown as ActKind<readonly unknown[], unknown>;
  const whole = shapes.parse(args);
  return run(db, doing, ...whole);
}
