import { beforeEach, expect, it } from 'vitest';
import { ringOf } from '../../../src/team/members/key-ring';
import { putTogether, takenApart } from '../../../src/team/personal/parts';
import { Personal } from '../../../src/team/personal/personal';
import { shelfName } from '../../../src/team/sealing/personal';
import { newPoolSecret, type PoolKey, poolKeyOf } from '../../../src/team/sealing/pool-key';
import { MemoryKeys } from '../follow/memory-keys';
import { aTeam } from '../sealing/people';

let keys: MemoryKeys;
let gone: Set<string>;
let pool: PoolKey[];

beforeEach(async () => {
  keys = new MemoryKeys();
  gone = new Set();
  pool = [await poolKeyOf(aTeam, newPoolSecret(1))];
});

const browser = () => new Personal({ team: aTeam, keys, ring: () => ringOf(pool), gone: async () => gone });
const id = crypto.randomUUID();
const act = (to: string, channel = '') => ({
  kind: 'issueNext',
  args: ['p', 1, { to, handle: '', channel, note: '' }],
});
const named = () => [...keys.held.keys()].map((at) => at.replace('.', '_'));

it('seals what is said of somebody under keys that lie on the shelf first, one for each text', async () => {
  const one = browser();
  const sealed = await one.sealed(id, act('Ana Orlova', 'At the fair'));
  expect(JSON.stringify(sealed)).not.toMatch(/ana orlova|at the fair/i);
  expect(keys.held.size).toBe(2);
  expect(await browser().read(id, sealed)).toEqual(act('Ana Orlova', 'At the fair'));
  // The same again needs no new key, and somebody new only their own.
  await one.sealed(crypto.randomUUID(), act('Ana Orlova', 'At the fair'));
  await one.sealed(crypto.randomUUID(), act('Ben Kaya', 'At the fair'));
  expect(keys.held.size).toBe(3);
  // In another entry it opens to nobody.
  expect(JSON.stringify(await browser().read(crypto.randomUUID(), sealed))).not.toMatch(/Ana Orlova/);
  // Who says nothing of people writes as before.
  expect(await one.sealed(id, { kind: 'redeem', args: ['c', 'o'] })).toEqual({
    kind: 'redeem',
    args: ['c', 'o'],
  });
});

it('reads nothing with a key that the log says is gone, though it may still be there, and seals with another', async () => {
  const one = browser();
  const sealed = await one.sealed(id, act('Ana Orlova'));
  gone = new Set(named());
  expect(await one.read(id, sealed)).toEqual(act(''));
  expect(await browser().read(id, sealed)).toEqual(act(''));
  const again = crypto.randomUUID();
  const anew = await one.sealed(again, act('Ana Orlova'));
  expect(await browser().read(again, anew)).toEqual(act('Ana Orlova'));
  expect(named().filter((name) => !gone.has(name))).toHaveLength(1);
});

it('finds the keys of all generations, and seals with the newest', async () => {
  const one = browser();
  await one.sealed(id, act('Ana Orlova'));
  pool = [...pool, await poolKeyOf(aTeam, newPoolSecret(2))];
  const sealed = await one.sealed(id, act('Ana Orlova'));
  expect(keys.held.size).toBe(2);
  const found = await one.keysOf(['whom\nana orlova\n']);
  expect(found.map(shelfName).sort()).toEqual(named().sort());
  // Whoever was removed before has the first key alone.
  const before = new Personal({
    team: aTeam,
    keys,
    ring: () => ringOf(pool.slice(0, 1)),
    gone: async () => gone,
  });
  expect(JSON.stringify(await before.read(id, sealed))).not.toMatch(/Ana Orlova/);
});

it('asks for each key once, and for none where all were read at once', async () => {
  const sealed = await browser().sealed(id, act('Ana Orlova', 'At the fair'));
  const [one, two] = [browser(), browser()];
  for (let i = 0; i < 3; i++) await one.read(id, sealed);
  expect(keys.asked).toBe(2);
  await two.loadFor(1000, AbortSignal.timeout(1000));
  expect(await two.read(id, sealed)).toEqual(act('Ana Orlova', 'At the fair'));
  expect(keys.asked).toBe(2);
});

it('takes no list whose names are gone already: a name alone may tell that its code is out', () => {
  const list = { kind: 'confirmImport', args: [{ history: [{ code: 'AAAA', issuedTo: 'Ana Orlova' }] }, {}] };
  const { act: told } = takenApart(list);
  expect(putTogether(told, [{ to: 'Ana Orlova', handle: '' }], id)).toEqual(list);
  expect(putTogether(told, [null], id)).not.toBeNull();
  expect(putTogether(told, [''], id)).toBeNull();
});

it('asks about a few people at once, however many generations and texts there are', async () => {
  pool = await Promise.all(Array.from({ length: 26 }, (_, n) => poolKeyOf(aTeam, newPoolSecret(n + 1))));
  const one = browser();
  await one.sealed(id, act('Ana Orlova'));
  const real = keys.namesOf.bind(keys);
  const asks = { now: 0, most: 0, all: 0 };
  keys.namesOf = async (person) => {
    asks.most = Math.max(asks.most, ++asks.now);
    asks.all++;
    await new Promise((resolve) => setTimeout(resolve));
    asks.now--;
    return real(person);
  };
  let heard = 0;
  const found = await one.keysOf(['whom\nana orlova\n', 'channel\nMail'], () => heard++);
  expect(found.map(shelfName)).toEqual(named());
  expect([asks.all, heard]).toEqual([52, 52]);
  expect(asks.most).toBeLessThanOrEqual(4);
});
