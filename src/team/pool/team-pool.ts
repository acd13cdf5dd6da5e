import type { DeskPool, Pool, RestorePlan } from '../../actions/pool';
import { said } from '../../domain/problem';
import { LedgerProblem, linesOf } from '../../ledger';
import { asActFile } from '../acts/act-file';
import type { DoAct } from './do-act';

/** What a team's pool asks of this browser's copy, beside what the pages do. */
interface Reads {
  /** Whether holds have ended by `now`. */
  isDue(now: Date): Promise<boolean>;
  /** The codes that a report names, each with its order. */
  namedUses(report: string): Promise<{ code: string; order: string }[]>;
  /** Adds what a copy has that no colleague gets: reports, waiting files, offers. */
  restoreOwn(backup: RestorePlan['backup']): Promise<void>;
}

type Acts = Pick<
  DeskPool,
  | 'issueNext'
  | 'replaceCode'
  | 'issueCode'
  | 'issueRanges'
  | 'issueToList'
  | 'editIssuance'
  | 'takeBack'
  | 'undoTakeBack'
  | 'holdNext'
  | 'releaseHold'
  | 'releaseHeldByCopies'
  | 'releaseDue'
  | 'voidRanges'
  | 'undoVoid'
  | 'redeem'
  | 'unredeem'
  | 'tellLeftThere'
  | 'updatePromotion'
  | 'markPromotions'
  | 'withdrawImport'
>;

/** The acts on codes, as entries of the team's log. Who does them is what the log says, whatever is told here. */
function acts(does: DoAct, isDue: Reads['isDue']): Acts {
  return {
    issueNext: (id, wanted, to) => does('issueNext', [id, wanted, whom(to)]),
    issueCode: (code, to) => does('issueCode', [code, whom(to)]),
    replaceCode: (code, { reason }) => does('replaceCode', [code, { reason }]),
    issueRanges: (id, ranges, to) => does('issueRanges', [id, [...ranges], whom(to)]),
    issueToList: async (id, people, { channel, note, revision = null, signal, onProgress }) => {
      if (signal?.aborted) throw new LedgerProblem('canceled', said('problemListCanceled'));
      const issued = await does('issueToList', [id, [...people], { channel, note, revision }]);
      onProgress?.(people.length, people.length);
      return issued;
    },
    editIssuance: (issuance, { to, channel, note }, _by, only) =>
      does('editIssuance', [issuance, { to, channel, note }, only]),
    takeBack: (issuance, seen, _by, only) =>
      does('takeBack', [issuance, typeof seen === 'string' ? seen : [...seen], only]),
    undoTakeBack: (issuance, act) => does('undoTakeBack', [issuance, act]),
    holdNext: (id, wanted, { to, note, until }) =>
      does('holdNext', [id, wanted, { to, note, until: until?.toISOString() ?? null }]),
    releaseHold: (id, hold) => does('releaseHold', [id, hold]),
    releaseHeldByCopies: (id) => does('releaseHeldByCopies', [id]),
    // Each page asks when it opens: the log hears of it only where there is something to do.
    releaseDue: async (now) => ((await isDue(now)) ? does('releaseDue', []) : 0),
    voidRanges: (id, ranges, { reason }) => does('voidRanges', [id, [...ranges], { reason }]),
    undoVoid: (id, act) => does('undoVoid', [id, act]),
    redeem: (code, order) => does('redeem', [code, order]),
    unredeem: (code) => does('unredeem', [code]),
    tellLeftThere: (id, issuance, left) => does('tellLeftThere', [id, issuance, left]),
    updatePromotion: (id, patch) => does('updatePromotion', [id, { ...patch } as never]),
    markPromotions: (ids, mark, at) => does('markPromotions', [[...ids], mark, at]),
    withdrawImport: (batch) => does('withdrawImport', [batch]),
  };
}

