import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, start } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { overlayState, seeChecks, seeOverlay } from '../overlay-state.ts';
import { fillBadly, mend } from '../seller.ts';

const form = 'https://sellercentral.amazon.com/promotions/new?type=PERCENTAGE_OFF';

/** Every page of the replica comes with a policy that allows no inline style and no inline script. */
describe.each(browsers)('pages that are in the way, in %s', (browser) => {
  let harness: Harness;
  let page: Page;
  beforeAll(async () => {
    harness = await start(browser);
    page = await harness.open(form);
    await seeOverlay(page, 'create');
  });
  afterAll(() => harness?.close());

  it('is styled under a strict policy for styles', async () => {
    const style = await page.evaluate(() => {
      const panel = document.querySelector('claimcheck-overlay')?.shadowRoot?.querySelector('[data-panel]');
      return panel && getComputedStyle(panel).position;
    });
    expect(style).toBe('absolute');
  });

  it('tells its own element from one that a page calls the same', async () => {
    await page.evaluate(() => {
      const fake = document.createElement('claimcheck-overlay');
      fake.id = 'fake';
      fake.attachShadow({ mode: 'open' }).append(document.createElement('input'));
      document.body.append(fake);
    });
    await page.click({ css: 'label', text: 'Group' });
    await page.waitFor(() =>
      [...document.querySelectorAll('claimcheck-overlay')].some(
        (el) =>
          el.shadowRoot?.querySelector<HTMLElement>('[data-check="one-per-customer"]')?.dataset.state ===
          'fail',
      ),
    );
    await page.evaluate(() => document.querySelector('#fake')?.remove());
  });

  it('reads on where a page has rewritten the DOM’s own methods', async () => {
    await page.evaluate(() => {
      const broken = () => {
        throw new Error('not for you');
      };
      Object.assign(Element.prototype, { attachShadow: broken, toggleAttribute: broken });
      Object.assign(EventTarget.prototype, { addEventListener: broken });
      Object.assign(Event.prototype, { composedPath: broken });
      Object.assign(globalThis, { MutationObserver: broken, CSSStyleSheet: broken });
      Object.defineProperty(HTMLInputElement.prototype, 'checked', { get: () => true });
    });
    await page.click({ css: 'label', text: 'Single-use' });
    await seeChecks(page, { 'claim-code-single-use': 'pass', 'one-per-customer': 'fail' });
  });

  it('is not led astray by a form in a frame', async () => {
    await page.goto(form);
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      const copy = document.querySelector('form')?.cloneNode(true);
      document.querySelector('main')?.prepend(frame);
      if (copy) frame.contentDocument?.body.append(copy);
    });
    await page.click({ css: 'label', text: 'Single-use' });
    await seeChecks(page, { 'claim-code-single-use': 'pass' });
    expect(
      await page.evaluate(() =>
        document.querySelector('iframe')?.contentDocument?.querySelector('claimcheck-overlay'),
      ),
    ).toBeNull();
    await page.evaluate(() => document.querySelector('iframe')?.remove());
  });

  it('goes through a hundred shadow roots in one another', async () => {
    await page.goto(form);
    await page.evaluate(() => {
      // Within the form: a control elsewhere is not the form's, however deep it lies.
      let inside: ParentNode & Node = document.querySelector('#startDate')?.closest('form') as HTMLElement;
      for (let depth = 0; depth < 100; depth++) {
        const host = document.createElement('div');
        inside.append(host);
        inside = host.attachShadow({ mode: 'open' });
      }
      const box = document.createElement('input');
      box.type = 'checkbox';
      box.id = 'deep';
      const label = document.createElement('label');
      label.htmlFor = 'deep';
      label.textContent = 'Detail page display text';
      inside.append(box, label);
    });
    await seeChecks(page, { 'detail-page-hidden': 'pass' });
    await page.click('#deep');
    await seeChecks(page, { 'detail-page-hidden': 'fail' });
  });

  it('locks nobody in where the page takes the dialog away', async () => {
    await page.close();
    page = await fillBadly(harness);
    await seeChecks(page, { 'percent-off': 'fail' });
    await page.evaluate(() => {
      new MutationObserver(() => document.querySelector('claimcheck-overlay')?.remove()).observe(
        document.documentElement,
        { childList: true },
      );
      document.querySelector('claimcheck-overlay')?.remove();
    });
    for (let presses = 0; presses < 3; presses++) {
      if (presses > 0) await new Promise((resolve) => setTimeout(resolve, 1200));
      await page.click('#a-autoid-1');
    }
    await page.waitFor(() => location.pathname.endsWith('/preview'));
  });

  it('takes a script’s clicks and submits for nobody’s: nothing is pressed, nothing kept', async () => {
    await page.close();
    page = await fillBadly(harness);
    await mend(page, 'Scripted', 'CC-SCRIPT');
    await seeChecks(page, { 'percent-off': 'pass', 'detail-page-hidden': 'pass' });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    for (const path of ['/preview', '/submit']) {
      await page.evaluate(() => document.querySelector<HTMLElement>('#a-autoid-1 input')?.click());
      await page.waitFor(
        (end: string) => location.pathname.endsWith(end) && document.readyState === 'complete',
        path,
      );
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    const promotion = harness.replica.state.promotions.find(({ draft }) => draft.trackingId === 'CC-SCRIPT');
    await page.goto(`https://sellercentral.amazon.com/promotions/view?promotionId=${promotion?.id}`);
    await seeOverlay(page, 'view');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect((await overlayState(page))?.text).not.toContain('Settings record');
    const workspace = await harness.extensionPage('workspace', '#/proof');
    // Of what its own page shows there is a record, and of no form and no press.
    await workspace.click({ css: '[data-testid="proof-open"]', text: 'Scripted' });
    await workspace.see('[data-testid="proof"]');
    const record = await workspace.text('[data-testid="proof"]');
    expect(record).toContain('No form was seen of this promotion');
    expect(record).toContain('not seen by Claimcheck');
    expect(record).not.toContain('Review clicked');
    await workspace.close();
  });

  it('goes by another name where the page has defined an element of ours, whose code never runs', async () => {
    await page.close();
    page = await harness.open(form);
    await seeOverlay(page, 'create');
    await page.evaluate(() => {
      customElements.define(
        'claimcheck-overlay',
        class extends HTMLElement {
          connectedCallback() {
            document.body.dataset.ran = 'yes';
          }
        },
      );
      document.body.dataset.ran = 'no';
      history.pushState(null, '', '/orders-v3');
    });
    await page.waitFor(() => document.querySelector('[data-claimcheck-overlay]') === null);
    await page.evaluate(() => {
      document.body.dataset.ran = 'no';
      history.back();
    });
    const seen = await page.waitFor(() => {
      const host = document.querySelector('div[data-claimcheck-overlay]');
      return host?.shadowRoot?.querySelector<HTMLElement>('[data-check="percent-off"]')?.dataset.state;
    });
    expect(seen).toBe('fail');
    expect(await page.evaluate(() => document.body.dataset.ran)).toBe('no');
  });

  it('hears no message from a page, and lets none of its scripts show where a control is', async () => {
    await page.goto(form);
    await seeOverlay(page, 'create');
    await page.evaluate(() => {
      for (const label of document.querySelectorAll('label'))
        if (label.textContent?.trim() === 'Tracking ID') label.textContent = 'Reference for reports';
    });
    await seeChecks(page, { 'tracking-id': 'unreadable:not-found' });
    const doors = await page.evaluate(() => {
      const root = document.querySelector('claimcheck-overlay')?.shadowRoot;
      root?.querySelector<HTMLElement>('[data-check="tracking-id"] [data-teach]')?.click();
      document.querySelector<HTMLElement>('#trackingId')?.click();
      window.postMessage({ claimcheck: 'taught/add', body: {} }, '*');
      const { chrome, browser } = globalThis as { chrome?: { runtime?: unknown }; browser?: unknown };
      return [typeof chrome?.runtime, typeof browser, root?.querySelector('[data-pointing]') ?? null];
    });
    expect(doors).toEqual(['undefined', 'undefined', null]);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    await seeChecks(page, { 'tracking-id': 'unreadable:not-found' });
  });

  it('asked the network for nothing but Seller Central', () => {
    expect(harness.attempts.filter((attempt) => !attempt.allowed)).toEqual([]);
  });
});
