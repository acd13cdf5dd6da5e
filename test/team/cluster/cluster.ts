import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { generate } from 'selfsigned';
import { type EngineKeys, engineTokens, newEngineKeys } from '../../../src/team/access/accounts.ts';
import { memberCredentials } from '../../../src/team/access/credentials.ts';
import { newKey, publicKeyOf } from '../../../src/team/access/jwt.ts';
import type { Role } from '../../../src/team/access/rights.ts';
import { serverConfig } from '../../../src/team/access/server-config.ts';

export interface ClusterOptions {
  readonly team: string;
  /** 3, or 1 for a server alone. */
  readonly machines?: 1 | 3;
  /** The owner's, where there is one; else new ones. */
  readonly keys?: EngineKeys | undefined;
  /** That each machine has for the log. */
  readonly diskBytes?: number;
}

type Write = (revoked: Readonly<Record<string, number>>, keys?: EngineKeys) => void;

/** A real cluster of nats-server on loopback, as an agency would run it: three machines, or one. */
export class Cluster {
  /** wss addresses for browsers. */
  readonly servers: readonly string[];
  /** The certificate that all machines show, PEM. */
  readonly certificate: string;
  readonly keys: EngineKeys;
  readonly team: string;
  readonly #machines: Machine[];
  readonly #folder: string;
  readonly #write: Write;

  private constructor(
    of: Pick<Cluster, 'servers' | 'certificate' | 'keys' | 'team'>,
    machines: Machine[],
    folder: string,
    write: Write,
  ) {
    this.servers = of.servers;
    this.certificate = of.certificate;
    this.keys = of.keys;
    this.team = of.team;
    this.#machines = machines;
    this.#folder = folder;
    this.#write = write;
  }

