import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { maxEntryBytes } from '../../../src/team/log/log';
import { base64url, joined, utf8 } from '../../../src/team/sealing/bytes';
import { type Entry, openEntry, type Place, sealEntry } from '../../../src/team/sealing/envelope';
import { type EntryHead, partsOf, smallestEntry } from '../../../src/team/sealing/envelope-layout';
import { type HandedKeys, handedBytes, handedIn, mostHanded } from '../../../src/team/sealing/handed-keys';
import { newId } from '../../../src/team/sealing/ids';
import { sign } from '../../../src/team/sealing/member-keys';
import { newPoolSecret, type PoolKey, poolKeyOf, seal } from '../../../src/team/sealing/pool-key';
import { aTeam, firstHead, type Somebody, somebody } from './people';

const act = utf8('{"kind":"issueNext","args":["p1",1]}');
let ana: Somebody;
let ben: Somebody;
let pool: PoolKey;
let place: Place;

beforeAll(async () => {
  [ana, ben] = [await somebody(), await somebody('Ben')];
  pool = await poolKeyOf(aTeam, newPoolSecret(1));
  place = {
    team: aTeam,
    member: ana.card.id,
    generation: 1,
    cardOf: (id) => [ana, ben].find(({ card }) => card.id === id)?.card ?? null,
    keyOf: (generation) => (generation === 1 ? pool : null),
  };
});

async function entry(part: Partial<EntryHead> = {}, content: Uint8Array = act, by = ana) {
  return sealEntry(aTeam, await firstHead(aTeam, ana.card.id, part), content, { keys: by.keys, pool });
}

/** Bytes with a signature that is right for them. */
async function signedAnew(signed: Uint8Array, by = ana): Promise<Uint8Array> {
  return joined(signed, await sign(by.keys, aTeam, 'entry', signed));
}

async function why(bytes: Uint8Array, at: Partial<Place> = {}): Promise<string> {
  const opened = await openEntry(bytes, { ...place, ...at });
  return opened.kind === 'nonsense' ? opened.why : opened.kind;
}

