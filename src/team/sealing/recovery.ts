import * as z from 'zod/mini';
import { type Bytes, framed, parsed, textOf, utf8 } from './bytes';
import { type Card, cardOf, readCard } from './card';
import type { Id } from './ids';
import { keysFromWritten, type MemberKeys, newWrittenKeys } from './member-keys';
import { paperBytes } from './paper';
import { aesKeyFrom, openWith, sealWith } from './pool-key';

const coordinate = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
const writtenShape = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: coordinate,
  y: coordinate,
  d: coordinate,
});
const boxShape = z.object({
  v: z.literal(1),
  card: z.unknown(),
  keys: z.tuple([writtenShape, writtenShape]),
  beside: z.string(),
});

/** A member who exists on paper alone, for when the owner's browser is lost. */
export interface PaperMember {
  /** To be added to the team as an owner. */
  readonly card: Card;
  /** For the paper; nothing else opens the box. */
  readonly secret: Bytes;
  /** Its private keys, sealed: may lie anywhere, also with the engine. */
  readonly box: Bytes;
}

/**
 * Makes a member for the paper. `beside`: whatever its finder needs more, as the engine's addresses and credentials;
 * `secret`: for a paper of which the engine knows already. Throws RangeError for a name that can't be shown.
 */
export async function newPaperMember(
  team: Id,
  name: string,
  beside: string,
  secret: Bytes = newPaperSecret(),
): Promise<PaperMember> {
  const { written, open } = await newWrittenKeys();
  const card = await cardOf(name, open);
  const keys = written.map(({ kty, crv, x, y, d }) => ({ kty, crv, x, y, d }));
  const told = utf8(JSON.stringify({ v: 1, card, keys, beside }));
  return { card, secret, box: await sealWith(await keyOf(team, secret), told, purposeOf(team)) };
}

/** A new secret for a paper. */
export function newPaperSecret(): Bytes {
  return crypto.getRandomValues(new Uint8Array(paperBytes));
}

export type OpenedBox =
  | {
      readonly kind: 'member';
      readonly card: Card;
      readonly keys: MemberKeys;
      readonly beside: string;
    }
  /** Another paper's box, another team's, or a damaged one: which can't be told. */
  | { readonly kind: 'closed' }
  /** Made by a later Claimcheck. */
  | { readonly kind: 'unread' };

/** Opens the box by the secret on the paper. */
export async function openBox(team: Id, box: Uint8Array, secret: Bytes): Promise<OpenedBox> {
  const bytes = await openWith(await keyOf(team, secret), box, purposeOf(team));
  if (!bytes) return { kind: 'closed' };
  const text = textOf(bytes);
  const told = boxShape.safeParse(text === null ? undefined : parsed(text));
  const card = told.success ? await readCard(told.data.card) : null;
  if (!told.success || !card) return { kind: 'unread' };
  return { kind: 'member', card, keys: await keysFromWritten(told.data.keys), beside: told.data.beside };
}

function keyOf(team: Id, secret: Bytes): Promise<CryptoKey> {
  return aesKeyFrom(secret, purposeOf(team));
}

function purposeOf(team: Id): Bytes {
  return framed('claimcheck-team/1 paper', team);
}
