import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TeamLog } from '../../../src/team/log/log';
import { Cluster } from '../cluster/cluster';
import { trust } from '../cluster/node-sockets';
import { bytesOf, Members, read, textOf } from './members';

let cluster: Cluster;
let members: Members;
let logs: TeamLog[];

beforeAll(async () => {
  cluster = await Cluster.start({ team: 'order' });
  trust(cluster.certificate);
  members = new Members(cluster);
  logs = [members.open('ann', 'owner'), members.open('bob'), members.open('cid')];
  await (logs[0] as TeamLog).bounds();
});

afterAll(async () => {
  await members?.close();
  await cluster?.stop();
});

it('begins empty, and is the same log for all', async () => {
  const bounds = await Promise.all(logs.map((log) => log.bounds()));
  expect(bounds[0]).toMatchObject({ first: 1, last: 0 });
  expect(bounds[1]).toEqual(bounds[0]);
});

it('has one order for three who write at once, and tells who wrote what', async () => {
  const each = 60;
  const reads = logs.map((log) => read(log, 0, each * 3));
  const places = await Promise.all(
    logs.map(async (log, member) => {
      const own: number[] = [];
      for (let n = 0; n < each; n++) own.push(await log.append(`${member}-${n}`, bytesOf(`${member}:${n}`)));
      return own;
    }),
  );
  const [first, ...others] = await Promise.all(reads);
  for (const other of others) expect(other).toEqual(first);
  expect(first?.map((entry) => entry.seq)).toEqual(Array.from({ length: each * 3 }, (_, n) => n + 1));
  expect(places.flat().sort((a, b) => a - b)).toEqual(first?.map((entry) => entry.seq));
  for (const [member, own] of places.entries()) {
    expect(own.map((seq) => textOf(first?.[seq - 1]?.bytes as Uint8Array))).toEqual(
      own.map((_, n) => `${member}:${n}`),
    );
    expect(new Set(own.map((seq) => first?.[seq - 1]?.member))).toEqual(
      new Set([['ann', 'bob', 'cid'][member]]),
    );
  }
});

it('asked again under the same id, keeps one entry', async () => {
  const [, bob] = logs as [TeamLog, TeamLog, TeamLog];
  const place = await bob.append('same', bytesOf('once'));
  expect(await bob.append('same', bytesOf('once'))).toBe(place);
  const { last } = await bob.bounds();
  expect(last).toBe(place);
});

it('goes on from any place, and follows what comes later', async () => {
  const [ann, bob] = logs as [TeamLog, TeamLog, TeamLog];
  const { last } = await ann.bounds();
  const later = read(bob, last - 2, 4);
  await ann.append('later-1', bytesOf('later 1'));
  await ann.append('later-2', bytesOf('later 2'));
  expect((await later).map((entry) => entry.seq)).toEqual([last - 1, last, last + 1, last + 2]);
});

it('takes no more than fits into an entry', async () => {
  const [ann] = logs as [TeamLog, TeamLog, TeamLog];
  const most = await ann.append('most', new Uint8Array(64 * 1024));
  expect(most).toBeGreaterThan(0);
  await expect(ann.append('more', new Uint8Array(64 * 1024 + 1))).rejects.toMatchObject({ kind: 'too-big' });
});

it('ends when its reader has enough, and when it is closed', async () => {
  const log = members.open('dan', 'viewer');
  const states: string[] = [];
  log.onState((state) => states.push(state));
  await log.bounds();
  const stop = new AbortController();
  const following = (async () => {
    for await (const entry of log.follow(0, stop.signal)) if (entry.seq > 1e6) return entry.seq;
    return 'ended';
  })();
  stop.abort();
  expect(await following).toBe('ended');
  await log.close();
  expect(states).toEqual(['away', 'connected', 'closed']);
  await expect(log.append('x', bytesOf('x'))).rejects.toMatchObject({ kind: 'unreachable' });
  await expect(read(log, 0, 1)).rejects.toMatchObject({ kind: 'unreachable' });
});
