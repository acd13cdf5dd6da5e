import type { Harness, Page } from '../browser/harness/index.ts';

/** Measures openings of addresses of one origin, again and again in one tab. */
export interface Opener {
  /**
   * When each of these elements came to stand: milliseconds from the start of the navigation, by the
   * opened page's own clock.
   */
  timeToSee(address: string, selectors: readonly string[]): Promise<number[]>;
}

type Global = typeof globalThis & { benchTab?: Window | undefined };

/** Starts a tab to be watched from `page`, which must be of the same origin as what will be opened. */
export async function startOpener(harness: Harness, page: Page): Promise<Opener> {
  const blank = 'about:blank#watched';
  await page.evaluate((address: string) => {
    (globalThis as Global).benchTab = window.open(address) ?? undefined;
  }, blank);
  // A tab that navigates before the test browser's driver has taken hold of it may stay empty.
  await harness.pageAt(blank);
  return {
    timeToSee: (address, selectors) => page.evaluate(open, { address, selectors }),
  };
}

/** Runs in the page that watches. */
async function open(given: { address: string; selectors: readonly string[] }): Promise<number[]> {
  const tab = (globalThis as Global).benchTab;
  if (!tab) throw new Error('The browser opened no tab.');
  // Not a timer: those of a hidden page, which this one is, fire once a second.
  const next = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  const before = tab.document;
  tab.location.href = given.address;
  while (tab.document === before) await next();
  const seen = new Map<string, number>();
  await new Promise<void>((resolve, reject) => {
    const look = () => {
      for (const each of given.selectors)
        if (!seen.has(each) && tab.document.querySelector(each)) seen.set(each, tab.performance.now());
      if (seen.size < given.selectors.length) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(tab.document, { childList: true, subtree: true });
    look();
    setTimeout(() => reject(new Error(`Not all came to stand: ${given.selectors}.`)), 15_000);
  });
  return given.selectors.map((each) => seen.get(each) ?? Number.NaN);
}
