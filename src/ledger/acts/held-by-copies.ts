import { said } from '../../domain/problem';
import { isPrecaution } from '../copies/precaution';
import { LedgerProblem } from '../store/problem';
import type { Db, Span, Tx } from '../store/schema';
import { read, writeCodes } from '../store/transact';
import { heldSpans, releaseSpans } from './holds';

/** Codes of a promotion that are on hold only because they came with a saved copy. */
export interface HeldByCopy {
  readonly promotionId: string;
  readonly count: number;
  /** When the oldest of these copies was saved: since then they may have gone out elsewhere. ISO 8601 in UTC. */
  readonly since: string;
}

/** All that loading saved copies keeps back, by promotion. */
export function heldByCopies(db: Db): Promise<HeldByCopy[]> {
  return read(db, ['counts', 'spans', 'entries'], async (tx) => {
    const held: HeldByCopy[] = [];
    for (const { promotionId, held: count } of await tx.objectStore('counts').getAll()) {
      const kept = count > 0 ? await keptByCopies(tx, promotionId) : [];
      if (kept.length === 0) continue;
      const [since = ''] = kept.map((each) => each.since).sort();
      held.push({ promotionId, count: kept.reduce((sum, { span }) => sum + span.count, 0), since });
    }
    return held;
  });
}

/**
 * Ends every hold made by loading saved copies, of one promotion or (null) of all, in one act; holds that the seller
 * made stay. The codes keep their order. Throws LedgerProblem `not-found` where there is none.
 */
export function releaseHeldByCopies(
  db: Db,
  promotionId: string | null,
  by: string,
): Promise<{ released: number }> {
  return writeCodes(db, async (tx) => {
    const ids = promotionId === null ? await tx.objectStore('counts').getAllKeys() : [promotionId];
    let released = 0;
    for (const id of ids) {
      const kept = await keptByCopies(tx, id);
      const spans = kept.map(({ span }) => span);
      if (spans.length > 0) released += await releaseSpans(tx, id, spans, by);
    }
    if (released === 0) throw new LedgerProblem('not-found', said('problemHoldGone'));
    return { released };
  });
}

async function keptByCopies(
  tx: Tx,
  promotionId: string,
): Promise<{ readonly span: Span; readonly since: string }[]> {
  const kept: { span: Span; since: string }[] = [];
  for (const span of await heldSpans(tx, promotionId)) {
    const entry = await tx.objectStore('entries').get(span.entry);
    if (entry && isPrecaution(entry)) kept.push({ span, since: entry.since ?? entry.at });
  }
  return kept;
}
