import * as z from 'zod/mini';
import { type Bytes, base64url, framed, fromBase64url, orNull, sha256 } from './bytes';
import { base32, type Id, idBytes, idShape } from './ids';
import { type PublicKeys, pointBytes, type SignedAs, verify, verifyKey } from './member-keys';

// Else zod tries whether it may compile code, which the extension's policy forbids and reports as an error.
z.config({ jitless: true });

/** Longest name of a member, in UTF-16 units. */
export const longestMemberName = 60;

const pointShape = z.string().check(z.regex(/^[A-Za-z0-9_-]{87}$/));

/**
 * Whether a name is shown as what it is: composed, trimmed, without signs that nobody sees or that turn the
 * direction of others around.
 */
export function isMemberName(text: string): boolean {
  return (
    text.length > 0 &&
    text.length <= longestMemberName &&
    text === text.normalize('NFC').trim() &&
    !/[\p{C}\p{Zl}\p{Zp}]/u.test(text)
  );
}

export const cardShape = z.object({
  id: idShape,
  name: z.string().check(z.refine(isMemberName)),
  /** The public keys, as base64url of a point. */
  signKey: pointShape,
  wrapKey: pointShape,
});

/** What the others know of a member. Its id is a digest of its keys, so that nobody can take another's. */
export type Card = z.infer<typeof cardShape>;

/** The card of somebody's public keys. Throws RangeError for a name that can't be shown. */
export async function cardOf(name: string, { signKey, wrapKey }: PublicKeys): Promise<Card> {
  if (!isMemberName(name)) throw new RangeError('name');
  const card = { name, signKey: base64url(signKey), wrapKey: base64url(wrapKey) };
  return { id: await idOfKeys(card), ...card };
}

/** A card that somebody else sent; null where it is none, its keys are no keys, or its id is not theirs. */
export async function readCard(told: unknown): Promise<Card | null> {
  const card = cardShape.safeParse(told);
  if (!card.success) return null;
  const { id, signKey, wrapKey } = card.data;
  const points = [signKey, wrapKey].map(fromBase64url);
  if (points.some((point) => point?.length !== pointBytes)) return null;
  // A point off the curve would give away what is done with it.
  const keys = await Promise.all(points.map((point) => orNull(() => verifyKey(point as Bytes))));
  if (keys.includes(null) || (await idOfKeys(card.data)) !== id) return null;
  return card.data;
}

export function sameCard(a: Card, b: Card): boolean {
  return a.id === b.id && a.name === b.name && a.signKey === b.signKey && a.wrapKey === b.wrapKey;
}

const verifyKeys = new WeakMap<Card, Promise<CryptoKey>>();

/** Whether the member of this card signed just this. */
export async function signedBy(
  card: Card,
  given: Uint8Array,
  team: Id,
  as: SignedAs,
  ...parts: readonly Uint8Array[]
): Promise<boolean> {
  // Making a key of a card takes as long as a check by it; a log has thousands of entries by the same few.
  let key = verifyKeys.get(card);
  if (!key) {
    key = verifyKey(fromBase64url(card.signKey) as Bytes);
    verifyKeys.set(card, key);
  }
  return verify(await key, given, team, as, ...parts);
}

/** The card as bytes, the same for the same card. */
export function cardBytes({ id, name, signKey, wrapKey }: Card): Bytes {
  return framed('claimcheck-team/1 card', id, name, signKey, wrapKey);
}

async function idOfKeys({ signKey, wrapKey }: Pick<Card, 'signKey' | 'wrapKey'>): Promise<Id> {
  const digest = await sha256(framed('claimcheck-team/1 member', signKey, wrapKey));
  return base32(digest.subarray(0, idBytes));
}
