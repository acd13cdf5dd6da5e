import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './find-browser.mjs';
import { firefoxPreferences } from './firefox-preferences.ts';

/** Names the folder of the profile to copy, to the workers of a run. */
const name = 'CLAIMCHECK_FIREFOX_TEMPLATE';

/** Nobody listens at this port: nothing leaves the computer. */
const asTests = {
  proxyPort: 9,
  privateWindows: false,
  clipboard: true,
  colorScheme: 'light',
  locale: 'en-US',
} as const;

/** Not to be copied: locks, and preferences, which Puppeteer writes for each start and keeps apart from the profile's own. */
const notCopied = new Set(['lock', '.parentlock', 'prefs.js', 'user.js']);

/**
 * For vitest: before the first test, has Firefox make a profile, without any extension, that the tests' profiles
 * begin as copies of. Half of what it does at a start is to make one. Returns what removes it.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'claimcheck-template-'));
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: findBrowser('firefox'),
      userDataDir: folder,
      env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
      extraPrefsFirefox: firefoxPreferences({ ...asTests, downloads: folder }, {}),
    });
    await browser.close();
    process.env[name] = folder;
  } catch (error) {
    // Each test then has Firefox make its own.
    console.error('No profile to copy:', error);
  }
  return remove;
}

/** Fills a new profile with the run's own; one that is in use stays as it is. */
export async function fillProfile(profile: string): Promise<void> {
  const template = process.env[name];
  if (template === undefined || (await readdir(profile).catch(() => [])).length > 0) return;
  for (const each of await readdir(template))
    if (!notCopied.has(each)) await cp(join(template, each), join(profile, each), { recursive: true });
}
