import { type Witness, witness } from '../../stored/ledger-witness';
import type { DeskPool } from '../pool';

/**
 * The ledger as it is remembered, where the one found here is older or empty: the browser lost it, for
 * Claimcheck deletes nothing. Null where nothing is missing.
 */
export async function missingHere(pool: DeskPool): Promise<Witness | null> {
  // In this order: a ledger that moves on between the two is no loss.
  const remembered = await witness.read();
  if (!remembered || remembered.codes === 0) return null;
  return (await pool.revision()) < remembered.revision ? remembered : null;
}

/** Remembers the ledger as it is now, also where it holds less than before. */
export async function remember(pool: DeskPool, codes: number): Promise<void> {
  const now: Witness = { revision: await pool.revision(), codes, at: new Date().toISOString() };
  const before = await witness.read();
  if (now.revision === before?.revision && now.codes === before.codes) return;
  await witness.write(now);
}
