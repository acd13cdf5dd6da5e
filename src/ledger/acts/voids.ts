import { said } from '../../domain/problem';
import { append } from '../codes/append-entry';
import { type CodeRange, joined } from '../codes/blocks';
import { type Change, count } from '../codes/counting';
import { readableEntry } from '../codes/entry-at';
import { originOf } from '../codes/giving-out';
import { locate } from '../codes/lookup';
import { overlapping, setSpan, spanAt, within } from '../codes/spans';
import { settleUnited } from '../copies/unite';
import { newId, timeOf } from '../follow/stamps';
import { leaseOf, refuseLeased } from '../leases/leased';
import { LedgerProblem, sentences } from '../store/problem';
import type { Db, Entry, Span, Tx, WriteTx } from '../store/schema';
import { read, writeCodes } from '../store/transact';
import { writtenTwice } from '../store/written-twice';

/** Why a code can't be canceled. `elsewhere`: it is another promotion's; `leased`: only with all of its lease. */
export type NotVoidable = 'unknown' | 'elsewhere' | 'used' | 'canceled' | 'moved' | 'leased';

/** What canceling a list of codes would do. */
export interface VoidPlan {
  readonly ranges: readonly CodeRange[];
  /** Of the codes that can be canceled: how many are not given out, and how many are. */
  readonly left: number;
  readonly out: number;
  /** How many can't be, and why. */
  readonly refused: ReadonlyMap<NotVoidable, number>;
}

/** One act of canceling. */
export interface VoidAct {
  readonly act: string;
  readonly count: number;
  readonly reason: string;
  /** Canceled as they were taken back, since somebody may have seen them. */
  readonly seen: boolean;
  readonly at: string;
  readonly by: string;
  readonly undone: boolean;
  /** It can't be taken back: these codes count at another place, or were leased and may be out. */
  readonly final: boolean;
}

/** Looks at a promotion's codes before they are canceled. A code typed with O for 0 or I for 1 is the real one. */
export function planVoid(db: Db, promotionId: string, codes: readonly string[]): Promise<VoidPlan> {
  return read(db, ['batches', 'hashes', 'blocks', 'spans', 'entries'], async (tx) => {
    const { exact, alike } = await locate(tx, codes);
    const refused = new Map<NotVoidable, number>();
    const places: CodeRange[] = [];
    let left = 0;
    let out = 0;
    for (const code of codes) {
      const place = exact.get(code) ?? alike.get(code);
      const span = place && (await spanAt(tx, place.batch, place.position));
      const leased = span && (await leaseOf(tx, span));
      const why = span ? (whyNot(span, promotionId) ?? (leased ? 'leased' : null)) : 'unknown';
      if (why || !place) {
        if (why) refused.set(why, (refused.get(why) ?? 0) + 1);
        continue;
      }
      places.push({ batch: place.batch, from: place.position, count: 1 });
      if (span?.state === 'issued') out++;
      else left++;
    }
    places.sort((a, b) => a.batch - b.batch || a.from - b.from);
    return { ranges: joined(places), left, out, refused };
  });
}

/**
 * Cancels these codes as one act, given out or not: all of them or, when one can't be canceled any more,
 * none. Throws LedgerProblem `moved`, or `not-allowed` for no codes at all.
 */
export function voidRanges(
  db: Db,
  promotionId: string,
  ranges: readonly CodeRange[],
  { reason, by }: { readonly reason: string; readonly by: string },
): Promise<{ act: string; count: number }> {
  return writeCodes(db, async (tx) => {
    const act = newId(tx);
    const at = timeOf(tx);
    const change: Change = {};
    let total = 0;
    for (const range of ranges) {
      let covered = 0;
      for (const span of await overlapping(tx, range)) {
        await refuseLeased(tx, span);
        if (whyNot(span, promotionId)) throw new LedgerProblem('moved', sentences.moved);
        const part = { ...span, ...within(span, range) };
        const { batch, from, count } = part;
        const issuance = (await issuanceOf(tx, span)) ?? act;
        const about = { issuance, promotionId, batch, from, count, to: '', channel: '' };
        const held = span.state === 'held' ? { undoes: span.entry } : {};
        const entry = await append(tx, { ...about, ...held, kind: 'void', act, note: reason.trim(), at, by });
        await setSpan(tx, { ...part, state: 'void', entry });
        change[span.state] = (change[span.state] ?? 0) - count;
        covered += count;
      }
      if (covered !== range.count) throw new LedgerProblem('moved', sentences.moved);
      total += covered;
    }
    if (total === 0) throw new LedgerProblem('not-allowed', said('problemNoneToCancel'));
    await count(tx, promotionId, { ...change, void: total });
    return { act, count: total };
  });
}

