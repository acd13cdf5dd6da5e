import { said } from '../../domain/problem';
import { append } from '../codes/append-entry';
import { codesOf } from '../codes/blocks';
import { count } from '../codes/counting';
import { entryAt } from '../codes/entry-at';
import { setSpan } from '../codes/spans';
import { settleUnited } from '../copies/unite';
import { newId, timeOf } from '../follow/stamps';
import { leasedTo, refuseLeased } from '../leases/leased';
import { promotionIn } from '../promotions/promotions';
import { sortedOut } from '../repair/row-faults';
import { LedgerProblem } from '../store/problem';
import type { Db, Span, Tx, WriteTx } from '../store/schema';
import { read, writeCodes } from '../store/transact';
import { pickNext } from './issue';

/** Codes kept out of the line for a while, by one act. */
export interface Hold {
  readonly hold: string;
  readonly promotionId: string;
  readonly count: number;
  /** For whom, as typed; empty for codes kept back by loading a saved copy. */
  readonly to: string;
  readonly note: string;
  readonly at: string;
  /** When it ends by itself; null for never. */
  readonly until: string | null;
  /** Whose lease it is, as member and browser; null for none. It isn't for others to release. */
  readonly lease: string | null;
}

/**
 * Keeps the next codes out of the line, e.g. for someone who has not answered yet.
 * Throws LedgerProblem `not-enough`, `not-found`, `not-allowed`.
 */
export function holdNext(
  db: Db,
  promotionId: string,
  wanted: number,
  about: { readonly to: string; readonly note: string; readonly until: Date | null; readonly by: string },
): Promise<Hold> {
  return writeCodes(db, async (tx) => {
    const ranges = await pickNext(tx, await promotionIn(tx, promotionId), wanted);
    const { to, note, by } = about;
    const until = about.until?.toISOString() ?? null;
    const hold = newId(tx);
    const at = timeOf(tx);
    const act = { kind: 'hold', issuance: hold, promotionId, to, channel: '', note, at, by } as const;
    for (const range of ranges) {
      const entry = await append(tx, { ...act, ...range, ...(until === null ? {} : { until }) });
      await setSpan(tx, { ...range, promotionId, state: 'held', entry, issue: 0, redeem: 0 });
      // Nobody is promised a code that can't be read.
      await codesOf(tx, range);
    }
    await count(tx, promotionId, { available: -wanted, held: wanted });
    return { hold, promotionId, count: wanted, to, note, at, until, lease: null };
  });
}

/** What is held of a promotion, oldest first. */
export function listHolds(db: Db, promotionId: string): Promise<Hold[]> {
  return read(db, ['spans', 'entries'], async (tx) => {
    const holds = new Map<string, Hold>();
    for (const span of await heldSpans(tx, promotionId)) {
      const entry = await entryAt(tx, span.entry);
      // A lost entry: the self-check tells, and the other holds are shown.
      if (!entry) continue;
      const { issuance: hold, to, note, at, until = null } = entry;
      const before = holds.get(hold)?.count ?? 0;
      const lease = leasedTo(entry);
      holds.set(hold, { hold, promotionId, count: before + span.count, to, note, at, until, lease });
    }
    return [...holds.values()];
  });
}

/** Ends one hold: its codes go to the end of the line. Throws LedgerProblem `not-found` when nothing is held. */
export function releaseHold(
  db: Db,
  promotionId: string,
  hold: string,
  by: string,
): Promise<{ released: number }> {
  return release(db, promotionId, by, (entry) => entry.issuance === hold);
}

/**
 * Ends every hold of a promotion, e.g. after a saved copy was loaded and the seller knows that none of
 * its codes went out. They keep their order. Throws LedgerProblem `not-found` when nothing is held.
 */
export function releaseHeld(db: Db, promotionId: string, by: string): Promise<{ released: number }> {
  return release(db, promotionId, by, () => true);
}

/** Ends the holds whose time is over, in all promotions; how many codes came back. Writes only if there are any. */
export async function releaseDue(db: Db, now: Date, by: string): Promise<number> {
  const due = await promotionsDue(db, now);
  if (due.length === 0) return 0;
  return writeCodes(db, async (tx) => {
    let released = 0;
    for (const id of due) released += await releaseSpans(tx, id, await dueIn(tx, id, now), by);
    return released;
  });
}

/** Whether any hold has ended by `now`. */
export async function holdsDue(db: Db, now: Date): Promise<boolean> {
  return (await promotionsDue(db, now)).length > 0;
}

function promotionsDue(db: Db, now: Date): Promise<string[]> {
  return read(db, ['counts', 'spans', 'entries'], async (tx) => {
    const rows = (await tx.objectStore('counts').getAll()).filter((row) => row.held > 0);
    const found: string[] = [];
    for (const { promotionId } of rows)
      if ((await dueIn(tx, promotionId, now)).length > 0) found.push(promotionId);
    return found;
  });
}

function release(
  db: Db,
  promotionId: string,
  by: string,
  wanted: (entry: { readonly issuance: string }) => boolean,
): Promise<{ released: number }> {
  return writeCodes(db, async (tx) => {
    const spans: Span[] = [];
    for (const span of await heldSpans(tx, promotionId)) {
      const entry = await tx.objectStore('entries').get(span.entry);
      if (!entry || !wanted(entry)) continue;
      await refuseLeased(tx, span);
      spans.push(span);
    }
    if (spans.length === 0) {
      throw new LedgerProblem('not-found', said('problemHoldGone'));
    }
    return { released: await releaseSpans(tx, promotionId, spans, by) };
  });
}

async function dueIn(tx: Tx, promotionId: string, now: Date): Promise<Span[]> {
  const due: Span[] = [];
  for (const span of await heldSpans(tx, promotionId)) {
    const until = (await tx.objectStore('entries').get(span.entry))?.until;
    if (until !== undefined && Date.parse(until) <= now.getTime()) due.push(span);
  }
  return due;
}

/** Puts held ranges of a promotion back at the end of the line. */
export async function releaseSpans(
  tx: WriteTx,
  promotionId: string,
  spans: readonly Span[],
  by: string,
): Promise<number> {
  const at = timeOf(tx);
  let released = 0;
  for (const span of spans) {
    const hold = await tx.objectStore('entries').get(span.entry);
    const issuance = hold?.issuance ?? newId(tx);
    const { batch, from, count } = span;
    const about = { issuance, promotionId, batch, from, count, to: '', channel: '', note: '', at, by };
    const entry = await append(tx, { ...about, kind: 'release' });
    await setSpan(tx, { ...span, state: 'available', entry, issue: 0, redeem: 0 });
    released += span.count;
  }
  await count(tx, promotionId, { held: -released, available: released });
  await settleUnited(
    tx,
    spans.map((span) => span.batch),
  );
  return released;
}

/** What is held of a promotion, as far as it can be read. */
export async function heldSpans(tx: Tx, promotionId: string): Promise<Span[]> {
  const held = IDBKeyRange.bound([promotionId, 'held', 0], [promotionId, 'held', Number.POSITIVE_INFINITY]);
  return sortedOut('spans', await tx.objectStore('spans').index('line').getAll(held)).sound;
}
