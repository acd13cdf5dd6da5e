import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, start } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { seeChecks, seeOverlay } from '../overlay-state.ts';

/** Amazon calls things anew, and a listener of the page counts what reaches it. */
async function openReworded(harness: Harness): Promise<Page> {
  const page = await harness.open('/promotions/new?type=PERCENTAGE_OFF');
  await seeOverlay(page, 'create');
  await page.click({ css: 'label', text: 'Single-use' });
  await page.evaluate(() => {
    const anew = {
      'Tracking ID': 'Reference for reports',
      'One redemption per customer': 'Buyers may redeem once',
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (const [old, text] of Object.entries(anew))
        if (node.nodeValue?.trim() === old) node.nodeValue = text;
    document.body.dataset.heard = '0';
    for (const event of ['pointerdown', 'mousedown', 'click', 'keydown', 'input', 'change'])
      window.addEventListener(
        event,
        () => {
          document.body.dataset.heard = String(Number(document.body.dataset.heard) + 1);
        },
        true,
      );
  });
  await seeChecks(page, {
    'tracking-id': 'unreadable:not-found',
    'one-per-customer': 'unreadable:not-found',
  });
  return page;
}

const teach = (id: string) => ({ css: `[data-check="${id}"] [data-teach]` });
const state = (page: Page) =>
  page.evaluate(() => {
    const labels = [...document.querySelectorAll('label')];
    const at = (text: string) => labels.find((label) => label.textContent?.trim() === text)?.control;
    return {
      heard: document.body.dataset.heard,
      trackingId: (at('Reference for reports') as HTMLInputElement).value,
      ticked: (at('Buyers may redeem once') as HTMLInputElement).checked,
    };
  });
const pointing = (page: Page) =>
  page.evaluate(() =>
    document
      .querySelector('claimcheck-overlay')
      ?.shadowRoot?.querySelector('[data-pointing]')
      ?.getAttribute('data-pointing'),
  );

describe.each(browsers)('showing Claimcheck where, in %s', (browser) => {
  let harness: Harness;
  let page: Page;
  beforeAll(async () => {
    harness = await start(browser);
    page = await openReworded(harness);
  });
  afterAll(() => harness?.close());

  it('takes one click on the control, of which the page hears nothing', async () => {
    await page.click(teach('one-per-customer'));
    await page.waitFor(() =>
      document.querySelector('claimcheck-overlay')?.shadowRoot?.querySelector('[data-pointing]'),
    );
    const before = await state(page);
    await page.click({ css: 'label', text: 'Buyers may redeem once' });
    const seen = await seeChecks(page, { 'one-per-customer': before.ticked ? 'pass' : 'fail' });
    expect(seen.text).toContain('You showed Claimcheck this field');
    expect(await state(page)).toEqual(before);
  });

  it('is stopped by Escape, and takes nothing but such a control', async () => {
    await page.click(teach('tracking-id'));
    await page.click({ css: 'label', text: 'Group' });
    expect(await pointing(page)).toBe('tracking-id');
    await page.press('Escape');
    await page.waitFor(
      () => !document.querySelector('claimcheck-overlay')?.shadowRoot?.querySelector('[data-pointing]'),
    );
    await seeChecks(page, { 'claim-code-single-use': 'pass', 'tracking-id': 'unreadable:not-found' });
  });

  it('takes Enter on the control as well', async () => {
    await page.click(teach('tracking-id'));
    const before = await state(page);
    await page.evaluate(() => {
      const label = [...document.querySelectorAll('label')].find(
        (each) => each.textContent?.trim() === 'Reference for reports',
      );
      label?.control?.focus();
    });
    await page.press('Enter');
    await seeChecks(page, { 'tracking-id': before.trackingId === '' ? 'fail' : 'pass' });
    expect(await state(page)).toEqual(before);
    expect(await page.evaluate(() => location.pathname)).toBe('/promotions/new');
  });

  it('knows both on another page, until they are forgotten in the settings', async () => {
    const again = await harness.open('/promotions/new?type=PERCENTAGE_OFF');
    await seeOverlay(again, 'create');
    await again.click({ css: 'label', text: 'Single-use' });
    const rename = () =>
      again.evaluate(() => {
        for (const label of document.querySelectorAll('label'))
          if (label.textContent?.trim() === 'Tracking ID') label.textContent = 'Reference for reports';
      });
    await rename();
    await seeChecks(again, { 'tracking-id': 'pass' });
    const workspace = await harness.extensionPage('workspace', '#/settings');
    await workspace.click({ css: '[data-testid="taught"] summary' });
    await workspace.click({ css: '[data-taught="trackingId"] button' });
    await workspace.waitFor(
      () =>
        document.querySelector('[data-taught="onePerCustomer"]') !== null &&
        document.querySelector('[data-taught="trackingId"]') === null,
    );
    await again.reload();
    await again.click({ css: 'label', text: 'Single-use' });
    await rename();
    await seeChecks(again, { 'tracking-id': 'unreadable:not-found' });
  });
});
