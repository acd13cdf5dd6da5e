import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls, TLSSocket } from 'node:tls';
import { Frames } from './frames.ts';

/** A browser's way to its team's engine: it can be cut, and read along. */
export interface EngineWay {
  /**
   * Opens the way to these `wss:` addresses, all on loopback. With `read`, connections that begin from then on are
   * opened up on the way, as whoever runs the engine could.
   */
  lead(servers: readonly string[], options?: { readonly read?: boolean }): void;
  /** Takes the browser's network away: its connections end, or they stay and nothing goes over them any more. */
  cut(how: 'closed' | 'silent'): void;
  /** Gives it back. */
  mend(): void;
  /** What went either way since `lead` with `read`, out of its TLS and its frames. */
  readonly heard: Buffer;
  /** How many connections have been made in all, and how many are open. */
  readonly connections: { readonly made: number; readonly open: number };
}

/** The way, and the proxy's part of it: `take` leads a connection that the browser asked for, or says that it goes nowhere. */
export function engineWay(certificate: () => Promise<{ key: string; cert: string }>) {
  const ports = new Set<number>();
  const lines = new Set<Line>();
  const heard: Buffer[] = [];
  let made = 0;
  let read = false;
  let state: 'open' | 'closed' | 'silent' = 'open';

  const way: EngineWay = {
    lead(servers, options = {}) {
      ports.clear();
      for (const server of servers) ports.add(Number(new URL(server).port));
      read = options.read ?? false;
    },
    cut(how) {
      state = how;
      for (const line of lines) how === 'closed' ? line.end() : line.hold();
    },
    mend() {
      state = 'open';
      for (const line of lines) line.goOn();
    },
    get heard() {
      return Buffer.concat(heard);
    },
    get connections() {
      return { made, open: lines.size };
    },
  };

  return {
    way,
    take(host: string, port: number, client: Socket): boolean {
      if (host !== '127.0.0.1' || !ports.has(port)) return false;
      if (state === 'closed') {
        client.destroy();
        return true;
      }
      made += 1;
      const line = new Line(client, port, read ? { certificate, heard } : null, () => lines.delete(line));
      lines.add(line);
      // Asked for while there is no network: nobody answers, and nobody says no.
      if (state === 'open') line.begin();
      return true;
    },
    end() {
      for (const line of lines) line.end();
    },
  };
}

/** One connection between a browser and a machine of the engine. */
class Line {
  #engine: Socket | null = null;

  constructor(
    readonly client: Socket,
    readonly port: number,
    readonly reading: { certificate: () => Promise<{ key: string; cert: string }>; heard: Buffer[] } | null,
    readonly ended: () => void,
  ) {
    client.on('close', () => this.end());
  }

  begin(): void {
    const engine = connect(this.port, '127.0.0.1');
    this.#engine = engine;
    engine.on('error', () => this.end());
    engine.on('close', () => this.end());
    engine.once('connect', () => {
      this.client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      if (this.reading) void this.#readAlong(engine, this.reading);
      else this.#join(this.client, engine);
    });
  }

  hold(): void {
    this.client.pause();
    this.#engine?.pause();
    this.client.cork();
    this.#engine?.cork();
  }

  goOn(): void {
    // It never began; the browser has given up by now, or will begin another.
    if (!this.#engine) {
      this.end();
      return;
    }
    this.client.uncork();
    this.#engine.uncork();
    this.client.resume();
    this.#engine.resume();
  }

  end(): void {
    this.client.destroy();
    this.#engine?.destroy();
    this.ended();
  }

  #join(client: Duplex, engine: Duplex): void {
    client.pipe(engine).pipe(client);
  }

  async #readAlong(engine: Socket, { certificate, heard }: NonNullable<Line['reading']>): Promise<void> {
    const inside = new TLSSocket(this.client, { isServer: true, ...(await certificate()) });
    const beyond = connectTls({ socket: engine, rejectUnauthorized: false });
    for (const each of [inside, beyond]) {
      const frames = new Frames((bytes) => heard.push(bytes));
      each.on('error', () => this.end());
      each.on('data', (bytes: Buffer) => frames.take(bytes));
    }
    this.#join(inside, beyond);
  }
}
