import { type BrowserName, type Harness, type LaunchOptions, launch } from './harness/index.ts';

export const browsers: readonly BrowserName[] = ['chromium', 'firefox'];

const builds = { chromium: 'dist/chrome', firefox: 'dist/firefox' };

/** Starts a browser with the extension as built. */
export function start(browser: BrowserName, options: Partial<LaunchOptions> = {}): Promise<Harness> {
  return launch(browser, { extension: builds[browser], ...options });
}
