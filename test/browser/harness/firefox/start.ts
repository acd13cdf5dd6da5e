import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type ElementHandle, type KeyInput, type Page as Tab } from 'puppeteer-core';
import { findBrowser } from '../find-browser.mjs';
import type { Driver } from '../page.ts';
import type { Session, SessionOptions } from '../session.ts';
import { keep, takeKept } from './kept.ts';
import { colorSchemePreference, firefoxPreferences } from './preferences.ts';
import { fillProfile } from './profiles.ts';
import { allowInPrivateWindows, openTabs, setPreferences } from './window.ts';

/** The same in every run, so that the addresses of the extension's pages are known beforehand. */
const uuid = '7d1c6f0a-2b1e-4c55-9a53-0f6f0c1a4e11';

/** What the extension opens when it is installed, as here at every start. */
const greeting = 'src/welcome/index.html';

/** Starts Firefox with a profile, the extension and the proxy, driven through WebDriver BiDi. */
export async function startFirefox(options: SessionOptions): Promise<Session> {
  const extension = resolve(options.extension);
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  const id: string | undefined = manifest.browser_specific_settings?.gecko?.id;
  if (id === undefined)
    throw new Error(`${extension} has no browser_specific_settings.gecko.id; is it the build for Firefox?`);

  const preferences = firefoxPreferences(options, { [id]: uuid });
  const waiting = await takeKept(options.profile);
  if (waiting) await setPreferences(waiting, preferences);
  const browser = waiting ?? (await launchFirefox(options, preferences));
  try {
    await browser.installExtension(extension);
    if (options.privateWindows) await allowInPrivateWindows(browser, id);
    // Its greeting comes to the front when it is ready, over a page opened before, which then isn't read.
    else if (existsSync(join(extension, greeting))) await seeTab(browser, greeting);
  } catch (error) {
    await endBrowser(browser);
    throw error;
  }

  const driverOf = (tab: Tab): Driver => ({
    url: () => addressOf(tab),
    goto: (url) => visit(tab, url),
    reload: async () => void (await tab.reload()),
    evaluate: (expression) => tab.evaluate(expression),
    clickAt: (x, y) => tab.mouse.click(x, y),
    typeText: (text) => tab.keyboard.type(text),
    async press(keys) {
      const [key, ...held] = keys.split('+').reverse() as [KeyInput, ...KeyInput[]];
      for (const each of held) await tab.keyboard.down(each);
      await tab.keyboard.press(key);
      for (const each of held) await tab.keyboard.up(each);
    },
    async setFiles(paths) {
      const handle = await tab.evaluateHandle('globalThis.__target');
      await (handle as ElementHandle<HTMLInputElement>).uploadFile(...paths);
    },
    screenshot: async (path, fullPage) =>
      void (await tab.screenshot({ path: path as `${string}.png`, fullPage })),
    setViewport: (size) => tab.setViewport(size),
    bringToFront: () => tab.bringToFront(),
    close: () => tab.close(),
  });

  return {
    origin: `moz-extension://${uuid}`,
    async newPage(url) {
      const tab = await browser.newPage();
      await visit(tab, url);
      return driverOf(tab);
    },
    pages: async () => (await openTabs(browser)).map(driverOf),
    setColorScheme: (scheme) =>
      setPreferences(browser, { [colorSchemePreference]: scheme === 'dark' ? 0 : 1 }),
    stopWorker: () => Promise.reject(new Error('Firefox runs no service worker for an extension.')),
    end: () => endBrowser(browser),
    keep: () => keep(browser, options.profile),
    async kill() {
      const process = browser.process();
      const gone = new Promise((resolve) => process?.once('exit', resolve));
      process?.kill('SIGKILL');
      await gone;
      // Puppeteer then puts the profile's own preferences back; a start before that stumbles over it.
      const kept = ['prefs.js', 'user.js'].map((file) => join(options.profile, `${file}.puppeteer`));
      while (kept.some((file) => existsSync(file))) await new Promise((resolve) => setTimeout(resolve, 20));
    },
  };
}

async function launchFirefox(
  options: SessionOptions,
  preferences: Record<string, unknown>,
): Promise<Browser> {
  await fillProfile(options.profile);
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox'),
    userDataDir: options.profile,
    headless: options.headless,
    // Without it, a released Firefox asks Mozilla's settings server whatever the preferences say.
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    acceptInsecureCerts: true,
    defaultViewport: options.viewport,
    // Without it, pages of extensions can't be driven.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: preferences,
  });
}

/** Puppeteer's own answer lacks the fragment, but a page that is just changing can't be asked. */
function addressOf(tab: Tab): Promise<string> {
  return (tab.evaluate('location.href') as Promise<string>).catch(() => tab.url());
}

/** Waits for a tab at this address; a Firefox that opened none by then has none that could come between. */
async function seeTab(browser: Browser, address: string): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    const addresses = await Promise.all((await openTabs(browser)).map(addressOf));
    if (addresses.some((each) => each.includes(address))) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Closes the browser; one that does not answer is killed. */
async function endBrowser(browser: Browser): Promise<void> {
  const kill = setTimeout(() => browser.process()?.kill('SIGKILL'), 10_000);
  await browser.close();
  clearTimeout(kill);
}

/** Goes to an address. For pages of the extension, and Firefox’s own, BiDi never says that they have loaded: the page is asked. */
async function visit(tab: Tab, url: string): Promise<void> {
  const loaded = tab.goto(url);
  if (/^https?:/.test(url)) await loaded;
  // That it never loaded is told by whoever waits for something on the page.
  else loaded.catch(() => undefined);
}
