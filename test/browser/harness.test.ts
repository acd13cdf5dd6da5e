import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers } from './browsers.ts';
import { type Harness, launch } from './harness/index.ts';
import { writeThrowAwayExtension } from './harness/throw-away-extension.ts';

describe.each(browsers)('the harness drives %s', (browser) => {
  let folder: string;
  let harness: Harness;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'throw-away-'));
    harness = await launch(browser, {
      extension: writeThrowAwayExtension(join(folder, 'extension'), browser),
    });
  });

  afterAll(async () => {
    await harness?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('the replica stands under the real host name, with the content script in it', async () => {
    const page = await harness.open('/promotions');
    await page.waitFor(() => document.documentElement.dataset.throwAway === 'here');
    expect(await page.url()).toBe('https://sellercentral.amazon.com/promotions');
    await page.close();
  });

  test('clicks are trusted, inside shadow roots too, and a tab that the extension opens is found', async () => {
    const page = await harness.open('/promotions');
    await page.click({ css: 'button', text: 'Open' });
    expect(
      await page.evaluate(() => document.querySelector<HTMLElement>('throw-away')?.dataset.trusted),
    ).toBe('true');
    const workspace = await harness.pageAt('#/inbox/1');
    await workspace.see('#add');
    await workspace.close();
    await page.close();
  });

  test('the form is filled and sent by mouse and keyboard', async () => {
    const page = await harness.open('/promotions/new?type=PERCENTAGE_OFF');
    await page.select('#purchasedItems', 'Garlic press (1 ASIN)');
    await page.type('#discount', '30');
    await page.type('#internalDescription', 'Garlic IG 01');
    await page.click({ css: 'input[type=radio]', text: 'Single-use' });
    await page.see('#onePerCustomer');
    await page.click('#onePerCustomer');
    await page.click({ css: '.a-expander-header', text: 'Customize messaging' });
    await page.click('#detailPage');
    await page.click({ css: 'input[type=submit]', text: 'Review' });
    await page.click({ css: 'input[type=submit]', text: 'Submit' });
    await page.see({ css: 'a', text: 'View promotion' });
    expect(await page.url()).toBe(
      'https://sellercentral.amazon.com/promotions/new/submit#&tab=create-your-promotions',
    );
    expect(harness.replica.state.promotions[0]?.draft).toMatchObject({
      purchasedItems: 'PSL-GARLIC',
      discount: '30',
      internalDescription: 'Garlic IG 01',
      claimCode: 'SINGLE_USE',
      onePerCustomer: true,
      detailPage: false,
    });
    await page.close();
  });

  test('an extension page: clipboard, select, file, download, screenshot, colours, size', async () => {
    const page = await harness.extensionPage('popup');
    await page.click('#add');
    await page.waitFor(() => document.querySelector('#count')?.textContent === '1');
    expect(await harness.readClipboard(page)).toBe('1 true');
    await page.type('#name', 'Änna 🎁');
    expect(await page.text('#name')).toBe('Änna 🎁');
    await page.select('#choice', 'two');
    expect(await page.text('#read')).toBe('two true');

    const file = join(folder, 'given.txt');
    writeFileSync(file, 'what the file holds');
    await page.setFiles('#file', [file]);
    await page.waitFor(() => document.querySelector('#read')?.textContent === 'what the file holds');
    await page.click('#save');
    expect(readFileSync(await harness.download(/codes.*csv/), 'utf8')).toBe('code\nA\n');

    await harness.setColorScheme('dark');
    await page.waitFor(() => matchMedia('(prefers-color-scheme: dark)').matches);
    await harness.setColorScheme('light');
    await page.setViewport({ width: 420, height: 600 });
    await page.waitFor(() => innerWidth === 420);
    await page.screenshot(join(folder, 'popup.png'));
    expect(statSync(join(folder, 'popup.png')).size).toBeGreaterThan(500);
    await page.close();
  });

  test('what covers a target is named instead of clicked', async () => {
    const page = await harness.open('/promotions');
    await page.evaluate(() => {
      const cover = document.createElement('div');
      cover.className = 'cover';
      cover.setAttribute('style', 'position:fixed;inset:0;z-index:9');
      Object.assign(cover.style, { position: 'fixed', inset: '0', zIndex: '9' });
      document.body.append(cover);
    });
    await expect(page.click({ css: 'a', text: 'Create' })).rejects.toThrow('covered by <div class="cover">');
    await page.close();
  });

  test('a download from a page of Seller Central lands in the same folder', async () => {
    const [promotion] = harness.replica.state.promotions;
    const page = await harness.open(`/promotions/claim-codes?promotionId=${promotion?.id}`);
    await page.type('#groupName', 'Anna');
    await page.type('#quantity', '3');
    await page.click({ css: 'input[type=submit]', text: 'Create' });
    await page.see({ css: 'td', text: 'In Progress' });
    await page.reload();
    await page.click({ css: 'a', text: 'Download' });
    expect(
      readFileSync(await harness.download(/claim_codes_Anna.*zip/))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    await page.close();
  });

  test("a restart keeps the profile's data", async () => {
    const before = await harness.extensionPage('popup');
    await before.waitFor(() => document.querySelector('#count')?.textContent !== '');
    const clicks = Number(await before.text('#count')) + 1;
    await before.click('#add');
    await before.waitFor(
      (count: string) => document.querySelector('#count')?.textContent === count,
      `${clicks}`,
    );

    await harness.restart();
    const after = await harness.extensionPage('workspace');
    await after.waitFor(
      (count: string) => document.querySelector('#count')?.textContent === count,
      `${clicks}`,
    );
    const page = await harness.open('/promotions');
    await page.waitFor(() => document.documentElement.dataset.throwAway === 'here');
  });

  test('nothing but Seller Central is reached, and every attempt is written down', async () => {
    const page = await harness.open('/promotions');
    expect(harness.attempts.filter((attempt) => !attempt.allowed)).toEqual([]);
    expect(harness.attempts).toContainEqual({ host: 'sellercentral.amazon.com', port: 443, allowed: true });
    await expect(page.goto('https://example.org/')).rejects.toThrow();
    expect(harness.attempts).toContainEqual({ host: 'example.org', port: 443, allowed: false });
  });

  test('the next who starts a browser finds nothing that was left in this one', async () => {
    const left = await harness.open('/promotions');
    await left.evaluate(() => {
      // biome-ignore lint/suspicious/noDocumentCookie: what a page would leave.
      document.cookie = 'left=here; max-age=3600; secure';
      localStorage.setItem('left', 'here');
    });
    const popup = await harness.extensionPage('popup');
    await popup.waitFor(() => Number(document.querySelector('#count')?.textContent) > 0);
    await harness.close();

    harness = await launch(browser, { extension: join(folder, 'extension') });
    const after = await harness.extensionPage('popup');
    await after.waitFor(() => document.querySelector('#count')?.textContent === '0');
    const page = await harness.open('/promotions');
    await page.waitFor(() => document.documentElement.dataset.throwAway === 'here');
    expect(
      await page.evaluate(() => [document.cookie.includes('left'), localStorage.getItem('left')]),
    ).toEqual([false, null]);
    expect(harness.attempts.filter((attempt) => !attempt.allowed)).toEqual([]);
  });
});
