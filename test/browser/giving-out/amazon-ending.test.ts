import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredPromotion } from '../../seller-central/state.ts';
import { browsers, start } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { openAddCodes } from '../open-add-codes.ts';
import { seeChecks, seeOverlay } from '../overlay-state.ts';
import { fillBadly, generateCodes, mend, submitAndManageCodes } from '../seller.ts';

const name = 'Garlic-IG-01';
const amazon = 'https://sellercentral.amazon.com';
const inCard = (id: string) => `[data-promotion="${name}"] [data-testid="${id}"]`;

/** Waits until elements are there, or are not. */
async function stands(page: Page, wanted: Record<string, boolean>): Promise<void> {
  await page.waitFor(
    (all: Record<string, boolean>) =>
      Object.entries(all).every(([css, isThere]) => (document.querySelector(css) !== null) === isThere),
    wanted,
    { what: JSON.stringify(wanted) },
  );
}

describe.each(browsers)('a promotion that ends on Amazon, in %s', (browser) => {
  let harness: Harness;
  let page: Page;
  let popup: Page;
  let promotion: StoredPromotion;
  beforeAll(async () => {
    harness = await start(browser);
    page = await fillBadly(harness);
    await mend(page, name, 'CC-US-IG-01');
    await seeChecks(page, { 'claim-code-single-use': 'pass', 'percent-off': 'pass', 'tracking-id': 'pass' });
    await submitAndManageCodes(page);
    await generateCodes(page, 'IG-01', 5);
    await page.click('[data-capture="IG-01"]');
    const workspace = await harness.pageAt('workspace');
    await workspace.click('[data-testid="import-confirm"]');
    await stands(workspace, {
      [`[data-promotion="${name}"] [data-count="available"][data-value="5"]`]: true,
    });
    await workspace.close();
    promotion = harness.replica.state.promotions[0] as StoredPromotion;
    popup = await harness.extensionPage('popup');
    await popup.click(inCard('issue-next'));
    await popup.see('[data-testid="issued-code"]');
  });
  afterAll(() => harness?.close());

  /** In a tab of its own, in front: a page that nobody sees is not read. */
  async function show(url: string): Promise<void> {
    await page.close();
    page = await harness.open(url);
  }
  const view = () => `${amazon}/promotions/view?promotionId=${promotion.id}&region=NA`;

  it('gives out nothing more once its own page says so, and the panel says why', async () => {
    await show(view());
    await seeOverlay(page, 'view');
    await page.click({ css: 'input', text: 'End this promotion' });
    await page.see({ css: '.next', text: 'as “Canceled”' });
    const { text } = await seeOverlay(page, 'view');
    expect(text).toContain('This promotion is over');
    expect(text).not.toMatch(/To get codes|Before codes go out/i);
    await stands(popup, { [inCard('issue-next')]: false, [inCard('give-out-several')]: false });
    expect(await popup.text(inCard('over-notice'))).toMatch(/shows this promotion as canceled/);
  });

  it('says so where its codes are made, too', async () => {
    await page.click({ css: 'a', text: 'Manage claim codes' });
    await page.see({ css: '.next', text: 'On its own page, Amazon showed this promotion as over' });
    expect((await seeOverlay(page, 'claim-codes')).text).not.toMatch(/then give out/);
  });

  it('is not what the popup opens on while another one is live', async () => {
    const workspace = await harness.extensionPage('workspace');
    await openAddCodes(workspace);
    await workspace.type('[data-testid="import-promotion"]', 'Live one');
    await workspace.type('[data-testid="paste-codes"]', '7GAA-BBBBBB-CCCCCC');
    await workspace.click('[data-testid="paste-read"]');
    await workspace.click('[data-testid="import-confirm"]');
    await stands(workspace, { '[data-promotion="Live one"] [data-count="available"][data-value="1"]': true });
    await workspace.close();
    await popup.close();
    popup = await harness.extensionPage('popup');
    await stands(popup, { '[data-promotion="Live one"] [data-testid="issue-next"]': true });
  });

  it('goes on when the seller says so, whatever the same page says again', async () => {
    let workspace = await harness.extensionPage('workspace');
    await workspace.click('.cc-ended summary');
    await workspace.click(inCard('promotion-open'));
    await workspace.click(inCard('go-on'));
    await stands(workspace, { [inCard('issue-next')]: true });
    await workspace.close();
    await show(view());
    await page.see({ css: '.next', text: 'as “Canceled”' });
    workspace = await harness.extensionPage('workspace');
    await stands(workspace, {
      [`[data-promotion="${name}"]`]: true,
      '.cc-ended': false,
      [inCard('over-notice')]: false,
    });
    await workspace.close();
  });

  it('learns new dates, says what they were, and takes the earlier ones back', async () => {
    promotion.canceled = false;
    const [month, day, year] = promotion.draft.endDate.split('/').map(Number) as [number, number, number];
    const sooner = new Date(Date.UTC(year, month - 1, day - 1));
    promotion.draft.endDate = `${sooner.getUTCMonth() + 1}/${sooner.getUTCDate()}/${sooner.getUTCFullYear()}`;
    await show(view());
    await seeOverlay(page, 'view');
    const workspace = await harness.extensionPage('workspace');
    await workspace.see('[data-testid="needs-you"]');
    await workspace.see({ css: '[data-testid="needs-you"] p', text: 'Amazon shows new dates.' });
    await workspace.click({ css: '[data-testid="needs-you"] a', text: name });
    expect(await workspace.text('[data-testid="new-dates"]')).toMatch(/It ends .+, not .+\./);
    const ends = () =>
      workspace.evaluate(
        () => document.querySelector<HTMLInputElement>('[data-testid="details-end"]')?.value ?? '',
      );
    expect(await ends()).toBe(sooner.toISOString().slice(0, 10));
    await workspace.click('[data-testid="dates-back"]');
    await stands(workspace, { '[data-testid="new-dates"]': false });
    expect(await ends()).toBe(new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10));
    await workspace.close();
  });

  it('ends by Amazon’s list, too', async () => {
    promotion.ended = true;
    await show(`${amazon}/promotions/manage?list=mt`);
    await seeOverlay(page, 'manage');
    const workspace = await harness.extensionPage('workspace');
    await workspace.see({ css: '[data-testid="needs-you"] p', text: 'Amazon shows this promotion as over.' });
    await workspace.click('.cc-ended summary');
    await workspace.click(inCard('promotion-open'));
    await stands(workspace, { [inCard('over-notice')]: true, [inCard('issue-next')]: false });
    await workspace.close();
  });

  it('stops by hand just so: the button goes, and comes back', async () => {
    const live = (id: string) => `[data-promotion="Live one"] [data-testid="${id}"]`;
    await popup.click(live('give-away-over'));
    await stands(popup, { [live('issue-next')]: false, [live('over-notice')]: true });
    await popup.click(live('go-on'));
    await stands(popup, { [live('issue-next')]: true });
  });

  it('asked the network for nothing but Seller Central', () => {
    expect(harness.attempts.filter((attempt) => !attempt.allowed)).toEqual([]);
  });
});
