import fc from 'fast-check';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formPage, layouts } from '../forms';
import { account, pageWith, secrets } from './secrets';

describe('the page report', () => {
  let browser: Browser;
  let page: Page;
  let script: string;

  beforeAll(async () => {
    const id = 'virtual:skeleton';
    const built = await build({
      configFile: false,
      logLevel: 'error',
      plugins: [
        {
          name: 'skeleton',
          resolveId: (source) => (source === id ? `\0${id}` : undefined),
          load: (source) =>
            source === `\0${id}`
              ? "import { pageSkeleton } from '/src/page/dom/skeleton.ts'; globalThis.report = (account) => pageSkeleton(document, account);"
              : undefined,
        },
      ],
      build: { write: false, rollupOptions: { input: id, output: { format: 'iife' } } },
    });
    const [first] = [built].flat();
    const chunk = first && 'output' in first ? first.output[0] : null;
    if (!chunk) throw new Error('The page report was not built.');
    script = chunk.code;
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    });
    page = await browser.newPage();
  }, 60_000);
  afterAll(() => browser?.close());

  async function report(html: string): Promise<string> {
    await page.setContent(html);
    await page.evaluate(script);
    return page.evaluate(
      (name) => (globalThis as unknown as { report(account: string): string }).report(name),
      account,
    );
  }

  it.each(layouts)('keeps what mends a dictionary, in the %s layout', async (layout) => {
    const text = await report(formPage(layout));
    for (const part of ['[id=startDate]', 'claim code', 'single-use', 'buyer gets', 'tracking id', 'review'])
      expect(text).toContain(part);
    expect(text).not.toContain('Garlic');
    expect(text).not.toMatch(/kitchen/i);
  });

  it('keeps labels in a language it has no words for', async () => {
    expect(await report('<label for="a">Gutscheincode</label><input id="a">')).toContain('gutscheincode');
  });

  it('holds no value, code, name, e-mail address, or id of a person or product', async () => {
    await fc.assert(
      fc.asyncProperty(secrets, async (given) => {
        const text = (await report(pageWith(given))).toLowerCase();
        const { layout: _, ...lists } = given;
        for (const secret of [...Object.values(lists).flat(), account]) {
          expect(text).not.toContain(secret.toLowerCase());
          // Nor a telling part of it.
          for (const part of secret.toLowerCase().split(/[\s@]/))
            if (part.length >= 6 && !/^example/.test(part)) expect(text).not.toContain(part);
        }
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});
