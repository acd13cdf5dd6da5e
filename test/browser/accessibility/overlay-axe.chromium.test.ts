import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFinds } from '../axe.ts';
import { start } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { seeOverlay } from '../overlay-state.ts';
import { fillBadly, generateCodes, mend } from '../seller.ts';

/** The whole way from a bad form to saved codes, looked at by axe at every stop. */
describe('axe finds nothing on the overlay', () => {
  let harness: Harness;
  let page: Page;
  beforeAll(async () => {
    harness = await start('chromium');
    page = await fillBadly(harness);
  });
  afterAll(() => harness?.close());

  async function findsNothing(): Promise<void> {
    for (const scheme of ['light', 'dark'] as const) {
      await harness.setColorScheme(scheme);
      await page.waitFor((wanted: string) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, scheme);
      expect(await axeFinds(page, 'claimcheck-overlay')).toEqual([]);
    }
  }

  async function goOn(target: string, kind: string): Promise<void> {
    await page.click(target);
    await seeOverlay(page, kind);
  }

  it('while a press is held', async () => {
    await page.click('#a-autoid-1');
    await page.see('[data-answer="back"]');
    await findsNothing();
    await page.click('[data-answer="back"]');
  });

  it('when all is right, with numbers typed, and folded', async () => {
    await mend(page, 'Garlic-IG-01', 'CC-US-IG-01');
    await page.type('[data-typed="price"]', '49.90');
    await page.see('[data-money]');
    await findsNothing();
    await page.click('.title');
    await page.see('[data-folded="true"]');
    await findsNothing();
    await page.click('.title');
  });

  it('at Review, after Submit and on the promotion', async () => {
    await goOn('#a-autoid-1', 'review');
    await findsNothing();
    await goOn('#a-autoid-1', 'submitted');
    await findsNothing();
    await goOn('a[href*="promotions/view"]', 'view');
    await page.see('[data-tick="tried"]');
    await findsNothing();
  });

  it('on claim codes: none, ready, saved', async () => {
    await page.click({ css: 'a, input, button', text: 'Manage claim codes' });
    await page.see('[data-copy-name]');
    await findsNothing();
    await generateCodes(page, 'IG-01', 20);
    await page.click('[data-capture="IG-01"]');
    const workspace = await harness.pageAt('workspace');
    await workspace.click('[data-testid="import-confirm"]');
    await workspace.see('[data-testid="issue-next"]');
    await page.reload();
    await page.see('[data-capture="IG-01"]');
    await findsNothing();
  });
});
