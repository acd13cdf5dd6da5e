import { type Bytes, base64url, fromBase64url, joined, unsigned, unsignedIn } from './bytes';
import { base32, bytesOfId, type Id, idBytes } from './ids';
import { sealedExtra, secretBytes } from './pool-key';
import { wrappedBytes } from './wrap';

/** Bytes by which members see that they were given the same secret. */
const checkBytes = 16;
export const earlierBytes = secretBytes + sealedExtra;
const oneBytes = idBytes + wrappedBytes;
const headBytes = 4 + checkBytes + 1;
/** Most members that an entry can hand a secret to: what two bytes of length hold. */
export const mostHanded = Math.floor((65_535 - headBytes - earlierBytes) / oneBytes);

/**
 * The secret of a generation, wrapped for members. It stands in the open part of an entry, since whoever needs it
 * can't open the rest yet; the entry's signature covers it.
 */
export interface HandedKeys {
  readonly generation: number;
  /** 16 bytes as base64url. */
  readonly check: string;
  /** The secret of the generation before, sealed under this one; null where this one was there already, or is the first. */
  readonly earlier: string | null;
  /** Each member's id and what is wrapped for them, as base64url. */
  readonly wrapped: readonly (readonly [Id, string])[];
}

/** As bytes. Throws RangeError for what has no place: too many members, or wrong lengths. */
export function handedBytes({ generation, check, earlier, wrapped }: HandedKeys): Bytes {
  if (wrapped.length > mostHanded) throw new RangeError(String(wrapped.length));
  return joined(
    unsigned(generation, 4),
    exactly(check, checkBytes),
    earlier === null ? unsigned(0, 1) : joined(unsigned(1, 1), exactly(earlier, earlierBytes)),
    ...wrapped.map(([id, text]) => joined(bytesOfId(id), exactly(text, wrappedBytes))),
  );
}

/** What `handedBytes` wrote; null for anything else, also where a member is named twice. */
export function handedIn(bytes: Uint8Array): HandedKeys | null {
  if (bytes.length < headBytes) return null;
  const generation = unsignedIn(bytes.subarray(0, 4));
  const check = base64url(bytes.subarray(4, 4 + checkBytes));
  const has = bytes[4 + checkBytes] as number;
  const start = headBytes + (has === 1 ? earlierBytes : 0);
  if (has > 1 || generation === 0 || bytes.length < start || (bytes.length - start) % oneBytes !== 0)
    return null;
  const wrapped: [Id, string][] = [];
  for (let at = start; at < bytes.length; at += oneBytes) {
    const id = base32(bytes.subarray(at, at + idBytes));
    wrapped.push([id, base64url(bytes.subarray(at + idBytes, at + oneBytes))]);
  }
  if (wrapped.length > mostHanded || new Set(wrapped.map(([id]) => id)).size !== wrapped.length) return null;
  return {
    generation,
    check,
    earlier: has === 1 ? base64url(bytes.subarray(headBytes, start)) : null,
    wrapped,
  };
}

function exactly(text: string, length: number): Bytes {
  const bytes = fromBase64url(text);
  if (bytes?.length !== length) throw new RangeError('keys');
  return bytes;
}
