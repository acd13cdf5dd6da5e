import { type Bytes, copied, framed, joined, orNull, sha256, utf8 } from './bytes';
import type { Id } from './ids';

/**
 * What a generation of the pool's key is made of: 32 bytes by chance. Held only as long as it takes to wrap it for
 * somebody; each member finds it again in the log, wrapped for them.
 */
export interface PoolSecret {
  /** Counted from 1; one more with each member who is removed. */
  readonly generation: number;
  readonly bytes: Bytes;
}

/** Keys made of a secret; they can be kept in IndexedDB, and nobody reads them out of there. */
export interface PoolKey {
  readonly generation: number;
  /** AES-GCM, 256 bits. */
  readonly sealing: CryptoKey;
  /** HMAC with SHA-256, for names that nobody outside can guess. */
  readonly naming: CryptoKey;
}

/** What a sealed text is, so that none can stand in another's place. */
export interface About {
  readonly team: Id;
  readonly what: 'entry' | 'snapshot' | 'codes' | 'person-key' | 'earlier-secret' | 'other';
  /** The entry or object. */
  readonly id: string;
  /** Whoever sealed it. */
  readonly member: string;
  /** More that must be the same when it is opened. */
  readonly beside?: Uint8Array;
}

const nonceBytes = 12;
/** Nonce and tag: so many bytes is a sealed text longer than what is in it. */
export const sealedExtra = nonceBytes + 16;
export const secretBytes = 32;
export const largestGeneration = 2 ** 32 - 1;

/** A new secret for a generation. */
export function newPoolSecret(generation: number): PoolSecret {
  return { generation, bytes: crypto.getRandomValues(new Uint8Array(secretBytes)) };
}

/** The keys of a generation of this team. */
export async function poolKeyOf(team: Id, secret: PoolSecret): Promise<PoolKey> {
  const { generation } = secret;
  const [sealing, naming] = await Promise.all([
    derived(team, secret, 'seal', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']),
    derived(team, secret, 'name', { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign']),
  ]);
  return { generation, sealing, naming };
}

/** 16 bytes by which all members see that they were given the same secret, and which tell nothing of it. */
export async function checkOf(team: Id, secret: PoolSecret): Promise<Bytes> {
  const material = await crypto.subtle.importKey('raw', secret.bytes, 'HKDF', false, ['deriveBits']);
  return new Uint8Array(
    await crypto.subtle.deriveBits(derivation(team, secret.generation, 'check'), material, 128),
  );
}

/**
 * Seals bytes. Nonces are 96 bits by chance: as many as 2^32 texts under one key are safe (NIST SP 800-38D, 8.3), and
 * fifty members with a thousand acts a day each take two hundred years for that, or one removal starts anew.
 */
export async function seal(key: PoolKey, bytes: Uint8Array, about: About): Promise<Bytes> {
  return sealWith(key.sealing, bytes, additional(about));
}

/** The bytes again; null where the key, what it is about, or a single bit is another. */
export async function open(key: PoolKey, sealed: Uint8Array, about: About): Promise<Bytes | null> {
  return openWith(key.sealing, sealed, additional(about));
}

/** Seals with any AES-GCM key; `beside` must be the same when it is opened. */
export async function sealWith(key: CryptoKey, bytes: Uint8Array, beside: Bytes): Promise<Bytes> {
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const algorithm = { name: 'AES-GCM', iv, additionalData: beside };
  const body = await crypto.subtle.encrypt(algorithm, key, bytes as Bytes);
  return joined(iv, new Uint8Array(body));
}

/** What `sealWith` sealed; null where anything is another. */
export async function openWith(key: CryptoKey, sealed: Uint8Array, beside: Bytes): Promise<Bytes | null> {
  if (sealed.length < sealedExtra) return null;
  const algorithm = { name: 'AES-GCM', iv: copied(sealed.subarray(0, nonceBytes)), additionalData: beside };
  const body = copied(sealed.subarray(nonceBytes));
  const opened = await orNull(() => crypto.subtle.decrypt(algorithm, key, body));
  return opened && new Uint8Array(opened);
}

/** An AES-GCM key from 32 bytes by chance. */
export function aesKey(bytes: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** An AES-GCM key from any secret with enough chance in it; `purpose` tells its keys apart. */
export async function aesKeyFrom(secret: Bytes, purpose: Bytes): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: await sha256(purpose) };
  const usages: KeyUsage[] = ['encrypt', 'decrypt'];
  return crypto.subtle.deriveKey(algorithm, material, { name: 'AES-GCM', length: 256 }, false, usages);
}

function additional({ team, what, id, member, beside }: About): Bytes {
  return framed('claimcheck-team/1 sealed', team, what, id, member, beside ?? '');
}

async function derived(
  team: Id,
  { generation, bytes }: PoolSecret,
  purpose: string,
  algorithm: AesKeyGenParams | HmacKeyGenParams,
  usages: KeyUsage[],
): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(derivation(team, generation, purpose), material, algorithm, false, usages);
}

function derivation(team: Id, generation: number, purpose: string): HkdfParams {
  const info = framed('claimcheck-team/1 pool', purpose, generation);
  return { name: 'HKDF', hash: 'SHA-256', salt: utf8(team), info };
}
