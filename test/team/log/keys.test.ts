import { setTimeout as sleep } from 'node:timers/promises';
import { jetstreamManager } from '@nats-io/jetstream';
import { jwtAuthenticator, wsconnect } from '@nats-io/nats-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { engineNames } from '../../../src/team/log/engine-names';
import type { TeamLog } from '../../../src/team/log/log';
import { connectLog } from '../../../src/team/log/nats-log';
import { logStream, objectStream } from '../../../src/team/log/streams';
import { Cluster } from '../cluster/cluster';
import { trust } from '../cluster/node-sockets';
import { bytesOf, Members, problemOf, textOf } from './members';

let cluster: Cluster;
let members: Members;
let ann: TeamLog;
let vic: TeamLog;

beforeAll(async () => {
  cluster = await Cluster.start({ team: 'keys' });
  trust(cluster.certificate);
  members = new Members(cluster);
  ann = members.open('ann', 'owner');
  vic = members.open('vic', 'viewer');
  await ann.bounds();
}, 60_000);

afterAll(async () => {
  await members?.close();
  await cluster?.stop();
});

const at = (name: string, person = 'p') => ({ person, name });
const key = (name: string, text = `key ${name}`, person = 'p') => ({
  ...at(name, person),
  sealed: bytesOf(text),
});
const opens = async (bytes: Uint8Array) => (textOf(bytes).startsWith('key') ? textOf(bytes) : null);

it('holds keys until they are destroyed, and then for nobody', async () => {
  await ann.keys.put([key('a'), key('b'), key('c', 'key c', 'q')]);
  expect(await vic.keys.get(at('a'), opens)).toBe('key a');
  expect((await vic.keys.namesOf('p')).sort()).toEqual(['a', 'b']);
  await ann.keys.destroy([at('a')]);
  // Again, and what was never there.
  await ann.keys.destroy([at('a'), at('z')]);
  expect(await vic.keys.get(at('a'), opens)).toBeNull();
  expect(await vic.keys.get(at('b'), opens)).toBe('key b');
  const all = await vic.keys.all();
  // Somebody who laid a million there keeps nobody waiting.
  expect((await vic.keys.all(undefined, 1)).size).toBe(0);
  expect([...(all.get('p') ?? [])].map(([name, bytes]) => [name, textOf(bytes)]).sort()).toEqual([
    ['a', ''],
    ['b', 'key b'],
    ['z', ''],
  ]);
});

it('has a key destroyed by several at once', async () => {
  const [gus, ida] = [members.open('gus', 'giver'), members.open('ida', 'giver')];
  const many = Array.from({ length: 300 }, (_, i) => key(`s${i}`));
  await ann.keys.put(many);
  await Promise.all([ann, gus, ida].map((each) => each.keys.destroy(many)));
  const left = [...((await ann.keys.all()).get('p') ?? [])].filter(([name]) => /^s\d/.test(name));
  expect(left.map(([, bytes]) => bytes.length)).toEqual(many.map(() => 0));
});

it('waits for a key that a new leader may not show yet, once', async () => {
  expect(await vic.keys.get(at('never'), opens)).toBeNull();
  expect(await vic.keys.get(at('nor-this'), opens)).toBeNull();
}, 20_000);

it('gives the key that opens, whatever somebody put over it', async () => {
  await ann.keys.put([key('d'), key('d', 'nonsense'), key('d', 'more of it')]);
  expect(await vic.keys.get(at('d'), opens)).toBe('key d');
  await ann.keys.destroy([at('d')]);
  expect(await vic.keys.get(at('d'), opens)).toBeNull();
});

it('lets nobody who only looks on put or destroy a key, not even by what the engine answers', async () => {
  await ann.keys.put([key('e')]);
  const before = await ann.keys.all();
  expect(await problemOf(vic.keys.put([key('f')]))).toMatchObject({
    kind: 'refused',
    data: { what: 'right' },
  });
  expect(await problemOf(vic.keys.destroy([at('e')]))).toMatchObject({ kind: 'refused' });
  const { jwt, seed } = cluster.credentials('mal', 'viewer');
  const connection = await wsconnect({
    servers: [cluster.servers[0] as string],
    authenticator: jwtAuthenticator(jwt, bytesOf(seed)),
    inboxPrefix: '_INBOX.mal',
    reconnect: false,
  });
  const stream = 'claimcheck-keys-keys';
  for (const reply of ['claimcheck.keys.key.p.e', `$JS.API.STREAM.MSG.DELETE.${stream}`])
    for (const [subject, body] of [
      [`$JS.API.STREAM.MSG.GET.${stream}`, JSON.stringify({ seq: 1 })],
      [`$JS.API.STREAM.MSG.GET.${stream}`, JSON.stringify({ seq: 999_999 })],
      [`$JS.API.STREAM.MSG.GET.${stream}`, 'nonsense'],
      [`$JS.API.STREAM.INFO.${stream}`, ''],
      ['$JS.API.STREAM.INFO.claimcheck-keys-log', ''],
    ] as const)
      connection.publish(subject, body, { reply });
  await connection.flush();
  await sleep(500);
  await connection.close();
  expect(await ann.keys.all()).toEqual(before);
});

it('takes ten thousand at once', async () => {
  const many = Array.from({ length: 10_000 }, (_, i) => key(`n${i}`, `key ${i}`, `m${i % 100}`));
  await ann.keys.put(many);
  expect((await vic.keys.all()).get('m7')?.size).toBe(100);
  expect(await vic.keys.get(at('n4242', 'm42'), opens)).toBe('key 4242');
}, 60_000);

it('says so where the engine has no place for keys yet, and an owner makes it', async () => {
  const older = await Cluster.start({ team: 'older', machines: 1 });
  trust(older.certificate);
  const { jwt, seed } = older.credentials('ann', 'owner');
  const logs: TeamLog[] = [];
  const open = (more: object) => {
    const to = { servers: older.servers, team: 'older', member: 'ann', credentials: { jwt, seed } };
    logs.push(connectLog({ ...to, ...more }));
    return logs.at(-1) as TeamLog;
  };
  try {
    const connection = await wsconnect({
      servers: [older.servers[0] as string],
      authenticator: jwtAuthenticator(jwt, bytesOf(seed)),
      inboxPrefix: '_INBOX.ann',
    });
    const manager = await jetstreamManager(connection, { checkAPI: false });
    const names = engineNames('older');
    for (const stream of [logStream, objectStream]) await manager.streams.add(stream(names, { replicas: 1 }));
    await connection.close();
    const log = open({});
    await log.append('first', bytesOf('as before'));
    expect(await problemOf(log.keys.put([key('a')]))).toMatchObject({
      kind: 'broken',
      data: { missing: 'keys' },
    });
    const again = open({ createKeys: { replicas: 1 } });
    await again.keys.put([key('a')]);
    expect(await log.keys.get(at('a'), opens)).toBe('key a');
    expect((await again.bounds()).last).toBe(1);
  } finally {
    await Promise.all(logs.map((log) => log.close()));
    await older.stop();
  }
}, 60_000);
