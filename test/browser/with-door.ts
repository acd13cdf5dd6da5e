import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { start } from './browsers.ts';
import type { BrowserName, Harness, LaunchOptions, Page } from './harness/index.ts';
import type { Door } from './in-page/ledger-door.ts';

/**
 * Starts a browser with a copy of the build whose pages and background have the door to the ledger;
 * `split`: a broken one can be opened, too.
 */
export async function startWithDoor(
  browser: BrowserName,
  { split = false, ...options }: Omit<LaunchOptions, 'extension'> & { split?: boolean } = {},
): Promise<Harness> {
  const folder = mkdtempSync(join(tmpdir(), 'claimcheck-door-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  try {
    cpSync(browser === 'chromium' ? 'dist/chrome' : 'dist/firefox', folder, { recursive: true });
    writeFileSync(join(folder, 'door.js'), await bundledDoor('door'));
    if (split) writeFileSync(join(folder, 'split-door.js'), await bundledDoor('splitDoor'));
    for (const page of ['popup', 'workspace']) {
      const path = join(folder, `src/${page}/index.html`);
      const script = '<script type="module" src="/door.js"></script></head>';
      writeFileSync(path, readFileSync(path, 'utf8').replace('</head>', script));
    }
    const background = join(folder, 'service-worker-loader.js');
    writeFileSync(background, `${readFileSync(background, 'utf8')}\nimport './door.js';\n`);
    const harness = await start(browser, { ...options, extension: folder });
    const { close } = harness;
    return Object.assign(harness, { close: () => close().finally(removeFolder) });
  } catch (error) {
    removeFolder();
    throw error;
  }
}

async function bundledDoor(name: 'door' | 'splitDoor'): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { __DOOR__: JSON.stringify(name) },
    plugins: name === 'splitDoor' ? [splitTransaction] : [],
    build: {
      write: false,
      target: 'chrome128',
      rollupOptions: {
        input: fileURLToPath(new URL('in-page/ledger-door.ts', import.meta.url)),
        output: { format: 'es' },
      },
    },
  });
  for (const each of Array.isArray(built) ? built : [built])
    for (const chunk of 'output' in each ? each.output : []) if (chunk.type === 'chunk') return chunk.code;
  throw new Error('The door was not built.');
}

/** Breaks the ledger on purpose: the next codes are picked in one transaction and marked in another. */
const splitTransaction: Plugin = {
  name: 'split-transaction',
  enforce: 'pre',
  transform(source, id) {
    if (!id.endsWith('/src/ledger/issue.ts')) return;
    const change = (from: string, to: string) => {
      if (!source.includes(from)) throw new Error(`${id} no longer holds “${from}”.`);
      source = source.replace(from, to);
    };
    change(
      'return issue(tx, promotion, await pickNext(tx, promotion, wanted), to);\n  });',
      'return { promotion, picked: await pickNext(tx, promotion, wanted) };\n  }).then(({ promotion, picked }) => writeCodes(db, (tx) => issue(tx, promotion, picked, to)));',
    );
    change('if (!covers(', 'if (false && !covers(');
    return source;
  },
};

/** Puts the door of a build whose transaction is split into a page, beside the true one. */
export async function openSplitDoor(page: Page): Promise<void> {
  await page.evaluate((url: string) => {
    const script = document.createElement('script');
    script.type = 'module';
    script.src = url;
    document.head.append(script);
  }, '/split-door.js');
  await page.waitFor(() => 'splitDoor' in globalThis);
}

type Answer<Name extends keyof Door> = Awaited<ReturnType<Door[Name]>>;
interface Call {
  name: string;
  given: unknown[];
}

/** Calls one of the door's functions in a page of the extension, in that page's own context. */
export async function ask<Name extends keyof Door>(
  page: Page,
  name: Name,
  ...given: Parameters<Door[Name]>
): Promise<Answer<Name>> {
  return through('door', page, name, given);
}

/** As `ask`, through the door of the build that is broken on purpose. */
export async function askSplit<Name extends keyof Door>(
  page: Page,
  name: Name,
  ...given: Parameters<Door[Name]>
): Promise<Answer<Name>> {
  return through('splitDoor', page, name, given);
}

async function through<Name extends keyof Door>(
  door: 'door' | 'splitDoor',
  page: Page,
  name: Name,
  given: Parameters<Door[Name]>,
): Promise<Answer<Name>> {
  await page.waitFor((each: string) => each in globalThis, door);
  return page.evaluate(
    (call: Call & { door: string }) => {
      type Doors = Record<string, Record<string, (...given: unknown[]) => unknown>>;
      return (globalThis as unknown as Doors)[call.door]?.[call.name]?.(...call.given);
    },
    { door, name, given },
  ) as Promise<Answer<Name>>;
}

/** As `ask`, but the function runs in the background; `page` only passes it on. */
export async function askBackground<Name extends keyof Door>(
  page: Page,
  name: Name,
  ...given: Parameters<Door[Name]>
): Promise<Answer<Name>> {
  return page.evaluate(
    (call: Call) =>
      new Promise((resolve) => {
        const channel = new BroadcastChannel('door');
        const id = crypto.randomUUID();
        channel.onmessage = ({ data }) => {
          if (data.answerTo !== id) return;
          channel.close();
          resolve(data.answer);
        };
        channel.postMessage({ id, ask: call.name, given: call.given });
      }),
    { name, given },
  ) as Promise<Answer<Name>>;
}
