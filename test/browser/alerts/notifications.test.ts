import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, builds, start } from '../browsers.ts';
import type { BrowserName, Harness, Page } from '../harness/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimcheck-notifications-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const test = (id: string) => `[data-testid="${id}"]`;

/**
 * In Firefox the extension as built, which is granted what it asks for; in Chromium, where no driver can answer the
 * browser's question, one that is allowed to notify from the start.
 */
function allowedToNotify(browser: BrowserName): string {
  if (browser === 'firefox') return builds[browser];
  const to = join(folder, browser);
  cpSync(builds[browser], to, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(to, 'manifest.json'), 'utf8'));
  const { optional_permissions: asked, permissions, ...others } = manifest;
  writeFileSync(
    join(to, 'manifest.json'),
    JSON.stringify({ ...others, permissions: [...permissions, ...asked] }),
  );
  return to;
}

interface Notifications {
  getAll(): Promise<object>;
  clear(id: string): Promise<boolean>;
  readonly onClosed: { addListener(listener: (id: string) => void): void };
}
type Global = typeof globalThis & {
  readonly browser?: { readonly notifications: Notifications };
  readonly chrome: { readonly notifications: Notifications };
  gone: string[];
};

/** From now on the page hears of notifications that are gone. A Firefox without a screen has no place for one, and closes it at once. */
function hear(page: Page): Promise<void> {
  return page.evaluate(() => {
    const global = globalThis as Global;
    global.gone = [];
    (global.browser ?? global.chrome).notifications.onClosed.addListener((id) => global.gone.push(id));
  });
}

/** The notifications that the browser itself has shown since, one after the other: those gone, and those that stand. */
function shown(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const global = globalThis as Global;
    const standing = await (global.browser ?? global.chrome).notifications.getAll();
    return [...global.gone, ...Object.keys(standing)];
  });
}

/** Takes what stands from the screen: one that came again would stand again. */
function dismiss(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const global = globalThis as Global;
    const { notifications } = global.browser ?? global.chrome;
    for (const id of Object.keys(await notifications.getAll())) await notifications.clear(id);
  });
}

const go = (page: Page, to: string) => page.evaluate((address: string) => location.assign(address), to);

describe.each(browsers)('notifications in %s', (browser) => {
  let harness: Harness;
  let page: Page;
  const list = (name: string, codes: readonly string[]) => {
    const file = join(folder, name);
    writeFileSync(file, codes.join('\n'));
    return file;
  };
  const given = async (count: number) => {
    await page.click(test('issue-next'));
    await page.waitFor(
      (wanted: number) =>
        document.querySelector<HTMLElement>('[data-count="issued"]')?.dataset.value === String(wanted),
      count,
    );
  };
  beforeAll(async () => {
    harness = await start(browser, { extension: allowedToNotify(browser) });
    page = await harness.extensionPage('workspace');
    await page.see(test('import-promotion'));
  });
  afterAll(() => harness?.close());

  it('are switched on in the settings, and the browser shows one when codes run low', async () => {
    await go(page, '#/settings/alerts');
    await page.click(test('alerts-notify'));
    await page.waitFor(
      () => document.querySelector<HTMLInputElement>('[data-testid="alerts-notify"]')?.checked === true,
    );
    await hear(page);
    await go(page, '#/');
    const codes = Array.from({ length: 7 }, (_, n) => `AAAA-ABCDEF-GHJKL${'MNPQRST'[n]}`);
    await page.setFiles(test('import-codes'), [list('codes.txt', codes)]);
    await page.see(test('import-preview'));
    await page.type(test('import-promotion'), 'Garlic');
    await page.click(test('import-confirm'));
    await page.see(test('issue-next'));
    await given(1);
    expect(await shown(page)).toEqual([]);
    await given(2);
    await expect
      .poll(() => shown(page), { timeout: 30_000 })
      .toEqual([expect.stringMatching(/^runs-low \S+ \d+$/)]);
  });

  it('come once: not with the next code, nor with a background that starts anew', async () => {
    const before = await shown(page);
    await dismiss(page);
    await expect.poll(() => shown(page)).toEqual(before);
    await given(3);
    if (browser === 'chromium') await harness.stopWorker();
    await given(4);
    // Long enough for the background to have looked again.
    await new Promise((resolve) => setTimeout(resolve, 4000));
    expect(await shown(page)).toEqual(before);
  });
});
