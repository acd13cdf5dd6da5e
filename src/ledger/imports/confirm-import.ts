import { sameCode } from '../../domain/codes/claim-code';
import { said } from '../../domain/problem';
import { entryRow } from '../codes/append-entry';
import { packBlocks } from '../codes/blocks';
import { codeHash, positionsOf } from '../codes/code-index';
import { type Change, count } from '../codes/counting';
import { type Stamps, stampsOf, timeOf } from '../follow/stamps';
import {
  makeOrBind,
  type NewPromotion,
  type PromotionsHere,
  promotionIn,
  promotionsHere,
} from '../promotions/promotions';
import { LedgerProblem, sentences } from '../store/problem';
import type { BatchRow, Db, WriteTx } from '../store/schema';
import { each, nextKey, revisionIn, writeCodes } from '../store/transact';
import { forwardOf, moveForward } from './forward';
import { type Beginning, beginnings, type GivenOut } from './initial-states';
import { withPeople } from './people-rows';
import type { ImportPlan } from './plan-import';
import { partsOf } from './told-promotions';

/** How the added codes begin. Of `codes`, those that the file adds are given out; the others are ignored. */
export type ImportAs =
  | { readonly kind: 'new' }
  | { readonly kind: 'given-out'; readonly to: string }
  | { readonly kind: 'part-given-out'; readonly codes: readonly string[]; readonly to: string };

export interface ImportTarget {
  /** Where the added codes go; `as told` for a history of several promotions: each to its own. */
  readonly promotion: { readonly id: string } | NewPromotion | 'as told';
  readonly as: ImportAs;
  /** Name of the claim code group, or of the file. */
  readonly name: string;
  readonly quantityAsked: number | null;
  readonly by: string;
  /** Codes that are out here, and came back as a newer history says, go back into the line. */
  readonly takeBack?: boolean;
  /** A waiting file, removed in the same transaction. */
  readonly inboxId?: string;
  /** Raised to give the import up: heeded until the moment before it is written for good. */
  readonly signal?: AbortSignal;
  /** Hears how many of the rows to be written are written. */
  readonly onWritten?: (done: number, total: number) => void;
}

export interface Imported {
  /** Where the codes went or stand; of several promotions the first. */
  readonly promotionId: string;
  readonly batchIds: readonly number[];
  readonly added: number;
  /** How many of them now count as given out. */
  readonly givenOut: number;
  /** Codes that were here and came farther by what the list tells; codes that came back by it. */
  readonly forwarded: number;
  readonly returned: number;
  /** The entries that moved them, for undoing the import. */
  readonly entries: readonly number[];
}

/**
 * Writes a planned import, all or nothing. States told by our own history export are restored, and codes that
 * are here already only move forward.
 * Throws LedgerProblem: `moved` when the ledger's codes changed since the plan, `not-allowed` when the
 * plan changes nothing, `not-found`, `quota`, `canceled`.
 */
export async function confirmImport(db: Db, plan: ImportPlan, target: ImportTarget): Promise<Imported> {
  return writeCodes(db, importWork(db, plan, target));
}

/** All that an import does, prepared, so that only the transaction is left; it may be part of a larger one. */
export function importWork(
  db: Db,
  planned: ImportPlan,
  target: ImportTarget,
): (tx: WriteTx) => Promise<Imported> {
  const plan = withPeople(planned, target.as);
  const takeBack = target.takeBack ?? false;
  const { further, cameBack } = forwardOf(plan, target.as);
  const changes = further.length + (takeBack ? cameBack.length : 0);
  if (plan.added + changes === 0) {
    throw new LedgerProblem('not-allowed', said('problemImportAddsNone', { file: plan.file.name }));
  }
  const stamps = stampsOf(db);
  const at = timeOf(db);
  const { promotion } = target;
  const parts = promotion === 'as told' ? partsOf(plan) : [{ plan, promotion }];
  const works =
    plan.added > 0 ? parts.map((part) => additionWork(part.plan, part.promotion, target, at, stamps)) : [];
  return async (tx) => {
    if ((await revisionIn(tx)) !== plan.revision) throw new LedgerProblem('moved', sentences.moved);
    const here = await promotionsHere(tx);
    const added: Added[] = [];
    for (const work of works) added.push(await work(tx, here));
    const moved = await moveForward(tx, plan, target.as, { takeBack, by: target.by, at });
    if (target.inboxId !== undefined) await tx.objectStore('inbox').delete(target.inboxId);
    return {
      ...moved,
      promotionId: added[0]?.promotionId ?? moved.promotionId,
      batchIds: added.map((each) => each.batchId),
      added: plan.added,
      givenOut: added.reduce((sum, each) => sum + each.givenOut, 0),
    };
  };
}

