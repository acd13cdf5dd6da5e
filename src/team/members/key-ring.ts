import { type Bytes, base64url, fromBase64url } from '../sealing/bytes';
import { type Card, signedBy } from '../sealing/card';
import { partsOf } from '../sealing/envelope-layout';
import type { HandedKeys } from '../sealing/handed-keys';
import type { Id } from '../sealing/ids';
import type { MemberKeys } from '../sealing/member-keys';
import {
  checkOf,
  newPoolSecret,
  open,
  type PoolKey,
  type PoolSecret,
  poolKeyOf,
  seal,
  secretBytes,
} from '../sealing/pool-key';
import { unwrapSecret, wrapSecret } from '../sealing/wrap';
import type { Generation, Members } from './team-state';

/** Oneself: the card and the private keys that belong to it. */
export interface Me {
  readonly card: Card;
  readonly keys: MemberKeys;
}

/** The pool's keys of all generations, the first first. */
export interface KeyRing {
  readonly keys: readonly PoolKey[];
  keyOf(generation: number): PoolKey | null;
}

/** The first secret of a team, handed to its founder. */
export async function foundingKeys(
  team: Id,
  founder: Card,
): Promise<{ secret: PoolSecret; handed: HandedKeys }> {
  const secret = newPoolSecret(1);
  return { secret, handed: await handedTo(team, secret, null, [founder]) };
}

/** The secret in force, handed to somebody new. */
export function keysForNew(team: Id, secret: PoolSecret, newcomer: Card): Promise<HandedKeys> {
  return handedTo(team, secret, null, [newcomer]);
}

/** A new secret after this one, handed to those who stay; with it they open the earlier ones, and nobody else opens it. */
export async function nextKeys(
  team: Id,
  current: PoolSecret,
  staying: readonly Card[],
): Promise<{ secret: PoolSecret; handed: HandedKeys }> {
  const secret = newPoolSecret(current.generation + 1);
  const earlier = await seal(
    await poolKeyOf(team, secret),
    current.bytes,
    aboutEarlier(team, current.generation),
  );
  return { secret, handed: await handedTo(team, secret, base64url(earlier), staying) };
}

/** The secret that was handed to oneself; null where none was, or it isn't the one that all were to get. */
export async function secretIn(team: Id, handed: HandedKeys, me: Me): Promise<PoolSecret | null> {
  const wrapped = handed.wrapped.find(([id]) => id === me.card.id)?.[1];
  return wrapped === undefined ? null : unwrapped(team, handed, wrapped, me);
}

/** The secret in force, as the log handed it to oneself; to be held no longer than it takes to hand it on. */
export async function mySecret(state: Members, me: Me): Promise<PoolSecret | null> {
  const own = Object.hasOwn(state.all, me.card.id) ? state.all[me.card.id] : undefined;
  const generation = state.generations.at(-1);
  if (!own || own.gone || !generation) return null;
  return unwrapped(state.team, generation, own.wrapped, me);
}

/**
 * The keys of all generations up to this secret's. `told`: what the log says of generations; of those that two owners
 * made at once, the true one is found. Null where one is missing.
 */
export async function ringFrom(
  team: Id,
  newest: PoolSecret,
  told: readonly Generation[],
): Promise<KeyRing | null> {
  const keys: PoolKey[] = [];
  for (let secret: PoolSecret | null = newest; ; ) {
    const key = await poolKeyOf(team, secret);
    keys.unshift(key);
    if (secret.generation === 1) return ringOf(keys);
    secret = await earlierOf(team, secret, key, told);
    if (!secret) return null;
  }
}

/** A ring of keys that are held already. */
export function ringOf(keys: readonly PoolKey[]): KeyRing {
  return { keys, keyOf: (generation) => keys.find((key) => key.generation === generation) ?? null };
}

/**
 * Whether these bytes of the log hand oneself the pool's secret, signed by whoever sent the invitation; the secret, or
 * null. That it counts is known once the log is replayed: oneself must be a member then.
 */
export async function welcomeIn(
  team: Id,
  bytes: Uint8Array,
  inviter: Card,
  me: Me,
): Promise<PoolSecret | null> {
  const parts = partsOf(bytes);
  if (parts?.head.member !== inviter.id || !parts.head.handed) return null;
  if (!(await signedBy(inviter, parts.signature, team, 'entry', parts.signed))) return null;
  return secretIn(team, parts.head.handed, me);
}

/** What bytes of the log tell of a generation, for `ringFrom`; null for most. Nothing is verified: the keys will. */
export function generationIn(bytes: Uint8Array): Generation | null {
  const handed = partsOf(bytes)?.head.handed;
  return handed?.earlier
    ? { generation: handed.generation, check: handed.check, earlier: handed.earlier }
    : null;
}

async function handedTo(
  team: Id,
  secret: PoolSecret,
  earlier: string | null,
  cards: readonly Card[],
): Promise<HandedKeys> {
  const wrapped = cards.map(
    async (card) => [card.id, base64url(await wrapSecret(team, secret, card))] as const,
  );
  return {
    generation: secret.generation,
    check: base64url(await checkOf(team, secret)),
    earlier,
    wrapped: await Promise.all(wrapped),
  };
}

async function unwrapped(
  team: Id,
  { generation, check }: Pick<Generation, 'generation' | 'check'>,
  wrapped: string,
  me: Me,
): Promise<PoolSecret | null> {
  const secret = await unwrapSecret(team, generation, fromBase64url(wrapped) as Bytes, me);
  return secret && base64url(await checkOf(team, secret)) === check ? secret : null;
}

async function earlierOf(
  team: Id,
  secret: PoolSecret,
  key: PoolKey,
  told: readonly Generation[],
): Promise<PoolSecret | null> {
  const check = base64url(await checkOf(team, secret));
  const generation = secret.generation - 1;
  for (const one of told) {
    if (one.generation !== secret.generation || one.check !== check || one.earlier === null) continue;
    const bytes = await open(key, fromBase64url(one.earlier) as Bytes, aboutEarlier(team, generation));
    if (bytes?.length === secretBytes) return { generation, bytes };
  }
  return null;
}

function aboutEarlier(team: Id, generation: number) {
  return { team, what: 'earlier-secret', id: String(generation), member: '' } as const;
}
