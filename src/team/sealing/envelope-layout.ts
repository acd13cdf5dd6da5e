import { type Bytes, base64url, copied, fromBase64url, joined, unsigned, unsignedIn } from './bytes';
import { type HandedKeys, handedBytes, handedIn } from './handed-keys';
import {
  base32,
  bytesOfEntryId,
  bytesOfId,
  type EntryId,
  entryIdBytes,
  entryIdOf,
  type Id,
  idBytes,
} from './ids';
import { signatureBytes } from './member-keys';
import { sealedExtra } from './pool-key';

/** A SHA-256 digest as base64url. */
export type Digest = string;

/** The version that this client writes, and the newest it reads. */
export const envelopeVersion = 1;

/** By what a member says that their Claimcheck reads entries of a later version: among the kinds of acts that it knows. */
export function envelopeKind(v: number): string {
  return `envelope${String.fromCharCode(64 + v)}`;
}

const digestBytes = 32;
const timeBytes = 6;
/** Version and member come first and the signature last in every version, so that each can tell who wrote what it can't read. */
const memberAt = 1;
const idAt = memberAt + idBytes;
const timeAt = idAt + entryIdBytes;
const keyAt = timeAt + timeBytes;
const prevAt = keyAt + 4;
const seenAt = prevAt + digestBytes;
const chainAt = seenAt + 6;
const handedLengthAt = chainAt + digestBytes;
const handedAt = handedLengthAt + 2;

export const smallestAnyVersion = idAt + signatureBytes;
export const smallestEntry = handedAt + sealedExtra + signatureBytes;

/** The open part of an entry: all that the engine sees. */
export interface EntryHead {
  readonly v: number;
  readonly id: EntryId;
  readonly member: Id;
  /** By the member's own clock, in milliseconds since 1970: to show, never to order by. */
  readonly at: number;
  /** The generation of the pool's key that it is sealed with. */
  readonly key: number;
  /** The digest of the member's own last entry; null in their first. */
  readonly prev: Digest | null;
  /** How far the member had replayed the log when writing, and its chain there. */
  readonly seen: { readonly seq: number; readonly chain: Digest };
  readonly handed: HandedKeys | null;
}

/** An entry's parts. */
export interface EntryParts {
  readonly head: EntryHead;
  /** The bytes of the head, which can't be changed without what is sealed failing to open. */
  readonly headBytes: Bytes;
  readonly sealed: Bytes;
  /** All but the signature. */
  readonly signed: Bytes;
  readonly signature: Bytes;
}

/** The head as bytes. Throws RangeError for values that have no place. */
export function headBytesOf({ v, id, member, at, key, prev, seen, handed }: EntryHead): Bytes {
  const keys = handed ? handedBytes(handed) : new Uint8Array(0);
  return joined(
    unsigned(v, 1),
    bytesOfId(member),
    bytesOfEntryId(id),
    unsigned(at, timeBytes),
    unsigned(key, 4),
    prev === null ? new Uint8Array(digestBytes) : digestIn(prev),
    unsigned(seen.seq, 6),
    digestIn(seen.chain),
    unsigned(keys.length, 2),
    keys,
  );
}

/** Who says to have written it, in any version; null for too few bytes. */
export function claimOf(
  bytes: Uint8Array,
): { v: number; member: Id; signed: Bytes; signature: Bytes } | null {
  if (bytes.length < smallestAnyVersion) return null;
  const end = bytes.length - signatureBytes;
  return {
    v: bytes[0] as number,
    member: base32(bytes.subarray(memberAt, idAt)),
    signed: copied(bytes.subarray(0, end)),
    signature: copied(bytes.subarray(end)),
  };
}

/** The parts of an entry of this version; null where lengths don't agree. Nothing is checked or opened yet. */
export function partsOf(bytes: Uint8Array): EntryParts | null {
  const claim = bytes.length < smallestEntry ? null : claimOf(bytes);
  if (claim?.v !== envelopeVersion) return null;
  const number = (at: number, size: number) => unsignedIn(bytes.subarray(at, at + size));
  const handedLength = number(handedLengthAt, 2);
  const sealedAt = handedAt + handedLength;
  if (bytes.length < smallestEntry + handedLength) return null;
  const handed = handedLength === 0 ? null : handedIn(bytes.subarray(handedAt, sealedAt));
  const key = number(keyAt, 4);
  if ((handed === null && handedLength > 0) || key === 0) return null;
  const prev = bytes.subarray(prevAt, seenAt);
  return {
    head: {
      v: claim.v,
      id: entryIdOf(bytes.subarray(idAt, timeAt)),
      member: claim.member,
      at: number(timeAt, timeBytes),
      key,
      prev: prev.every((byte) => byte === 0) ? null : base64url(prev),
      seen: { seq: number(seenAt, 6), chain: base64url(bytes.subarray(chainAt, handedLengthAt)) },
      handed,
    },
    headBytes: copied(bytes.subarray(0, sealedAt)),
    sealed: copied(bytes.subarray(sealedAt, bytes.length - signatureBytes)),
    signed: claim.signed,
    signature: claim.signature,
  };
}

/** The 32 bytes of a digest. Throws RangeError for any other text. */
export function digestIn(digest: Digest): Bytes {
  const bytes = fromBase64url(digest);
  if (bytes?.length !== digestBytes) throw new RangeError('digest');
  return bytes;
}
