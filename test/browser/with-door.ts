import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { start } from './browsers.ts';
import type { BrowserName, Harness, LaunchOptions, Page } from './harness/index.ts';
import type { Door } from './in-page/ledger-door.ts';

/** Starts a browser with a copy of the build whose pages and background have the door to the ledger. */
export async function startWithDoor(
  browser: BrowserName,
  options: Omit<LaunchOptions, 'extension'> = {},
): Promise<Harness> {
  const folder = mkdtempSync(join(tmpdir(), 'claimcheck-door-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  try {
    cpSync(browser === 'chromium' ? 'dist/chrome' : 'dist/firefox', folder, { recursive: true });
    writeFileSync(join(folder, 'door.js'), await bundledDoor());
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

async function bundledDoor(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
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
  await page.waitFor(() => 'door' in globalThis);
  return page.evaluate(
    (call: Call) => {
      const { door } = globalThis as unknown as { door: Record<string, (...given: unknown[]) => unknown> };
      return door[call.name]?.(...call.given);
    },
    { name, given },
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
