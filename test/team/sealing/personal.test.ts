import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { sameBytes, utf8 } from '../../../src/team/sealing/bytes';
import { newId } from '../../../src/team/sealing/ids';
import {
  keyNameIn,
  newPersonKey,
  openPersonal,
  openPersonKey,
  type PersonKey,
  personIdOf,
  personIdsOf,
  sealPersonal,
  shelfName,
  shelfNameIn,
} from '../../../src/team/sealing/personal';
import { newPoolSecret, type PoolKey, poolKeyOf } from '../../../src/team/sealing/pool-key';
import { aTeam } from './people';

const entry = crypto.randomUUID();
let pool: PoolKey;
let key: PersonKey;
let sealedKey: Uint8Array;

beforeEach(async () => {
  pool = await poolKeyOf(aTeam, newPoolSecret(1));
  const made = await newPersonKey(aTeam, pool, await personIdOf(pool, 'ana'));
  key = made.key;
  sealedKey = made.sealed;
});

describe('a person’s id', () => {
  it('is the same in every client', async () => {
    const secret = { generation: 3, bytes: Uint8Array.from({ length: 32 }, (_, i) => i) };
    const key = await poolKeyOf('0'.repeat(24), secret);
    expect(await personIdOf(key, 'ana')).toBe('4r7a7rtykycccpzvwg4zp8x7');
  });

  it('is one for each name, and another in each pool and generation', async () => {
    const other = await poolKeyOf(aTeam, newPoolSecret(2));
    const ids = await personIdsOf([pool, other], 'ana');
    expect(ids).toEqual([await personIdOf(other, 'ana'), await personIdOf(pool, 'ana')]);
    expect(new Set([...ids, ...(await personIdsOf([pool, other], 'anb'))]).size).toBe(4);
  });
});

describe('personal fields', () => {
  it('open with the person’s key, for just this entry', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' })), async (fields) => {
        const sealed = await sealPersonal(aTeam, entry, key, fields);
        expect(keyNameIn(sealed)).toEqual({ person: key.person, name: key.name });
        expect(await openPersonal(aTeam, entry, sealed, key)).toEqual({ ...fields });
      }),
      { numRuns: 50 },
    );
    const sealed = await sealPersonal(aTeam, entry, key, { to: 'Ana' });
    expect(await openPersonal(newId(), entry, sealed, key)).toBeNull();
    expect(await openPersonal(aTeam, crypto.randomUUID(), sealed, key)).toBeNull();
    const { key: other } = await newPersonKey(aTeam, pool, key.person);
    expect(await openPersonal(aTeam, entry, sealed, other)).toBeNull();
    expect(await openPersonal(aTeam, entry, sealed, { ...other, name: key.name })).toBeNull();
  });

  it('never make anybody throw', async () => {
    const good = await sealPersonal(aTeam, entry, key, { to: 'Ana' });
    const some = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.nat(good.length).map((length) => good.slice(0, length)),
      fc.tuple(fc.nat(good.length - 1), fc.nat(255)).map(([at, byte]) => good.with(at, byte)),
    );
    await fc.assert(
      fc.asyncProperty(some, async (bytes) => {
        const at = keyNameIn(bytes);
        const fields = at && (await openPersonal(aTeam, entry, bytes, { ...key, ...at }));
        if (fields) expect(sameBytes(bytes, good)).toBe(true);
      }),
      { numRuns: 500 },
    );
    const odd = await sealPersonal(aTeam, entry, key, { to: 5 } as never);
    expect(await openPersonal(aTeam, entry, odd, key)).toBeNull();
    for (const name of ['', 'x', `${newId()}_`, `${newId()}_${newId()}_1`, utf8('x').toString()])
      expect(shelfNameIn(name)).toBeNull();
    expect(shelfNameIn(shelfName(key))).toEqual({ person: key.person, name: key.name });
  });
});

describe('a person’s key', () => {
  it('opens under its own name and the pool’s key of its time alone, with what is sealed beside it', async () => {
    const { person, name } = key;
    const next = await poolKeyOf(aTeam, newPoolSecret(2));
    const at = { person, name, sealed: sealedKey };
    const sealed = await sealPersonal(aTeam, entry, key, { to: 'Ana' });
    const found = await openPersonKey(aTeam, [pool, next], at);
    expect(found?.key.extractable).toBe(false);
    expect(await openPersonal(aTeam, entry, sealed, found as PersonKey)).toEqual({ to: 'Ana' });
    expect(await openPersonKey(aTeam, [next], at)).toBeNull();
    expect(await openPersonKey(newId(), [pool], at)).toBeNull();
    // The same key under another name, as whoever moves them about would have it; and nothing, as where it is destroyed.
    expect(await openPersonKey(aTeam, [pool], { ...at, name: newId() })).toBeNull();
    expect(await openPersonKey(aTeam, [pool], { ...at, person: newId() })).toBeNull();
    expect(await openPersonKey(aTeam, [pool], { ...at, sealed: new Uint8Array() })).toBeNull();
    const more = await newPersonKey(aTeam, pool, person, utf8('more'));
    expect((await openPersonKey(aTeam, [pool], { ...more.key, sealed: more.sealed }))?.beside).toEqual(
      utf8('more'),
    );
  });
});
