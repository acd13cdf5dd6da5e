import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, start } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimcheck-reports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const trackingId = 'Percentage Off 2026/09/15 14-1-31-265';
const sample = fileURLToPath(
  new URL('../../files/intake/reports/all-orders.us.utf8.crlf.txt', import.meta.url),
);

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** What became of a report that was chosen. */
function answer(page: Page): Promise<Record<string, string | undefined>> {
  return page.waitFor(() => {
    const found = document.querySelector<HTMLElement>('[data-testid="report-result"]');
    return found ? { ...found.dataset } : null;
  });
}

describe.each(browsers)('reports in %s', (browser) => {
  let harness: Harness;
  let page: Page;
  beforeAll(async () => {
    harness = await start(browser);
    page = await harness.extensionPage('workspace');
    await page.waitFor(() => document.querySelector('[data-testid="import-codes"]') !== null);
    const codes = ['AAAA-ABCDEF-GHJKLM', 'AAAA-ABCDEF-GHJKLN', 'AAAA-ABCDEF-GHJKLP', 'AAAA-ABCDEF-GHJKLQ'];
    await page.setFiles('[data-testid="import-codes"]', [file('codes.txt', codes.join('\n'))]);
    await page.waitFor(() => document.querySelector('[data-testid="import-preview"]') !== null);
    await page.type('[data-testid="import-promotion"]', 'Garlic');
    await page.click('[data-testid="import-confirm"]');
    await page.waitFor(() => document.querySelector('[data-testid="issue-next"]') !== null);
  });
  afterAll(() => harness?.close());

  it('are counted, from file to results', async () => {
    await page.click('[data-testid="add-report"]');
    await page.setFiles('[data-testid="import-report"]', [sample]);
    expect(await answer(page)).toMatchObject({ lines: '8', orders: '7', matched: '0', rejected: '0' });
    const go = (to: string) => page.evaluate((address: string) => location.assign(address), to);
    await go('#/');
    const href = await page.waitFor(
      () =>
        document.querySelector<HTMLAnchorElement>('a[href^="#/promotion/"]')?.getAttribute('href') ?? null,
    );
    await go(`${href}/results`);
    await page.waitFor(
      () => document.querySelector('[data-testid="results"]')?.getAttribute('data-kind') === 'unknown',
    );
    await go(`${href}/setup`);
    await page.type('[data-testid="details-trackingId"]', trackingId);
    await page.click('[data-testid="details-save"]');
    await go(`${href}/results`);
    const used = await page.waitFor(() => {
      const found = document.querySelector<HTMLElement>('[data-testid="results-used"]');
      return found ? { ...found.dataset } : null;
    });
    expect(used).toMatchObject({ value: '2', provisional: '0' });
    const shown = await page.waitFor(() => {
      const found = document.querySelector<HTMLElement>('[data-count="redeemed"]');
      return found?.dataset.known === 'true' ? { ...found.dataset } : null;
    });
    expect(shown).toMatchObject({ value: '2', provisional: '0' });
  });

  it('are told from lists of codes where those are chosen, and a wrong one is named', async () => {
    await page.evaluate(() => location.assign('#/'));
    await page.click('[data-testid="add-codes"]');
    await page.setFiles('[data-testid="import-codes"]', [sample]);
    await page.waitFor(() =>
      document.querySelector('[data-testid="report-result"]')?.textContent?.includes('already imported'),
    );
    const wrong = file('all_orders.txt', 'Date\tTransaction Status\tTransaction type\tOrder ID\n');
    await page.setFiles('[data-testid="import-report"]', [wrong]);
    await page.waitFor(() =>
      document.querySelector('[data-testid="import-error"]')?.textContent?.includes('payments file'),
    );
  });
});
