import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { TeamLog } from '../../../src/team/log/log';
import { Cluster } from '../cluster/cluster';
import { trust } from '../cluster/node-sockets';
import { bytesOf, Members, read, textOf } from './members';

let cluster: Cluster;
let members: Members;
let ann: TeamLog;

beforeAll(async () => {
  cluster = await Cluster.start({ team: 'faults' });
  trust(cluster.certificate);
  members = new Members(cluster);
  ann = members.open('ann', 'owner');
  await ann.bounds();
});

afterAll(async () => {
  await members?.close();
  await cluster?.stop();
});

/** How many each writes before the next thing happens: a count, since machines differ in how long it takes. */
const aWhile = 20;

/** Appends until told to stop; the places, by id. */
function writing(log: TeamLog, name: string) {
  const places = new Map<string, number>();
  let going = true;
  const done = (async () => {
    for (let n = 0; going; n++)
      places.set(`${name}-${n}`, await log.append(`${name}-${n}`, bytesOf(`${name}-${n}`)));
  })();
  return {
    places,
    async more(count: number) {
      const enough = places.size + count;
      await vi.waitUntil(() => places.size >= enough, { timeout: 40_000 });
    },
    async stop() {
      going = false;
      await done;
    },
  };
}

it('loses nothing, doubles nothing and keeps its order while a machine is killed and brought back', async () => {
  const logs = [ann, members.open('bob'), members.open('cid')];
  const { last: start } = await ann.bounds();
  const writers = logs.map((log, n) => writing(log, `k${n}`));
  const allWrite = () => Promise.all(writers.map((writer) => writer.more(aWhile)));
  await allWrite();
  await cluster.kill(0);
  await allWrite();
  await cluster.restart(0);
  await allWrite();
  await Promise.all(writers.map((writer) => writer.stop()));
  const { last } = await ann.bounds();
  const reads = await Promise.all(logs.map((log) => read(log, start, last - start)));
  for (const other of reads) expect(other).toEqual(reads[0]);
  const entries = reads[0] ?? [];
  const ids = entries.map((entry) => textOf(entry.bytes));
  expect(new Set(ids).size).toBe(ids.length);
  const acknowledged = new Map(writers.flatMap((writer) => [...writer.places]));
  expect(ids.length).toBe(acknowledged.size);
  for (const entry of entries) expect(acknowledged.get(textOf(entry.bytes))).toBe(entry.seq);
});

it('finds its way around a machine that is silent and closes nothing', async () => {
  // Connected to the one that falls silent: it is the only one it has been told of at first.
  const [first = ''] = cluster.servers;
  const log = members.open('dan', 'giver', 1, [first]);
  const whole = members.open('eve');
  await log.append('before', bytesOf('before'));
  await whole.append('before-too', bytesOf('before'));
  cluster.pause(0);
  try {
    const place = await whole.append('during', bytesOf('during'), AbortSignal.timeout(30_000));
    expect(place).toBeGreaterThan(0);
    const given = log.append('given-up', bytesOf('given up'), AbortSignal.timeout(1500));
    await expect(given).rejects.toMatchObject({ kind: 'unreachable', data: { maybe: true } });
  } finally {
    cluster.resume(0);
  }
  expect(await log.append('given-up', bytesOf('given up'), AbortSignal.timeout(30_000))).toBeGreaterThan(0);
});

it('answers no one without a majority, and goes on when there is one', async () => {
  await ann.append('with-all', bytesOf('x'), AbortSignal.timeout(30_000));
  await cluster.kill(1);
  await cluster.kill(2);
  const alone = ann.append('alone', bytesOf('alone'), AbortSignal.timeout(3000));
  await expect(alone).rejects.toMatchObject({ kind: 'unreachable' });
  await cluster.restart(1);
  await cluster.restart(2);
  const place = await ann.append('alone', bytesOf('alone'), AbortSignal.timeout(40_000));
  const entries = await read(members.open('fay', 'viewer'), 0, place);
  expect(entries.filter((entry) => textOf(entry.bytes) === 'alone')).toHaveLength(1);
});
