import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { marketplace } from '../../../src/domain/marketplaces.ts';
import { freshDraft } from '../../seller-central/draft.ts';
import { addPromotion } from '../../seller-central/state.ts';
import { browsers, start } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { overlayState, seeChecks, seeOverlay } from '../overlay-state.ts';

/** Goes on as a page of scripts does: the address changes, and what stands in the page, but nothing is loaded. */
async function goInPage(page: Page, path: string): Promise<void> {
  await page.evaluate(async (address) => {
    const answer = await fetch(address);
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
    history.pushState(null, '', address);
    document.body.dataset.same = 'yes';
    document.querySelector('main')?.replaceWith(next.querySelector('main') as HTMLElement);
  }, path);
}

const sameDocument = (page: Page) => page.evaluate(() => document.body.dataset.same === 'yes');

describe.each(browsers)('navigation within one page, in %s', (browser) => {
  let harness: Harness;
  let page: Page;
  let view: string;
  beforeAll(async () => {
    harness = await start(browser);
    const us = marketplace('US');
    const draft = { ...freshDraft('PERCENTAGE_OFF', us, Date.now()), trackingId: 'CC-IN-PAGE' };
    const { id } = addPromotion(harness.replica.state, us, draft, Date.now());
    view = `/promotions/view?promotionId=${id}&region=NA`;
    page = await harness.open('/promotions/new?type=PERCENTAGE_OFF');
  });
  afterAll(() => harness?.close());

  it('follows from a form to a promotion: the form’s lines go, the promotion’s own come', async () => {
    await page.click({ css: 'label', text: 'Group' });
    await seeChecks(page, { 'claim-code-single-use': 'fail', 'one-per-customer': 'fail' });
    await goInPage(page, view);
    const { checks, text } = await seeOverlay(page, 'view');
    expect(checks).not.toHaveProperty('start-date');
    expect(checks).not.toHaveProperty('max-order-quantity');
    expect(text).toContain('CC-IN-PAGE');
    expect(await sameDocument(page)).toBe(true);
  });

  it('begins anew on another form: nothing is left of the one before', async () => {
    await goInPage(page, '/promotions/new?type=PERCENTAGE_OFF&again=1');
    await page.click({ css: 'label', text: 'Group' });
    await seeChecks(page, { 'claim-code-single-use': 'fail', 'one-per-customer': 'fail' });
    await page.click('#a-autoid-1');
    await page.click('[data-answer="continue"]');
    await goInPage(page, '/promotions/new?type=SOCIAL');
    const { checks } = await seeChecks(page, { 'one-per-customer': 'pass', 'percent-off': 'fail' });
    expect(checks).not.toHaveProperty('claim-code-single-use');
    await goInPage(page, '/promotions/new?type=PERCENTAGE_OFF');
    await seeChecks(page, { 'claim-code-single-use': 'fail', 'one-per-customer': 'unreadable:folded' });
    // What was passed over was passed over there.
    await page.click('#a-autoid-1');
    await page.click('[data-answer="back"]');
    expect(await sameDocument(page)).toBe(true);
  });

  it('takes its panel away on a page that is none of ours, and comes back with the seller', async () => {
    await page.evaluate(() => history.pushState(null, '', '/orders-v3'));
    await page.waitFor(() => document.querySelector('claimcheck-overlay') === null);
    await page.evaluate(() => history.back());
    await seeChecks(page, { 'claim-code-single-use': 'fail' });
    expect(await sameDocument(page)).toBe(true);
  });

  it('stays with Promotion Central through its filters, back, and on to a promotion', async () => {
    await page.goto('https://sellercentral.amazon.com/promotion-central/dashboard');
    await seeOverlay(page, 'central');
    await page.evaluate(() => {
      document.body.dataset.same = 'yes';
    });
    await page.click('#filter-upcoming');
    await page.waitFor(() => location.search.includes('UPCOMING'));
    await seeOverlay(page, 'central');
    await page.evaluate(() => history.back());
    await page.waitFor(() => location.search === '');
    expect((await overlayState(page))?.page).toBe('central');
    await goInPage(page, view);
    expect((await seeOverlay(page, 'view')).text).toContain('CC-IN-PAGE');
    await page.evaluate(() => history.back());
    await seeOverlay(page, 'central');
    expect(await sameDocument(page)).toBe(true);
  });
});
