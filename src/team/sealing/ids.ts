import * as z from 'zod/mini';
import type { Bytes } from './bytes';

/** Crockford's: no I, L, O, U. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * 15 bytes as 24 letters of base32: of a team, a member, a person, a key. Lower case alone, since the engine's
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

/** An entry's id: a UUID in lower case, as `crypto.randomUUID` makes them. */
export type EntryId = string;

export const entryIdBytes = 16;

/** The 16 bytes of a UUID. Throws RangeError for what is none. */
export function bytesOfEntryId(id: EntryId): Bytes {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new RangeError('entry id');
  const digits = id.replaceAll('-', '');
  return Uint8Array.from({ length: entryIdBytes }, (_, i) =>
    Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16),
  );
}

/** The UUID of 16 bytes. */
export function entryIdOf(bytes: Uint8Array): EntryId {
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
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
    }
  }
  return Uint8Array.from(bytes);
}
