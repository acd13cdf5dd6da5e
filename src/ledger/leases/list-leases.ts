import { heldSpans } from '../acts/holds';
import { type CodeRange, codesOf, joined } from '../codes/blocks';
import type { Db, Entry, Tx } from '../store/schema';
import { read } from '../store/transact';
import { leasedTo } from './leased';

/** Codes that one member took out of the line, to give out where the team can't be asked. */
export interface Lease {
  readonly lease: string;
  readonly promotionId: string;
  /** Who alone may give them out, as member and browser. */
  readonly holder: string;
  /** The member's name when they took it. */
  readonly name: string;
  readonly at: string;
  /** How many codes were taken. */
  readonly taken: number;
  /** Those that are neither given out nor back, in their order. */
  readonly ranges: readonly CodeRange[];
  readonly left: number;
}

/** A code that is leased, with its place. */
export interface LeasedCode {
  readonly batch: number;
  readonly from: number;
  readonly code: string;
}

/** All leases of which something is left, the oldest first. */
export function listLeases(db: Db): Promise<Lease[]> {
  return read(db, ['counts', 'spans', 'entries'], async (tx) => {
    const leases: Lease[] = [];
    for (const { promotionId, held } of await tx.objectStore('counts').getAll())
      if (held > 0) leases.push(...(await leasesIn(tx, promotionId)));
    return leases.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  });
}

/**
 * The codes of a promotion that this holder can give out, in the order of taking. Throws LedgerProblem `damaged` where
 * one can't be read.
 */
export function leasedCodes(
  db: Db,
  promotionId: string,
  holder: string,
): Promise<{ readonly lease: string; readonly codes: readonly LeasedCode[] }[]> {
  return read(db, ['promotions', 'batches', 'blocks', 'counts', 'spans', 'entries'], async (tx) => {
    const own = (await leasesIn(tx, promotionId)).filter((each) => each.holder === holder);
    const found: { lease: string; codes: LeasedCode[] }[] = [];
    for (const { lease, ranges } of own) {
      const codes: LeasedCode[] = [];
      for (const range of ranges)
        for (const [i, code] of (await codesOf(tx, range)).entries())
          codes.push({ batch: range.batch, from: range.from + i, code });
      found.push({ lease, codes });
    }
    return found;
  });
}

/** The entries by which a lease was taken by this holder; empty where it never was. */
export async function holdsOf(tx: Tx, lease: string, holder: string): Promise<Entry[]> {
  const entries = await tx.objectStore('entries').index('issuance').getAll(lease);
  return entries.filter((entry) => leasedTo(entry) === holder);
}

async function leasesIn(tx: Tx, promotionId: string): Promise<Lease[]> {
  const held = new Map<string, CodeRange[]>();
  for (const { batch, from, count, entry } of await heldSpans(tx, promotionId)) {
    const hold = await tx.objectStore('entries').get(entry);
    if (!hold || leasedTo(hold) === null) continue;
    held.set(hold.issuance, [...(held.get(hold.issuance) ?? []), { batch, from, count }]);
  }
  return Promise.all([...held].map(([lease, ranges]) => leaseOfRanges(tx, lease, promotionId, ranges)));
}

async function leaseOfRanges(
  tx: Tx,
  lease: string,
  promotionId: string,
  ranges: readonly CodeRange[],
): Promise<Lease> {
  const entries = await tx.objectStore('entries').index('issuance').getAll(lease);
  const holds = entries.filter((entry) => leasedTo(entry) !== null);
  const [first] = holds;
  // A code that was taken for used for a while is held once more since.
  const taken = holds.filter(({ at }) => at === first?.at);
  return {
    ...{ lease, promotionId, holder: first?.lease ?? '', name: first?.to ?? '', at: first?.at ?? '' },
    ...{ taken: size(taken), ranges: joined(ranges), left: size(ranges) },
  };
}

function size(ranges: readonly CodeRange[]): number {
  return ranges.reduce((sum, { count }) => sum + count, 0);
}
