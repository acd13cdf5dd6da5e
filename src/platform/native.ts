import type { browser as polyfilled } from './browser';

type Browser = typeof polyfilled;

interface Global {
  readonly browser?: Browser;
  readonly chrome?: Browser;
}

/**
 * The browser's own extension APIs, without the polyfill: for the content script, where its 10 kB would
 * run on every page. Chromium and Firefox both answer with promises in Manifest V3; what they don't share
 * (a listener that returns a promise) is used in the background only.
 */
export const browser: Browser = ((globalThis as Global).browser ?? (globalThis as Global).chrome) as Browser;
