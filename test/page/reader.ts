import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import type { FormReadings, PageKind } from '../../src/domain/reading';
import type { CodeGroup } from '../../src/page/claim-codes-page';

/** What a test sees of a page reading: plain data only. */
export interface PlainReading {
  readonly page: PageKind;
  readonly store: string | null;
  readonly account: string | null;
  readonly languageKnown: boolean;
  readonly kind: string | null;
  readonly readings: FormReadings | null;
  readonly shown: Record<string, unknown> | null;
  readonly groups: readonly CodeGroup[];
  readonly maxOrderQuantity: unknown;
}

/** The page reader, running in a real Chromium on pages given as HTML. */
export interface Reader {
  read(html: string, url?: string): Promise<PlainReading>;
  readonly page: Page;
  close(): Promise<void>;
}

const entry = `
import { readPage } from '/src/page/read-page.ts';
globalThis.readPlain = (url) => {
  const { inventory, buttons, reviewButtons, form, store, ...rest } = readPage(document, new URL(url));
  return { ...rest, store: store.marketplace?.code ?? null, account: store.account, kind: form?.kind ?? null, readings: form?.readings ?? null };
};`;

/** Builds the reader once and starts a Chromium for it. */
export async function startReader(): Promise<Reader> {
  const id = 'virtual:reader';
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'reader',
        resolveId: (source) => (source === id ? `\0${id}` : undefined),
        load: (source) => (source === `\0${id}` ? entry : undefined),
      },
    ],
    build: {
      write: false,
      minify: false,
      rollupOptions: { input: id, output: { format: 'iife', name: 'reader' } },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const code = outputs
    .flatMap((each) => ('output' in each ? each.output : []))
    .find((chunk) => chunk.type === 'chunk');
  if (code?.type !== 'chunk') throw new Error('The reader was not built.');
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage();
  await page.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: current }),
  );
  (globalThis as Record<string, unknown>).code = code.code;
  let current = '';
  return {
    page,
    async read(html, url = 'https://sellercentral.amazon.com/promotions/new') {
      current = html;
      await page.goto(url);
      await page.evaluate(code.code);
      return page.evaluate(
        (address) => (globalThis as unknown as { readPlain(url: string): PlainReading }).readPlain(address),
        url,
      );
    },
    close: () => browser.close(),
  };
}