/** What giving out needs, over a team's codes: views read this computer's copy, acts go to the log. */
export function teamDeskPool(local: DeskPool, does: DoAct, { isDue }: Pick<Reads, 'isDue'>): DeskPool {
  return { ...local, ...acts(does, isDue), knowsWho: true };
}

/** The whole door, over a team's codes. */
export function teamPool(local: Pool, does: DoAct, { isDue, namedUses, restoreOwn }: Reads): Pool {
  /** The copies that plans were made for: the log takes their lines, and each browser reads them again. */
  const copies = new WeakMap<RestorePlan, Parameters<Pool['planRestore']>[0]>();
  return {
    ...local,
    ...teamDeskPool(local, does, { isDue }),
    planRestore: async (backup, madeAt, onProgress) => {
      const plan = await local.planRestore(backup, madeAt, onProgress);
      copies.set(plan, backup);
      return plan;
    },
    restoreBackup: async (plan) => {
      const copy = copies.get(plan);
      // Somebody may have been forgotten since it was looked at.
      const lines = copy ? linesNow(copy, await local.planRestore(copy, plan.madeAt)) : [];
      const restored = await does('restoreBackup', [[...lines], plan.madeAt]);
      await restoreOwn(plan.backup);
      return restored;
    },
    editPerson: (ranges, edit) => does('editPerson', [[...ranges], { ...edit }]),
    forgetPerson: (who) => does('forgetPerson', [who.map(({ to, handle }) => ({ to, handle }))]),
    confirmImport: async (
      plan,
      { promotion, as, name, quantityAsked, takeBack = false, inboxId, signal },
    ) => {
      if (signal?.aborted) throw new LedgerProblem('canceled', said('problemImportCanceled'));
      const target = { promotion, as, name, quantityAsked, takeBack, revision: plan.revision };
      const imported = await does('confirmImport', [asActFile(plan.file), target as never]);
      if (inboxId !== undefined) await local.removeFromInbox(inboxId);
      return imported;
    },
    undoImport: ({ batchIds, entries }) =>
      does('undoImport', [{ batchIds: [...batchIds], entries: [...entries] }]),
    importReport: async (file, options) => {
      const outcomes = await local.importReport(file, options);
      for (const { taken } of outcomes) {
        const uses = taken?.named && taken.named.marked > 0 ? await namedUses(taken.id) : [];
        if (uses.length > 0) await does('markUses', [uses]);
      }
      return outcomes;
    },
    markId: (id, promotion) => does('markId', [id, promotion]),
    markUses: (uses) => does('markUses', [uses.map(({ code, order }) => ({ code, order }))]),
    undoUses: (marked) => does('undoUses', [[...marked]]),
    // A colleague has these codes already, and what came in otherwise would come in past the log.
    mendFrom: notInTeam,
    handOver: notInTeam,
    takeHandOver: notInTeam,
  };
}

/** What several share of a copy; reports, waiting files, and settings stay in this browser. */
const shared: readonly string[] = [
  ...['promotions', 'batches', 'blocks', 'entries', 'people', 'spans', 'idMarks', 'taken'],
];

/** The lines of a copy that the team gets, without whoever was forgotten here since it was saved. */
export function linesNow(
  backup: Parameters<Pool['planRestore']>[0],
  { backup: left }: RestorePlan,
): readonly string[] {
  const storeOf = (line: string) => String((JSON.parse(line) as { store: unknown }).store);
  const all = linesOf(backup).filter((line) => shared.includes(storeOf(line)));
  const stores = ['promotions', 'entries', 'people'] as const;
  if (stores.every((store) => left[store] === backup[store])) return all;
  const others = all.filter((line) => !(stores as readonly string[]).includes(storeOf(line)));
  return [...stores.map((store) => JSON.stringify({ store, rows: left[store] })), ...others];
}

function whom({ to, handle = '', channel, note }: Parameters<DeskPool['issueNext']>[2]) {
  return { to, handle, channel, note };
}

async function notInTeam(): Promise<never> {
  throw new LedgerProblem('not-allowed', said('teamNotInTeam'));
}
