import { joined } from '../../domain/text/bytes';

export { joined };

/** Bytes that WebCrypto takes: not shared with another thread. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function utf8(text: string): Bytes {
  return encoder.encode(text) as Bytes;
}

/** The text again; null for what is no UTF-8. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return strictDecoder.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** What the text says as JSON; undefined for what is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The same bytes, as a copy that nobody else writes to. */
export function copied(bytes: Uint8Array): Bytes {
  return new Uint8Array(bytes);
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Parts with their lengths before them, so that no two lists of parts give the same bytes. */
export function framed(...parts: readonly (string | number | Uint8Array)[]): Bytes {
  return joined(
    ...parts.flatMap((part) => {
      const bytes = part instanceof Uint8Array ? part : utf8(String(part));
      return [unsigned(bytes.length, 4), bytes];
    }),
  );
}

/** A whole number, highest byte first. Throws RangeError for one that so many bytes can't hold. */
export function unsigned(value: number, size: number): Bytes {
  if (!Number.isSafeInteger(value) || value < 0 || value >= 256 ** size) throw new RangeError(String(value));
  const bytes = new Uint8Array(size);
  for (let i = size - 1, rest = value; i >= 0; i--, rest = Math.floor(rest / 256)) bytes[i] = rest % 256;
  return bytes;
}

/** The whole number that `unsigned` wrote; at most six bytes. */
export function unsignedIn(bytes: Uint8Array): number {
  return bytes.reduce((value, byte) => value * 256 + byte, 0);
}

export function base64url(bytes: Uint8Array): string {
  let text = '';
  // A call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** The bytes again; null for text that `base64url` doesn't write, also where only unused bits differ. */
export function fromBase64url(text: string): Bytes | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  const bytes = Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
  return base64url(bytes) === text ? bytes : null;
}

/** What a WebCrypto call gives; null where bytes of somebody else are no key or don't open. */
export async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DOMException && ['OperationError', 'DataError'].includes(error.name)) return null;
    throw error;
  }
}

export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
