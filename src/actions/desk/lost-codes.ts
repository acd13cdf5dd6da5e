import { browser } from '../../platform/native';
import type { DeskPool } from '../pool';

/** What the extension's own storage remembers of the ledger; the browser keeps the two apart. */
export interface Witness {
  /** The ledger's revision, which only grows. */
  readonly revision: number;
  /** How many codes it held, of whatever state. */
  readonly codes: number;
  /** ISO. */
  readonly at: string;
}

const key = 'ledger-witness';

/**
 * The ledger as it is remembered, where the one found here is older or empty: the browser lost it, for
 * Claimcheck deletes nothing. Null where nothing is missing.
 */
export async function missingHere(pool: DeskPool): Promise<Witness | null> {
  // In this order: a ledger that moves on between the two is no loss.
  const remembered = await witness();
  if (!remembered || remembered.codes === 0) return null;
  return (await pool.revision()) < remembered.revision ? remembered : null;
}

/** Remembers the ledger as it is now, also where it holds less than before. */
export async function remember(pool: DeskPool, codes: number): Promise<void> {
  const now: Witness = { revision: await pool.revision(), codes, at: new Date().toISOString() };
  const before = await witness();
  if (now.revision === before?.revision && now.codes === before.codes) return;
  await browser.storage.local.set({ [key]: now });
}

async function witness(): Promise<Witness | null> {
  const kept = (await browser.storage.local.get(key))[key] as Partial<Witness> | undefined;
  const { revision, codes, at } = kept ?? {};
  const whole = typeof revision === 'number' && typeof codes === 'number' && typeof at === 'string';
  return whole ? { revision, codes, at } : null;
}
