import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { marketplace } from '../../../src/domain/marketplaces.ts';
import { freshDraft } from '../../seller-central/draft.ts';
import { addPromotion } from '../../seller-central/state.ts';
import { browsers, start } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { seeChecks, seeOverlay } from '../overlay-state.ts';

const form = (locale: string, host = 'com') =>
  `https://sellercentral.amazon.${host}/promotions/new?type=PERCENTAGE_OFF&mons_sel_locale=${locale}`;

describe.each(browsers)('forms in other languages, in %s', (browser) => {
  let harness: Harness;
  let page: Page;
  beforeAll(async () => {
    harness = await start(browser);
    page = await harness.open(form('ja_JP', 'co.jp'));
  });
  afterAll(() => harness?.close());

  it('passes on a Japanese form what confirmed words say, and asks about the rest', async () => {
    await seeChecks(page, { 'claim-code-single-use': 'fail', 'product-selection': 'confirm' });
    await page.click({ css: 'label', text: '1回限り有効' });
    await page.click({ css: 'label', text: '1人1回まで' });
    await page.click({ css: 'label', text: '優先' });
    const { checks, text, tally } = await seeChecks(page, {
      'claim-code-single-use': 'pass',
      'one-per-customer': 'confirm',
      combinability: 'confirm',
    });
    expect(Object.keys(checks)).toHaveLength(14);
    expect(text).toContain('管理用説明');
    expect(text).toContain('“1人1回まで”');
    expect(text).toMatch(/Japan/);
    // Its id is known, whatever the language.
    expect(checks['internal-description']).toBe('fail');
    expect(tally?.fail).toBe(1);
  });

  it('calls what has to be fixed as the page does, and the choice that fixes it', async () => {
    await page.click({ css: 'label', text: 'なし' });
    const { text } = await seeChecks(page, { 'claim-code-single-use': 'fail' });
    expect(text).toContain('プロモーションコード');
    expect(text).toMatch(/なし\s*→[\s\S]*1回限り有効/);
    expect(text).toContain('Choose 1回限り有効 first');
    expect(text).not.toMatch(/Claim Code|Single-use|Internal Description/);
  });

  it('calls Amazon’s buttons so, too, where the page has them', async () => {
    const jp = marketplace('JP');
    const draft = { ...freshDraft('PERCENTAGE_OFF', jp, Date.now()), claimCode: 'SINGLE_USE' as const };
    const { id } = addPromotion(harness.replica.state, jp, draft, Date.now());
    const view = await harness.open(
      `https://sellercentral.amazon.co.jp/promotions/view?promotionId=${id}&mons_sel_locale=ja_JP`,
    );
    await view.see({ css: '.next', text: 'click プロモーションコードの管理 at the top' });
    await view.click({ css: 'a', text: 'プロモーションコードの管理' });
    await view.see({ css: '.next', text: 'Then click 作成.' });
    await view.close();
  });

  it('follows the form: a multi-use code fails by the same words', async () => {
    await page.click({ css: 'label', text: 'グループ' });
    await seeChecks(page, { 'claim-code-single-use': 'fail' });
    await page.click({ css: 'label', text: '1回限り有効' });
    await seeChecks(page, { 'claim-code-single-use': 'pass' });
  });

  it('remembers a word that the seller confirmed', async () => {
    await page.click({ css: '[data-check="one-per-customer"] button', text: 'Yes, that’s correct' });
    await seeChecks(page, { 'one-per-customer': 'pass' });
    const again = await harness.open(form('ja_JP', 'co.jp'));
    await seeChecks(again, { 'product-selection': 'confirm' });
    await again.click({ css: 'label', text: '1回限り有効' });
    await again.click({ css: 'label', text: '1人1回まで' });
    await seeChecks(again, { 'one-per-customer': 'pass', combinability: 'confirm' });
    await again.close();
  });

  it('tells the language of a page that doesn’t say it by its words', async () => {
    await page.goto(form('de_XX'));
    await seeOverlay(page, 'create');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('');
    const { text } = await seeChecks(page, {
      'claim-code-single-use': 'confirm',
      'product-selection': 'confirm',
    });
    for (const label of ['Interne Beschreibung', 'Gutscheincode', 'Gekaufte Artikel', 'Käufer erhält'])
      expect(text).toContain(label);
    expect(text).not.toMatch(/Claim Code|Buyer gets|Internal Description/);
  });

  it('calls nothing a mistake that was merely not readable before its words came', async () => {
    await page.see('[data-check="internal-description"][data-quiet]');
  });

  it('asked the network for nothing but Seller Central', () => {
    expect(harness.attempts.filter((attempt) => !attempt.allowed)).toEqual([]);
  });
});
