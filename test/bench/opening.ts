import type { Page } from '../browser/harness/index.ts';

/**
 * Opens an address in a new tab and tells when each of these elements came to stand in it: milliseconds
 * from the start of its navigation, by the new tab's own clock. `opener` must be of the same origin.
 */
export function timeToSee(opener: Page, address: string, selectors: readonly string[]): Promise<number[]> {
  return opener.evaluate(
    async (given: { address: string; selectors: readonly string[] }) => {
      const tab = window.open(given.address);
      if (!tab) throw new Error('The browser opened no tab.');
      // Not a timer: those of a hidden page, which the opener now is, fire once a second.
      const next = () =>
        new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = resolve;
          port2.postMessage(null);
        });
      while (tab.location.href === 'about:blank' || !tab.document.documentElement) await next();
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
        setTimeout(() => reject(new Error(`Only ${[...seen.keys()]} came to stand.`)), 15_000);
      });
      tab.close();
      return given.selectors.map((each) => seen.get(each) ?? Number.NaN);
    },
    { address, selectors },
  );
}
