import { type Bytes, copied, framed, fromBase64url, joined, orNull } from './bytes';
import type { Card } from './card';
import type { Id } from './ids';
import { type MemberKeys, pointBytes } from './member-keys';
import { aesKeyFrom, type PoolSecret, secretBytes } from './pool-key';

const ecdh = { name: 'ECDH', namedCurve: 'P-256' };

/** Bytes of a wrapped secret: a key made for it alone, the secret, a tag. */
export const wrappedBytes = pointBytes + secretBytes + 16;

/**
 * Wraps a secret for the member of this card. It doesn't tell who wrapped it: that is for the signature of the entry
 * it stands in.
 */
export async function wrapSecret(team: Id, secret: PoolSecret, card: Card): Promise<Bytes> {
  const wrapKey = fromBase64url(card.wrapKey) as Bytes;
  const once = await crypto.subtle.generateKey(ecdh, false, ['deriveBits']);
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', once.publicKey));
  const theirs = await crypto.subtle.importKey('raw', wrapKey, ecdh, false, []);
  const beside = about(team, secret.generation, card, point);
  const key = await keyBetween(theirs, once.privateKey, beside);
  return joined(point, new Uint8Array(await crypto.subtle.encrypt(algorithm(beside), key, secret.bytes)));
}

/** The secret that was wrapped for the member of this card; null where it was for another or is damaged. */
export async function unwrapSecret(
  team: Id,
  generation: number,
  wrapped: Uint8Array,
  me: { readonly card: Card; readonly keys: MemberKeys },
): Promise<PoolSecret | null> {
  if (wrapped.length !== wrappedBytes) return null;
  const point = copied(wrapped.subarray(0, pointBytes));
  const once = await orNull(() => crypto.subtle.importKey('raw', point, ecdh, false, []));
  if (!once) return null;
  const beside = about(team, generation, me.card, point);
  const key = await keyBetween(once, me.keys.unwrapping, beside);
  const body = copied(wrapped.subarray(pointBytes));
  const bytes = await orNull(() => crypto.subtle.decrypt(algorithm(beside), key, body));
  return bytes && { generation, bytes: new Uint8Array(bytes) };
}

function about(team: Id, generation: number, { id, wrapKey }: Card, point: Bytes): Bytes {
  return framed('claimcheck-team/1 wrapped', team, generation, id, wrapKey, point);
}

async function keyBetween(theirs: CryptoKey, ours: CryptoKey, purpose: Bytes): Promise<CryptoKey> {
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, ours, 256);
  return aesKeyFrom(new Uint8Array(shared), purpose);
}

/** The key seals one text only, so that a nonce of zeros meets no other. */
function algorithm(beside: Bytes): AesGcmParams {
  return { name: 'AES-GCM', iv: new Uint8Array(12), additionalData: beside };
}
