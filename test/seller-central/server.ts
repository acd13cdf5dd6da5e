import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { account, type Context, idMaker, readForm, selectedStore, selectedWords } from './context.ts';
import { type Answer, answer } from './routes.ts';
import { freshState, type State } from './state.ts';

export interface ReplicaOptions {
  /** Serve over TLS with this key and certificate (PEM). */
  tls?: { key: string; cert: string };
  /** Port on the loopback interface; 0 (default) takes a free one. */
  port?: number;
  /** The replica's clock, milliseconds. */
  now?: () => number;
}

export interface Replica {
  /** `http://127.0.0.1:<port>` */
  readonly address: string;
  readonly port: number;
  readonly state: State;
  close(): Promise<void>;
}

/**
 * What scripts and styles of these pages may do. Amazon's own policy is not public; this one is
 * stricter, so that what works here needs no favours of the page.
 */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Starts a replica with its own memory, on the loopback interface only. */
export async function startReplica(options: ReplicaOptions = {}): Promise<Replica> {
  const now = options.now ?? Date.now;
  const state = freshState(now());
  const listener: RequestListener = (request, response) => {
    serve(request, response, state, now).catch((error: unknown) => {
      console.error('replica:', error);
      if (!response.headersSent) response.writeHead(500);
      response.end('The replica failed; see its console.');
    });
  };
  const server = options.tls ? createTlsServer(options.tls, listener) : createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `${options.tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    state,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  state: State,
  now: () => number,
): Promise<void> {
  const url = new URL(request.url ?? '/', `https://${request.headers.host ?? 'sellercentral.amazon.com'}`);
  const asset = /^\/assets\/([a-z]+\.(?:js|css))$/.exec(url.pathname)?.[1];
  if (asset) return sendAsset(response, asset);
  const cookies = readCookies(request.headers.cookie ?? '');
  const ctx: Context = {
    url,
    state,
    store: selectedStore(url, cookies),
    account,
    words: selectedWords(url, cookies),
    now: now(),
    id: idMaker(url),
  };
  const form = readForm(request.method === 'POST' ? await readBody(request) : '');
  // The account, store and language switches are cookie-wide.
  for (const name of ['mons_sel_mkid', 'mons_sel_locale']) {
    const chosen = url.searchParams.get(name);
    if (chosen !== null)
      response.appendHeader('Set-Cookie', `${name}=${encodeURIComponent(chosen)}; Path=/; Secure`);
  }
  send(response, answer(request.method ?? 'GET', { ctx, headers: request.headers, form }));
}

function send(response: ServerResponse, sent: Answer | null): void {
  response.setHeader('Cache-Control', 'no-store');
  if (sent === null) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('The replica has no such page.');
  } else if (sent.kind === 'redirect') {
    response.writeHead(303, { Location: sent.to }).end();
  } else if (sent.kind === 'json') {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(sent.body));
  } else if (sent.kind === 'file') {
    response
      .writeHead(200, {
        'Content-Type': 'application/zip',
        'Content-Disposition': `attachment; filename="${sent.name}"`,
      })
      .end(sent.bytes);
  } else {
    response
      .writeHead(sent.status ?? 200, {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': policy,
      })
      .end(sent.body);
  }
}

function sendAsset(response: ServerResponse, name: string): void {
  const type = name.endsWith('.css') ? 'text/css' : 'text/javascript';
  const content = readFileSync(new URL(`assets/${name}`, import.meta.url));
  response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` }).end(content);
}

function readCookies(header: string): Map<string, string> {
  return new Map(
    header
      .split(/;\s*/)
      .filter((pair) => pair.includes('='))
      .map((pair): [string, string] => {
        const at = pair.indexOf('=');
        return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
      }),
  );
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
