import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { sameBytes, utf8 } from '../../../src/team/sealing/bytes';
import { type Id, newId } from '../../../src/team/sealing/ids';
import {
  forgetPerson,
  keyForPerson,
  openPersonal,
  type PersonKeyShelf,
  type PersonKeys,
  personIdOf,
  personIdsOf,
  personKeysOn,
  sealPersonal,
  shelfName,
  shelfNameIn,
} from '../../../src/team/sealing/personal';
import { newPoolSecret, type PoolKey, poolKeyOf } from '../../../src/team/sealing/pool-key';
import { aTeam } from './people';

/** A shelf as the engine is one: it holds bytes by name, and anybody may look at it. */
class MemoryShelf implements PersonKeyShelf {
  readonly objects = new Map<string, Uint8Array>();

  async list(person: Id) {
    return [...this.objects].flatMap(([text, sealed]) => {
      const at = shelfNameIn(text);
      return at?.person === person ? [{ name: at.name, sealed }] : [];
    });
  }

  async put(person: Id, name: Id, sealed: Uint8Array) {
    this.objects.set(shelfName({ person, name }), sealed);
  }

  async destroy(person: Id) {
    for (const text of [...this.objects.keys()])
      if (shelfNameIn(text)?.person === person) this.objects.delete(text);
  }
}

const entry = crypto.randomUUID();
let shelf: MemoryShelf;
let pool: PoolKey[];
let keys: PersonKeys;

beforeEach(async () => {
  shelf = new MemoryShelf();
  pool = [await poolKeyOf(aTeam, newPoolSecret(1))];
  keys = personKeysOn(shelf, aTeam, pool);
});

const open = (sealed: Uint8Array, by = keys, team = aTeam, of = entry) =>
  openPersonal(team, of, sealed, (person) => by.get(person));

describe('a person’s id', () => {
  it('is the same in every client', async () => {
    const secret = { generation: 3, bytes: Uint8Array.from({ length: 32 }, (_, i) => i) };
    const key = await poolKeyOf('0'.repeat(24), secret);
    expect(await personIdOf(key, 'ana')).toBe('4r7a7rtykycccpzvwg4zp8x7');
  });

  it('is one for each name, and another in each pool and generation', async () => {
    const other = await poolKeyOf(aTeam, newPoolSecret(2));
    const ids = await personIdsOf([...pool, other], 'ana');
    expect(ids).toEqual([await personIdOf(other, 'ana'), await personIdOf(pool[0] as PoolKey, 'ana')]);
    expect(new Set([...ids, ...(await personIdsOf([...pool, other], 'anb'))]).size).toBe(4);
  });
});

