import { maxEntryBytes } from '../log/log';
import { type Bytes, base64url, joined, sha256 } from './bytes';
import { type Card, signedBy } from './card';
import {
  claimOf,
  type Digest,
  type EntryHead,
  type EntryParts,
  envelopeVersion,
  headBytesOf,
  partsOf,
} from './envelope-layout';
import type { Id } from './ids';
import { type MemberKeys, sign } from './member-keys';
import { type About, open, type PoolKey, seal } from './pool-key';

/** An entry of the log that was signed by its member and could be opened. */
export interface Entry extends EntryHead {
  readonly kind: 'entry';
  /** The act, as whoever sealed it wrote it. */
  readonly content: Bytes;
  /** What the member's next entry names as `prev`. */
  readonly digest: Digest;
}

/** Why bytes in the log are nothing: each replica comes to the same, whatever it holds. */
export type Nonsense =
  | 'too-small'
  | 'too-large'
  | 'other-member'
  | 'unknown-member'
  | 'signature'
  | 'layout'
  /** Sealed with a key that wasn't there yet. */
  | 'generation'
  /** Sealed otherwise than its open part says. */
  | 'sealed';

export type Opened =
  | Entry
  /** To be passed over, and shown. `member`: by whose rights it came, or who it says to be of. */
  | { readonly kind: 'nonsense'; readonly why: Nonsense; readonly member: Id | '' }
  /** A member wrote it with a later Claimcheck: nothing after it can be replayed before an update. */
  | { readonly kind: 'newer'; readonly v: number; readonly member: Id }
  /** This browser lacks a key that the others have: it must get the key before it goes on. */
  | { readonly kind: 'locked'; readonly generation: number; readonly member: Id };

/** Where an entry stands, and what is known there. */
export interface Place {
  readonly team: Id;
  /** By whose rights the engine took it in: the end of its subject; '' where the engine can't vouch for it. */
  readonly member: Id | '';
  /** The newest generation of the pool's key at this place of the log. */
  readonly generation: number;
  /** The card of a member, also of one removed; null for nobody's. */
  cardOf(member: Id): Card | null;
  keyOf(generation: number): PoolKey | null;
}

/**
 * Seals and signs an entry. When no answer comes, these same bytes are sent again, never made anew. Throws RangeError
 * for more than `maxEntryBytes` bytes or values without a place.
 */
export async function sealEntry(
  team: Id,
  told: Omit<EntryHead, 'v' | 'key'>,
  content: Uint8Array,
  by: { readonly keys: MemberKeys; readonly pool: PoolKey },
): Promise<{ bytes: Bytes; digest: Digest }> {
  const head = { ...told, v: envelopeVersion, key: by.pool.generation };
  const start = headBytesOf(head);
  const signed = joined(start, await seal(by.pool, content, about(team, head, start)));
  const bytes = joined(signed, await sign(by.keys, team, 'entry', signed));
  if (bytes.length > maxEntryBytes) throw new RangeError(String(bytes.length));
  return { bytes, digest: await digestOf(signed) };
}

/** Opens what stands in the log; never rejects, whatever the bytes are. Sizes are looked at first, then who, then what. */
export async function openEntry(bytes: Uint8Array, place: Place): Promise<Opened> {
  let member = place.member;
  const nonsense = (why: Nonsense): Opened => ({ kind: 'nonsense', why, member });
  if (bytes.length > maxEntryBytes) return nonsense('too-large');
  const claim = claimOf(bytes);
  if (!claim) return nonsense('too-small');
  if (member !== '' && claim.member !== member) return nonsense('other-member');
  member = claim.member;
  const card = place.cardOf(member);
  if (!card) return nonsense('unknown-member');
  if (!(await signedBy(card, claim.signature, place.team, 'entry', claim.signed)))
    return nonsense('signature');
  // Said by a member only: else anybody's byte would stop everyone.
  if (claim.v > envelopeVersion) return { kind: 'newer', v: claim.v, member };
  const parts = partsOf(bytes);
  if (!parts) return nonsense('layout');
  const generation = parts.head.key;
  if (generation > place.generation) return nonsense('generation');
  const pool = place.keyOf(generation);
  if (!pool) return { kind: 'locked', generation, member };
  return (await unsealed(place.team, parts, pool)) ?? nonsense('sealed');
}

/** Opens an entry whose signature was checked, or is to be by the card inside; null where the key doesn't open it. */
export async function unsealed(team: Id, parts: EntryParts, pool: PoolKey): Promise<Entry | null> {
  const { head, headBytes, sealed, signed } = parts;
  const content = await open(pool, sealed, about(team, head, headBytes));
  return content && { kind: 'entry', ...head, content, digest: await digestOf(signed) };
}

function about(team: Id, { id, member }: EntryHead, start: Bytes): About {
  return { team, what: 'entry', id, member, beside: start };
}

/** Without the signature: another valid one of the same entry can be computed by anybody. */
async function digestOf(signed: Bytes): Promise<Digest> {
  return base64url(await sha256(signed));
}
