import { codeIdentity } from '../../domain/codes/claim-code';
import type { HistoryRow } from '../../domain/codes/code-file';
import { type CodeLife, farthest, isFarther, lifeOfRow } from '../../domain/codes/code-life';
import { append } from '../codes/append-entry';
import { addChange, type Change, count } from '../codes/counting';
import { wasOutBefore } from '../codes/lives';
import { overlapping, setSpan, within } from '../codes/spans';
import { markUnited, settleUnited } from '../copies/unite';
import { newId, timeOf } from '../follow/stamps';
import { refuseLeaseEntry } from '../leases/leased';
import type { EntryKind, Span, WriteTx } from '../store/schema';
import { nextKey } from '../store/transact';
import type { KnownCode } from './duplicates';
import { Acts, alike, type Beginning, beginningOf, type Draft, type Run } from './initial-states';
import type { ImportPlan } from './plan-import';

/** What the seller says of a list's codes; see `ImportAs`. */
export interface SaidOf {
  readonly kind: 'new' | 'given-out' | 'part-given-out';
  readonly codes?: readonly string[];
  readonly to?: string;
}

/** What a list says of codes that are here already, and of those that may be in another line. */
export interface Forward {
  /** Codes that it knows to have come farther than is known here. */
  readonly further: readonly KnownCode[];
  /** Codes that are out here, of which a newer history says that they came back: offered, never assumed. */
  readonly cameBack: readonly KnownCode[];
  /** How many codes new here a history tells as left: they may be in the line where it was saved, too. */
  readonly left: number;
}

/** What a list tells of its codes, those that are here already above all. States only move forward. */
export function forwardOf(plan: ImportPlan, said: SaidOf): Forward {
  const sent = new Set(said.codes?.map(codeIdentity));
  const further: KnownCode[] = [];
  const cameBack: KnownCode[] = [];
  for (const known of plan.known) {
    const row = plan.rows?.[known.index] ?? null;
    const told = toldOf(row, isSaidOut(said, sent, plan.file.codes[known.index] ?? ''));
    if (isFarther(told, known.here)) further.push(known);
    else if (told === 'available' && known.here === 'issued' && row && toldAsOver(row, known.outSince))
      cameBack.push(known);
  }
  let left = 0;
  for (const i of plan.addedIndexes) {
    const row = plan.rows?.[i];
    if (row && toldOf(row, isSaidOut(said, sent, plan.file.codes[i] ?? '')) === 'available') left++;
  }
  return { further, cameBack, left };
}

/** Whether a history's row tells that this very giving-out ended: an older one may tell of another before it. */
function toldAsOver({ note }: HistoryRow, outSince: string): boolean {
  return note.includes(wasOutBefore) && note.includes(`, ${outSince} to `) && outSince !== '';
}

/** How far codes were moved by a list. */
export interface Forwarded {
  readonly forwarded: number;
  readonly returned: number;
  /** A promotion whose codes these are; empty where there were none. */
  readonly promotionId: string;
  /** The entries that say so, for undoing them. */
  readonly entries: readonly number[];
}

/** Writes what a list tells of codes that are here already; with `takeBack` also what came back elsewhere. */
export async function moveForward(
  tx: WriteTx,
  plan: ImportPlan,
  said: SaidOf,
  { takeBack, by, at }: { readonly takeBack: boolean; readonly by: string; readonly at: string },
): Promise<Forwarded> {
  const { further, cameBack } = forwardOf(plan, said);
  const first = await nextKey(tx, 'entries');
  const changes = new Map<string, Change>();
  const note = (promotionId: string, change: Change) => {
    const sum = changes.get(promotionId) ?? {};
    addChange(sum, change);
    changes.set(promotionId, sum);
  };
  const settle = new Set<number>();
  const about = { acts: new Acts(() => newId(tx)), to: said.to ?? '', at, by };
  const sent = new Set(said.codes?.map(codeIdentity));
  const isOut = (known: KnownCode) => isSaidOut(said, sent, plan.file.codes[known.index] ?? '');
  for (const run of runsOf(further, plan, isOut)) {
    for (const span of await overlapping(tx, run)) {
      const part = { ...span, ...within(span, run) };
      note(span.promotionId, await forward(tx, part, beginningOf({ ...run, ...part }, about)));
      if (span.state !== 'available' && span.state !== 'issued') settle.add(span.batch);
    }
  }
  for (const run of takeBack ? runsOf(cameBack, plan, isOut) : []) {
    for (const span of await overlapping(tx, run)) {
      const part = { ...span, ...within(span, run) };
      const issuance = (await tx.objectStore('entries').get(span.issue))?.issuance ?? newId(tx);
      const about = { ...rangeOf(part), issuance, to: '', channel: '', note: '', at, by };
      const entry = await append(tx, { ...about, kind: 'undo', undoes: span.issue });
      await setSpan(tx, { ...part, state: 'available', entry, issue: 0 });
      note(span.promotionId, { issued: -part.count, available: part.count });
      settle.add(span.batch);
    }
  }
  for (const [promotionId, change] of changes)
    await count(tx, promotionId, change, (change.redeemed ?? 0) > 0);
  for (const id of settle) await markUnited(tx, id);
  await settleUnited(tx, settle);
  const [promotionId = ''] = changes.keys();
  const entries = Array.from({ length: (await nextKey(tx, 'entries')) - first }, (_, i) => first + i);
  return { forwarded: further.length, returned: takeBack ? cameBack.length : 0, promotionId, entries };
}

