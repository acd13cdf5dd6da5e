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

  /** The list of what is imported, once it says this. */
  const listSays = (words: string) =>
    page.waitFor(
      (wanted: string) =>
        document.querySelector('[data-testid="report-list"]')?.textContent?.includes(wanted),
      words,
    );

  it('are listed in their room, with days to correct, and removed after asking', async () => {
    await page.evaluate(() => location.assign('#/orders'));
    await listSays('7 orders');
    await page.click('[data-testid="report-days-open"]');
    await page.see('[data-testid="report-days-first"]');
    await page.evaluate(() => {
      for (const [name, date] of [
        ['first', '2026-09-01'],
        ['last', '2026-09-30'],
      ]) {
        const field = document.querySelector<HTMLInputElement>(`[data-testid="report-days-${name}"]`);
        if (field && date) field.value = date;
        field?.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
    await page.click('[data-testid="report-days-save"]');
    await listSays('(corrected by you)');
    await page.click('[data-testid="report-list-remove"]');
    await page.see('[data-testid="report-remove-ask"]');
    await page.press('Escape');
    await page.waitFor(() => document.querySelector('[data-testid="report-remove-ask"]') === null);
    await page.click('[data-testid="report-list-remove"]');
    await page.click('[data-testid="report-remove-confirm"]');
    await listSays('No reports yet');
    await page.setFiles('[data-testid="import-report"]', [sample]);
    await listSays('7 orders');
  });

  it('are drawn in a chart, which is copied as a picture', async () => {
    await page.evaluate(() => location.assign('#/'));
    await page.click('a[href^="#/promotion/"]');
    await page.evaluate(() => location.assign(`${location.hash}/results`));
    await page.click('[data-testid="copy-chart"]');
    await page.see({ css: '[data-testid="results"] [role="status"]', text: 'on your clipboard' });
    // Firefox asks its user before a page may read.
    if (browser === 'chromium') {
      const size = await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const png = await item?.getType('image/png');
        const picture = png && (await createImageBitmap(png));
        return picture ? [picture.width, picture.height] : [];
      });
      expect(size).toEqual([544, 392]);
    }
    await page.evaluate(() => location.assign('#/orders'));
  });

  it('leave out which code was used, which a pasted list tells, with a way back', async () => {
    const orders = ['111-0000001-0000001', '111-9999999-0000002', '111-9999999-0000003'];
    const lines = [
      `${orders[0]}\tAAAA-ABCDEF-GHJKLM`,
      `aaaa-abcdef-ghjkln, ${orders[1]}`,
      `${orders[2]} ZZZZ-ABCDEF-GHJKLM`,
      'thanks 1',
    ];
    // A field of one line takes no line breaks from keys.
    await page.evaluate((text: string) => {
      const field = document.querySelector<HTMLTextAreaElement>('[data-testid="uses-paste"]');
      if (field) field.value = text;
      field?.dispatchEvent(new Event('input', { bubbles: true }));
    }, lines.join('\n'));
    const preview = await page.waitFor(() => {
      const found = document.querySelector<HTMLElement>('[data-testid="uses-preview"]');
      return found ? { ...found.dataset } : null;
    });
    expect(preview).toMatchObject({ marked: '2', left: '2', unknown: '1', bad: '1' });
    await page.click('[data-testid="uses-confirm"]');
    const toldOf = (words: string) =>
      page.waitFor(
        (wanted: string) =>
          document.querySelector('[data-testid="uses-told"]')?.textContent?.includes(wanted),
        words,
      );
    await toldOf('2 codes marked as used');
    const usedNow = async (count: string) => {
      await page.evaluate(() => location.assign('#/'));
      await page.waitFor(
        (wanted: string) =>
          document.querySelector<HTMLElement>('[data-count="redeemed"]')?.dataset.value === wanted,
        count,
      );
    };
    await page.click({ css: '[data-testid="uses-told"] button', text: 'Undo' });
    await toldOf('no longer marked');
    await usedNow('2');
  });
});
