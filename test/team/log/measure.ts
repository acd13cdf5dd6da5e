import { performance } from 'node:perf_hooks';
import type { TeamLog } from '../../../src/team/log/log.ts';
import { connectLog } from '../../../src/team/log/nats-log.ts';
import { Cluster } from '../cluster/cluster.ts';
import { trust } from '../cluster/node-sockets.ts';

/**
 * `npx tsx test/team/log/measure.ts [entries]`: how long an append takes alone, until its own reader has it, and
 * how fast a new reader comes up to the end. Entries of 300 bytes, three machines on loopback.
 */
const count = Number(process.argv[2] ?? 20_000);
const cluster = await Cluster.start({ team: 'measure' });
trust(cluster.certificate);

function open(member: string, role: 'owner' | 'viewer'): TeamLog {
  return connectLog({
    ...{ servers: cluster.servers, team: 'measure', member, credentials: cluster.credentials(member, role) },
    ...(role === 'owner' && { create: { replicas: 3 } }),
  });
}

function tell(what: string, times: number[]): void {
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.floor(times.length * part)]?.toFixed(1);
  console.log(`${what}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms (${times.length})`);
}

try {
  const log = open('ann', 'owner');
  await log.bounds();
  const bytes = new Uint8Array(300);
  const [acks, reads]: [number[], number[]] = [[], []];
  const reader = log.follow(0, new AbortController().signal)[Symbol.asyncIterator]();
  for (let n = 0; n < 1000; n++) {
    const start = performance.now();
    await log.append(`alone-${n}`, bytes);
    acks.push(performance.now() - start);
    await reader.next();
    reads.push(performance.now() - start);
  }
  tell('append, alone', acks.slice(100));
  tell('append until read', reads.slice(100));
  let next = 0;
  let start = performance.now();
  const carry = async () => {
    while (next < count) await log.append(`many-${next++}`, bytes);
  };
  await Promise.all(Array.from({ length: 64 }, carry));
  console.log(`append, 64 at once: ${Math.round(count / ((performance.now() - start) / 1000))} a second`);
  const late = open('late', 'viewer');
  start = performance.now();
  let read = 0;
  for await (const _ of late.follow(0, new AbortController().signal)) if (++read === 1000 + count) break;
  console.log(`a new reader: ${Math.round(read / ((performance.now() - start) / 1000))} entries a second`);
  const big = new Uint8Array(30 * 1024 * 1024);
  start = performance.now();
  await log.putObject('big', big);
  const put = performance.now() - start;
  start = performance.now();
  await late.getObject('big');
  console.log(`30 MB: put ${Math.round(put)} ms, got ${Math.round(performance.now() - start)} ms`);
  const sealed = new Uint8Array(60);
  const keys = Array.from({ length: 10_000 }, (_, i) => ({ person: `p${i}`, name: 'k', sealed }));
  start = performance.now();
  await log.keys.put(keys);
  const laid = performance.now() - start;
  start = performance.now();
  await late.keys.all();
  const all = performance.now() - start;
  start = performance.now();
  await log.keys.destroy(keys.slice(0, 1000));
  const gone = performance.now() - start;
  console.log(
    `10,000 keys: put ${Math.round(laid)} ms, got ${Math.round(all)} ms; 1,000 destroyed ${Math.round(gone)} ms`,
  );
  await Promise.all([log.close(), late.close()]);
} finally {
  await cluster.stop();
}