/**
 * Undoes what a list told of codes that were here: each entry is ended, and the states follow. Throws LedgerProblem
 * `not-allowed` for what a lease wrote, which no list did.
 */
export async function undoForward(tx: WriteTx, seqs: readonly number[], by: string): Promise<void> {
  const at = timeOf(tx);
  const batches = new Set<number>();
  for (const seq of seqs.toReversed()) {
    const entry = await tx.objectStore('entries').get(seq);
    const kind = entry && endOf[entry.kind];
    if (!entry || !kind) continue;
    refuseLeaseEntry(entry);
    const { issuance, promotionId, batch, from, count } = entry;
    const about = { issuance, promotionId, batch, from, count, to: '', channel: '', note: '', at, by };
    const act = kind === 'unvoid' ? { act: entry.act ?? entry.id } : {};
    const undoes = kind === 'undo' || kind === 'redo' || kind === 'unredeem' ? { undoes: seq } : {};
    await append(tx, { ...about, ...act, ...undoes, kind });
    batches.add(batch);
  }
  for (const id of batches) await markUnited(tx, id);
  await settleUnited(tx, batches);
}

const endOf: Partial<Record<EntryKind, EntryKind>> = {
  ...{ issue: 'undo', void: 'unvoid', hold: 'release', move: 'release', redeem: 'unredeem', undo: 'redo' },
};

/** Moves one range forward to what is told of it; what is in force already is not written again. */
async function forward(tx: WriteTx, part: Span, told: Beginning): Promise<Change> {
  const here = part.issue > 0 ? await tx.objectStore('entries').get(part.issue) : undefined;
  const write = (draft: Draft) =>
    append(tx, {
      ...{ ...draft, ...rangeOf(part), merged: true as const },
      issuance: here?.issuance ?? draft.issuance,
    });
  const issue = here || !told.issue ? part.issue : await write(told.issue);
  const last = told.entry && told.entry !== told.issue ? await write(told.entry) : 0;
  const redeem = told.redeem && part.redeem === 0 ? await write(told.redeem) : part.redeem;
  const entry = last || (here && part.state === 'issued' ? part.entry : issue);
  await setSpan(tx, { ...part, state: told.state, entry, issue, redeem });
  const change: Change = { [part.state]: -part.count };
  change[told.state] = (change[told.state] ?? 0) + part.count;
  return redeem === part.redeem ? change : { ...change, redeemed: part.count };
}

interface KnownRun extends Run {
  readonly batch: number;
}

/** Known codes that stand side by side and of which the same is told. */
function runsOf(
  known: readonly KnownCode[],
  plan: ImportPlan,
  isOut: (known: KnownCode) => boolean,
): KnownRun[] {
  const runs: KnownRun[] = [];
  const inOrder = known.toSorted((a, b) => a.batch - b.batch || a.position - b.position);
  for (const each of inOrder) {
    const row = plan.rows?.[each.index] ?? null;
    const wanted = isOut(each);
    const last = runs.at(-1);
    const next = last && last.batch === each.batch && last.from + last.count === each.position;
    if (next && last.wanted === wanted && alike(last.row, row))
      runs[runs.length - 1] = { ...last, count: last.count + 1 };
    else runs.push({ batch: each.batch, from: each.position, count: 1, row, wanted });
  }
  return runs;
}

function isSaidOut({ kind }: SaidOf, sent: ReadonlySet<string | null>, code: string): boolean {
  return kind === 'given-out' || (kind === 'part-given-out' && sent.has(codeIdentity(code)));
}

function toldOf(row: HistoryRow | null, saidOut: boolean): CodeLife {
  const told = row ? lifeOfRow(row) : 'available';
  return saidOut ? farthest(told, 'issued') : told;
}

function rangeOf({ promotionId, batch, from, count }: Span) {
  return { promotionId, batch, from, count };
}
