import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, start } from './browsers.ts';
import type { Harness, Page } from './harness/index.ts';
import { seeOverlay } from './overlay-state.ts';
import { fillBadly, generateCodes, mend, submitAndManageCodes } from './seller.ts';

describe.each(browsers)('capturing in %s', (browser) => {
  let harness: Harness;
  let page: Page;
  beforeAll(async () => {
    harness = await start(browser);
    page = await fillBadly(harness);
    await mend(page, 'Garlic-IG-01', 'CC-US-IG-01');
    await submitAndManageCodes(page);
  });
  afterAll(() => harness?.close());

  it('offers nothing while the codes are not ready', async () => {
    const state = await seeOverlay(page, 'claim-codes');
    expect(state.text).toContain('Group Name'.toLowerCase());
    expect(
      await page.evaluate(
        () =>
          document.querySelector('claimcheck-overlay')?.shadowRoot?.querySelector('[data-capture]') ?? null,
      ),
    ).toBeNull();
  });

  it('asks for the file where the download can’t be followed, and compares it with the quantity', async () => {
    await generateCodes(page, 'IG-01', 50);
    await page.goto(`${await page.url()}&download=form`);
    await page.waitFor(() =>
      document.querySelector('claimcheck-overlay')?.shadowRoot?.textContent?.includes('can’t be followed'),
    );
    await page.click('[data-capture="IG-01"]');
    const workspace = await harness.pageAt('workspace');
    await workspace.waitFor(
      () => document.querySelector<HTMLInputElement>('[data-testid="import-quantity"]')?.value === '50',
    );
    expect(
      await workspace.evaluate(
        () => document.querySelector<HTMLInputElement>('[data-testid="import-promotion"]')?.value,
      ),
    ).toBe('Garlic-IG-01');
    const path = join(harness.downloads, 'by-hand.txt');
    writeFileSync(path, '7GM3-ABC001-XYZ234\n7GM3-ABC002-XYZ234\n');
    await workspace.setFiles('[data-testid="import-codes"]', [path]);
    await workspace.waitFor(() =>
      document.querySelector('[data-testid="import-preview"]')?.textContent?.includes('asked for 50'),
    );
    await workspace.close();
  });

  it('keeps its button beside the row, also while the panel is folded', async () => {
    await page.goto((await page.url()).replace('&download=form', ''));
    for (const folded of ['false', 'true']) {
      await page.waitFor((wanted: string) => {
        const root = document.querySelector('claimcheck-overlay')?.shadowRoot;
        const button = root?.querySelector('[data-capture][data-beside]');
        if (!button || root?.querySelector<HTMLElement>('[data-panel]')?.dataset.folded !== wanted)
          return false;
        const [ours, row] = [
          button.getBoundingClientRect(),
          document.querySelector('td')?.parentElement?.getBoundingClientRect(),
        ];
        return (
          row &&
          ours.top >= row.top - 4 &&
          ours.bottom <= row.bottom + 4 &&
          ours.right <= row.right &&
          button.checkVisibility({ visibilityProperty: true })
        );
      }, folded);
      await page.click({ css: '.title' });
    }
  });

  it('says so when Amazon answers with a sign-in page instead of the codes', async () => {
    await page.see('[data-capture="IG-01"]');
    // The seller's session ends in another tab: the link now leads to a web page.
    await page.evaluate(() => document.querySelector('td a')?.setAttribute('href', '/promotions/manage'));
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1200)));
    await page.click('[data-capture="IG-01"]');
    await page.waitFor(() =>
      document
        .querySelector('claimcheck-overlay')
        ?.shadowRoot?.querySelector('[data-capture-done="false"]')
        ?.textContent?.includes('web page'),
    );
  });
});
