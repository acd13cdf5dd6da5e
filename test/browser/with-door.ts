import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { start } from './browsers.ts';
import type { BrowserName, Harness, LaunchOptions, Page } from './harness/index.ts';
import { turnsOfMigration } from './in-page/crash-plan.ts';
import type { Door } from './in-page/ledger-door.ts';

/** Doors to a ledger that differs: its transaction is split, or it is a version newer. */
type OtherDoor = 'splitDoor' | 'newerDoor';

/**
 * Starts a browser with a copy of the build whose pages and background have the door to the ledger;
 * `other` can be opened, too.
 */
export async function startWithDoor(
  browser: BrowserName,
  { other, ...options }: Omit<LaunchOptions, 'extension'> & { other?: OtherDoor } = {},
): Promise<Harness> {
  const folder = mkdtempSync(join(tmpdir(), 'claimcheck-door-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  try {
    cpSync(browser === 'chromium' ? 'dist/chrome' : 'dist/firefox', folder, { recursive: true });
    writeFileSync(join(folder, 'door.js'), await bundledDoor('door'));
    if (other) writeFileSync(join(folder, `${other}.js`), await bundledDoor(other));
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

/** Of this worker, for all files that it runs. */
const bundled = new Map<string, Promise<string>>();

function bundledDoor(name: 'door' | OtherDoor): Promise<string> {
  const known = bundled.get(name) ?? bundle(name);
  bundled.set(name, known);
  return known;
}

async function bundle(name: 'door' | OtherDoor): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { __DOOR__: JSON.stringify(name) },
    plugins: name === 'door' ? [] : [name === 'splitDoor' ? splitTransaction : newerShape],
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

/** Builds one file of the ledger differently; throws where a text to be replaced isn't there any more. */
function changed(file: string, changes: readonly (readonly [from: string, to: string])[]): Plugin {
  return {
    name: 'changed',
    enforce: 'pre',
    transform(source, id) {
      if (!id.endsWith(`/src/ledger/${file}`)) return;
      return changes.reduce((text, [from, to]) => {
        if (!text.includes(from)) throw new Error(`${id} no longer holds “${from}”.`);
        return text.replace(from, to);
      }, source);
    },
  };
}

/** Breaks the ledger on purpose: the next codes are picked in one transaction and marked in another. */
const splitTransaction = changed('acts/issue.ts', [
  [
    'const issued = await issue(tx, promotion, await pickNext(tx, promotion, wanted), to);',
    'const issued = { promotion, picked: await pickNext(tx, promotion, wanted) };',
  ],
  [
    'return issued;\n  });',
    'return issued;\n  }).then(({ promotion, picked }) => writeCodes(db, (tx) => issue(tx, promotion, picked, to)));',
  ],
  ['if (!covers(', 'if (false && !covers('],
]);

/** The next version's ledger: every block is written anew, often enough to be killed in the midst of it. */
const newerShape = changed('store/migrations.ts', [
  [
    '\n];',
    `
  async function nextShape(db, transaction) {
    const copies = db.createObjectStore('copies', { keyPath: ['batch', 'n'] });
    const blocks = transaction.objectStore('blocks');
    blocks.createIndex('turns', 'turns');
    for (let turns = 1; turns <= ${turnsOfMigration}; turns++) {
      await new Promise((resolve, reject) => {
        const walk = blocks.openCursor();
        walk.onerror = () => reject(walk.error);
        walk.onsuccess = () => {
          if (!walk.result) return resolve();
          walk.result.update({ ...walk.result.value, turns });
          copies.put({ ...walk.result.value, turns });
          walk.result.continue();
        };
      });
    }
  },
];`,
  ],
]);

/** Puts another door into a page, beside the true one. */
export async function openDoor(page: Page, door: OtherDoor): Promise<void> {
  await page.evaluate((url: string) => {
    const script = document.createElement('script');
    script.type = 'module';
    script.src = url;
    document.head.append(script);
  }, `/${door}.js`);
  await page.waitFor((name: string) => name in globalThis, door);
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

/** As `ask`, through another door. */
export async function askThrough<Name extends keyof Door>(
  door: OtherDoor,
  page: Page,
  name: Name,
  ...given: Parameters<Door[Name]>
): Promise<Answer<Name>> {
  return through(door, page, name, given);
}

async function through<Name extends keyof Door>(
  door: 'door' | OtherDoor,
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