  /** Starts the machines and waits until each takes connections. Whoever calls this must call `stop`. */
  static async start({
    team,
    machines: count = 3,
    diskBytes = 4 * 1024 ** 3,
    keys = newEngineKeys(),
  }: ClusterOptions) {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'claimcheck-cluster-')));
    const { private: key, cert: certificate } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
      algorithm: 'sha256',
      keyType: 'ec',
      extensions: [
        // Its own authority, so that the machines know each other by it.
        { name: 'basicConstraints', cA: true },
        { name: 'extKeyUsage', serverAuth: true, clientAuth: true },
        { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
      ],
    });
    const paths = { certificate: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
    writeFileSync(paths.certificate, certificate);
    writeFileSync(paths.key, key, { mode: 0o600 });
    const ports = await freePorts(count * 3);
    const port = (machine: number, kind: number) => ports[machine * 3 + kind] as number;
    const each = Array.from({ length: count }, (_, machine) => machine);
    const write: Write = (revoked, engineKeys = keys) => {
      const tokens = engineTokens(engineKeys, team, { limits: { connections: 100 }, revoked });
      for (const machine of each) {
        const text = serverConfig({
          name: `m${machine}`,
          folder: join(folder, `m${machine}`),
          browsers: { host: '127.0.0.1', port: port(machine, 0), ...paths },
          localPort: port(machine, 1),
          tokens,
          diskBytes,
          ...(count > 1 && {
            cluster: {
              host: '127.0.0.1',
              port: port(machine, 2),
              advertise: `127.0.0.1:${port(machine, 2)}`,
              routes: each.map((other) => `127.0.0.1:${port(other, 2)}`),
              user: 'machine',
              password: 'of this test',
              tls: { ...paths, authority: paths.certificate },
            },
          }),
        });
        writeFileSync(join(folder, `m${machine}.conf`), text);
      }
    };
    write({});
    const machines = each.map(
      (machine) =>
        new Machine(join(folder, `m${machine}.conf`), port(machine, 0), join(folder, `m${machine}`)),
    );
    const servers = each.map((machine) => `wss://127.0.0.1:${port(machine, 0)}`);
    const cluster = new Cluster({ servers, certificate, keys, team }, machines, folder, write);
    try {
      await Promise.all(machines.map((machine) => machine.start()));
      return cluster;
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  }

  /** Where the machines keep what they have. */
  get disks(): readonly string[] {
    return this.#machines.map((machine) => machine.disk);
  }

  /** What the machines said. */
  get said(): string {
    return this.#machines.map((machine) => machine.said).join('\n');
  }

  /** The machines' process ids, null for one that is down. */
  get processes(): readonly (number | null)[] {
    return this.#machines.map((machine) => machine.pid);
  }

  /** New credentials for a member, with the seed they belong to. `days` may be a part of one. */
  credentials(member: string, role: Role, days = 1) {
    const { accountSeed, signingSeed } = this.keys;
    const memberSeed = newKey('user').seed;
    return {
      ...memberCredentials({
        accountSeed: signingSeed,
        account: publicKeyOf(accountSeed),
        ...{ team: this.team, member, role, days, memberSeed },
      }),
      publicKey: publicKeyOf(memberSeed),
    };
  }

  /** Voids what was signed for these public keys up to now, on all machines. */
  async revoke(publicKeys: readonly string[]): Promise<void> {
    this.#write(Object.fromEntries(publicKeys.map((key) => [key, Date.now() + 1000])));
    this.#reload();
  }

  /** Has all machines load what the owner's files say now. */
  load(keys: EngineKeys): void {
    this.#write({}, keys);
    this.#reload();
  }

  /** Ends a machine in the middle of what it does. */
  async kill(machine: number): Promise<void> {
    await this.#machine(machine).end('SIGKILL');
  }

  /** Starts a machine that was killed, with what its disk has; `empty` takes the disk from it first. */
  async restart(machine: number, { empty = false } = {}): Promise<void> {
    const one = this.#machine(machine);
    if (empty) rmSync(one.disk, { recursive: true, force: true });
    await one.start();
  }

  /** A machine that neither works nor closes its connections. */
  pause(machine: number): void {
    this.#machine(machine).signal('SIGSTOP');
  }

  resume(machine: number): void {
    this.#machine(machine).signal('SIGCONT');
  }

  /** Ends all machines and takes their disks away. */
  async stop(): Promise<void> {
    await Promise.all(this.#machines.map((machine) => machine.end('SIGKILL')));
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #reload(): void {
    for (const machine of this.#machines) machine.signal('SIGHUP');
  }

  #machine(at: number): Machine {
    const machine = this.#machines[at];
    if (!machine) throw new RangeError(String(at));
    return machine;
  }
}

/** One nats-server with its configuration and its disk. */
class Machine {
  #process: ChildProcess | null = null;
  #said = '';

  constructor(
    readonly config: string,
    readonly port: number,
    readonly disk: string,
  ) {}

  get said(): string {
    return this.#said;
  }

  get pid(): number | null {
    return this.#process?.pid ?? null;
  }

  async start(): Promise<void> {
    if (this.#process) return;
    const started = spawn('nats-server', ['-c', this.config], { stdio: ['ignore', 'ignore', 'pipe'] });
    this.#process = started;
    this.#said = '';
    started.stderr?.on('data', (data) => {
      this.#said = `${this.#said}${data}`.slice(-20_000);
    });
    started.once('exit', () => {
      if (this.#process === started) this.#process = null;
    });
    started.once('error', (error) => {
      this.#process = null;
      this.#said = `${error.message} (scripts/setup.mjs installs it)`;
    });
    // Nothing is left behind when the test itself is ended.
    const end = () => started.kill('SIGKILL');
    process.once('exit', end);
    started.once('exit', () => process.off('exit', end));
    const until = Date.now() + 10_000;
    while (!(await takesConnections(this.port))) {
      if (!this.#process || Date.now() > until) throw new Error(`nats-server did not start:\n${this.#said}`);
      await sleep(20);
    }
  }

  signal(name: NodeJS.Signals): void {
    this.#process?.kill(name);
  }

  async end(name: NodeJS.Signals): Promise<void> {
    const running = this.#process;
    if (!running) return;
    const ended = once(running, 'exit');
    running.kill(name);
    await ended;
  }
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}

/** Ports that nobody has now; held together, so that none comes twice. */
async function freePorts(count: number): Promise<number[]> {
  const held = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = held.map((server) => (server.address() as { port: number }).port);
  await Promise.all(held.map((server) => new Promise((done) => server.close(done))));
  return ports;
}
