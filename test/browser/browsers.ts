import { type BrowserName, type Harness, type LaunchOptions, launch } from './harness/index.ts';

/** The browser this run is for; each browser is a vitest project of its own. */
export const browsers: readonly BrowserName[] = [
  process.env.TEST_BROWSER === 'firefox' ? 'firefox' : 'chromium',
];

/** Where the extension is built for each. */
export const builds = { chromium: 'dist/chrome', firefox: 'dist/firefox' };

/** Starts a browser with the extension as built. */
export function start(browser: BrowserName, options: Partial<LaunchOptions> = {}): Promise<Harness> {
  return launch(browser, { extension: builds[browser], ...options });
}
