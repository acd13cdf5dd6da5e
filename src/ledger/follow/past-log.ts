import { said } from '../../domain/problem';
import { LedgerProblem } from '../store/problem';
import type { Tx, WriteTx } from '../store/schema';
import { isStamped } from './stamps';

/** Under this key `meta` keeps how far a log is written into this ledger that it follows. */
export const followedKey = 'followed';

/** Whether this ledger follows a log: its codes and promotions come from there alone. */
export async function followsLog(tx: Tx): Promise<boolean> {
  return (await tx.objectStore('meta').getKey(followedKey)) !== undefined;
}

/**
 * Throws LedgerProblem `not-allowed` where something is to be written past the log that this ledger follows: it would be
 * another than the others' from then on.
 */
export async function refusePastLog(tx: WriteTx): Promise<void> {
  if (!isStamped(tx) && (await followsLog(tx)))
    throw new LedgerProblem('not-allowed', said('problemPastLog'));
}
