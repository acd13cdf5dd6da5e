import { base64url, framed, joined, sha256 } from './bytes';
import { type Digest, digestIn, type EntryHead } from './envelope-layout';
import type { Id } from './ids';

/** The chain of a log in which nothing stands yet. */
export async function chainStart(team: Id): Promise<Digest> {
  return base64url(await sha256(framed('claimcheck-team/1 chain', team)));
}

/** The chain after one more entry, whatever its bytes are; with the same chain, everything before is the same. */
export async function chainOf(previous: Digest, entry: Uint8Array): Promise<Digest> {
  return base64url(await sha256(joined(digestIn(previous), await sha256(joined(entry)))));
}

/**
 * What an entry tells of the log it stands in. `other-log`: its member saw other entries than stand here; `cut`: its
 * member had seen more than stands before it; `own-missing`: an earlier entry of the same member is gone, or two
 * browsers write as one member.
 */
export type Witness = 'same' | 'other-log' | 'cut' | 'own-missing';

/**
 * Compares what an entry says to have seen with this log. Whoever repeats an entry under the same id is to be passed
 * over before. Each but `same` is a sign that the engine's log was tampered with, or that this member tells lies.
 */
export function witnessOf(
  entry: Pick<EntryHead, 'prev' | 'seen'>,
  here: {
    /** Where the entry stands. */
    readonly seq: number;
    /** The digest of the last entry before this one that its member signed, or null. */
    readonly ownLast: Digest | null;
    /** The chain after the entry at `seq` (0: none yet); null where it isn't kept any more. */
    chainAt(seq: number): Digest | null;
  },
): Witness {
  if (entry.seen.seq >= here.seq) return 'cut';
  const chain = here.chainAt(entry.seen.seq);
  if (chain !== null && chain !== entry.seen.chain) return 'other-log';
  return entry.prev === here.ownLast ? 'same' : 'own-missing';
}
