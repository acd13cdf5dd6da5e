import * as z from 'zod/mini';
import type { Bytes } from './bytes';

/** Crockford's: no I, L, O, U. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * 15 bytes as 24 letters of base32: of a team, a member, an entry, a person. Lower case alone, since the engine's
 * tags know no upper case; and whole letters, so that each id is written in one way.
 */
export type Id = string;

export const idBytes = 15;

export const idShape = z.string().check(z.regex(/^[0-9a-hjkmnp-tv-z]{24}$/));

export function isId(text: unknown): text is Id {
  return idShape.safeParse(text).success;
}

/** A new id by chance: 120 bits, so that no two ever meet. */
export function newId(): Id {
  return base32(crypto.getRandomValues(new Uint8Array(idBytes)));
}

/** The 15 bytes of an id. Throws RangeError for what is no id. */
export function bytesOfId(id: Id): Bytes {
  const bytes = isId(id) ? fromBase32(id) : null;
  if (!bytes) throw new RangeError('id');
  return bytes;
}

/** Bytes as base32; their number must be one of whole letters: a multiple of five. */
export function base32(bytes: Uint8Array): string {
  if (bytes.length % 5 !== 0) throw new RangeError(String(bytes.length));
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += letters[(held >> bits) & 31];
    }
    held &= 31;
  }
  return text;
}

/** The bytes again, of lower case letters; null for any other text. */
export function fromBase32(text: string): Bytes | null {
  if (text.length % 8 !== 0) return null;
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of text) {
    const value = letters.indexOf(letter);
    if (value < 0) return null;
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 255);
      held &= (1 << bits) - 1;
    }
  }
  return Uint8Array.from(bytes);
}
