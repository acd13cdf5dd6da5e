import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { start } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { seeOverlay } from '../overlay-state.ts';
import { fillBadly, generateCodes, mend, submit } from '../seller.ts';

const acted = [
  'button',
  'link',
  'textbox',
  'spinbutton',
  'DisclosureTriangle',
  'dialog',
  'region',
  'heading',
];

/** What a screen reader gets of the panel; fails where something to act on has no name. */
async function panel(page: Page): Promise<string[]> {
  const all = await page.accessibility();
  const from = all.findIndex((each) => each.startsWith('region "Claimcheck"'));
  expect(from).toBeGreaterThan(0);
  const seen = all.slice(from).filter((each) => acted.some((role) => each.startsWith(`${role} `)));
  expect(seen.filter((each) => each.includes(' ""'))).toEqual([]);
  return seen;
}

const show = (label: string) => `button "Show me ${label}" (Press Escape to return here.)`;
const line = (state: string, label: string, open = 'folded') => `button "${state}: ${label}" ${open}`;

describe('what a screen reader gets of the panel', () => {
  let harness: Harness;
  let page: Page;
  beforeAll(async () => {
    harness = await start('chromium');
    page = await fillBadly(harness);
    await page.see('[data-check="percent-off"]:not([data-quiet])');
    await page.see({ css: '.headline', text: 'Don’t submit yet: 6 settings to fix' });
  });
  afterAll(() => harness?.close());

  it('the wrong form: the worst first, its reason open, each way to its control', async () => {
    const seen = await panel(page);
    expect(seen.slice(0, 11)).toEqual([
      'region "Claimcheck"',
      'heading "Don’t submit yet: 6 settings to fix"',
      'button "Don’t submit yet: 6 settings to fix" (Collapse Claimcheck) expanded',
      'button "Hide guide"',
      line('To fix', 'Claim Code', 'expanded'),
      show('Claim Code'),
      'DisclosureTriangle "Using a multi-use code on purpose?" folded',
      line('To fix', 'Buyer gets'),
      show('Buyer gets'),
      line('To fix', 'One redemption per customer'),
      show('One redemption per customer'),
    ]);
    expect(seen).toContain(line('Not set yet', 'Purchased Items'));
    expect(seen).toContain('heading "Couldn’t read"');
    expect(seen).toContain('spinbutton "Price per unit"');
    expect(seen).toContain('heading "Before you give out codes: 3"');
    expect(seen.at(-2)).toMatch(/^DisclosureTriangle "\d+ OK" folded$/);
    expect(seen.at(-1)).toContain('button "Copy page report" (Copies this page’s tags, IDs, and labels');
  });

  it('the pill: its headline alone', async () => {
    await page.click('.title');
    await page.see('[data-folded="true"]');
    expect(await panel(page)).toEqual([
      'region "Claimcheck"',
      'heading "Don’t submit yet: 6 settings to fix"',
      'button "Don’t submit yet: 6 settings to fix" (Open Claimcheck) focused folded',
    ]);
    await page.click('.title');
  });

  it('a press that is held: the dialog, and nothing else of the page', async () => {
    await page.click('#a-autoid-1');
    await page.see('dialog[open]');
    const all = await page.accessibility();
    expect(all.filter((each) => /^(dialog|button|link|textbox)/.test(each))).toEqual([
      'dialog "Stop: 5 mistakes that cost money" modal',
      'button "Go back" focused',
      'button "Continue anyway"',
    ]);
    await page.press('Escape');
  });

  it('ready: what is right is folded, and opens', async () => {
    await mend(page, 'Garlic-IG-01', 'CC-US-IG-01');
    await page.see({ css: '.headline', text: 'Ready to submit' });
    const seen = await panel(page);
    expect(seen.slice(0, 3)).toEqual([
      'region "Claimcheck"',
      'heading "Ready to submit"',
      'button "Ready to submit" (Collapse Claimcheck) expanded',
    ]);
    expect(seen.filter((each) => each.includes('"OK: '))).toEqual([]);
    await page.click({ css: 'summary', text: '13 OK' });
    await page.see('[data-check="percent-off"]');
    const open = await panel(page);
    expect(open).toContain('DisclosureTriangle "13 OK" focused expanded');
    expect(open.filter((each) => each.startsWith('button "OK: '))).toHaveLength(13);
  });

  it('the claim codes: a group that waits, then its button, then what came of it', async () => {
    await submit(page);
    await page.click('a[href*="promotions/view"]');
    await seeOverlay(page, 'view');
    await page.click({ css: 'a', text: 'Manage claim codes' });
    await page.see('[data-copy-name]');
    // The tree follows the page a little later.
    await expect
      .poll(async () => (await panel(page)).filter((each) => each.startsWith('button "Copy codes-')), {
        timeout: 10_000,
      })
      .toHaveLength(1);
    await generateCodes(page, 'IG-01', 20);
    await page.see('[data-capture="IG-01"]');
    const seen = await panel(page);
    expect(seen).toContain('button "Capture 20 codes"');
    expect(seen).toContain('button "Already downloaded? Add the ZIP to Claimcheck"');
    await page.click('[data-capture="IG-01"]');
    await harness.pageAt('workspace');
    await page.see({ css: '[role=status]', text: 'Check the codes and save them in the tab that opened' });
  });
});
