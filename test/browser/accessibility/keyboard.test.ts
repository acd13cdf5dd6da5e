import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, start } from '../browsers.ts';
import { seeFocus, tabTo, typeKeys } from '../by-keyboard.ts';
import type { Harness, Page } from '../harness/index.ts';

const name = 'Garlic-IG-01';
const test = (id: string) => `[data-testid="${id}"]`;
const list = Array.from({ length: 6 }, (_, at) => `7GM3-ABC23${at + 2}-XYZ234`);

function seeLeft(page: Page, left: number): Promise<unknown> {
  return page.waitFor(
    (wanted: string) =>
      document.querySelector<HTMLElement>('[data-count="available"]')?.dataset.value === wanted,
    String(left),
  );
}

/** Waits until a part of the page that is read out by itself says so. */
function hear(page: Page, words: string): Promise<unknown> {
  return page.waitFor(
    (wanted: string) =>
      [...document.querySelectorAll('[role="status"], [role="alert"]')].some((each) =>
        each.textContent?.includes(wanted),
      ),
    words,
    { what: `"${words}" in a live region` },
  );
}

/** Goes with the Tab key to a link with these words. */
async function tabToLink(page: Page, words: string): Promise<void> {
  for (let steps = 0; steps < 60; steps++) {
    await page.press('Tab');
    await seeFocus(page);
    const there = await page.evaluate(
      (wanted: string) =>
        document.activeElement?.matches('a') && document.activeElement.textContent === wanted,
      words,
    );
    if (there) return;
  }
  throw new Error(`The Tab key does not reach the link "${words}".`);
}

/** Begins near the top again: past its last control the Tab key leaves the page for the browser's own. */
const fromTop = (page: Page) => page.evaluate(() => document.querySelector<HTMLElement>('.brand')?.focus());

