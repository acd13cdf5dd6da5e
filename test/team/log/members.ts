import type { Role } from '../../../src/team/access/rights';
import type { LogEntry, TeamLog } from '../../../src/team/log/log';
import { connectLog } from '../../../src/team/log/nats-log';
import type { Cluster } from '../cluster/cluster';

/** Opens logs for a test's members, and closes all of them. */
export class Members {
  readonly #open: TeamLog[] = [];

  constructor(readonly cluster: Cluster) {}

  open(member: string, role: Role = 'giver', days = 1, servers = this.cluster.servers): TeamLog {
    const credentials = this.cluster.credentials(member, role, days);
    return this.with(member, credentials, role, servers);
  }

  with(
    member: string,
    credentials: { jwt: string; seed: string },
    role: Role,
    servers = this.cluster.servers,
  ) {
    const create = { replicas: this.cluster.servers.length };
    const log = connectLog({
      ...{ servers, team: this.cluster.team, member, credentials },
      ...(role === 'owner' && { create }),
    });
    this.#open.push(log);
    return log;
  }

  async close(): Promise<void> {
    await Promise.all(this.#open.map((log) => log.close()));
  }
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The next `count` entries after a place; fails after `ms`. */
export async function read(log: TeamLog, after: number, count: number, ms = 30_000): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  const signal = AbortSignal.timeout(ms);
  if (count === 0) return entries;
  for await (const entry of log.follow(after, signal)) {
    entries.push(entry);
    if (entries.length === count) return entries;
  }
  throw new Error(`${entries.length} of ${count} entries`);
}

/** What an iteration or a call fails with; fails itself if it doesn't. */
export async function problemOf(work: Promise<unknown>): Promise<unknown> {
  const nothing = Symbol('nothing');
  const met = await work.then(
    () => nothing,
    (error: unknown) => error,
  );
  if (met === nothing) throw new Error('it went well');
  return met;
}
