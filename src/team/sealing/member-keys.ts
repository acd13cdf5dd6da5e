import { type Bytes, framed, joined } from './bytes';
import type { Id } from './ids';

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' };
const ecdh = { name: 'ECDH', namedCurve: 'P-256' };
const signature = { name: 'ECDSA', hash: 'SHA-256' };

/** Bytes of a signature. */
export const signatureBytes = 64;
/** Bytes of a public key: a point, both coordinates. */
export const pointBytes = 65;

/** A member's private keys; they can be kept in IndexedDB, and nobody reads them out of there. */
export interface MemberKeys {
  readonly signing: CryptoKey;
  readonly unwrapping: CryptoKey;
}

export interface PublicKeys {
  readonly signKey: Bytes;
  readonly wrapKey: Bytes;
}

/** What is signed, so that no signature can stand for another. */
export type SignedAs = 'entry' | 'snapshot' | 'lease' | 'welcome' | 'other';

/** New keys of a member. */
export async function newMemberKeys(): Promise<{ keys: MemberKeys; open: PublicKeys }> {
  const [signing, wrapping] = await newPairs(false);
  const keys = { signing: signing.privateKey, unwrapping: wrapping.privateKey };
  return {
    keys,
    open: { signKey: await point(signing.publicKey), wrapKey: await point(wrapping.publicKey) },
  };
}

/** Keys of a member that stand written down: only for those kept on paper. */
export async function newWrittenKeys(): Promise<{ written: [JsonWebKey, JsonWebKey]; open: PublicKeys }> {
  const [signing, wrapping] = await newPairs(true);
  const written: [JsonWebKey, JsonWebKey] = [
    await crypto.subtle.exportKey('jwk', signing.privateKey),
    await crypto.subtle.exportKey('jwk', wrapping.privateKey),
  ];
  return {
    written,
    open: { signKey: await point(signing.publicKey), wrapKey: await point(wrapping.publicKey) },
  };
}

/** The keys that were written down. Rejects with a DOMException `DataError` for anything else. */
export async function keysFromWritten([signing, wrapping]: readonly [
  JsonWebKey,
  JsonWebKey,
]): Promise<MemberKeys> {
  // How it may be used was written down, too, and differs from how it shall be used now.
  const bare = ({ kty, crv, x, y, d }: JsonWebKey) => ({ kty, crv, x, y, d }) as JsonWebKey;
  return {
    signing: await crypto.subtle.importKey('jwk', bare(signing), ecdsa, false, ['sign']),
    unwrapping: await crypto.subtle.importKey('jwk', bare(wrapping), ecdh, false, ['deriveBits']),
  };
}

/** The key that tells a member's signatures. Rejects with a DOMException for what is no point. */
export function verifyKey(signKey: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', signKey, ecdsa, true, ['verify']);
}

/** Signs bytes of this team: 64 bytes. Two signatures of the same bytes differ. */
export async function sign(
  keys: MemberKeys,
  team: Id,
  as: SignedAs,
  ...parts: readonly Uint8Array[]
): Promise<Bytes> {
  const signed = await crypto.subtle.sign(signature, keys.signing, signedBytes(team, as, parts));
  return new Uint8Array(signed);
}

/** Whether whoever holds the private key signed just this. */
export function verify(
  key: CryptoKey,
  given: Uint8Array,
  team: Id,
  as: SignedAs,
  ...parts: readonly Uint8Array[]
): Promise<boolean> {
  return crypto.subtle.verify(signature, key, given as Bytes, signedBytes(team, as, parts));
}

function signedBytes(team: Id, as: SignedAs, parts: readonly Uint8Array[]): Bytes {
  return joined(framed('claimcheck-team/1 signed', team, as), framed(...parts));
}

function newPairs(readable: boolean): Promise<[CryptoKeyPair, CryptoKeyPair]> {
  return Promise.all([
    crypto.subtle.generateKey(ecdsa, readable, ['sign', 'verify']),
    crypto.subtle.generateKey(ecdh, readable, ['deriveBits']),
  ]);
}

async function point(key: CryptoKey): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.exportKey('raw', key));
}
