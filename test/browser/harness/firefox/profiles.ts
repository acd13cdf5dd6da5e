import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../find-browser.mjs';
import { firefoxPreferences } from './preferences.ts';

/** Names the folder of the run's profiles to its workers. */
const name = 'CLAIMCHECK_FIREFOX_PROFILES';

/** In it: the one to copy. */
const template = 'template';

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
 * begin as copies of. Half of what it does at a start is to make one. Returns what removes it and them.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'claimcheck-profiles-'));
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  process.env[name] = folder;
  try {
    const profile = join(folder, template);
    await mkdir(profile);
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: findBrowser('firefox'),
      userDataDir: profile,
      env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
      extraPrefsFirefox: firefoxPreferences({ ...asTests, downloads: profile }, {}),
    });
    await browser.close();
  } catch (error) {
    // Each test then has Firefox make its own.
    console.error('No profile to copy:', error);
    await rm(join(folder, template), { recursive: true, force: true });
  }
  return remove;
}

/** A folder for a profile of this run, removed with it; null outside of a run. */
export async function newProfile(): Promise<string | null> {
  const folder = process.env[name];
  return folder === undefined ? null : mkdtemp(join(folder, 'profile-'));
}

/** Fills a new profile with the run's own; one that is in use stays as it is. */
export async function fillProfile(profile: string): Promise<void> {
  const folder = process.env[name];
  if (folder === undefined || (await readdir(profile).catch(() => [])).length > 0) return;
  const from = join(folder, template);
  for (const each of await readdir(from).catch(() => []))
    if (!notCopied.has(each)) await cp(join(from, each), join(profile, each), { recursive: true });
}
