import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, start } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { confirmAdding, openAddCodes } from '../open-add-codes.ts';
import { listProducts, seeChecks, seeOverlay } from '../overlay-state.ts';
import { fillBadly, manageCodes, mend, submit } from '../seller.ts';

const name = 'Garlic-IG-01';
const listing = (tab: string) =>
  `https://sellercentral.amazon.com/abis/listing/edit/${tab}?marketplaceID=ATVPDKIKX0DER&sku=GARLIC-01&asin=B0GARLIC01#${tab}`;

describe.each(browsers)('what the form and the offer page knew, in %s', (browser) => {
  let harness: Harness;
  let page: Page;
  beforeAll(async () => {
    harness = await start(browser);
    harness.replica.state.offers.set('GARLIC-01', {
      'item_name-0-value': 'Garlic press',
      'contribution_sku-0-value': 'GARLIC-01',
      'purchasable_offer-0-our_price-0-schedule-0-value_with_tax': '19.99',
      'max_order_quantity-0-value': '1',
    });
  });
  afterAll(() => harness?.close());

  async function isNameKept(): Promise<boolean> {
    const workspace = await harness.extensionPage('workspace');
    await openAddCodes(workspace);
    const kept = await workspace.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          const opening = indexedDB.open('claimcheck');
          opening.onsuccess = () => {
            const db = opening.result;
            const asked = db.transaction('offers').objectStore('offers').getAll();
            asked.onsuccess = () => {
              db.close();
              resolve(asked.result.some((row: { name: string | null }) => row.name === 'Garlic press'));
            };
          };
        }),
    );
    await workspace.close();
    return kept;
  }

  it('is read: the product on its own page, its limit and price on its offer', async () => {
    // What a page shows has to stand a while, in sight, before it counts.
    for (let tries = 0; tries < 5 && !(await isNameKept()); tries++) {
      const details = await harness.open(listing('product_details'));
      await seeOverlay(details, 'offer');
      await new Promise((resolve) => setTimeout(resolve, 5000));
      await details.close();
    }
    page = await harness.open(listing('offer'));
    await page.see({ css: '.next', text: 'Saved today. The limit counts' });
    await page.close();
  });

  it('stands in the promotion without being asked again', async () => {
    page = await fillBadly(harness);
    await mend(page, name, 'CC-US-IG-01');
    await seeChecks(page, { 'detail-page-hidden': 'pass', 'tracking-id': 'pass' });
    await listProducts(page, 'GARLIC-01');
    await seeChecks(page, { 'max-order-quantity': 'pass' });
    await page.type('[data-typed="codes"]', '50');
    await submit(page);
    await manageCodes(page);

    const workspace = await harness.extensionPage('workspace');
    await workspace.click({ css: '[data-promotion] .cc-card-name a, .needs a', text: name });
    await workspace.see({ css: '[data-testid="not-captured"]', text: 'You planned 50 codes.' });
    const shown = await workspace.evaluate(() =>
      Object.fromEntries(
        ['productName', 'productLink', 'price', 'percentOff', 'trackingId'].map((field) => [
          field,
          document.querySelector<HTMLInputElement>(`[data-testid="details-${field}"]`)?.value,
        ]),
      ),
    );
    expect(shown).toEqual({
      productName: 'Garlic press',
      productLink: 'https://www.amazon.com/dp/B0GARLIC01',
      price: '19.99',
      percentOff: '20',
      trackingId: 'CC-US-IG-01',
    });
    await workspace.click('[data-testid="tab-setup"]');
    expect(await workspace.text('[data-testid="message-preview"]')).toContain('Garlic press');
    await workspace.close();
  });

  it('asks for the order limit no more once codes are here, and knows the channel of each promotion', async () => {
    const workspace = await harness.extensionPage('workspace');
    for (const [promotion, code] of [
      [name, '7GAA-BBBBBB-CCCCCC'],
      ['Other', '7GAA-BBBBBB-DDDDDD'],
    ] as const) {
      await openAddCodes(workspace);
      await workspace.type('[data-testid="import-promotion"]', promotion);
      await workspace.type('[data-testid="paste-codes"]', code);
      await workspace.click('[data-testid="paste-read"]');
      await confirmAdding(workspace);
      await workspace.see(`[data-promotion="${promotion}"] [data-count="available"][data-value="1"]`);
    }
    await workspace.close();
    const popup = await harness.extensionPage('popup');
    const open = async (promotion: string) => {
      const row = `[data-promotion="${promotion}"] [data-testid="promotion-open"]`;
      await popup.see(`[data-promotion="${promotion}"]`);
      if (await popup.evaluate((css: string) => document.querySelector(css) !== null, row))
        await popup.click(row);
      await popup.see(`[data-promotion="${promotion}"] [data-testid="give-channel"]`);
    };
    const channel = () =>
      popup.evaluate(
        () => document.querySelector<HTMLInputElement>('[data-testid="give-channel"]')?.value ?? null,
      );
    await open(name);
    expect(
      await popup.evaluate(
        () => document.querySelector<HTMLInputElement>('[data-testid="tick-order-limit"]')?.checked,
      ),
    ).toBe(true);
    await popup.type('[data-testid="give-channel"]', 'Amazon buyer messages');
    await popup.see('[data-testid="give-buyer-messages"]');
    await popup.type('[data-testid="give-channel"]', 'Instagram');
    await popup.click(`[data-promotion="${name}"] [data-testid="issue-next"]`);
    await popup.see('[data-testid="issued-code"]');
    await open('Other');
    expect(await channel()).toBe('');
    await open(name);
    expect(await channel()).toBe('Instagram');
  });

  it('asked the network for nothing but Seller Central', () => {
    expect(harness.attempts.filter((attempt) => !attempt.allowed)).toEqual([]);
  });
});
