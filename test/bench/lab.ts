import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../browser/harness/find-browser.mjs';
import { bundle } from './bundle.ts';
import { codesZip } from './codes.ts';
import { heapPeakOf, peakOf } from './memory.ts';
import type { DatabaseBench } from './page/database.ts';
import { reportText } from './report-text.ts';

/** What a measurement gives. */
type Measured<Name extends keyof DatabaseBench> = Awaited<ReturnType<DatabaseBench[Name]>>;

/** A Chromium without the extension, with real storage on disk. */
export interface Lab {
  readonly context: BrowserContext;
  readonly version: string;
  /**
   * Calls one measurement in a page that was just opened, as the seller's is, at an origin never used
   * before, so that no database finds traces of another.
   */
  onFreshPage<Name extends keyof DatabaseBench>(
    name: Name,
    ...given: Parameters<DatabaseBench[Name]>
  ): Promise<Measured<Name>>;
  /**
   * Several measurements at one such origin, each in a page of its own: what the first stored, the next
   * ones find. With each, the bytes by which its page's process grew at most, null where that can't be told, and
   * those of its heap.
   */
  inTurn<Names extends (keyof DatabaseBench)[]>(
    ...steps: { [I in keyof Names]: readonly [Names[I], ...Parameters<DatabaseBench[Names[I]]>] }
  ): Promise<{ [I in keyof Names]: { result: Measured<Names[I]>; peak: number | null; heap: number } }>;
  close(): Promise<void>;
}

/** Starts the lab. Whoever calls this must call `close`, which leaves nothing behind. */
export async function startLab(): Promise<Lab> {
  const server = await serve(await bundle('database'));
  const profile = await mkdtemp(join(tmpdir(), 'claimcheck-bench-'));
  const removeProfile = () => rm(profile, { recursive: true, force: true, maxRetries: 5 });
  const context = await chromium
    .launchPersistentContext(profile, {
      executablePath: findBrowser('chromium'),
      // Scripts of ours are given to the replica's pages, whose own policy allows none.
      bypassCSP: true,
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--js-flags=--expose-gc',
      ],
    })
    .catch(async (error: unknown) => {
      await server.close();
      await removeProfile();
      throw error;
    });
  let origins = 0;
  // Chromium itself resolves every name under localhost to this computer.
  const freshOrigin = () => `http://run${origins++}.localhost:${server.port}/`;
  const call = (page: Page, name: string, given: unknown[]) =>
    page.evaluate(`bench[${JSON.stringify(name)}](...${JSON.stringify(given)})`);
  return {
    context,
    version: context.browser()?.version() ?? 'unknown',
    async onFreshPage<Name extends keyof DatabaseBench>(
      name: Name,
      ...given: Parameters<DatabaseBench[Name]>
    ): Promise<Measured<Name>> {
      const page: Page = await context.newPage();
      await page.goto(freshOrigin());
      const result = await call(page, name, given);
      await page.close();
      return result as Measured<Name>;
    },
    async inTurn(...steps) {
      const browser = context.browser();
      if (!browser) throw new Error('This browser does not tell of its processes.');
      const origin = freshOrigin();
      const done: unknown[] = [];
      for (const [name, ...given] of steps) {
        const page = await context.newPage();
        await page.goto(origin);
        let result: unknown;
        let heap = 0;
        const peak = await peakOf(browser, async () => {
          heap = await heapPeakOf(page, async () => {
            result = await call(page, name, given);
          });
        });
        await page.close();
        done.push({ result, peak, heap });
      }
      return done as never;
    },
    async close() {
      await context.close();
      await server.close();
      await removeProfile();
    },
  };
}

/** Serves the page, its script, `/codes/<count>.zip` and `/reports/<lines>.txt`, on the loopback interface only. */
async function serve(script: string): Promise<{ port: number; close: () => Promise<void> }> {
  const zips = new Map<number, Uint8Array>();
  const server = createServer((request, response) => {
    const count = Number(/^\/codes\/(\d+)\.zip$/.exec(request.url ?? '')?.[1] ?? 0);
    if (count > 0) {
      const zip = zips.get(count) ?? codesZip(count);
      zips.set(count, zip);
      response.writeHead(200, { 'Content-Type': 'application/zip' }).end(zip);
    } else if (request.url?.startsWith('/reports/')) {
      const lines = Number(/^\/reports\/(\d+)\.txt$/.exec(request.url)?.[1] ?? 0);
      response.writeHead(200, { 'Content-Type': 'text/plain' });
      Readable.from(reportText(lines)).pipe(response);
    } else if (request.url === '/bench.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8' }).end(script);
    } else if (request.url === '/') {
      response
        .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
        .end('<!doctype html><title>Bench</title><script src="/bench.js"></script>');
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
