/** What is needed, besides the passphrase, to open what was locked; base64 where bytes. */
export interface Locked {
  readonly salt: string;
  readonly iv: string;
  /** Rounds of PBKDF2 with SHA-256. */
  readonly rounds: number;
}

/** OWASP's figure for PBKDF2 with SHA-256 (Password Storage Cheat Sheet, 2023). */
const rounds = 600_000;

/** Encrypts bytes (AES-256-GCM) under a passphrase. */
export async function lock(
  bytes: Uint8Array,
  passphrase: string,
): Promise<{ body: Uint8Array; locked: Locked }> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await keyFrom(passphrase, salt, rounds);
  const body = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes as Uint8Array<ArrayBuffer>);
  return { body: new Uint8Array(body), locked: { salt: base64(salt), iv: base64(iv), rounds } };
}

/** The bytes again, or null where the passphrase is another. */
export async function unlock(
  body: Uint8Array,
  { salt, iv, rounds }: Locked,
  passphrase: string,
): Promise<Uint8Array | null> {
  try {
    const key = await keyFrom(passphrase, fromBase64(salt), rounds);
    const algorithm = { name: 'AES-GCM', iv: fromBase64(iv) };
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, body as Uint8Array<ArrayBuffer>));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}

async function keyFrom(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> {
  // The same text typed on another system may be composed differently.
  const text = new TextEncoder().encode(passphrase.normalize('NFC'));
  const material = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveKey']);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  const usages: KeyUsage[] = ['encrypt', 'decrypt'];
  return crypto.subtle.deriveKey(derivation, material, { name: 'AES-GCM', length: 256 }, false, usages);
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
