import type { Browser, Page as Tab } from 'puppeteer-core';

/** What WebDriver BiDi answers, as far as it is looked at here. */
interface Answer {
  readonly result: {
    readonly contexts?: readonly { readonly context: string }[];
    readonly result?: { readonly value?: string };
    readonly exceptionDetails?: { readonly text: string };
  };
}

interface Connection {
  send(method: string, parameters: object): Promise<Answer>;
}

/** The tabs that are open. Puppeteer goes on listing one that closed with its extension. */
export async function openTabs(browser: Browser): Promise<Tab[]> {
  const { contexts = [] } = (await connectionOf(browser).send('browsingContext.getTree', { maxDepth: 0 }))
    .result;
  const open = new Set(contexts.map(({ context }) => context));
  return (await browser.pages()).filter((tab) =>
    open.has((tab.mainFrame() as unknown as { _id: string })._id),
  );
}

function connectionOf(browser: Browser): Connection {
  return (browser as unknown as { connection: Connection }).connection;
}

/** Runs a script in Firefox's own window, for what Puppeteer has no call for; gives what it gives, as JSON. */
export async function inBrowserWindow<Result>(browser: Browser, script: string): Promise<Result> {
  const connection = connectionOf(browser);
  const { contexts } = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result;
  const { result, exceptionDetails } = (
    await connection.send('script.evaluate', {
      expression: `(async () => JSON.stringify((await (${script})) ?? null))()`,
      target: { context: contexts?.[0]?.context },
      awaitPromise: true,
    })
  ).result;
  if (result?.value === undefined)
    throw new Error(`Firefox's window could not run ${script}: ${exceptionDetails?.text}`);
  return JSON.parse(result.value);
}

/** Sets preferences of a Firefox that runs. */
export function setPreferences(browser: Browser, preferences: Record<string, unknown>): Promise<void> {
  return inBrowserWindow(
    browser,
    `(() => {
      const set = { boolean: 'setBoolPref', number: 'setIntPref', string: 'setStringPref' };
      for (const [name, value] of Object.entries(${JSON.stringify(preferences)}))
        Services.prefs[set[typeof value]](name, value);
    })()`,
  );
}

/** What the seller's switch "Run in Private Windows" does. */
export function allowInPrivateWindows(browser: Browser, id: string): Promise<void> {
  return inBrowserWindow(
    browser,
    `(async (id) => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      await ExtensionPermissions.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
      await (await AddonManager.getAddonByID(id)).reload();
    })(${JSON.stringify(id)})`,
  );
}
