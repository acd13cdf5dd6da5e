import { LedgerProblem, sentences } from './problem';

/** Bytes that must be free before anything is written: an import of a million codes needs less. */
const least = 64 * 1024 * 1024;
/** With so much room nobody needs to ask again for a while, milliseconds: asking takes longer than many a write. */
const plenty = 16 * least;
const trustedFor = 2000;
let plentyUntil = Number.NEGATIVE_INFINITY;

/** `usageDetails` is Chromium's own addition. */
type Told = StorageEstimate & { readonly usageDetails?: unknown };

/**
 * Refuses before a nearly full disk is written to: Chromium, once a write of its own has failed half-way,
 * may throw the whole database away at its next start. Not so in Firefox, which undoes such a write, and whose
 * quota is a tenth of the disk as it once was: small on a disk that has room, large on one that has none.
 * Throws LedgerProblem `quota`.
 */
export async function mustHaveRoom(): Promise<void> {
  if (performance.now() < plentyUntil) return;
  // Where the browser doesn't tell, the write itself shows.
  const told: Told | null = (await globalThis.navigator?.storage?.estimate?.().catch(() => null)) ?? null;
  if (told?.usageDetails === undefined || told.quota === undefined || told.usage === undefined) return;
  const free = told.quota - told.usage;
  if (free > plenty) plentyUntil = performance.now() + trustedFor;
  if (free < least) throw new LedgerProblem('quota', sentences.quota);
}
