import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, start } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimcheck-alerts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const trackingId = 'Percentage Off 2026/09/15 14-1-31-265';
const report = fileURLToPath(
  new URL('../../files/intake/reports/all-orders.us.utf8.crlf.txt', import.meta.url),
);
const test = (id: string) => `[data-testid="${id}"]`;

function badge(page: Page): Promise<string> {
  return page.evaluate(() => {
    type Action = { action: { getBadgeText(of: object): Promise<string> } };
    const global = globalThis as unknown as { browser?: Action; chrome: Action };
    return (global.browser ?? global.chrome).action.getBadgeText({});
  });
}

function kept(page: Page, key: string): Promise<Record<string, unknown>> {
  return page.evaluate(async (wanted: string) => {
    type Local = { storage: { local: { get(key: string): Promise<Record<string, unknown>> } } };
    const global = globalThis as unknown as { browser?: Local; chrome: Local };
    return ((await (global.browser ?? global.chrome).storage.local.get(wanted))[wanted] ?? {}) as Record<
      string,
      unknown
    >;
  }, key);
}

const go = (page: Page, to: string) => page.evaluate((address: string) => location.assign(address), to);

describe.each(browsers)('alerts in %s', (browser) => {
  let harness: Harness;
  let page: Page;
  let href: string;
  beforeAll(async () => {
    harness = await start(browser);
    page = await harness.extensionPage('workspace');
    await page.see('[data-testid="import-promotion"]');
    const codes = Array.from({ length: 8 }, (_, n) => `AAAA-ABCDEF-GHJKL${'MNPQRSTU'[n]}`);
    const list = join(folder, 'codes.txt');
    writeFileSync(list, codes.join('\n'));
    await page.setFiles(test('import-codes'), [list]);
    await page.see(test('import-preview'));
    await page.type(test('import-promotion'), 'Garlic');
    await page.click(test('import-confirm'));
    await page.see(test('issue-next'));
    href = await page.waitFor(
      () =>
        document.querySelector<HTMLAnchorElement>('a[href^="#/promotion/"]')?.getAttribute('href') ?? null,
    );
  });
  afterAll(() => harness?.close());

  it('find a leak once reports tell of it, on the icon and first on Home, with the way to the results', async () => {
    await go(page, `${href}/setup`);
    await page.type(test('details-trackingId'), trackingId);
    await page.click(test('details-save'));
    await go(page, '#/orders');
    await page.setFiles(test('import-report'), [report]);
    await page.see(test('report-result'));
    await go(page, '#/');
    await page.see({ css: '[data-need="leak"]', text: '2 uses that no code you gave out explains' });
    await expect.poll(() => badge(page), { timeout: 30_000 }).toBe('1');
    await page.click('[data-need="leak"] a.need-act');
    await page.see(test('results'));
    await page.see({ css: '[data-leak]', text: 'than codes ever given out' });
  });

  it('remember it over the worker’s end, and the alarm is there', async () => {
    if (browser === 'chromium') await harness.stopWorker();
    await expect
      .poll(async () => Object.keys(await kept(page, 'announcedAlerts')), { timeout: 30_000 })
      .toEqual([expect.stringMatching(/^leak /)]);
    const alarm = await page.evaluate(() => {
      type Alarms = { alarms: { get(name: string): Promise<{ periodInMinutes?: number } | undefined> } };
      const global = globalThis as unknown as { browser?: Alarms; chrome: Alarms };
      return (global.browser ?? global.chrome).alarms.get('look');
    });
    expect(alarm?.periodInMinutes).toBe(15);
  });

  it('are put off until tomorrow, also on the icon', async () => {
    await go(page, '#/');
    await page.click(test('need-later'));
    await page.waitFor(() => document.querySelector('[data-need]') === null);
    await expect.poll(() => badge(page), { timeout: 30_000 }).toBe('');
  });

  it('are switched in the settings, and kept', async () => {
    await go(page, '#/settings/alerts');
    await page.see(test('alerts-notify'));
    expect(
      await page.evaluate(
        () => document.querySelector<HTMLInputElement>('[data-testid="alerts-notify"]')?.checked,
      ),
    ).toBe(false);
    await page.select(test('alert-level-works-though-over'), 'Off');
    await page.click(test('alerts-quiet'));
    await page.see(test('alerts-quiet-from'));
    await expect
      .poll(() => kept(page, 'alertSwitches'))
      .toMatchObject({
        notify: false,
        quiet: { from: 1320, to: 480 },
        levels: { 'works-though-over': 'off' },
      });
  });

  it('stand on the promotion’s page beside its timeline, which tells the seller’s stop from Amazon’s end', async () => {
    await go(page, href);
    await page.see(test('life'));
    await page.click(test('give-away-over'));
    await page.see('[data-stop="stopped"]');
    await page.see({ css: test('over-notice'), text: 'The 8 codes left in your list would still work.' });
    // It is switched off, so it isn't listed.
    await go(page, '#/');
    await page.see('.all-clear');
    await go(page, '#/settings/alerts');
    await page.select(test('alert-level-works-though-over'), 'Home');
    await go(page, '#/');
    await page.see({
      css: '[data-need="works-though-over"]',
      text: 'Only ending the promotion on Amazon stops them.',
    });
    await expect.poll(() => badge(page), { timeout: 30_000 }).toBe('1');
  });

  it('a stock plan is worked out and kept; its steps are due on Home and on the icon until ticked off', async () => {
    await go(page, '#/plan');
    for (const [id, typed] of Object.entries({ stock: '1000', give: '50', daily: '10', name: 'Followers' }))
      await page.type(test(`plan-${id}`), typed);
    await page.see({ css: test('plan-result'), text: '880 units set aside until the code is dead' });
    // As many steps of the day before as there are come due at once.
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('[data-testid="plan-start"]');
      if (field) field.valueAsDate = new Date();
      field?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.click(test('plan-save'));
    await page.see(test('plan-step'));
    await expect.poll(() => badge(page), { timeout: 30_000 }).toBe('2');
    await go(page, '#/');
    await page.see({ css: '[data-need="plan-step"]', text: '6 steps are due in your stock plan.' });
    await page.click('[data-need="plan-step"] a.need-act');
    await page.see(test('plan-steps'));
    await page.click(test('plan-step'));
    await page.see({ css: test('plan-steps'), text: 'Done: 1 of 10' });
    await page.click(test('plan-delete'));
    await page.see('.cc-notice-done');
    await expect.poll(() => badge(page), { timeout: 30_000 }).toBe('1');
  });
});
