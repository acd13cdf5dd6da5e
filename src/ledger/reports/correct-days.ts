import { type DaySpan, daysFault } from '../../domain/orders/coverage';
import { said } from '../../domain/problem';
import { LedgerProblem } from '../store/problem';
import type { Db } from '../store/schema';
import { write } from '../store/transact';

/**
 * Keeps which days a report was asked for, where its orders show fewer of them; null: what its orders show is right.
 * What was read stays beside it. Throws LedgerProblem `not-found`, or `not-allowed` for a report without days and for
 * days that can't be.
 */
export function correctDays(db: Db, id: string, days: DaySpan | null): Promise<void> {
  return write(db, async (tx) => {
    const row = await tx.objectStore('reports').get(id);
    if (!row) throw new LedgerProblem('not-found', said('problemNoSuchReport'));
    const { daysTold: _, ...read } = row;
    if (days === null) return void (await tx.objectStore('reports').put(read));
    if (row.kind !== 'all-orders' || daysFault(days, row.days, Date.now() / 1000) !== null)
      throw new LedgerProblem('not-allowed', said('problemDaysOfReport'));
    const { first, last } = days;
    const isRead = first === row.days?.first && last === row.days.last;
    await tx.objectStore('reports').put(isRead ? read : { ...read, daysTold: { first, last } });
  });
}
