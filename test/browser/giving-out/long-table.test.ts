import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { browsers, start } from '../browsers.ts';

const count = 240;
const columns =
  'code,state,promotion,tracking_id,batch,issued_at,issued_to,channel,redeemed_at,order_id,note,marketplace,valid_until,issued_by';

/** So many promotions, of one code each. */
function history(): string {
  const lines = Array.from({ length: count }, (_, n) => {
    const code = `${String(n).padStart(4, 'A')}-ABCDEF-GHJKLM`;
    return `${code},available,Promo ${n},TRACK-${n},lot,,,,,,,US,2099-01-31T23:59:00Z,`;
  });
  return `${[columns, ...lines].join('\r\n')}\r\n`;
}

it.each(browsers)('the table of very many promotions goes on as it is scrolled, in %s', async (browser) => {
  const folder = mkdtempSync(join(tmpdir(), 'claimcheck-long-table-'));
  const harness = await start(browser);
  try {
    const page = await harness.extensionPage('workspace');
    const file = join(folder, 'history.csv');
    writeFileSync(file, history());
    await page.setFiles('[data-testid="import-codes"]', [file]);
    await page.see('[data-testid="import-preview"]');
    await page.click('[data-testid="import-confirm"]');
    await page.waitFor(() => document.querySelectorAll('[data-promotion]').length > 10);
    await page.click('nav a[href="#/promotions"]');
    await page.see('tr[data-promotion]');
    const rows = () => page.evaluate(() => document.querySelectorAll('tr[data-promotion]').length);
    expect(await rows()).toBeLessThan(count);
    // As long as it will be: the bar at the side says how far it goes.
    await page.waitFor(
      (all: number) => {
        const row = document.querySelector('tr[data-promotion]')?.getBoundingClientRect().height ?? 0;
        return document.documentElement.scrollHeight > 0.8 * all * row;
      },
      count,
      { what: 'the length of all rows' },
    );
    await page.waitFor(
      (all: number) => {
        scrollTo(0, document.documentElement.scrollHeight);
        return document.querySelectorAll('tr[data-promotion]').length === all;
      },
      count,
      { what: 'all rows' },
    );
    const end = await page.evaluate(
      () => document.querySelector('tr[data-promotion]:last-child')?.getBoundingClientRect().bottom ?? 0,
    );
    expect(end).toBeLessThan(1000);
  } finally {
    await harness.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
