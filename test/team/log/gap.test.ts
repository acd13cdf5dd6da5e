import { cpSync, rmSync } from 'node:fs';
import { jetstreamManager } from '@nats-io/jetstream';
import { jwtAuthenticator, wsconnect } from '@nats-io/nats-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { engineNames } from '../../../src/team/log/engine-names';
import { connectLog } from '../../../src/team/log/nats-log';
import { logStream } from '../../../src/team/log/streams';
import { Cluster } from '../cluster/cluster';
import { trust } from '../cluster/node-sockets';
import { bytesOf, Members, problemOf, read } from './members';

let cluster: Cluster;
let members: Members;

beforeEach(async () => {
  cluster = await Cluster.start({ team: 'gap', machines: 1 });
  trust(cluster.certificate);
  members = new Members(cluster);
});

afterEach(async () => {
  await members?.close();
  await cluster?.stop();
});

async function write(count: number, name = 'n') {
  const ann = members.open('ann', 'owner');
  for (let n = 0; n < count; n++) await ann.append(`${name}-${n}`, bytesOf(`${name} ${n}`));
  await ann.close();
}

it('notices a log that lost its end, while it reads and when it begins', async () => {
  await write(5);
  const [disk = ''] = cluster.disks;
  await cluster.kill(0);
  cpSync(disk, `${disk}-old`, { recursive: true });
  await cluster.restart(0);
  await write(5, 'later');
  const bob = members.open('bob', 'viewer');
  const known = await read(bob, 0, 10);
  const following = problemOf(read(bob, 10, 1, 40_000));
  await cluster.kill(0);
  rmSync(disk, { recursive: true });
  cpSync(`${disk}-old`, disk, { recursive: true });
  await cluster.restart(0);
  expect(await following).toMatchObject({ kind: 'gap', data: { last: 5, after: 10 } });
  expect(await problemOf(read(bob, 10, 1))).toMatchObject({ kind: 'gap', data: { last: 5, after: 10 } });

  // Other entries take the places of those that are gone.
  await write(7, 'other');
  expect((await bob.bounds()).last).toBe(12);
  // Without the time nobody could tell: what is in the entries must.
  expect((await read(bob, 10, 1))[0]).toMatchObject({ seq: 11 });
  const fresh = members.open('bob', 'viewer');
  const end = AbortSignal.timeout(30_000);
  const told = fresh.follow(10, end, known[9]?.time)[Symbol.asyncIterator]().next();
  expect(await problemOf(told)).toMatchObject({ kind: 'gap', data: { seq: 10, other: true } });
});

it('notices another log in its place, as long as the one before', async () => {
  await write(3);
  const bob = members.open('bob', 'viewer');
  await read(bob, 0, 3);
  const following = problemOf(read(bob, 3, 1, 40_000));
  await cluster.kill(0);
  await cluster.restart(0, { empty: true });
  await write(5, 'new');
  expect(await following).toMatchObject({ kind: 'gap' });
});

it('is there for all who wait for a machine that starts', async () => {
  await write(3);
  const waiting = Array.from({ length: 8 }, (_, n) => members.open(`m${n}`, 'viewer'));
  await Promise.all(waiting.map((log) => log.bounds()));
  await cluster.kill(0);
  await cluster.restart(0);
  const bounds = await Promise.all(waiting.map((log) => log.bounds(AbortSignal.timeout(20_000))));
  expect(new Set(bounds.map(({ last }) => last))).toEqual(new Set([3]));
});

it('notices a log that isn’t there', async () => {
  const bob = members.open('bob', 'viewer');
  for (const problem of await Promise.all([problemOf(bob.bounds()), problemOf(read(bob, 0, 1))])) {
    expect(problem).toMatchObject({ kind: 'gap', data: { missing: true } });
  }
});

it('refuses a log that could be purged', async () => {
  const { jwt, seed } = cluster.credentials('ann', 'owner');
  const connection = await wsconnect({
    servers: [...cluster.servers],
    authenticator: jwtAuthenticator(jwt, bytesOf(seed)),
    inboxPrefix: '_INBOX.ann',
  });
  const manager = await jetstreamManager(connection, { checkAPI: false });
  await manager.streams.add({ ...logStream(engineNames('gap'), { replicas: 1 }), deny_purge: false });
  await connection.close();
  const bob = members.open('bob', 'viewer');
  expect(await problemOf(bob.bounds())).toMatchObject({ kind: 'broken', data: { setting: 'deny_purge' } });
});

it('says that it is full, and keeps what it has', async () => {
  const ann = connectLog({
    ...{ servers: cluster.servers, team: 'gap', member: 'ann' },
    credentials: cluster.credentials('ann', 'owner'),
    create: { replicas: 1, maxLogBytes: 20_000 },
  });
  try {
    let places = 0;
    const filling = (async () => {
      for (;;) places = await ann.append(`n-${places}`, new Uint8Array(3000));
    })();
    expect(await problemOf(filling)).toMatchObject({ kind: 'full' });
    expect(await ann.bounds()).toMatchObject({ first: 1, last: places });
    expect(places).toBeGreaterThan(3);
  } finally {
    await ann.close();
  }
});
