import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { startReplica } from '../../seller-central/server.ts';
import { Downloads } from './downloads.ts';
import { makePage } from './page.ts';
import { startProxy } from './proxy.ts';
import type { Session, SessionOptions } from './session.ts';
import type { BrowserName, Harness, LaunchOptions } from './types.ts';

export { findBrowser } from './find-browser.mjs';
export type * from './types.ts';

const paths = { popup: 'src/popup/index.html', workspace: 'src/workspace/index.html' };
const sellerCentral = 'https://sellercentral.amazon.com';

/** A key and certificate for the replica, made now; the browsers are told to accept any. */
export async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'sellercentral.amazon.com' }], {
    algorithm: 'sha256',
    // Made in no time, unlike an RSA key.
    keyType: 'ec',
  });
  return { key, cert };
}

/** Starts a browser with the extension. Whoever calls this must call `close`, which leaves nothing behind. */
export async function launch(browser: BrowserName, options: LaunchOptions): Promise<Harness> {
  const cleanUps: (() => Promise<unknown>)[] = [];
  // All of them, whatever becomes of one: no browser may be left behind.
  const cleanUp = async () => {
    const failures: unknown[] = [];
    for (const each of cleanUps.splice(0).reverse()) await each().catch((error) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  };
  try {
    return await start(browser, options, cleanUps, cleanUp);
  } catch (error) {
    await cleanUp().catch((failure: unknown) => console.error('cleaning up failed too:', failure));
    throw error;
  }
}

/** A browser that any test may have after another; one that a person looks at, or that is unlike others, is ended. */
function isOrdinary({ profile, headless, viewport, privateWindows, locale }: LaunchOptions): boolean {
  return [profile, headless, viewport, privateWindows, locale].every((each) => each === undefined);
}

/** Each browser has its own driver, and each driver takes a second to load. */
async function starter(browser: BrowserName, settings: SessionOptions): Promise<() => Promise<Session>> {
  if (browser === 'chromium') {
    const { startChromium } = await import('./chromium.ts');
    return () => startChromium(settings);
  }
  const { startFirefox } = await import('./firefox/start.ts');
  return () => startFirefox(settings);
}

/** The profile of the Firefox that the tests before have left, else a new one; null outside of a run. */
async function sharedProfile(): Promise<string | null> {
  const [{ promiseKept }, { newProfile }] = await Promise.all([
    import('./firefox/kept.ts'),
    import('./firefox/profiles.ts'),
  ]);
  return promiseKept() ?? newProfile();
}

async function start(
  browser: BrowserName,
  options: LaunchOptions,
  cleanUps: (() => Promise<unknown>)[],
  cleanUp: () => Promise<void>,
): Promise<Harness> {
  const folder = async (name: string) => {
    const made = await mkdtemp(join(tmpdir(), `claimcheck-${name}-`));
    cleanUps.push(() => rm(made, { recursive: true, force: true, maxRetries: 5 }));
    return made;
  };
  const replica =
    options.replica ?? (await startReplica({ ...options.replicaOptions, tls: await makeCertificate() }));
  if (!options.replica) cleanUps.push(() => replica.close());
  const proxy = await startProxy(replica.port, makeCertificate);
  cleanUps.push(() => proxy.close());

  const shared = browser === 'firefox' && isOrdinary(options) ? await sharedProfile() : null;
  const settings = {
    extension: options.extension,
    profile: options.profile ?? shared ?? (await folder(browser)),
    downloads: options.downloads ?? (await folder('downloads')),
    proxyPort: proxy.port,
    headless: options.headless ?? true,
    viewport: options.viewport ?? { width: 1280, height: 900 },
    colorScheme: options.colorScheme ?? 'light',
    clipboard: options.clipboard ?? true,
    privateWindows: options.privateWindows ?? false,
    locale: options.locale ?? 'en-US',
  };
  const begin = await starter(browser, settings);
  let session = await begin();
  let keeps = shared !== null;
  cleanUps.push(async () => {
    if (keeps && (await session.keep?.())) return;
    await session.end();
    if (shared !== null) await rm(shared, { recursive: true, force: true, maxRetries: 5 });
  });
  const downloads = new Downloads(settings.downloads);

  const harness: Harness = {
    browser,
    replica,
    extensionOrigin: session.origin,
    attempts: proxy.attempts,
    engine: proxy.engine,
    profile: settings.profile,
    downloads: settings.downloads,
    open: async (url) => makePage(await session.newPage(new URL(url, sellerCentral).href)),
    async extensionPage(which, hash = '') {
      const page = makePage(await session.newPage(`${session.origin}/${paths[which]}${hash}`));
      await page.waitFor(
        (path: string) => location.pathname === path && document.readyState === 'complete',
        `/${paths[which]}`,
        {
          what: `the extension's ${which}`,
        },
      );
      return page;
    },
    async pageAt(address) {
      let urls: string[] = [];
      for (
        const end = Date.now() + 30_000;
        Date.now() < end;
        await new Promise((resolve) => setTimeout(resolve, 100))
      ) {
        const drivers = await session.pages();
        urls = await Promise.all(drivers.map((driver) => driver.url()));
        const found = drivers[urls.findIndex((url) => url.includes(address))];
        if (found) return makePage(found);
      }
      throw new Error(`No tab at ${address}, only at ${urls.join(', ')}.`);
    },
    download: (name = /./) => downloads.next(name),
    readClipboard: (page) => page.evaluate(() => navigator.clipboard.readText()),
    async setColorScheme(scheme) {
      settings.colorScheme = scheme;
      await session.setColorScheme(scheme);
    },
    stopWorker: () => session.stopWorker(),
    async restart() {
      await session.end();
      session = await begin();
    },
    async kill() {
      keeps = false;
      await session.kill();
      session = await begin();
    },
    close: cleanUp,
  };
  return harness;
}
