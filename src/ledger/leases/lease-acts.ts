import { said } from '../../domain/problem';
import { releaseSpans } from '../acts/holds';
import { pickNext, promotionGivingOut } from '../acts/issue';
import { append } from '../codes/append-entry';
import { type CodeRange, codesOf } from '../codes/blocks';
import { count } from '../codes/counting';
import { onlyPart, overlapping, setSpan } from '../codes/spans';
import { newId, timeOf } from '../follow/stamps';
import { grouped } from '../store/group-by';
import { LedgerProblem } from '../store/problem';
import type { Db, Span, WriteTx } from '../store/schema';
import { writeCodes } from '../store/transact';
import { leaseOf } from './leased';
import { holdsOf } from './list-leases';

/** Who takes a lease or works with theirs: the holder as member and browser, and the member's name. */
export interface Holder {
  readonly holder: string;
  readonly by: string;
}

/**
 * Takes the next codes out of the line for one holder alone, until they are given out, returned, or canceled. Asked
 * again for the same lease, it comes to the same. Throws LedgerProblem `not-enough`, `not-found`, `not-allowed`.
 */
export function takeLease(
  db: Db,
  promotionId: string,
  wanted: number,
  lease: string,
  { holder, by }: Holder,
): Promise<{ lease: string; count: number }> {
  return writeCodes(db, async (tx) => {
    const before = await tx.objectStore('entries').index('issuance').getAll(lease);
    const own = await holdsOf(tx, lease, holder);
    if (own.length > 0) return { lease, count: own.reduce((sum, hold) => sum + hold.count, 0) };
    if (before.length > 0) throw new LedgerProblem('not-allowed', said('problemLeaseOther'));
    const ranges = await pickNext(tx, await promotionGivingOut(tx, promotionId), wanted);
    const act = { kind: 'hold', issuance: lease, promotionId, to: by, channel: '', note: '' } as const;
    const at = timeOf(tx);
    for (const range of ranges) {
      const entry = await append(tx, { ...act, ...range, lease: holder, at, by });
      await setSpan(tx, { ...range, promotionId, state: 'held', entry, issue: 0, redeem: 0 });
      await codesOf(tx, range);
    }
    await count(tx, promotionId, { available: -wanted, held: wanted });
    return { lease, count: wanted };
  });
}

/**
 * Puts back what a holder did not give out, to the end of the line; `ranges`: the codes that nobody has seen. What is no
 * longer theirs stays as it is. Throws LedgerProblem `not-found` where the lease isn't this holder's.
 */
export function returnLease(
  db: Db,
  lease: string,
  ranges: readonly CodeRange[],
  { holder, by }: Holder,
): Promise<{ returned: number }> {
  return writeCodes(db, async (tx) => {
    if ((await holdsOf(tx, lease, holder)).length === 0)
      throw new LedgerProblem('not-found', said('problemLeaseOther'));
    const parts: Span[] = [];
    for (const range of ranges)
      for (const span of await overlapping(tx, range)) {
        const part = onlyPart(span, range);
        if (part && (await leaseOf(tx, span))?.issuance === lease) parts.push({ ...span, ...part });
      }
    for (const [promotionId, own] of grouped(parts, (part) => part.promotionId))
      await releaseSpans(tx, promotionId, own, by);
    return { returned: parts.reduce((sum, part) => sum + part.count, 0) };
  });
}

/**
 * Cancels for good what is left of a lease: nobody here gives these codes out any more. Which of them its holder gave out
 * before hearing of it is told once they are back. Throws LedgerProblem `not-found` where nothing is left of it.
 */
export function cancelLease(
  db: Db,
  promotionId: string,
  lease: string,
  by: string,
): Promise<{ act: string; canceled: number }> {
  return writeCodes(db, async (tx) => {
    const holds = await tx.objectStore('entries').index('issuance').getAll(lease);
    const act = newId(tx);
    const at = timeOf(tx);
    let canceled = 0;
    for (const hold of holds)
      for (const span of await overlapping(tx, hold)) {
        const part = onlyPart(span, hold);
        if (!part || span.promotionId !== promotionId || (await leaseOf(tx, span))?.issuance !== lease)
          continue;
        canceled += await cancelPart(tx, { ...span, ...part }, { act, at, by });
      }
    if (canceled === 0) throw new LedgerProblem('not-found', said('problemLeaseGone'));
    await count(tx, promotionId, { held: -canceled, void: canceled });
    return { act, canceled };
  });
}

async function cancelPart(
  tx: WriteTx,
  part: Span,
  about: { readonly act: string; readonly at: string; readonly by: string },
): Promise<number> {
  const hold = await tx.objectStore('entries').get(part.entry);
  const { promotionId, batch, from, count } = part;
  const entry = await append(tx, {
    ...{ ...about, kind: 'void', issuance: about.act, promotionId, batch, from, count },
    ...{ to: '', channel: '', note: '', undoes: part.entry, lease: hold?.lease ?? '' },
  });
  await setSpan(tx, { ...part, state: 'void', entry });
  return count;
}
