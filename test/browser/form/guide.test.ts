import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, start } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { fillBadly, generateCodes, manageCodes, mend, submit } from '../seller.ts';

describe.each(browsers)('the guide, for somebody who never made a promotion, in %s', (browser) => {
  let harness: Harness;
  let page: Page;
  beforeAll(async () => {
    harness = await start(browser);
  });
  afterAll(() => harness?.close());

  const seeStep = (step: string) => page.see(`[data-guide="${step}"]`);
  const isShown = () =>
    page.evaluate(() => {
      const root = document.querySelector('claimcheck-overlay')?.shadowRoot;
      return root?.querySelector('[data-guide]') !== null;
    });
  const done = () =>
    page.evaluate(() => {
      const root = document.querySelector('claimcheck-overlay')?.shadowRoot;
      const steps = root?.querySelectorAll<HTMLElement>('[data-step][data-is="done"]') ?? [];
      return [...steps].map((each) => each.dataset.step);
    });

  it('follows the form from the list of promotions to Submit', async () => {
    page = await harness.open('/promotions/manage');
    await seeStep('create');
    expect(await done()).toEqual([]);
    await page.close();
    page = await fillBadly(harness);
    await seeStep('conditions');
    expect(await done()).toEqual(['create']);
    await mend(page, 'Garlic-IG-01', 'CC-US-IG-01');
    await seeStep('review');
    expect(await done()).toEqual(['create', 'conditions', 'scheduling', 'claim-code', 'messaging']);
  });

  it('goes on after Submit to the codes, and marks only what a page shows', async () => {
    await submit(page);
    await seeStep('view');
    expect(await done()).toEqual(['create', 'review', 'submit']);
    await manageCodes(page);
    await seeStep('group');
    await generateCodes(page, 'IG-01', 20);
    await seeStep('capture');
    expect(await done()).toContain('ready');
    expect(await done()).not.toContain('capture');
  });

  it('once folded stays so on every page, and opens when asked to', async () => {
    await page.click('[data-fold-guide]');
    await page.see('[data-open-guide]');
    expect(await isShown()).toBe(false);
    await page.close();
    page = await harness.open('/promotions/manage');
    await page.see('[data-open-guide]');
    expect(await isShown()).toBe(false);
    await page.click('[data-open-guide]');
    await seeStep('create');
  });
});
