import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, start } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { confirmAdding, openAddCodes } from '../open-add-codes.ts';

const passphrase = 'blue garlic 7';

/** Drops files somewhere on the page, as a file manager would. */
async function drop(page: Page, path: string): Promise<void> {
  await page.evaluate(
    ({ name, base64 }: { name: string; base64: string }) => {
      const data = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([bytes], name));
      const event = { dataTransfer: data, bubbles: true, cancelable: true };
      document.body.dispatchEvent(new DragEvent('drop', event));
    },
    { name: path.split('/').at(-1) ?? '', base64: readFileSync(path).toString('base64') },
  );
}

async function add(page: Page, promotion: string, codes: readonly string[]): Promise<void> {
  await openAddCodes(page);
  await page.type('[data-testid="import-promotion"]', promotion);
  await page.type('[data-testid="paste-codes"]', codes.join(' '));
  await page.click('[data-testid="paste-read"]');
  await confirmAdding(page);
  await page.see(`[data-promotion="${promotion}"] [data-count="available"][data-value="${codes.length}"]`);
}

describe.each(browsers)('a backup in an empty browser, in %s', (browser) => {
  let before: Harness;
  let harness: Harness;
  let page: Page;
  let backup: string;
  let handover: string;
  beforeAll(async () => {
    before = await start(browser);
    const old = await before.extensionPage('workspace');
    await add(old, 'Garlic', ['7GAA-BBBBBB-CCCCCC', '7GAA-BBBBBB-DDDDDD', '7GAA-BBBBBB-EEEEEE']);
    await add(old, 'Onion', ['7GAA-BBBBBB-FFFFFF', '7GAA-BBBBBB-GGGGGG']);
    await old.close();
    const settings = await before.extensionPage('workspace', '#/settings');
    await settings.type('[data-testid="hand-count"]', '1');
    await settings.type('[data-testid="hand-to"]', 'Kim');
    await settings.type('[data-testid="hand-passphrase"]', passphrase);
    await settings.click('[data-testid="hand-over"]');
    handover = await before.download(/hand-?over/i);
    await settings.click('[data-testid="save-everything"]');
    backup = await before.download(/everything/);
    harness = await start(browser);
    page = await harness.extensionPage('workspace');
  });
  afterAll(async () => {
    await harness?.close();
    await before?.close();
  });

  it('opens in its dialog where it is dropped', async () => {
    await page.see('[data-testid="import-promotion"]');
    await drop(page, backup);
    await page.see('[data-testid="load-preview"][data-added="5"]');
    expect(await page.evaluate(() => location.hash)).toBe('#/settings');
  });

  it('says first how many codes wait and why, there, at the top and in the popup', async () => {
    await page.click('[data-testid="load-confirm"]');
    const said = /^4 codes are on hold because they may have been given out since .+\./;
    expect(await page.text('[data-testid="load-told"]')).toMatch(said);
    expect(await page.text('[data-testid="held-by-copy"]')).toMatch(said);
    const popup = await harness.extensionPage('popup');
    expect(await popup.text('[data-testid="held-by-copy"]')).toMatch(said);
    await popup.close();
  });

  it('releases one promotion’s, then all, each with one click', async () => {
    await page.click('[data-testid="held-by-copy"] summary');
    await page.click({ css: '[data-testid="release-held-one"]' });
    await page.waitFor(() => document.querySelector('[data-testid="release-held-one"]') === null);
    await page.click('[data-testid="release-held"]');
    await page.waitFor(() => document.querySelector('[data-testid="held-by-copy"]') === null);
    const popup = await harness.extensionPage('popup');
    await popup.see('[data-testid="issue-next"]:enabled');
    await popup.close();
  });

  it('opens a colleague’s handover file in its dialog, too, from any page', async () => {
    await page.evaluate(() => {
      location.hash = '#/proof';
    });
    await page.see({ css: 'h1', text: 'Settings records' });
    await drop(page, handover);
    await page.type('[data-testid="take-passphrase"]', passphrase);
    await page.click('[data-testid="take-over"]');
    // This copy of the ledger made the file, too: whether Kim has it, only the seller can tell.
    await page.click('[data-testid="take-own-seen"]');
    await page.see({ css: '[data-testid="take-told"] p', text: 'Nothing changed' });
  });

  it('asked the network for nothing', () => {
    expect(harness.attempts.filter((attempt) => !attempt.allowed)).toEqual([]);
  });
});