describe('personal fields', () => {
  it('open with the person’s key, for just this entry', async () => {
    const key = await keyForPerson(keys, pool, 'ana');
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' })), async (fields) => {
        const sealed = await sealPersonal(aTeam, entry, key, fields);
        expect(await open(sealed)).toEqual({ kind: 'fields', person: key.person, fields: { ...fields } });
      }),
      { numRuns: 50 },
    );
    const sealed = await sealPersonal(aTeam, entry, key, { to: 'Ana' });
    expect(await open(sealed, keys, newId())).toEqual({ kind: 'damaged' });
    expect(await open(sealed, keys, aTeam, crypto.randomUUID())).toEqual({ kind: 'damaged' });
    expect(await open(sealed.with(-1, (sealed.at(-1) as number) ^ 1))).toEqual({ kind: 'damaged' });
  });

  it('are lost with the key, and nothing else is', async () => {
    const [ana, ben] = [await keyForPerson(keys, pool, 'ana'), await keyForPerson(keys, pool, 'ben')];
    const sealed = await Promise.all([ana, ben].map((key) => sealPersonal(aTeam, entry, key, { to: 'x' })));
    await forgetPerson(keys, pool, 'ana');
    expect(await open(sealed[0] as Uint8Array)).toEqual({ kind: 'forgotten', person: ana.person });
    expect(await open(sealed[1] as Uint8Array)).toMatchObject({ kind: 'fields' });
    // Met again, they have a new key, and the old stays lost.
    const again = await keyForPerson(keys, pool, 'ana');
    expect(again.name).not.toBe(ana.name);
    expect(await open(sealed[0] as Uint8Array)).toEqual({ kind: 'forgotten', person: ana.person });
  });

  it('of one person have one key, and two where two members met them at once', async () => {
    const one = await keyForPerson(keys, pool, 'ana');
    expect((await keyForPerson(keys, pool, 'ana')).name).toBe(one.name);
    const two = await keys.make(one.person);
    expect((await keys.get(one.person)).map(({ name }) => name)).toEqual([one.name, two.name]);
    for (const key of [one, two])
      expect(await open(await sealPersonal(aTeam, entry, key, { to: 'x' }))).toMatchObject({
        kind: 'fields',
      });
    await forgetPerson(keys, pool, 'ana');
    expect(shelf.objects.size).toBe(0);
  });

  it('stay readable after a new generation, and Forget finds the keys of all', async () => {
    const old = await keyForPerson(keys, pool, 'ana');
    const next = [...pool, await poolKeyOf(aTeam, newPoolSecret(2))];
    const nextKeys = personKeysOn(shelf, aTeam, next);
    expect((await keyForPerson(nextKeys, next, 'ana')).name).toBe(old.name);
    const ben = await keyForPerson(nextKeys, next, 'ben');
    expect(ben.person).toBe((await personIdsOf(next, 'ben'))[0]);
    // Whoever has only the first key can neither open nor guess it.
    expect(await keys.get(ben.person)).toEqual([]);
    await nextKeys.make((await personIdsOf(next, 'ana'))[0] as Id);
    await forgetPerson(nextKeys, next, 'ana');
    await forgetPerson(nextKeys, next, 'ben');
    expect(shelf.objects.size).toBe(0);
  });

  it('say nothing on the shelf, and take no key from whoever lacks the pool’s', async () => {
    const key = await keyForPerson(keys, pool, 'ana');
    const sealed = await sealPersonal(aTeam, entry, key, { to: 'Ana Secret' });
    const text = new TextDecoder('latin1').decode(sealed) + JSON.stringify([...shelf.objects]);
    expect(text).not.toMatch(/ana|secret/i);
    expect(key.key.extractable).toBe(false);
    await shelf.put(key.person, newId(), new Uint8Array(60));
    const [[, bytes]] = [...shelf.objects] as [[string, Uint8Array]];
    // The same key under another name, as whoever moves objects about would have it.
    const other = newId();
    await shelf.put(other, key.name, bytes);
    await shelf.put(key.person, newId(), bytes);
    expect(await keys.get(other)).toEqual([]);
    expect(await keys.get(key.person)).toHaveLength(1);
  });

  it('never make anybody throw', async () => {
    const key = await keyForPerson(keys, pool, 'ana');
    const good = await sealPersonal(aTeam, entry, key, { to: 'Ana' });
    const some = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.nat(good.length).map((length) => good.slice(0, length)),
      fc.tuple(fc.nat(good.length - 1), fc.nat(255)).map(([at, byte]) => good.with(at, byte)),
    );
    await fc.assert(
      fc.asyncProperty(some, async (bytes) => {
        const { kind } = await open(bytes);
        if (kind === 'fields') expect(sameBytes(bytes, good)).toBe(true);
      }),
      { numRuns: 500 },
    );
    const odd = await sealPersonal(aTeam, entry, key, { to: 5 } as never);
    expect(await open(odd)).toEqual({ kind: 'damaged' });
    for (const name of ['', 'x', `${newId()}_`, `${newId()}_${newId()}_1`, utf8('x').toString()])
      expect(shelfNameIn(name)).toBeNull();
  });
});
