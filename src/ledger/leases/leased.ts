import { said } from '../../domain/problem';
import { LedgerProblem } from '../store/problem';
import type { Entry, Span, Tx } from '../store/schema';

/**
 * Who alone may give out the codes that this entry holds, as member and browser; null where it leases none. What came
 * with a saved copy is leased to nobody here.
 */
export function leasedTo({ kind, lease, merged }: Entry): string | null {
  return kind === 'hold' && !merged ? (lease ?? null) : null;
}

/** The hold by which a range is leased; null where it isn't. */
export async function leaseOf(tx: Tx, span: Span): Promise<Entry | null> {
  const hold = span.state === 'held' ? await tx.objectStore('entries').get(span.entry) : undefined;
  return hold && leasedTo(hold) !== null ? hold : null;
}

/**
 * Throws LedgerProblem `not-allowed` for leased codes: whoever has them may be giving them out at this moment, out of
 * reach.
 */
export async function refuseLeased(tx: Tx, span: Span): Promise<void> {
  const hold = await leaseOf(tx, span);
  if (hold) throw new LedgerProblem('not-allowed', said('problemLeased', { name: hold.to || hold.by }));
}

/** Throws LedgerProblem `not-allowed` for what a lease wrote: its holder ends it, or an owner. */
export function refuseLeaseEntry({ kind, lease, to, by }: Entry): void {
  if (lease === undefined) return;
  const why = kind === 'void' ? said('problemLeaseForGood') : said('problemLeased', { name: to || by });
  throw new LedgerProblem('not-allowed', why);
}
