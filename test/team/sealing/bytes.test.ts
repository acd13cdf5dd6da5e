import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  base64url,
  framed,
  fromBase64url,
  joined,
  parsed,
  sameBytes,
  textOf,
  unsigned,
  unsignedIn,
  utf8,
} from '../../../src/team/sealing/bytes';
import {
  base32,
  bytesOfEntryId,
  bytesOfId,
  entryIdOf,
  fromBase32,
  isId,
  newId,
} from '../../../src/team/sealing/ids';

describe('base64url', () => {
  it('writes what RFC 4648 does, without padding', () => {
    expect(['', 'f', 'fo', 'foo', 'foob'].map((text) => base64url(utf8(text)))).toEqual([
      ...['', 'Zg', 'Zm8', 'Zm9v', 'Zm9vYg'],
    ]);
    expect(base64url(Uint8Array.of(251, 255, 254))).toBe('-__-');
  });

  it('reads what it wrote, of any length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect([...(fromBase64url(base64url(bytes)) ?? [])]).toEqual([...bytes]);
      }),
    );
    const long = new Uint8Array(100_000).map((_, i) => i * 7);
    expect(sameBytes(fromBase64url(base64url(long)) as Uint8Array, long)).toBe(true);
  });

  it('takes one text alone for each list of bytes', () => {
    // The last letter has four unused bits.
    for (const text of ['Zh', 'Zg==', 'Z', 'Zm8+', 'Zm8/', 'Zm 9', 'Zm9v\n', 'é'])
      expect(fromBase64url(text)).toBeNull();
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const bytes = fromBase64url(text);
        if (bytes) expect(base64url(bytes)).toBe(text);
      }),
    );
  });
});

describe('numbers and parts', () => {
  it('writes numbers highest byte first and reads them again', () => {
    expect([...unsigned(0x01_02_03, 4)]).toEqual([0, 1, 2, 3]);
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        expect(unsignedIn(unsigned(value % 2 ** 48, 6))).toBe(value % 2 ** 48);
      }),
    );
    for (const value of [-1, 1.5, 256, Number.NaN]) expect(() => unsigned(value, 1)).toThrow(RangeError);
  });

  it('frames parts so that other parts give other bytes', () => {
    const lists = fc.array(fc.string({ maxLength: 3 }), { maxLength: 4 });
    fc.assert(
      fc.property(lists, lists, (a, b) => {
        expect(sameBytes(framed(...a), framed(...b))).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
    expect(sameBytes(framed('ab', 'c'), framed('a', 'bc'))).toBe(false);
  });

  it('says of bytes and texts that are none', () => {
    expect(textOf(Uint8Array.of(0xff))).toBeNull();
    expect(textOf(utf8('Zoë'))).toBe('Zoë');
    expect(parsed('{')).toBeUndefined();
    expect([...joined(Uint8Array.of(1), Uint8Array.of(), Uint8Array.of(2, 3))]).toEqual([1, 2, 3]);
  });
});

describe('ids', () => {
  it('are Crockford base32 in lower case', () => {
    expect(base32(new Uint8Array(15))).toBe('0'.repeat(24));
    expect(base32(new Uint8Array(15).fill(255))).toBe('z'.repeat(24));
    expect(base32(Uint8Array.of(0, 0x44, 0x32, 0x14, 0xc7))).toBe('01234567');
    expect(() => base32(new Uint8Array(3))).toThrow(RangeError);
  });

  it('go to bytes and back, and nothing else does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 15, maxLength: 15 }), (bytes) => {
        expect(isId(base32(bytes))).toBe(true);
        expect([...bytesOfId(base32(bytes))]).toEqual([...bytes]);
      }),
    );
    const id = newId();
    for (const no of [
      id.toUpperCase() === id ? '' : id.toUpperCase(),
      id.slice(1),
      `${id}0`,
      `u${id.slice(1)}`,
      '__proto__',
    ])
      expect(() => bytesOfId(no)).toThrow(RangeError);
    for (const letter of 'ilou-A') expect(isId(letter + id.slice(1))).toBe(false);
    expect(fromBase32('0000000l')).toBeNull();
    expect(new Set(Array.from({ length: 1000 }, newId)).size).toBe(1000);
  });

  it('of entries are UUIDs', () => {
    const id = '0123abcd-4567-4ef0-8f00-00000000ffff';
    expect(entryIdOf(bytesOfEntryId(id))).toBe(id);
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        expect(entryIdOf(bytesOfEntryId(uuid))).toBe(uuid);
      }),
    );
    for (const no of ['', id.toUpperCase(), `${id}0`, id.replaceAll('-', '')])
      expect(() => bytesOfEntryId(no)).toThrow(RangeError);
  });
});
