import { afterAll, beforeAll, describe, it } from 'vitest';
import { start } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { seeChecks } from '../overlay-state.ts';

/** Waits for the sentence in the panel's headline, which shows when folded too. */
function seeSentence(page: Page): Promise<true> {
  return page.waitFor(() =>
    document
      .querySelector('claimcheck-overlay')
      ?.shadowRoot?.querySelector<HTMLElement>('.headline')
      ?.innerText.includes('Claimcheck was updated. Reload this page'),
  ) as Promise<true>;
}

// Firefox takes the old content script away with the extension, and starts the new one in open pages.
describe('an extension reloaded under an open page in chromium', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await start('chromium');
  });
  afterAll(() => harness?.close());

  it('says so, open and folded, and holds no press', async () => {
    const page = await harness.open('/promotions/new?type=PERCENTAGE_OFF');
    await seeChecks(page, { 'product-selection': 'fail' });
    const workspace = await harness.extensionPage('workspace');
    // The answer is lost with the page that asked.
    await workspace
      .evaluate(() => {
        (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload();
      })
      .catch(() => undefined);
    await seeSentence(page);
    await page.click('.title');
    await seeSentence(page);
    await page.click('#a-autoid-1');
    await page.waitFor(() => location.pathname.endsWith('/preview'));
  });
});
