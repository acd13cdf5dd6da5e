import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Entry, textOf } from '../../src/words/entry.ts';
import { median } from './stats.ts';

const loads = 21;
const script = 'dist/chrome/src/content/main.iife.js';
const sentences = 'public/_locales/en/messages.json';

/** A content script as built, and its sentences by name, as the browser gives them. */
export interface Built {
  readonly text: string;
  readonly sentences: string;
}

/** What stands built in a folder of the project. */
export function builtIn(folder: string): Built {
  const all: Record<string, Entry> = JSON.parse(readFileSync(join(folder, sentences), 'utf8'));
  const said = Object.entries(all).map(([key, entry]) => [key, textOf(entry)]);
  return {
    text: readFileSync(join(folder, script), 'utf8'),
    sentences: JSON.stringify(Object.fromEntries(said)),
  };
}

/** Builds the content script of another commit, with the packages of this one. */
export function builtOf(commit: string): Built {
  const folder = mkdtempSync(join(tmpdir(), 'claimcheck-bench-commit-'));
  try {
    const { status, stdout } = spawnSync('git', ['archive', '--format=tar', commit], {
      maxBuffer: 256 * 1024 * 1024,
    });
    if (status !== 0) throw new Error(`There is no commit ${commit} here.`);
    spawnSync('tar', ['x', '-C', folder], { input: stdout });
    symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'), 'junction');
    const vite = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], {
      cwd: folder,
      env: { ...process.env, NODE_ENV: 'production', BROWSER: 'chrome' },
    });
    if (vite.status !== 0) throw new Error(`Could not build ${commit}: ${vite.stderr}`);
    return builtIn(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Stands in for the extension's APIs. */
export function standIn({ sentences: said }: Built): string {
  return `
  // What is asked for as a list must be one, or every reading fails and that is what is measured.
  const answers = { 'taught/all': [], 'labels/get': {} };
  const listeners = { addListener() {}, removeListener() {} };
  const local = { get: async () => ({}), set: async () => undefined };
  const sentences = ${said};
  const getMessage = (key, values) =>
    (sentences[key] ?? '').replace(/\\$(\\d)/g, (_, at) => values[at - 1] ?? '');
  globalThis.browser = {
    i18n: { getMessage },
    runtime: {
      id: 'bench',
      sendMessage: async ({ claimcheck }) => ({ ok: true, value: answers[claimcheck] ?? { name: null } }),
    },
    storage: { local, onChanged: listeners },
  };`;
}

/**
 * What each script costs the page up to the overlay's first picture, in milliseconds of the main thread's own time:
 * what else the computer does counts for little. All take turns in pages that were just loaded, layout and paint included.
 */
export async function scriptTimes(page: Page, form: string, scripts: readonly Built[]): Promise<number[]> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const times: number[][] = scripts.map(() => []);
  for (let load = 0; load <= loads; load++) {
    for (const [at, each] of scripts.entries()) {
      await page.goto(form);
      await page.evaluate(`(() => { ${standIn(each)} })()`);
      // A text that differs each time, so that nothing compiled before is used again.
      await page.evaluate(`globalThis.script = ${JSON.stringify(`${each.text}\n// ${load}`)}`);
      // The page comes to rest.
      await page.waitForTimeout(100);
      const before = await worked();
      await page.evaluate(overlayDrawn);
      // The first load warms the browser up.
      if (load > 0) times[at]?.push((await worked()) - before);
    }
  }
  await cdp.detach();
  return times.map(median);
}

const overlayDrawn = `(async () => {
  (0, eval)(script);
  // A slow computer reads the page in more turns than one.
  for (let tries = 0; tries < 2000; tries++) {
    const root = document.querySelector('claimcheck-overlay')?.shadowRoot;
    if (root?.querySelector('[data-check]'))
      return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    await new Promise((done) => setTimeout(done, 5));
  }
  throw new Error('No overlay came up.');
})()`;
