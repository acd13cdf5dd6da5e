import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, start } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';

const columns =
  'code,state,promotion,tracking_id,batch,issued_at,issued_to,channel,redeemed_at,order_id,note,marketplace,valid_until,issued_by';
const stores = ['US', 'DE', 'JP'];

/** Fifty promotions in three stores, five codes each, of which some are out; the first ten have ended. */
function history(): string {
  const lines = [columns];
  for (let n = 1; n <= 50; n++) {
    const end = n <= 10 ? '2020-01-31T23:59:00Z' : '2099-01-31T23:59:00Z';
    for (let i = 0; i < 5; i++) {
      const code = `${String(n).padStart(4, 'A')}-ABCDEF-GHJKL${'MNPQR'[i]}`;
      const out =
        i < n % 5 ? ['issued', '2026-01-05T10:00:00Z', 'Anna', 'Instagram'] : ['available', '', '', ''];
      const [state, at, to, channel] = out;
      const store = stores[n % stores.length];
      lines.push(`${code},${state},Promo ${n},TRACK-${n},lot,${at},${to},${channel},,,,${store},${end},`);
    }
  }
  return `${lines.join('\r\n')}\r\n`;
}

describe.each(browsers)('the table of fifty promotions in %s', (browser) => {
  let harness: Harness;
  let page: Page;
  const folder = mkdtempSync(join(tmpdir(), 'claimcheck-table-'));
  const shown = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('tr[data-promotion]')].map(
        ({ dataset }) => dataset.promotion,
      ),
    );
  const see = (count: number) =>
    page.waitFor(
      (wanted: number) => document.querySelectorAll('tr[data-promotion]').length === wanted,
      count,
      { what: `${count} rows` },
    );
  const test = (id: string) => `[data-testid="${id}"]`;

  beforeAll(async () => {
    harness = await start(browser);
    page = await harness.extensionPage('workspace');
    const file = join(folder, 'history.csv');
    writeFileSync(file, history());
    await page.setFiles(test('import-codes'), [file]);
    await page.see(test('import-preview'));
    await page.click(test('import-confirm'));
    await page.waitFor(() => document.querySelectorAll('[data-promotion]').length > 20);
  });
  afterAll(async () => {
    await harness?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('leads to the right one in three acts: the table, a word, its name', async () => {
    await page.click('nav a[href="#/promotions"]');
    await see(50);
    await page.type(test('table-search'), 'track-37');
    await see(1);
    await page.click(`[data-promotion="Promo 37"] ${test('promotion-open')}`);
    await page.see(`article[data-promotion="Promo 37"] ${test('issue-next')}`);
    await page.click('.back');
    // As it was left.
    await see(1);
    await page.type(test('table-search'), '');
    await see(50);
  });

  it('sorts and filters', async () => {
    await page.click(test('filter-ended'));
    await see(10);
    await page.click(test('sort-name'));
    await page.waitFor(
      () => document.querySelector<HTMLElement>('tr[data-promotion]')?.dataset.promotion === 'Promo 1',
    );
    expect(await shown()).toEqual(Array.from({ length: 10 }, (_, i) => `Promo ${i + 1}`));
    await page.click(test('filter-all'));
    await page.select(test('table-store'), 'JP');
    await see(17);
    // The view is remembered. (Firefox's driver waits for ever for a reload of an extension's page.)
    await page.close();
    page = await harness.extensionPage('workspace', '#/promotions');
    await see(17);
    expect(await shown()).toContain('Promo 2');
    await page.select(test('table-store'), '');
    await see(50);
  });

  it('archives out of the lists, not out of counts and search, and takes that back', async () => {
    await page.type(test('table-search'), 'promo 12');
    await see(1);
    await page.click(test('choose-all'));
    await page.click(test('archive-chosen'));
    await page.see({ css: test('table-told'), text: '1 promotion archived' });
    await page.click(`${test('table-told')} button`);
    await page.see({ css: test('table-told'), text: 'Undone' });
    await see(1);
    await page.click(test('choose-all'));
    await page.click(test('archive-chosen'));
    await page.see({ css: test('table-told'), text: '1 promotion archived' });
    const popup = await harness.extensionPage('popup');
    await popup.waitFor(() => document.querySelectorAll('[data-promotion]').length === 49);
    expect(await popup.evaluate(() => document.querySelector('[data-promotion="Promo 12"]'))).toBeNull();
    await popup.type(test('find-code'), 'AA12-ABCDEF-GHJKLM');
    await popup.see({ css: test('find-results'), text: 'Promo 12' });
    await popup.close();
    await page.click(test('filter-archived'));
    await page.click(`[data-promotion="Promo 12"] ${test('promotion-open')}`);
    await page.click({ css: `${test('archived')} button`, text: 'Bring back' });
    await page.waitFor(() => document.querySelector('[data-testid="archived"]') === null);
    await page.click('.back');
    await page.type(test('table-search'), '');
    await page.click(test('filter-all'));
    await see(50);
  });

  it('stops several at once, naming those it can’t, and exports everything as one file', async () => {
    await page.type(test('table-search'), 'track-1');
    // 1 and 10 to 19: two of them have ended.
    await see(11);
    await page.click(test('choose-all'));
    await page.click(test('stop-chosen'));
    await page.see({
      css: test('table-told'),
      text: 'Stopped giving out codes of 9 promotions',
    });
    expect(await page.text(test('table-told'))).toContain('already stopped or ended: Promo 1, Promo 10.');
    await page.click(`${test('table-told')} button`);
    await page.see({ css: test('table-told'), text: 'Undone for 9 promotions' });
    await page.type(test('table-search'), '');
    await page.click({ css: '.table-acts button', text: 'Clear selection' });
    await page.click(test('export-all'));
    const csv = readFileSync(await harness.download(/history.*\.csv$/), 'utf8');
    const lines = csv
      .replace(/^\ufeff/, '')
      .trimEnd()
      .split('\r\n');
    expect(lines[0]).toBe(columns);
    expect(lines).toHaveLength(251);
    expect(lines.filter((line) => line.includes(',issued,'))).toHaveLength(100);
  });
});
