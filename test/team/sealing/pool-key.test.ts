import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64url, sameBytes, utf8 } from '../../../src/team/sealing/bytes';
import { newId } from '../../../src/team/sealing/ids';
import {
  type About,
  checkOf,
  newPoolSecret,
  open,
  poolKeyOf,
  seal,
  sealedExtra,
} from '../../../src/team/sealing/pool-key';
import { unwrapSecret, wrappedBytes, wrapSecret } from '../../../src/team/sealing/wrap';
import { aTeam, somebody } from './people';

const about: About = { team: aTeam, what: 'codes', id: 'one', member: 'ana' };

describe('sealing', () => {
  it('gives back what was sealed, and only to the same key and the same place', async () => {
    const secret = newPoolSecret(1);
    const key = await poolKeyOf(aTeam, secret);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const sealed = await seal(key, bytes, about);
        expect(sealed.length).toBe(bytes.length + sealedExtra);
        expect(sameBytes((await open(key, sealed, about)) as Uint8Array, bytes)).toBe(true);
      }),
      { numRuns: 30 },
    );
    const sealed = await seal(key, utf8('a code'), about);
    const others: About[] = [
      { ...about, team: newId() },
      { ...about, what: 'snapshot' },
      { ...about, id: 'two' },
      { ...about, member: 'ben' },
      { ...about, beside: utf8('x') },
    ];
    for (const other of others) expect(await open(key, sealed, other)).toBeNull();
    const otherKeys = [
      await poolKeyOf(aTeam, newPoolSecret(1)),
      await poolKeyOf(newId(), secret),
      await poolKeyOf(aTeam, { ...secret, generation: 2 }),
    ];
    for (const other of otherKeys) expect(await open(other, sealed, about)).toBeNull();
  });

  it('notices every changed bit and every cut', async () => {
    const key = await poolKeyOf(aTeam, newPoolSecret(1));
    const sealed = await seal(key, utf8('a code'), about);
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = sealed.slice();
      changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(await open(key, changed, about)).toBeNull();
    }
    for (let length = 0; length < sealed.length; length++)
      expect(await open(key, sealed.slice(0, length), about)).toBeNull();
  });

  it('never seals twice alike, and its keys can’t be read out', async () => {
    const key = await poolKeyOf(aTeam, newPoolSecret(1));
    const all = await Promise.all(Array.from({ length: 200 }, () => seal(key, utf8('same'), about)));
    expect(new Set(all.map((sealed) => base64url(sealed.subarray(0, 12)))).size).toBe(200);
    expect([key.sealing.extractable, key.naming.extractable]).toEqual([false, false]);
    // As IndexedDB keeps it.
    expect(await open(structuredClone(key), all[0] as Uint8Array, about)).toEqual(utf8('same'));
  });

  it('is the same in every client: a known secret’s check', async () => {
    const secret = { generation: 3, bytes: Uint8Array.from({ length: 32 }, (_, i) => i) };
    expect(base64url(await checkOf('0'.repeat(24), secret))).toBe('kgzbBSejWjrqyGpf4tO3pA');
    expect(await checkOf('0'.repeat(24), { ...secret, generation: 4 })).not.toEqual(
      await checkOf('0'.repeat(24), secret),
    );
  });
});

describe('a wrapped secret', () => {
  it('opens for its member alone', async () => {
    const [ana, ben] = [await somebody('Ana'), await somebody('Ben')];
    const secret = newPoolSecret(7);
    const wrapped = await wrapSecret(aTeam, secret, ana.card);
    expect(wrapped.length).toBe(wrappedBytes);
    expect(await unwrapSecret(aTeam, 7, wrapped, ana)).toEqual(secret);
    expect(await unwrapSecret(aTeam, 7, wrapped, ben)).toBeNull();
    expect(await unwrapSecret(aTeam, 7, wrapped, { card: ben.card, keys: ana.keys })).toBeNull();
    expect(await unwrapSecret(aTeam, 8, wrapped, ana)).toBeNull();
    expect(await unwrapSecret(newId(), 7, wrapped, ana)).toBeNull();
    expect(await wrapSecret(aTeam, secret, ana.card)).not.toEqual(wrapped);
  });

  it('is nothing where anything was changed', async () => {
    const ana = await somebody();
    const short = await wrapSecret(aTeam, { generation: 1, bytes: new Uint8Array(16) }, ana.card);
    expect(await unwrapSecret(aTeam, 1, short, ana)).toBeNull();
    const wrapped = await wrapSecret(aTeam, newPoolSecret(1), ana.card);
    for (let at = 0; at < wrapped.length; at++) {
      const changed = wrapped.slice();
      changed[at] = (changed[at] as number) ^ 1;
      expect(await unwrapSecret(aTeam, 1, changed, ana)).toBeNull();
    }
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2 * wrappedBytes }), async (bytes) => {
        expect(await unwrapSecret(aTeam, 1, bytes, ana)).toBeNull();
      }),
    );
  });
});
