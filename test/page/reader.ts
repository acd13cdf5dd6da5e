import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import type { FormReadings, NamedThing, PageKind } from '../../src/domain/reading';
import type { Description, Taught } from '../../src/domain/taught';
import type { CodeGroup } from '../../src/page/readers/code-group';
import type { ListedPromotion } from '../../src/page/readers/manage-list';
import type { NumberReading } from '../../src/page/readers/offer-page';

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
  readonly listed: readonly ListedPromotion[];
  readonly maxOrderQuantity: unknown;
  readonly price: NumberReading | null;
  readonly stock: NumberReading | null;
}

/** The page reader, running in a real Chromium on pages given as HTML. */
export interface Reader {
  read(html: string, url?: string, taught?: readonly Taught[]): Promise<PlainReading>;
  /** What describes the control that a press on this element shows, on the page read last. */
  describe(selector: string): Promise<Description | null>;
  /** The review page's summary, in whatever language; null where the page is none. */
  summary(html: string): Promise<FormReadings | null>;
  /** How the page calls these things, in whatever language. */
  names<Thing extends NamedThing>(
    html: string,
    things: readonly Thing[],
    url?: string,
  ): Promise<Record<Thing, string>>;
  readonly page: Page;
  close(): Promise<void>;
}

const entry = `
import { readInParts, readPage } from '/src/page/read-page.ts';
import { readReviewSummary } from '/src/page/readers/review-page.ts';
import { readShownSettings } from '/src/page/readers/view-settings.ts';
import { namesOn } from '/src/page/locate/names-on-page.ts';
import { merge, offerLanguages } from '/src/page/labels/index.ts';
import { isWayBack } from '/src/page/buttons/review-button.ts';
import { others } from '/src/page/labels/languages/others.ts';
import { describe, controlAt } from '/src/page/locate/taught.ts';
globalThis.readSummary = (url) => {
  offerLanguages(others);
  const page = readPage(document, new URL(url));
  return readReviewSummary(document, page.store.marketplace, page.terms);
};
globalThis.readSettings = (url) => {
  const page = readPage(document, new URL(url));
  return readShownSettings(document, page.store.marketplace, page.terms);
};
globalThis.nameAll = (url, things) => {
  offerLanguages(others);
  const page = readPage(document, new URL(url));
  const summary = page.form ? null : readReviewSummary(document, page.store.marketplace, page.terms);
  const names = summary ? namesOn(page.inventory, page.terms, summary) : page.names;
  return Object.fromEntries(things.map((thing) => [thing, names(thing)]));
};
globalThis.readButtons = (url) => {
  const { reviewButtons, reviewButtonsBy } = readPage(document, new URL(url));
  return [reviewButtonsBy, reviewButtons.map((el) => el.textContent.trim() || el.value)];
};
globalThis.readMarks = (url) => {
  const { groups, inventory } = readPage(document, new URL(url));
  return groups.map(({ target }) => inventory.controls[target]?.el.getAttribute('data-mark') ?? null);
};
globalThis.waysBack = (language) => {
  if (language !== 'en') offerLanguages(others);
  const terms = merge(['en', language]);
  return [...document.querySelectorAll('button')].filter((el) => isWayBack(el, terms)).map((el) => el.textContent);
};
globalThis.describeAt = (selector) => {
  const { inventory, store } = readPage(document, new URL(location.href));
  const control = controlAt(inventory, [document.querySelector(selector)]);
  return control && describe(inventory, control, store.account);
};
globalThis.describeAll = (account) => {
  const { inventory } = readPage(document, new URL(location.href));
  return inventory.controls.map((control) => describe(inventory, control, account));
};

globalThis.countParts = (url) => {
  const parts = readInParts(document, new URL(url), null, []);
  for (let count = 1; ; count++) if (parts.next().done) return count;
};
globalThis.readAnew = (url) => void readPage(document, new URL(url));
globalThis.readPlain = (url, taught) => {
  // A page in English never loads other languages.
  if (!/^(en|$)/.test(document.documentElement.lang)) offerLanguages(others);
  const { inventory, buttons, reviewButtons, names, form, store, ...rest } = readPage(document, new URL(url), null, taught);
  return { ...rest, store: store.marketplace?.code ?? null, account: store.account, kind: form?.kind ?? null, readings: form?.readings ?? null };
};`;

interface Lab {
  readonly code: string;
  readonly context: BrowserContext;
}

/** Of this worker, for all files that it runs; Chromium ends with it. */
let lab: Promise<Lab> | null = null;

async function openLab(): Promise<Lab> {
  const [code, browser] = await Promise.all([
    bundledReader(),
    chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    }),
  ]);
  const context = await browser.newContext();
  // Keeps its window open: a new one draws more than a page that is read.
  await context.newPage();
  return { code, context };
}

async function bundledReader(): Promise<string> {
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
  return code.code;
}

/** Opens a page of its own for reading in Chromium. */
export async function startReader(): Promise<Reader> {
  lab ??= openLab();
  const { code, context } = await lab;
  const page = await context.newPage();
  await page.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: current }),
  );
  let current = '';
  const open = async (html: string, url = 'https://sellercentral.amazon.com/promotions/new') => {
    current = html;
    // Going to where it is already takes much longer. A new document has no listeners and nothing read in it, either.
    if (page.url() === url) await page.setContent(html);
    else await page.goto(url);
    await page.evaluate(code);
  };
  return {
    page,
    async read(html, url = 'https://sellercentral.amazon.com/promotions/new', taught = []) {
      await open(html, url);
      return page.evaluate(
        ([address, shown]) =>
          (globalThis as unknown as { readPlain(url: string, taught: unknown): PlainReading }).readPlain(
            address,
            shown,
          ),
        [url, taught] as const,
      );
    },
    async summary(html) {
      const url = 'https://sellercentral.amazon.com/promotions/new/preview';
      await open(html, url);
      return page.evaluate(
        (address) =>
          (globalThis as unknown as { readSummary(url: string): FormReadings | null }).readSummary(address),
        url,
      );
    },
    async names(html, things, url = 'https://sellercentral.amazon.com/promotions/new') {
      await open(html, url);
      return page.evaluate(
        ([address, asked]) =>
          (
            globalThis as unknown as {
              nameAll(url: string, things: readonly string[]): Record<string, string>;
            }
          ).nameAll(address, asked),
        [url, things] as const,
      );
    },
    describe: (selector) =>
      page.evaluate(
        (wanted) =>
          (globalThis as unknown as { describeAt(selector: string): Description | null }).describeAt(wanted),
        selector,
      ),
    close: () => page.close(),
  };
}
