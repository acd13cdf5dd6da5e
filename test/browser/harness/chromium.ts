import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chromium, type Download, type JSHandle, type Page as Tab } from 'playwright-core';
import { findBrowser } from './find-browser.mjs';
import type { Driver } from './page.ts';
import { redirectedHome } from './proxy.ts';
import type { Session, SessionOptions } from './session.ts';

/**
 * The id Chromium gives an unpacked extension: from its manifest's key, else from its folder's path;
 * the first half of the SHA-256, in letters a to p.
 */
export function chromiumExtensionId(folder: string): string {
  const { key } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { key?: string };
  const source = key === undefined ? Buffer.from(resolve(folder)) : Buffer.from(key, 'base64');
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** Starts Chromium with a profile, the extension and the proxy. */
export async function startChromium(options: SessionOptions): Promise<Session> {
  const extension = resolve(options.extension);
  const origin = `chrome-extension://${chromiumExtensionId(extension)}`;
  await withoutSuggestions(options.profile);
  const context = await chromium.launchPersistentContext(options.profile, {
    executablePath: findBrowser('chromium'),
    // Playwright's own headless mode is the old one, which takes no extensions.
    headless: false,
    args: [
      ...(options.headless ? ['--headless=new'] : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--proxy-server=http://127.0.0.1:${options.proxyPort}`,
      '--proxy-bypass-list=<-loopback>',
      // Names are for the proxy to resolve; whatever goes past it finds nothing.
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
      '--ignore-certificate-errors',
      // One process for all tabs but the extension's: to start one for each takes longer than most pages.
      '--renderer-process-limit=1',
      '--disable-site-isolation-trials',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // What the browser itself would ask Google for, so that it can be told from what pages ask for.
      `--gaia-url=https://${redirectedHome}`,
      `--autofill-server-url=https://${redirectedHome}/`,
      `--gcm-checkin-url=https://${redirectedHome}/checkin`,
      `--google-apis-url=https://${redirectedHome}`,
      `--apps-gallery-update-url=https://${redirectedHome}/extensions`,
      `--component-updater=url-source=https://${redirectedHome}/components`,
      `--gcm-checkin-url=https://${redirectedHome}/checkin`,
      `--gcm-registration-url=https://${redirectedHome}/register`,
      `--gcm-mcs-endpoint=https://${redirectedHome}:443`,
      '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    ],
    viewport: options.viewport,
    colorScheme: options.colorScheme,
    locale: options.locale,
    acceptDownloads: true,
  });
  // For every origin: DevTools take an extension's for none.
  if (options.clipboard) await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  let { colorScheme } = options;
  context.on('page', (tab) => {
    tab.on('download', (download) => keepDownload(download, options.downloads));
  });

  return {
    origin,
    async newPage(url) {
      const tab = await context.newPage();
      await tab.emulateMedia({ colorScheme });
      await tab.goto(url);
      return driverOf(tab);
    },
    pages: async () => context.pages().map((tab) => driverOf(tab)),
    async setColorScheme(scheme) {
      colorScheme = scheme;
      for (const tab of context.pages()) await tab.emulateMedia({ colorScheme });
    },
    async stopWorker() {
      const tab = context.pages().find((each) => each.url().startsWith(origin));
      if (!tab)
        throw new Error('Open one of the extension’s pages first: only from there its worker is seen.');
      const devTools = await context.newCDPSession(tab);
      await devTools.send('ServiceWorker.enable');
      await devTools.send('ServiceWorker.stopAllWorkers');
      await devTools.detach();
    },
    end: () => context.close(),
    async kill() {
      const closed = new Promise((resolve) => context.once('close', resolve));
      process.kill(pidOf(options.profile), 'SIGKILL');
      await closed;
    },
  };
}

/**
 * Spares a new profile the two hidden pages that draw the address bar's suggestions: they take as long to load as
 * ours. As switched off in chrome://flags, since Playwright has taken the command line's own way.
 */
async function withoutSuggestions(profile: string): Promise<void> {
  const state = join(profile, 'Local State');
  if (existsSync(state)) return;
  const off = ['webui-omnibox-popup@2', 'webui-omnibox-aim-popup@2'];
  await mkdir(profile, { recursive: true });
  await writeFile(state, JSON.stringify({ browser: { enabled_labs_experiments: off } }));
}

/** The browser that runs this profile; Playwright doesn't tell. Its children name a `--type`. */
function pidOf(profile: string): number {
  const lines = execFileSync('ps', ['-axww', '-o', 'pid=,command=']).toString().split('\n');
  const own = lines.find((line) => line.includes(`--user-data-dir=${profile}`) && !line.includes('--type='));
  if (own === undefined) throw new Error(`No Chromium runs the profile ${profile}.`);
  return Number.parseInt(own, 10);
}

/** The file appears under its name only when it is whole. */
async function keepDownload(download: Download, folder: string): Promise<void> {
  const part = join(folder, `${Date.now()}-${Math.random()}.part`);
  await download.saveAs(part);
  await rename(part, join(folder, download.suggestedFilename()));
}

function driverOf(tab: Tab): Driver {
  return {
    url: async () => tab.url(),
    goto: async (url) => void (await tab.goto(url)),
    reload: async () => void (await tab.reload()),
    evaluate: (expression) => tab.evaluate(expression),
    clickAt: (x, y) => tab.mouse.click(x, y),
    typeText: (text) => tab.keyboard.type(text),
    press: (key) => tab.keyboard.press(key),
    async setFiles(paths) {
      const handle = await tab.evaluateHandle('globalThis.__target');
      await (handle as JSHandle<HTMLInputElement>).asElement()?.setInputFiles([...paths]);
    },
    screenshot: async (path, fullPage) => void (await tab.screenshot({ path, fullPage })),
    setViewport: (size) => tab.setViewportSize(size),
    bringToFront: () => tab.bringToFront(),
    accessibility: () => accessibilityOf(tab),
    close: () => tab.close(),
  };
}

interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
  readonly description?: { readonly value?: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
  readonly childIds?: readonly string[];
}

const passedOver = ['StaticText', 'InlineTextBox', 'LineBreak', 'ListMarker', 'generic', 'none'];
const states = ['expanded', 'focused', 'modal', 'disabled', 'live'];

/** The accessibility tree, flat: what has a role of its own, with its name, description and states. */
async function accessibilityOf(tab: Tab): Promise<string[]> {
  const devTools = await tab.context().newCDPSession(tab);
  const { nodes } = (await devTools.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
  await devTools.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  function lines({ ignored, role, name, description, properties, childIds }: AxNode): string[] {
    const said = (properties ?? [])
      .filter((each) => states.includes(each.name) && each.value.value !== false)
      .map((each) => (each.value.value === true ? each.name : `${each.name}=${each.value.value}`));
    // A part that is folded says so, too.
    const folded = (properties ?? []).some((each) => each.name === 'expanded' && each.value.value === false);
    const told = [
      `${role?.value} "${name?.value ?? ''}"`,
      ...(description?.value ? [`(${description.value})`] : []),
      ...said,
      ...(folded ? ['folded'] : []),
    ];
    const own = ignored || passedOver.includes(role?.value ?? 'none') ? [] : [told.join(' ')];
    const inner = (childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      return child ? lines(child) : [];
    });
    return [...own, ...inner];
  }
  return nodes[0] ? lines(nodes[0]) : [];
}