/**
 * Takes back one act of canceling: codes that were out are out again, with whom they had; those that were
 * on hold are on hold again, and the others go to the end of the line. Throws LedgerProblem `not-found` when none of its codes is canceled any more,
 * `not-allowed` for codes that stand here twice, or were canceled with a lease.
 */
export function undoVoid(
  db: Db,
  promotionId: string,
  act: string,
  by: string,
): Promise<{ left: number; out: number; held: number }> {
  return writeCodes(db, async (tx) => {
    if (act === writtenTwice.act) throw new LedgerProblem('not-allowed', said('problemStandsTwice'));
    const at = timeOf(tx);
    const back = { left: 0, out: 0, held: 0 };
    const batches = new Set<number>();
    for (const entry of await voidsOf(tx, promotionId)) {
      if (actOf(entry) !== act) continue;
      if (entry.lease !== undefined) throw new LedgerProblem('not-allowed', said('problemLeaseForGood'));
      batches.add(entry.batch);
      for (const span of await overlapping(tx, entry)) {
        if (span.entry === entry.seq && span.state === 'void')
          await restore(tx, span, entry, { at, by }, back);
      }
    }
    const total = back.left + back.out + back.held;
    if (total === 0) throw new LedgerProblem('not-found', said('problemCancelGone'));
    await count(tx, promotionId, { void: -total, available: back.left, issued: back.out, held: back.held });
    await settleUnited(tx, batches);
    return back;
  });
}

/** A promotion's acts of canceling, newest first, those taken back too. */
export function listVoids(db: Db, promotionId: string, limit = 50): Promise<VoidAct[]> {
  return read(db, ['entries'], async (tx) => {
    const undone = new Set((await entriesOf(tx, promotionId, 'unvoid')).map(actOf));
    const acts = new Map<string, VoidAct>();
    for (const entry of (await voidsOf(tx, promotionId)).reverse()) {
      const act = actOf(entry);
      if (acts.size === limit && !acts.has(act)) break;
      const count = (acts.get(act)?.count ?? 0) + entry.count;
      const { note: reason, seen = false, at, by } = readableEntry(entry) ?? entry;
      const final = act === writtenTwice.act || entry.lease !== undefined;
      acts.set(act, { act, count, reason, seen, at, by, undone: undone.has(act), final });
    }
    return [...acts.values()];
  });
}

async function restore(
  tx: WriteTx,
  span: Span,
  canceled: Entry,
  { at, by }: { readonly at: string; readonly by: string },
  back: { left: number; out: number; held: number },
): Promise<void> {
  const { promotionId, issuance } = canceled;
  const { batch, from, count, issue } = span;
  const about = { issuance, promotionId, batch, from, count, to: '', channel: '', note: '', at, by };
  const entry = await append(tx, { ...about, kind: 'unvoid', act: actOf(canceled) });
  if (issue > 0) {
    // A code that is out again stands where it stood: its giving-out is what brought this state.
    await setSpan(tx, { ...span, state: 'issued', entry: await originOf(tx, issue) });
    back.out += count;
    return;
  }
  const hold = await tx.objectStore('entries').get(canceled.undoes ?? 0);
  if (hold?.kind !== 'hold') {
    await setSpan(tx, { ...span, state: 'available', entry });
    back.left += count;
    return;
  }
  const { seq: _, id: __, names: ___, ...again } = hold;
  await setSpan(tx, {
    ...span,
    state: 'held',
    entry: await append(tx, { ...again, batch, from, count, at, by }),
  });
  back.held += count;
}

function whyNot(span: Span, promotionId: string): NotVoidable | null {
  if (span.promotionId !== promotionId) return 'elsewhere';
  if (span.redeem > 0) return 'used';
  if (span.state === 'void') return 'canceled';
  return span.state === 'moved' ? 'moved' : null;
}

async function issuanceOf(tx: Tx, span: Span): Promise<string | undefined> {
  return span.issue > 0 ? (await tx.objectStore('entries').get(span.issue))?.issuance : undefined;
}

/** A code that came canceled with an earlier export is an act of its own. */
function actOf(entry: Entry): string {
  return entry.act ?? entry.id;
}

function voidsOf(tx: Tx, promotionId: string): Promise<Entry[]> {
  return entriesOf(tx, promotionId, 'void');
}

function entriesOf(tx: Tx, promotionId: string, kind: 'void' | 'unvoid'): Promise<Entry[]> {
  return tx.objectStore('entries').index('acts').getAll([promotionId, kind]);
}
