import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, start } from './browsers.ts';
import type { Harness, Page } from './harness/index.ts';
import { seeChecks } from './overlay-state.ts';
import { fillBadly } from './seller.ts';

const test = (id: string) => `[data-testid="${id}"]`;

/** Adds a store to those with limits of their own; the list is back at its first line at once. */
function addStore(page: Page, store: string): Promise<void> {
  return page.evaluate((code: string) => {
    const list = document.querySelector<HTMLSelectElement>('[data-testid="limits-add-store"]');
    if (!list) throw new Error('no list of stores');
    list.value = code;
    list.dispatchEvent(new Event('change', { bubbles: true }));
  }, store);
}

/** Types into the field and leaves it. */
async function set(page: Page, name: string, value: string): Promise<void> {
  await page.type(test(`setting-${name}`), value);
  // A press elsewhere would not leave it in a tab that stands behind another.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

function values(page: Page, names: readonly string[]): Promise<string[]> {
  return page.evaluate(
    (all: readonly string[]) =>
      all.map(
        (name) =>
          document.querySelector<HTMLInputElement>(`[data-testid="setting-${name}"]`)?.value ?? 'none',
      ),
    names,
  );
}

describe.each(browsers)('settings in %s', (browser) => {
  let harness: Harness;
  let page: Page;
  /** The settings in a tab of their own, as they are kept. */
  const fresh = async () => {
    const opened = await harness.extensionPage('workspace', '#/settings/limits');
    await opened.see(test('limits-add-store'));
    return opened;
  };
  beforeAll(async () => {
    harness = await start(browser);
    page = await fresh();
  });
  afterAll(() => harness?.close());

  it('have limits for one store, which a form in that store is judged by at once, and other stores are not', async () => {
    // At 80 %, where the limit is 50.
    const amazon = await fillBadly(harness);
    await seeChecks(amazon, { 'percent-off': 'fail' });
    await addStore(page, 'US');
    await set(page, 'maxPercentOff-US', '70');
    await seeChecks(amazon, { 'percent-off': 'fail' });
    await set(page, 'maxPercentOff-US', '90');
    await amazon.bringToFront();
    await seeChecks(amazon, { 'percent-off': 'pass' });
    await page.bringToFront();
    await set(page, 'maxPercentOff-US', '');
    await amazon.bringToFront();
    await seeChecks(amazon, { 'percent-off': 'fail' });
  });

  it('keep what is a limit in that store alone, and refuse what is none', async () => {
    page = await fresh();
    await addStore(page, 'DE');
    await set(page, 'maxPercentOff-DE', '45');
    await set(page, 'maxPercentOff-DE', '101');
    await page.see({ css: '[data-store="DE"] [role="alert"], [data-store="DE"] .cc-fault', text: '100' });
    page = await fresh();
    await page.see('[data-store="DE"]');
    expect(await values(page, ['maxPercentOff-DE', 'maxRunDays-DE', 'maxPercentOff'])).toEqual([
      ...['45', '', '50'],
    ]);
    // It was emptied.
    expect(await values(page, ['maxPercentOff-US'])).toEqual(['none']);
  });

  it('are all kept where two pages change them in the same moment', async () => {
    const other = await harness.extensionPage('workspace', '#/settings/alerts');
    await other.see(test('alert-level-leak'));
    const switchIn = (where: Page, kinds: readonly string[]) =>
      where.evaluate((all: readonly string[]) => {
        for (const kind of all) {
          const at = document.querySelector<HTMLSelectElement>(`[data-testid="alert-level-${kind}"]`);
          if (!at) throw new Error(kind);
          at.value = 'off';
          at.dispatchEvent(new Event('change', { bubbles: true }));
        }
      }, kinds);
    const mine = ['leak', 'runs-low', 'ends-soon', 'goes-live'];
    const theirs = ['limit-high', 'dates-changed', 'never-captured', 'limit-back'];
    await Promise.all([switchIn(page, mine), switchIn(other, theirs)]);
    await expect
      .poll(
        () =>
          page.evaluate(
            (all: readonly string[]) =>
              all.filter(
                (kind) =>
                  document.querySelector<HTMLSelectElement>(`[data-testid="alert-level-${kind}"]`)?.value !==
                  'off',
              ),
            [...mine, ...theirs],
          ),
        { timeout: 30_000 },
      )
      .toEqual([]);
  });

  it('lose a store’s limits once they are removed', async () => {
    await page.click({ css: '[data-store="DE"] button' });
    await page.waitFor(() => document.querySelector('[data-store="DE"]') === null);
    page = await fresh();
    expect(await values(page, ['maxPercentOff-DE', 'maxPercentOff'])).toEqual(['none', '50']);
  });
});