describe('an entry', () => {
  it('opens as it was sealed', async () => {
    const digest = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(base64url);
    const heads = fc.record({
      id: fc.uuid(),
      at: fc.nat(2 ** 31).map((n) => n * 2 ** 16),
      prev: fc.option(digest.filter((one) => one !== 'A'.repeat(43))),
      seen: fc.record({ seq: fc.nat(), chain: digest }),
    });
    await fc.assert(
      fc.asyncProperty(heads, fc.uint8Array({ maxLength: 500 }), async (head, content) => {
        const { bytes, digest } = await entry(head, content);
        expect(bytes.length).toBe(smallestEntry + content.length);
        const opened = (await openEntry(bytes, place)) as Entry;
        expect(opened).toEqual({
          ...{ kind: 'entry', v: 1, member: ana.card.id, key: 1, handed: null },
          ...{ ...head, content: new Uint8Array(content), digest },
        });
      }),
      { numRuns: 40 },
    );
  });

  it('costs so many bytes beside its act', async () => {
    expect(smallestEntry).toBe(206);
    expect((await entry({}, act)).bytes.length).toBe(206 + act.length);
  });

  it('is laid out as every client lays it out', async () => {
    const id = '00112233-4455-6677-8899-aabbccddeeff';
    const seen = { seq: 5, chain: base64url(new Uint8Array(32).fill(8)) };
    const { bytes } = await entry({ id, at: 0x01_02, prev: base64url(new Uint8Array(32).fill(9)), seen });
    const digits = [...bytes.subarray(16, 114)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    expect(bytes[0]).toBe(1);
    expect(digits).toBe(
      `00112233445566778899aabbccddeeff${'000000000102'}00000001${'09'.repeat(32)}000000000005${'08'.repeat(32)}0000`,
    );
  });

  it('is a new one each time, while its digest leaves the signature out', async () => {
    const { bytes, digest } = await entry();
    const again = await signedAnew(bytes.subarray(0, -64));
    expect(again).not.toEqual(bytes);
    expect(((await openEntry(again, place)) as Entry).digest).toBe(digest);
  });

  it('is not made of what has no place', async () => {
    const wrong: Partial<EntryHead>[] = [
      { at: -1 },
      { at: 2 ** 48 },
      { id: 'no' },
      { member: 'no' },
      { prev: 'no' },
      { seen: { seq: -1, chain: 'A'.repeat(43) } },
    ];
    for (const part of wrong) await expect(entry(part)).rejects.toThrow(RangeError);
    const room = maxEntryBytes - smallestEntry;
    expect((await entry({}, new Uint8Array(room))).bytes.length).toBe(maxEntryBytes);
    await expect(entry({}, new Uint8Array(room + 1))).rejects.toThrow(RangeError);
  });
});

describe('what is no entry', () => {
  it('is told by its size first', async () => {
    const { bytes } = await entry();
    expect(await why(new Uint8Array(maxEntryBytes + 1))).toBe('too-large');
    expect(await why(new Uint8Array(0))).toBe('too-small');
    expect(await why(bytes.subarray(0, 79))).toBe('too-small');
    expect(await why(bytes.subarray(0, 80))).toBe('signature');
  });

  it('is told by who wrote it', async () => {
    const { bytes } = await entry();
    expect(await why(bytes)).toBe('entry');
    // The engine says it can't vouch; the signature does.
    expect(await why(bytes, { member: '' })).toBe('entry');
    expect(await why(bytes, { member: ben.card.id })).toBe('other-member');
    expect(await why(bytes, { cardOf: () => null })).toBe('unknown-member');
    expect(await why(bytes, { cardOf: () => ben.card })).toBe('signature');
    expect(await why(bytes, { team: newId() })).toBe('signature');
    expect(await why((await entry({}, act, ben)).bytes)).toBe('signature');
    expect(await why((await entry({ member: ben.card.id }, act, ben)).bytes)).toBe('other-member');
  });

  it('is told by a single changed bit', async () => {
    const { bytes } = await entry();
    for (let at = 0; at < bytes.length; at++) {
      const changed = bytes.slice();
      changed[at] = (changed[at] as number) ^ (1 << (at % 8));
      expect(await why(changed)).toBe(at >= 1 && at < 16 ? 'other-member' : 'signature');
    }
  });

  it('is also what its own member signed, but laid out or sealed otherwise', async () => {
    const { bytes } = await entry();
    const signed = bytes.subarray(0, -64);
    const changed = (at: number, value: number) => {
      const copy = signed.slice();
      copy[at] = value;
      return signedAnew(copy);
    };
    expect(await why(await changed(0, 0))).toBe('layout');
    expect(await why(await changed(113, 5))).toBe('layout');
    expect(await why(await signedAnew(signed.subarray(0, 141)))).toBe('layout');
    // Generation 0, and one that isn't there yet.
    expect(await why(await changed(41, 0))).toBe('layout');
    expect(await why(await changed(41, 2))).toBe('generation');
    // Its id, its time, what it says to have seen.
    for (const at of [30, 35, 74, 80, 100])
      expect(await why(await changed(at, (signed[at] as number) ^ 77))).toBe('sealed');
    // Handed keys that are right, and no room behind them for anything sealed.
    const keys = handedBytes({ generation: 1, check: 'A'.repeat(22), earlier: null, wrapped: [] });
    const noRoom = joined(signed.subarray(0, 113), Uint8Array.of(keys.length), keys, new Uint8Array(20));
    expect(await why(await signedAnew(noRoom))).toBe('layout');
    expect(await why(await changed(signed.length - 1, (signed.at(-1) as number) ^ 1))).toBe('sealed');
    // Sealed by somebody with the pool's key, for another entry.
    const other = await seal(pool, act, { team: aTeam, what: 'entry', id: 'other', member: ana.card.id });
    expect(await why(await signedAnew(joined(signed.subarray(0, 114), other)))).toBe('sealed');
  });

  it('is no nonsense where only this browser can’t open it', async () => {
    const { bytes } = await entry();
    expect(await openEntry(bytes, { ...place, keyOf: () => null })).toEqual({
      ...{ kind: 'locked', generation: 1, member: ana.card.id },
    });
    const next = { ...pool, generation: 2 };
    const later = await sealEntry(aTeam, await firstHead(aTeam, ana.card.id), act, {
      keys: ana.keys,
      pool: next,
    });
    expect(await why(later.bytes)).toBe('generation');
    expect(await why(later.bytes, { generation: 2, keyOf: () => null })).toBe('locked');
  });

  it('is newer only where a member says so, in whatever layout', async () => {
    const later = joined(Uint8Array.of(2), (await entry()).bytes.subarray(1, 16), new Uint8Array(20).fill(7));
    expect(await openEntry(await signedAnew(later), place)).toEqual({
      ...{ kind: 'newer', v: 2, member: ana.card.id },
    });
    expect(await why(await signedAnew(later, ben))).toBe('signature');
    expect(await why(joined(later, new Uint8Array(64)))).toBe('signature');
    expect(await why(await signedAnew(later), { cardOf: () => null })).toBe('unknown-member');
  });

  it('never throws, whatever the bytes are', async () => {
    const { bytes: good } = await entry();
    const some = fc.oneof(
      fc.uint8Array({ maxLength: 600 }),
      fc.tuple(fc.nat(300), fc.uint8Array({ maxLength: 80 })).map(([at, part]) => {
        const copy = joined(good);
        copy.set(part.subarray(0, Math.max(0, copy.length - at)), Math.min(at, copy.length));
        return copy;
      }),
      fc
        .tuple(fc.nat(300), fc.nat(300))
        .map(([from, to]) => joined(good.subarray(0, from), good.subarray(to))),
    );
    await fc.assert(
      fc.asyncProperty(some, fc.boolean(), async (bytes, signed) => {
        // Also what a member signs.
        const whole = signed ? await signedAnew(bytes) : bytes;
        const result = await openEntry(whole, place);
        if (result.kind === 'entry') expect(partsOf(whole)?.signed).toEqual(partsOf(good)?.signed);
        else expect(['nonsense', 'newer']).toContain(result.kind);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('handed keys', () => {
  const texts = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map(base64url);
  const handed: fc.Arbitrary<HandedKeys> = fc.record({
    generation: fc.integer({ min: 1, max: 2 ** 32 - 1 }),
    check: texts(16),
    earlier: fc.option(texts(60)),
    wrapped: fc.array(texts(113), { maxLength: 5 }).map((all) => all.map((one) => [newId(), one] as const)),
  });

  it('go to bytes and back, in the open part of an entry', async () => {
    await fc.assert(
      fc.asyncProperty(handed, async (keys) => {
        expect(handedIn(handedBytes(keys))).toEqual(keys);
        const { bytes } = await entry({ handed: keys });
        expect(await openEntry(bytes, place)).toMatchObject({ kind: 'entry', handed: keys, content: act });
      }),
      { numRuns: 30 },
    );
  });

  it('are nothing where lengths or names don’t agree', () => {
    const [one, two] = [newId(), newId()];
    const wrapped = base64url(new Uint8Array(113));
    const keys = { generation: 1, check: base64url(new Uint8Array(16)), earlier: null };
    const bytes = handedBytes({
      ...keys,
      wrapped: [
        [one, wrapped],
        [two, wrapped],
      ],
    });
    for (let length = 0; length < bytes.length; length++) {
      const rest = handedIn(bytes.subarray(0, length));
      expect(rest?.wrapped.length ?? -1).toBe(length === 21 ? 0 : length === 149 ? 1 : -1);
    }
    expect(
      handedIn(
        handedBytes({
          ...keys,
          wrapped: [
            [one, wrapped],
            [one, wrapped],
          ],
        }),
      ),
    ).toBeNull();
    expect(handedIn(bytes.with(20, 2))).toBeNull();
    expect(handedIn(bytes.with(3, 0))).toBeNull();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (some) => {
        handedIn(some);
      }),
    );
  });

  it('are refused where they have no place', () => {
    const keys = { generation: 1, check: base64url(new Uint8Array(16)), earlier: null, wrapped: [] };
    const many = Array.from(
      { length: mostHanded + 1 },
      () => [newId(), base64url(new Uint8Array(113))] as const,
    );
    const wrong: Partial<HandedKeys>[] = [
      { check: 'AA' },
      { earlier: 'AA' },
      { wrapped: many },
      { wrapped: [[newId(), 'AA']] },
    ];
    for (const part of wrong) expect(() => handedBytes({ ...keys, ...part })).toThrow(RangeError);
    expect(handedIn(handedBytes({ ...keys, wrapped: many.slice(1) }))?.wrapped).toHaveLength(mostHanded);
  });
});
