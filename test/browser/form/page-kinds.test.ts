import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { marketplace } from '../../../src/domain/marketplaces.ts';
import { freshDraft } from '../../seller-central/draft.ts';
import { addPromotion, type StoredPromotion } from '../../seller-central/state.ts';
import { browsers, start } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { overlayState, seeChecks, seeOverlay } from '../overlay-state.ts';
import { fillBadly, mend, submit } from '../seller.ts';

const us = marketplace('US');

describe.each(browsers)('each kind of page, in %s', (browser) => {
  let harness: Harness;
  let page: Page;
  let promotion: StoredPromotion;
  beforeAll(async () => {
    harness = await start(browser);
    const draft = freshDraft('PERCENTAGE_OFF', us, Date.now());
    promotion = addPromotion(
      harness.replica.state,
      us,
      {
        ...draft,
        claimCode: 'GROUP',
        groupCode: 'GARLIC2026',
        discount: '30',
        trackingId: 'CC-OLD',
        internalDescription: 'Old deal',
      },
      Date.now(),
    );
    page = await harness.open('/promotions/manage');
  });
  afterAll(() => harness?.close());

  it.each(['/promotions/manage', '/promotions'])(
    'the list at %s: where to go, and no checklist',
    async (path) => {
      await page.goto(`https://sellercentral.amazon.com${path}`);
      const { tally, checks, text } = await seeOverlay(page, 'manage');
      expect([tally, checks]).toEqual([null, {}]);
      expect(text.length).toBeGreaterThan(20);
    },
  );

  it('the form of a copy: what was copied from a multi-use promotion fails at once', async () => {
    await page.goto(`https://sellercentral.amazon.com/promotions/duplicate?promotionId=${promotion.id}`);
    await seeOverlay(page, 'duplicate');
    const { checks, tally } = await seeChecks(page, {
      'claim-code-single-use': 'fail',
      'percent-off': 'pass',
      'product-selection': 'fail',
    });
    expect(Object.keys(checks)).toHaveLength(14);
    expect(tally?.fail).toBeGreaterThan(1);
  });

  it('the form of an edit: judges what can still be changed', async () => {
    await page.goto(`https://sellercentral.amazon.com/promotions/edit?promotionId=${promotion.id}`);
    await seeOverlay(page, 'edit');
    const { checks } = await seeChecks(page, { 'end-date': 'pass', 'internal-description': 'pass' });
    expect(checks).not.toHaveProperty('percent-off');
    expect(checks).not.toHaveProperty('claim-code-single-use');
  });

  it('a Social Media form: the checks that apply, and how many don’t', async () => {
    await page.goto('https://sellercentral.amazon.com/promotions/new?type=SOCIAL');
    await seeOverlay(page, 'create');
    const { checks, text } = await seeChecks(page, { 'percent-off': 'fail', 'one-per-customer': 'pass' });
    for (const id of ['claim-code-single-use', 'combinability', 'tiers'])
      expect(checks).not.toHaveProperty(id);
    expect(text).toContain('Checks that don’t apply to this kind of promotion: 6.');
  });

  it('a Buy One Get One form: the checks that apply, and how many don’t', async () => {
    await page.goto('https://sellercentral.amazon.com/promotions/new?type=BOGO');
    await seeOverlay(page, 'create');
    const { checks, text } = await seeChecks(page, {
      'claim-code-single-use': 'fail',
      'product-selection': 'fail',
    });
    for (const id of ['percent-off', 'minimum-purchase', 'tiers']) expect(checks).not.toHaveProperty(id);
    expect(text).toContain('Checks that don’t apply to this kind of promotion: 3.');
  });

  it('the form that Back on the review page brings: judged on, with nothing said to be submitted', async () => {
    const form = await fillBadly(harness);
    await mend(form, 'Changed-01', 'CC-US-BACK');
    await seeChecks(form, { 'claim-code-single-use': 'pass', 'percent-off': 'pass' });
    await form.click('#a-autoid-1');
    await form.waitFor(() => location.pathname.endsWith('/preview') && document.readyState === 'complete');
    await form.click('#a-autoid-0');
    await form.waitFor(() => location.pathname.endsWith('/submit') && document.readyState === 'complete');
    await seeOverlay(form, 'review');
    await seeChecks(form, { 'claim-code-single-use': 'pass', 'percent-off': 'pass' });
    await form.click({ css: 'label', text: 'Group' });
    const { checks } = await seeChecks(form, { 'claim-code-single-use': 'fail' });
    expect(Object.keys(checks)).toHaveLength(14);
    await form.close();
  });

  it('the old offer page: whether the limit is set', async () => {
    const address =
      'https://catalog.amazon.com/abis/product/DisplayEditProduct?sku=OLD-1&marketplaceID=ATVPDKIKX0DER';
    await page.goto(address);
    await seeOverlay(page, 'offer');
    await seeChecks(page, { 'max-order-quantity': 'fail' });
    await page.type({ css: 'input[name*="max_order"]' }, '1');
    await seeChecks(page, { 'max-order-quantity': 'confirm' });
    await page.click({ css: 'input[type=submit], button[type=submit]' });
    await seeChecks(page, { 'max-order-quantity': 'pass' });
  });

  it('the review page that brings the form again with its errors: judged as a form', async () => {
    await page.close();
    page = await harness.open('/promotions/new?type=PERCENTAGE_OFF');
    await seeChecks(page, { 'percent-off': 'fail' });
    await page.click('#a-autoid-1');
    await page.click({ css: 'dialog button', text: 'Continue anyway' });
    await page.click('#a-autoid-1');
    await page.waitFor(() => location.pathname.endsWith('/preview') && document.readyState === 'complete');
    await seeOverlay(page, 'review');
    const { checks } = await seeChecks(page, { 'percent-off': 'fail', 'product-selection': 'fail' });
    expect(Object.keys(checks)).toHaveLength(14);
  });

  it('the page after Submit, and the promotion’s own: what comes next', async () => {
    await page.close();
    page = await fillBadly(harness);
    await mend(page, 'Garlic-IG-01', 'CC-KINDS');
    await seeChecks(page, { 'percent-off': 'pass', 'claim-code-single-use': 'pass' });
    await submit(page);
    expect((await seeOverlay(page, 'submitted')).tally).toBeNull();
    await page.click('a[href*="promotions/view"]');
    await page.waitFor(() => location.pathname.endsWith('/view'));
    expect((await seeOverlay(page, 'view')).text).toContain('CC-KINDS');
    await page.click({ css: 'a, input, button', text: 'Manage claim codes' });
    await seeOverlay(page, 'claim-codes');
  });

  it('a page of none of these: nothing of ours', async () => {
    await page.goto('https://sellercentral.amazon.com/promotions/view?promotionId=ANOTHER');
    await seeOverlay(page, 'view');
    await page.goto('https://sellercentral.amazon.com/abis/listing/create');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await overlayState(page)).toBeNull();
  });

  it('asked the network for nothing but Seller Central', () => {
    expect(harness.attempts.filter((attempt) => !attempt.allowed)).toEqual([]);
  });
});
