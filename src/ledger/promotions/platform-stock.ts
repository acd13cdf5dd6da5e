import { said } from '../../domain/problem';
import { timeOf } from '../follow/stamps';
import { LedgerProblem } from '../store/problem';
import type { Db, EntryKind } from '../store/schema';
import { writeShared } from '../store/transact';
import { promotionIn } from './promotions';

/**
 * Keeps what a platform says it has left of a lot handed over to it, beside what it said before.
 * Throws LedgerProblem `not-found`, or `not-allowed` for a number that the lot can't have left.
 */
export function tellLeftThere(
  db: Db,
  promotionId: string,
  issuance: string,
  left: number,
  by: string,
): Promise<void> {
  return writeShared(db, async (tx) => {
    const promotion = await promotionIn(tx, promotionId);
    const entries = await tx.objectStore('entries').index('issuance').getAll(issuance);
    const sum = (wanted: EntryKind) =>
      entries.reduce((total, { kind, count }) => total + (kind === wanted ? count : 0), 0);
    const given = sum('issue') - sum('undo') + sum('redo');
    if (given === 0) throw new LedgerProblem('not-found', said('problemNotGivenOut'));
    if (!Number.isInteger(left) || left < 0 || left > given)
      throw new LedgerProblem('not-allowed', said('problemLeftThereWrong', { most: String(given) }));
    const told = { issuance, left, at: timeOf(tx), by };
    await tx
      .objectStore('promotions')
      .put({ ...promotion, leftThere: [...(promotion.leftThere ?? []), told] });
  });
}
