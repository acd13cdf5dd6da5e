import { type Bytes, framed, sha256 } from './bytes';
import { type Card, cardBytes } from './card';
import type { Id } from './ids';

const groups = 6;
const digitsPerGroup = 5;

/**
 * 30 digits in six groups: 99.6 bits. Whoever wants to pass for somebody needs keys with the same digits as a card that
 * stands already: 2^99 tries, for which all the world's miners of 2026 (2^70 digests a second) would take decades. Digits,
 * since two people of any languages can read them to each other.
 */
export function fingerprintOf(card: Card): Promise<string[]> {
  return digits(framed('claimcheck-team/1 fingerprint', cardBytes(card)));
}

/**
 * The digits that an owner and somebody new compare once for both ways: they are the same only where each has the
 * other's true card. `nonce`: by chance, chosen by the new member after reading the invitation. Without it, somebody in
 * the middle could prepare two false cards whose digits agree (2^50 tries, since both are theirs to choose).
 */
export function meetingDigits(team: Id, owner: Card, newcomer: Card, nonce: Uint8Array): Promise<string[]> {
  return digits(framed('claimcheck-team/1 meeting', team, cardBytes(owner), cardBytes(newcomer), nonce));
}

async function digits(bytes: Bytes): Promise<string[]> {
  const digest = await sha256(bytes);
  // Of 128 bits, so that all digits come equally often but for one in 2^28.
  let value = digest.subarray(0, 16).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const size = 10n ** BigInt(digitsPerGroup);
  return Array.from({ length: groups }, () => {
    const group = String(value % size).padStart(digitsPerGroup, '0');
    value /= size;
    return group;
  });
}
