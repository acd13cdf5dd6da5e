import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { type EngineWay, engineWay } from './engine-way.ts';
import type { Attempt } from './types.ts';

/** Chromium's own calls (updates, sign-in, autofill) are sent to this name by its command line. */
export const redirectedHome = 'browser.invalid';

/** Asked for by the browser itself, so no page's attempts; refused like the rest. The second: Chromium's spelling dictionary. */
const browserItself = new Set([redirectedHome, 'redirector.gvt1.com']);

export interface Proxy {
  readonly port: number;
  readonly attempts: Attempt[];
  /** Leads nowhere until it is told to. */
  readonly engine: EngineWay;
  close(): Promise<void>;
}

const sellerCentral = /^(?:sellercentral(?:-europe|-japan)?|catalog(?:-sc)?)\.amazon\.[a-z]+(?:\.[a-z]+)?$/;

/**
 * The only way out for a test browser. Seller Central's hosts lead to the replica's TLS port, every
 * other host but the engine of a test's team is refused, and all are written down: so a test can prove that nothing
 * leaves the computer.
 */
export async function startProxy(
  replicaPort: number,
  certificate: () => Promise<{ key: string; cert: string }>,
): Promise<Proxy> {
  const engine = engineWay(certificate);
  const attempts: Attempt[] = [];
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A browser drops connections as it likes.
    socket.on('error', () => socket.destroy());
    return socket;
  };

  const server = createHttpServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://unknown');
    attempts.push({ host: url.hostname, port: Number(url.port || 80), allowed: false });
    response.writeHead(403).end();
  });
  server.on('connection', keep);
  server.on('connect', (request, client: Socket, first) => {
    const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(request.url ?? '') ?? [];
    if (engine.take(host, Number(port), client)) {
      attempts.push({ host, port: Number(port), allowed: true });
      return;
    }
    const allowed = port === '443' && sellerCentral.test(host);
    if (!browserItself.has(host)) attempts.push({ host, port: Number(port), allowed });
    if (!allowed) {
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const replica = keep(connect(replicaPort, '127.0.0.1'));
    replica.once('connect', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      replica.write(first);
      replica.pipe(client).pipe(replica);
    });
    replica.on('close', () => client.destroy());
    client.on('close', () => replica.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    attempts,
    engine: engine.way,
    close: () =>
      new Promise((resolve) => {
        engine.end();
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
