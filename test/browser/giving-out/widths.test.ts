import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, start } from '../browsers.ts';
import { fiftyPromotions, nameOf } from '../fifty-promotions.ts';
import type { Harness, Page } from '../harness/index.ts';
import { unfit } from '../unfit.ts';

const test = (id: string) => `[data-testid="${id}"]`;
const widths = [360, 700, 1280, 1920];
const report = fileURLToPath(
  new URL('../../files/intake/reports/all-orders.us.utf8.crlf.txt', import.meta.url),
);
/** Set to a folder, each screen leaves its pictures there, in light and dark, for looking at. */
const pictures = process.env.PICTURES;

describe.each(browsers)('every screen in %s, from a narrow window to a wide one', (browser) => {
  let harness: Harness;
  let page: Page;
  let promotion = '';
  const folder = mkdtempSync(join(tmpdir(), 'claimcheck-widths-'));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  beforeAll(async () => {
    harness = await start(browser);
    page = await harness.extensionPage('workspace');
    if (pictures) mkdirSync(pictures, { recursive: true });
  });
  afterAll(async () => {
    await harness?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** As it is drawn once nothing moves any more. */
  async function still(on: Page): Promise<void> {
    await on.evaluate(async () => {
      for (let height = -1, same = 0; same < 4; same++) {
        await new Promise((resolve) => setTimeout(resolve, 60));
        const now = document.documentElement.scrollHeight;
        if (now !== height) same = 0;
        height = now;
      }
    });
  }

  /** At every width nothing is cut, nothing stands beside the page, and nothing is scrolled to sideways. */
  async function fits(on: Page, name: string, wanted = widths): Promise<void> {
    const faults: string[] = [];
    for (const width of wanted) {
      await on.setViewport({ width, height: 900 });
      await on.waitFor((px: number) => innerWidth === px, width);
      await still(on);
      faults.push(...(await unfit(on)).map((fault) => `${name}, ${width} px: ${fault}`));
      for (const scheme of pictures ? (['light', 'dark'] as const) : []) {
        await harness.setColorScheme(scheme);
        await on.screenshot(join(pictures ?? '', `${name}-${width}-${scheme}.png`), { fullPage: true });
      }
    }
    await on.setViewport({ width: 1280, height: 900 });
    expect(faults).toEqual([]);
  }

  async function go(hash: string, seen: string): Promise<void> {
    await page.evaluate((to: string) => {
      location.hash = to;
    }, hash);
    await page.see(seen);
  }

  it('Home without codes, and the page that comes after install', async () => {
    await page.see(test('paste-read'));
    await fits(page, 'home-empty');
    const welcome = await harness.open(`${harness.extensionOrigin}/src/welcome/index.html`);
    await welcome.see('h1');
    await fits(welcome, 'welcome');
    await welcome.close();
    const popup = await harness.extensionPage('popup');
    await popup.see('.door');
    await fits(popup, 'popup-empty', [320, 360, 700]);
    await popup.close();
  });

  it('the preview of fifty promotions, what was added, and Home full of them', async () => {
    await page.setFiles(test('import-codes'), [file('everything.csv', fiftyPromotions(2))]);
    await page.see(test('import-preview'));
    await fits(page, 'preview');
    await page.click(test('import-confirm'));
    await page.see(test('import-done'));
    await fits(page, 'home-added');
    await page.click(test('import-dismiss'));
    await fits(page, 'home');
  });

  it('the table of fifty', async () => {
    await go('#/promotions', test('table-search'));
    await fits(page, 'promotions');
  });

  it('a promotion: its tabs, a list given out to, what is asked', async () => {
    await page.type(test('table-search'), 'newsletter 37');
    await page.click(`[data-promotion="${nameOf(37)}"] ${test('promotion-open')}`);
    await page.see(`article[data-promotion="${nameOf(37)}"]`);
    promotion = await page.evaluate(() => location.hash);
    await fits(page, 'promotion');
    await page.click(test('issue-next'));
    await page.see(test('issued-code'));
    await page.click(test('undo-issue'));
    await fits(page, 'promotion-take-back');
    for (const tab of ['results', 'setup']) {
      await go(`${promotion}/${tab}`, '.promotion-page');
      await fits(page, `promotion-${tab}`);
    }
    await go(`${promotion}/list`, test('give-list-paste'));
    await fits(page, 'list');
    const people = Array.from(
      { length: 12 },
      (_, i) => `Person With A Longer Name ${i},p${i}@example.org,note ${i}`,
    );
    await page.setFiles(test('give-list-file'), [
      file('people.csv', `Name,Email,Note\n${people.join('\n')}\n`),
    ]);
    await page.see(test('give-list-preview'));
    await fits(page, 'list-preview');
    await page.click(test('give-list-confirm'));
    await page.see(test('give-list-given'));
    await fits(page, 'list-given');
  });

  it('people, orders with a report, add codes over a page', async () => {
    await go('#/people', test('people-search'));
    await fits(page, 'people');
    await go('#/orders', 'h1');
    await fits(page, 'orders-empty');
    await page.setFiles(test('import-report'), [report]);
    await page.see(test('report-result'));
    await fits(page, 'orders');
    await go(`${promotion}/results`, '.promotion-page');
    await fits(page, 'promotion-results-counted');
    await page.click(test('add-codes'));
    await page.waitFor(() => document.querySelector('[data-testid="paste-codes"]') !== null);
    await fits(page, 'add-codes');
    await page.press('Escape');
  });

  it('settings, section by section', async () => {
    await go('#/settings', 'h1');
    const sections = [
      'limits',
      'giving-out',
      'alerts',
      'backup',
      'colleagues',
      'page-reading',
      'appearance',
      'about',
    ];
    for (const section of sections) {
      await go(`#/settings/${section}`, 'h1');
      await fits(page, `settings-${section}`);
    }
  });

  it('whether anyone else has loaded a file made here', async () => {
    await go('#/settings/colleagues', test('hand-count'));
    await page.type(test('hand-count'), '1');
    await page.type(test('hand-to'), 'Kim');
    await page.type(test('hand-passphrase'), 'a long passphrase 7');
    await page.click(test('hand-over'));
    const made = await harness.download(/hand-over/);
    await page.setFiles(test('take-file'), [made]);
    await page.type(test('take-passphrase'), 'a long passphrase 7');
    await page.click(test('take-over'));
    await page.see(test('take-own'));
    await fits(page, 'settings-take-own');
  });

  it('help, the popup, and the panel', async () => {
    await go('#/help', 'h1');
    await fits(page, 'help');
    const popup = await harness.extensionPage('popup');
    await popup.see(test('issue-next'));
    await fits(popup, 'popup', [320, 360, 700]);
  });
});