describe.each(browsers)('a day without a mouse in %s', (browser) => {
  let harness: Harness;
  let workspace: Page;
  let popup: Page;
  beforeAll(async () => {
    harness = await start(browser);
  });
  afterAll(() => harness?.close());

  it('workspace: pastes codes, and is led to the field that is missing', async () => {
    workspace = await harness.extensionPage('workspace');
    await workspace.see(test('paste-codes'));
    await tabTo(workspace, 'paste-codes');
    await typeKeys(workspace, list.join('\n'));
    await tabTo(workspace, 'paste-read');
    await workspace.press('Enter');
    await workspace.see(test('import-preview'));
    await seeFocus(workspace, 'import-promotion');
    await tabTo(workspace, 'import-confirm');
    await workspace.press('Enter');
    await hear(workspace, 'Enter the promotion these codes belong to');
    await seeFocus(workspace, 'import-promotion');
    await typeKeys(workspace, name);
    await workspace.press('Enter');
    await seeFocus(workspace, 'import-confirm');
    expect(await workspace.text(test('import-confirm'))).toBe('Add 6 US codes');
    await workspace.press('Enter');
    await seeLeft(workspace, 6);
    await seeFocus(workspace, 'import-done');
  });

  it('workspace: gives its name, and keeps its place when the question is gone', async () => {
    await tabTo(workspace, 'your-name-field');
    await typeKeys(workspace, 'Mia');
    await workspace.press('Enter');
    await workspace.waitFor(() => document.querySelector('[data-testid="your-name"]') === null);
    await seeFocus(workspace);
  });

  it('workspace: gives out several, and exports', async () => {
    await tabTo(workspace, 'give-out-several');
    await workspace.press('Enter');
    await seeFocus(workspace, 'several-count');
    await typeKeys(workspace, '2');
    await tabTo(workspace, 'several-to');
    await typeKeys(workspace, 'Vipon');
    await workspace.press('Enter');
    await hear(workspace, '2 codes for Vipon removed from your list');
    await seeFocus(workspace, 'give-out-several');
    await seeLeft(workspace, 4);
    const given = readFileSync(await harness.download(/\.txt$/), 'utf8');
    expect(given.trim().split(/\r?\n/)).toEqual(list.slice(0, 2));
    await tabTo(workspace, 'export-history');
    await workspace.press(' ');
    await hear(workspace, 'Saved the history of 6 codes');
    await seeFocus(workspace, 'export-history');
    expect(readFileSync(await harness.download(/\.csv$/), 'utf8')).toContain('Vipon');
    await workspace.close();
  });

  it('popup: gives out a code, tells of it, and takes it back', async () => {
    popup = await harness.extensionPage('popup');
    await popup.see(test('give-to'));
    await tabTo(popup, 'give-to');
    await typeKeys(popup, 'Anna');
    await popup.press('Enter');
    await popup.see(test('issued-code'));
    await hear(popup, 'Given out to Anna');
    await seeFocus(popup, 'give-to');
    await tabTo(popup, 'undo-issue');
    await popup.press(' ');
    await tabTo(popup, 'undo-unseen');
    await popup.press(' ');
    await hear(popup, 'It goes to the end of the line.');
    await seeLeft(popup, 4);
    await seeFocus(popup);
  });

  it('popup: answers the question about the same person, and keeps its place each time', async () => {
    await popup.close();
    popup = await harness.extensionPage('popup');
    await popup.see(test('give-to'));
    await tabTo(popup, 'give-to');
    await typeKeys(popup, 'Ben');
    await popup.press('Enter');
    await hear(popup, 'Given out to Ben');
    await typeKeys(popup, 'ben');
    await popup.press('Enter');
    await hear(popup, 'Ben got');
    await seeFocus(popup, 'copy-earlier');
    await popup.press('Enter');
    await popup.waitFor(() => document.querySelector('[data-testid="same-person"]') === null);
    await seeFocus(popup, 'give-to');
    await seeLeft(popup, 3);
  });

  it('popup: finds a person, leaves the field with Escape, stops giving out', async () => {
    await popup.close();
    popup = await harness.extensionPage('popup');
    await popup.see(test('give-to'));
    await tabTo(popup, 'find-code');
    await typeKeys(popup, 'ben');
    await hear(popup, '1 code found');
    expect(await popup.text(test('find-results'))).toContain('Given out to Ben');
    await popup.press('Escape');
    await popup.waitFor(() => document.querySelector('[data-testid="find-results"]') === null);
    await seeFocus(popup, 'find-code');
    await tabTo(popup, 'give-away-over');
    await popup.press('Enter');
    await popup.see(test('over-notice'));
    await seeFocus(popup);
    await tabTo(popup, 'export-unissued');
  });

  it('workspace: goes to the promotion’s page, fills it in and checks off what was done', async () => {
    workspace = await harness.extensionPage('workspace');
    await workspace.see(test('over-notice'));
    await tabToLink(workspace, name);
    await workspace.press('Enter');
    await workspace.see(test('tab-given-out'));
    await tabTo(workspace, 'tab-given-out');
    await workspace.press('ArrowLeft');
    await workspace.see(test('details-price'));
    await seeFocus(workspace, 'tab-setup');
    expect(await workspace.evaluate(() => location.hash.endsWith('/setup'))).toBe(true);
    await tabTo(workspace, 'details-productName');
    await typeKeys(workspace, 'Garlic press');
    await tabTo(workspace, 'details-price');
    await typeKeys(workspace, '49.90');
    await workspace.press('Enter');
    await workspace.see({ css: test('money'), text: '$49.90' });
    await seeFocus(workspace, 'details-price');
    await fromTop(workspace);
    await tabTo(workspace, 'tick-order-limit');
    await workspace.press(' ');
    await workspace.see({ css: test('ticks'), text: 'Checked off' });
    await seeFocus(workspace, 'tick-order-limit');
  });

  it('workspace: learns what a platform really gave out, puts codes on hold and cancels one', async () => {
    await tabTo(workspace, 'tab-setup');
    await workspace.press('Home');
    await workspace.see(test('left-there'));
    await tabTo(workspace, 'left-there');
    await typeKeys(workspace, '1');
    await workspace.press('Enter');
    await hear(workspace, 'Actually given out: 1');
    await fromTop(workspace);
    await tabTo(workspace, 'hold-open');
    await workspace.press('Enter');
    await tabTo(workspace, 'keep-count');
    await typeKeys(workspace, '1');
    await workspace.press('Enter');
    await workspace.see('[data-count="held"][data-value="1"]');
    await hear(workspace, 'on hold until');
    // What that changes elsewhere on the page is drawn as well.
    await workspace.see({ css: test('over-notice'), text: 'the 1 on hold would still work' });
    await seeFocus(workspace);
    await fromTop(workspace);
    await tabTo(workspace, 'cancel-open');
    await workspace.press('Enter');
    await tabTo(workspace, 'cancel-codes');
    await typeKeys(workspace, list[0] ?? '');
    await tabTo(workspace, 'cancel-confirm');
    await workspace.press('Enter');
    await hear(workspace, 'Enter a reason');
    await seeFocus(workspace, 'cancel-reason');
    await typeKeys(workspace, 'posted in public');
    await workspace.press('Enter');
    await workspace.see('[data-count="void"][data-value="1"]');
    await seeFocus(workspace);
  });

  it('workspace: adds a list that is partly out, under a name that is nearly another', async () => {
    const old = list.map((code) => code.replace('7GM3', '8HN4'));
    await fromTop(workspace);
    await tabToLink(workspace, 'Home');
    await workspace.press('Enter');
    await workspace.see('.home');
    await fromTop(workspace);
    await tabTo(workspace, 'add-codes');
    await workspace.press('Enter');
    await workspace.see(test('paste-codes'));
    await tabTo(workspace, 'paste-codes');
    await typeKeys(workspace, old.join('\n'));
    await tabTo(workspace, 'paste-read');
    await workspace.press('Enter');
    await workspace.see(test('import-preview'));
    await seeFocus(workspace, 'import-promotion');
    await typeKeys(workspace, 'Garlik-IG-01');
    await workspace.see(test('import-twin'));
    await tabTo(workspace, 'import-as');
    await workspace.press('ArrowDown');
    await workspace.press('ArrowDown');
    await tabTo(workspace, 'import-to');
    await typeKeys(workspace, 'LandingCube');
    await tabTo(workspace, 'import-sent');
    await typeKeys(workspace, old[2] ?? '');
    await tabTo(workspace, 'twin-apart');
    await workspace.press('Enter');
    await workspace.waitFor(() => document.querySelector('[data-testid="import-twin"]') === null);
    await seeFocus(workspace);
    await tabTo(workspace, 'import-confirm');
    await workspace.press('Enter');
    await seeFocus(workspace, 'import-done');
    await workspace.see('[data-promotion="Garlik-IG-01"] [data-count="available"][data-value="5"]');
  });
});
