import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64url, utf8 } from '../../../src/team/sealing/bytes';
import { cardOf, isMemberName, readCard, sameCard, signedBy } from '../../../src/team/sealing/card';
import { fingerprintOf, meetingDigits } from '../../../src/team/sealing/fingerprint';
import { isId, newId } from '../../../src/team/sealing/ids';
import { newMemberKeys, sign, signatureBytes } from '../../../src/team/sealing/member-keys';
import { aTeam, somebody } from './people';

/** The base point of P-256 as both keys: a card that any client makes alike. */
const basePoint = Uint8Array.from(
  (
    '046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296' +
    '4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5'
  )
    .match(/../g)
    ?.map((two) => Number.parseInt(two, 16)) ?? [],
);

describe('a card', () => {
  it('is named by its keys', async () => {
    const { card } = await somebody('Ana María');
    expect(isId(card.id)).toBe(true);
    expect(await readCard(structuredClone(card))).toEqual(card);
    expect(await readCard(JSON.parse(JSON.stringify({ ...card, more: 1 })))).toEqual(card);
    const known = await cardOf('Ana', { signKey: basePoint, wrapKey: basePoint });
    expect(known.id).toBe('svx3qbc241aprgbc9vzegm4r');
    expect((await fingerprintOf(known)).join(' ')).toBe('32308 38138 23817 00476 57807 48895');
  });

  it('is refused with another’s id, keys that are none, or a name that hides something', async () => {
    const [{ card }, other] = [await somebody(), await somebody('Ben')];
    const off = basePoint.slice();
    off[64] = (off[64] as number) ^ 1;
    const told: unknown[] = [
      { ...card, id: other.card.id },
      { ...card, signKey: other.card.signKey },
      { ...card, wrapKey: other.card.wrapKey },
      { ...card, signKey: card.signKey.slice(1) },
      { ...card, wrapKey: base64url(off) },
      { ...card, name: '' },
      null,
      'card',
      [card],
    ];
    for (const one of told) expect(await readCard(one)).toBeNull();
    await expect(cardOf('  ', { signKey: basePoint, wrapKey: basePoint })).rejects.toThrow(RangeError);
    // Its id is right, so that it is the curve alone which tells.
    const bad = await cardOf('Eve', { signKey: basePoint, wrapKey: off });
    expect(await readCard(bad)).toBeNull();
  });

  it('has a name as it is seen', () => {
    for (const name of ['Ana', 'Zoë', '李雷', 'أنا', 'A. O’Neil-Smith', 'x'.repeat(60)])
      expect(isMemberName(name)).toBe(true);
    const hidden = [
      '',
      ' Ana',
      'Ana ',
      'a\nb',
      'a\u202eb',
      'a\u200bb',
      'Zoe\u0308',
      'x'.repeat(61),
      'a\u2028b',
      '\ud800',
    ];
    for (const name of hidden) expect(isMemberName(name)).toBe(false);
  });

  it('is read or refused, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (told) => {
        expect(await readCard(told)).toBeNull();
      }),
    );
  });

  it('tells its member’s signatures of just these bytes, this team and this purpose', async () => {
    const [ana, ben] = [await somebody(), await somebody('Ben')];
    const bytes = utf8('an entry');
    const signature = await sign(ana.keys, aTeam, 'entry', bytes);
    expect(signature.length).toBe(signatureBytes);
    expect(await signedBy(ana.card, signature, aTeam, 'entry', bytes)).toBe(true);
    expect(await signedBy(ben.card, signature, aTeam, 'entry', bytes)).toBe(false);
    expect(await signedBy(ana.card, signature, newId(), 'entry', bytes)).toBe(false);
    expect(await signedBy(ana.card, signature, aTeam, 'lease', bytes)).toBe(false);
    expect(await signedBy(ana.card, signature, aTeam, 'entry', utf8('an entrY'))).toBe(false);
    expect(await signedBy(ana.card, signature, aTeam, 'entry', utf8('an '), utf8('entry'))).toBe(false);
    expect(await signedBy(ana.card, signature.slice(1), aTeam, 'entry', bytes)).toBe(false);
    expect(await signedBy(ana.card, new Uint8Array(64), aTeam, 'entry', bytes)).toBe(false);
  });

  it('has private keys that nobody reads out', async () => {
    const { keys } = await newMemberKeys();
    expect([keys.signing.extractable, keys.unwrapping.extractable]).toEqual([false, false]);
    expect(sameCard((await somebody()).card, (await somebody()).card)).toBe(false);
  });
});

describe('a fingerprint', () => {
  it('is six groups of five digits, another for each card', async () => {
    const { card } = await somebody();
    const own = await fingerprintOf(card);
    expect(own).toHaveLength(6);
    for (const group of own) expect(group).toMatch(/^\d{5}$/);
    expect(await fingerprintOf(structuredClone(card))).toEqual(own);
    const others = [
      { ...card, name: 'Anna' },
      (await somebody()).card,
      { ...card, wrapKey: (await somebody()).card.wrapKey },
    ];
    for (const other of others) expect(await fingerprintOf(other)).not.toEqual(own);
  });

  it('of a meeting is another with another owner, newcomer, team or nonce', async () => {
    const [a, b, eve] = [(await somebody()).card, (await somebody('Ben')).card, (await somebody('Ben')).card];
    const nonce = new Uint8Array(16);
    const all = await Promise.all([
      meetingDigits(aTeam, a, b, nonce),
      meetingDigits(aTeam, b, a, nonce),
      meetingDigits(aTeam, a, eve, nonce),
      meetingDigits(aTeam, eve, b, nonce),
      meetingDigits(newId(), a, b, nonce),
      meetingDigits(aTeam, a, b, nonce.slice(1)),
    ]);
    expect(new Set(all.map(String)).size).toBe(all.length);
    expect(await meetingDigits(aTeam, a, b, nonce)).toEqual(all[0]);
  });
});
