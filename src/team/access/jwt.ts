import { nkeys } from '@nats-io/nats-core';

const text = new TextEncoder();

/** What every claim of the engine's tokens has: whom it is about, until when, and what of it. */
export interface Claims {
  /** The public key that it is about. */
  readonly sub: string;
  readonly name: string;
  /** Until when, ms; without it for good. */
  readonly until?: number;
  readonly nats: Readonly<Record<string, unknown>> & { readonly type: 'operator' | 'account' | 'user' };
}

/**
 * A token as nats-server reads it: signed with the seed's key, made at `now` (ms). The server compares the end with
 * its own clock.
 */
export function signToken(seed: string, { sub, name, until, nats }: Claims, now: number): string {
  const key = nkeys.fromSeed(text.encode(seed));
  const claims = {
    // The same claims make the same token.
    jti: `${sub}-${Math.floor(now / 1000)}`,
    iat: Math.floor(now / 1000),
    iss: key.getPublicKey(),
    sub,
    name,
    ...(until === undefined ? {} : { exp: Math.floor(until / 1000) }),
    nats: { ...nats, version: 2 },
  };
  const body = `${part({ typ: 'JWT', alg: 'ed25519-nkey' })}.${part(claims)}`;
  return `${body}.${base64Url(key.sign(text.encode(body)))}`;
}

/** A new key: its seed stays where it is made, its public key is told. */
export function newKey(kind: 'operator' | 'account' | 'user'): { seed: string; publicKey: string } {
  const make = { operator: nkeys.createOperator, account: nkeys.createAccount, user: nkeys.createUser }[kind];
  const pair = make();
  return { seed: new TextDecoder().decode(pair.getSeed()), publicKey: pair.getPublicKey() };
}

/** The public key that belongs to a seed. Throws for what is no seed. */
export function publicKeyOf(seed: string): string {
  return nkeys.fromSeed(text.encode(seed)).getPublicKey();
}

/** Whether a token is signed by the key that it names as its issuer's. */
export function isSignedToken(token: string): boolean {
  try {
    const [head = '', body = '', signature = ''] = token.split('.');
    const { iss } = JSON.parse(new TextDecoder().decode(bytesOf(body))) as { iss: string };
    return nkeys.fromPublic(iss).verify(text.encode(`${head}.${body}`), bytesOf(signature));
  } catch {
    return false;
  }
}

/** Whether it is an account's public key. */
export function isAccount(key: string): boolean {
  try {
    return key.startsWith('A') && nkeys.fromPublic(key).getPublicKey() === key;
  } catch {
    return false;
  }
}

/** Whether it is the seed of an account, or of a key that signs for one. */
export function isAccountSeed(seed: string): boolean {
  try {
    return publicKeyOf(seed).startsWith('A');
  } catch {
    return false;
  }
}

function part(value: unknown): string {
  return base64Url(text.encode(JSON.stringify(value)));
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function bytesOf(part: string): Uint8Array {
  return Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
    letter.charCodeAt(0),
  );
}