interface Added {
  readonly promotionId: string;
  readonly batchId: number;
  readonly givenOut: number;
}

/** The adding of one import's codes to one promotion. */
function additionWork(
  plan: ImportPlan,
  promotion: { readonly id: string } | NewPromotion,
  target: ImportTarget,
  at: string,
  stamps: Stamps,
): (tx: WriteTx, here: PromotionsHere) => Promise<Added> {
  const { file, addedIndexes, rows: told } = plan;
  const codes = Array.from(addedIndexes, (i) => file.codes[i] ?? '');
  const rows = told && Array.from(addedIndexes, (i) => told[i]).filter((row) => row !== undefined);
  // All that takes time is done before the transaction opens.
  const blocks = packBlocks(codes);
  const { spans, drafts } = beginnings(codes.length, rows, givenOut(target.as, plan, codes), {
    ...{ at, by: target.by, newId: stamps.newId },
  });
  const change = changeOf(spans);
  const total = blocks.length + drafts.length + spans.length;
  return async (tx, here) => {
    let done = 0;
    const written = (count: number) => {
      if (target.signal?.aborted) throw new LedgerProblem('canceled', said('problemImportCanceled'));
      done += count;
      target.onWritten?.(done, total);
    };
    const promotionId = await promotionOf(tx, here, promotion, at);
    const batch: BatchRow = {
      id: await nextKey(tx, 'batches'),
      promotionId,
      name: target.name,
      quantityAsked: target.quantityAsked,
      count: codes.length,
      sourceName: file.name,
      sha256: file.sha256,
      at,
      by: target.by,
      withdrawn: false,
    };
    const firstSeq = drafts.length > 0 ? await nextKey(tx, 'entries') : 0;
    const seqs = new Map(drafts.map((draft, i) => [draft, firstSeq + i]));
    const seqOf = (draft: Beginning['entry']) => (draft && seqs.get(draft)) ?? 0;
    await tx.objectStore('batches').add(batch);
    await tx.objectStore('hashes').add({ batch: batch.id, words: plan.codeIndex });
    await each(blocks, (block) => tx.objectStore('blocks').add({ ...block, batch: batch.id }), written);
    await each(
      drafts,
      (draft) => {
        const entry = { ...draft, promotionId, batch: batch.id };
        return tx.objectStore('entries').add(entryRow(seqOf(draft), stamps.newId(), entry));
      },
      written,
    );
    await each(
      spans,
      ({ from, count, state, entry, issue, redeem }) => {
        const marks = { entry: seqOf(entry), issue: seqOf(issue), redeem: seqOf(redeem) };
        return tx.objectStore('spans').add({ batch: batch.id, from, count, promotionId, state, ...marks });
      },
      written,
    );
    await count(
      tx,
      promotionId,
      change,
      drafts.some(({ kind }) => kind === 'redeem'),
    );
    return { promotionId, batchId: batch.id, givenOut: change.issued ?? 0 };
  };
}

async function promotionOf(
  tx: WriteTx,
  here: PromotionsHere,
  wanted: { readonly id: string } | NewPromotion,
  at: string,
): Promise<string> {
  const promotion =
    'id' in wanted ? await promotionIn(tx, wanted.id) : await makeOrBind(tx, here, wanted, at);
  // New codes bring it back into the lists, or nobody would see them.
  if (promotion.archived) await tx.objectStore('promotions').put({ ...promotion, archived: null });
  return promotion.id;
}

function givenOut(as: ImportAs, plan: ImportPlan, codes: readonly string[]): GivenOut {
  if (as.kind === 'new') return { ranges: [], to: '' };
  if (as.kind === 'given-out') return { ranges: [{ from: 0, count: codes.length }], to: as.to };
  const chosen = new Uint8Array(codes.length);
  for (const code of as.codes) {
    for (const position of positionsOf(plan.codeIndex, codeHash(code))) {
      if (sameCode(codes[position] ?? '', code)) chosen[position] = 1;
    }
  }
  const ranges: { from: number; count: number }[] = [];
  chosen.forEach((isChosen, position) => {
    const last = ranges.at(-1);
    if (!isChosen) return;
    if (last && last.from + last.count === position) last.count++;
    else ranges.push({ from: position, count: 1 });
  });
  return { ranges, to: as.to };
}

function changeOf(spans: readonly Beginning[]): Change {
  const change: Change = {};
  for (const { state, count, redeem } of spans) {
    change[state] = (change[state] ?? 0) + count;
    if (redeem) change.redeemed = (change.redeemed ?? 0) + count;
  }
  return change;
}
