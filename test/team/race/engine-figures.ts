import { setTimeout as sleep } from 'node:timers/promises';
import { jetstreamManager } from '@nats-io/jetstream';
import { jwtAuthenticator, wsconnect } from '@nats-io/nats-core';
import { engineNames } from '../../../src/team/log/engine-names.ts';
import { newId } from '../../../src/team/sealing/ids.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { trust } from '../cluster/node-sockets.ts';

/** What the engine holds of the log: entries, and bytes on one machine's disk. */
export interface LogOnDisk {
  readonly last: number;
  readonly bytes: number;
}

/** Asks the engine, as a member who looks on; machines that have just come back may need a while to answer. */
export async function logOnDisk(cluster: Cluster): Promise<LogOnDisk> {
  for (const end = Date.now() + 60_000; ; await sleep(300)) {
    try {
      const { last, bytes } = (await askNow(cluster, ['log'])).log;
      return { last, bytes };
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

/** What each of the three streams holds on one machine's disk: messages and bytes. */
export function streamsOnDisk(cluster: Cluster) {
  return askNow(cluster, ['log', 'objects', 'keys']);
}

interface OnDisk extends LogOnDisk {
  readonly messages: number;
}

async function askNow<Name extends 'log' | 'objects' | 'keys'>(
  cluster: Cluster,
  streams: readonly Name[],
): Promise<Record<Name, OnDisk>> {
  const member = newId();
  const { jwt, seed } = cluster.credentials(member, 'owner');
  trust(cluster.certificate);
  const names = engineNames(cluster.team);
  const connection = await wsconnect({
    servers: [...cluster.servers],
    inboxPrefix: names.inboxOf(member),
    authenticator: jwtAuthenticator(jwt, new TextEncoder().encode(seed)),
    timeout: 10_000,
  });
  try {
    const manager = await jetstreamManager(connection, { checkAPI: false, timeout: 10_000 });
    const found = streams.map(async (name) => {
      const { state } = await manager.streams.info(names[name]);
      return [name, { last: state.last_seq, bytes: state.bytes, messages: state.messages }] as const;
    });
    return Object.fromEntries(await Promise.all(found)) as Record<Name, OnDisk>;
  } finally {
    await connection.close();
  }
}

/** The place of the log's last entry. */
export async function lastPlace(cluster: Cluster): Promise<number> {
  return (await logOnDisk(cluster)).last;
}

/** The value below which so many percent of them are. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
}
