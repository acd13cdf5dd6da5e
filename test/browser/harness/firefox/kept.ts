import type { Browser } from 'puppeteer-core';
import { inBrowserWindow } from './window.ts';

/**
 * Starting Firefox takes longer than many a test. So one that a file of tests leaves is emptied and kept for the next
 * file of the same worker: it has no extension then, no tab but an empty one, and no data of any page.
 */
let kept: { readonly browser: Browser; readonly profile: string; empty: boolean } | null = null;

/** Those that somebody has been promised, by their profile. */
const promised = new Map<string, Browser>();

/** Promises the Firefox that is kept to whoever asks first; its profile. Null where there is none. */
export function promiseKept(): string | null {
  if (!kept?.empty || !kept.browser.connected) return null;
  const { browser, profile } = kept;
  kept = null;
  promised.set(profile, browser);
  return profile;
}

/** Hands out the Firefox promised with this profile; null where none was. One that isn't empty is an error. */
export async function takeKept(profile: string): Promise<Browser | null> {
  const browser = promised.get(profile);
  if (!browser) return null;
  promised.delete(profile);
  const left = await leftIn(browser);
  if (left.length === 0) return browser;
  await browser.close();
  throw new Error(`Of the tests before, this is left in Firefox: ${left.join(', ')}.`);
}

/** Empties a Firefox and keeps it for whoever comes next; says no where one is kept already. */
export async function keep(browser: Browser, profile: string): Promise<boolean> {
  if (!browser.connected || kept?.browser.connected) return false;
  // A worker is told to go when there are no more tests: its Firefox, which ends with it, must not outlive it.
  process.removeListener('SIGTERM', leave).once('SIGTERM', leave);
  kept = { browser, profile, empty: false };
  try {
    await inBrowserWindow(browser, empty);
    kept.empty = true;
    return true;
  } catch (error) {
    kept = null;
    throw error;
  }
}

function leave(): void {
  process.exit(143);
}

/** Temporarily installed is what the tests install; all else is Firefox's own. */
const extensions = `(await ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs')
    .AddonManager.getAddonsByTypes(['extension'])).filter((each) => each.temporarilyInstalled)`;

/** Closes all, takes the extension away and its data with it, and removes what any page has stored. */
const empty = `(async () => {
  for (const other of Services.wm.getEnumerator('navigator:browser')) if (other !== window) other.close();
  const blank = gBrowser.tabs.find((tab) => tab.linkedBrowser.currentURI.spec === 'about:blank')
    ?? gBrowser.addTrustedTab('about:blank');
  gBrowser.selectedTab = blank;
  for (const tab of [...gBrowser.tabs])
    if (tab !== blank) gBrowser.removeTab(tab, { animate: false, skipPermitUnload: true });
  const keepsStorage = 'extensions.webextensions.keepStorageOnUninstall';
  Services.prefs.setBoolPref(keepsStorage, false);
  for (const extension of ${extensions}) await extension.uninstall();
  await new Promise((done) =>
    Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, { onDataDeleted: done }));
  Services.prefs.setBoolPref(keepsStorage, true);
})()`;

/** What a Firefox holds that an empty one does not; data that is still being removed is waited for. */
async function leftIn(browser: Browser): Promise<string[]> {
  let left: string[] = [];
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    left = await inBrowserWindow<string[]>(browser, leftovers);
    if (left.length === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return left;
}

const leftovers = `(async () => {
  const stored = await new Promise((done) => Services.qms.getUsage(({ result }) => done(result), true));
  return [
    ...[...Services.wm.getEnumerator('navigator:browser')].slice(1).map(() => 'a window'),
    ...gBrowser.tabs.map((tab) => tab.linkedBrowser.currentURI.spec).filter((url) => url !== 'about:blank'),
    ...gBrowser.tabs.slice(1).map(() => 'a tab'),
    ...(${extensions}).map((each) => each.id),
    ...Services.cookies.cookies.map((each) => 'a cookie of ' + each.host),
    ...stored.filter(({ origin }) => /^(https?|moz-extension):/.test(origin)).map(({ origin }) => 'data of ' + origin),
  ];
})()`;
