import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, start } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { fillBadly, mend } from '../seller.ts';
import { tree } from '../tree.ts';

const test = (id: string) => `[data-testid="${id}"]`;
const actedOn = ['button', 'link', 'textbox', 'combobox', 'checkbox'];

/** Remembers the places that tell something by themselves: a screen reader hears only those it knew before. */
function listen(page: Page): Promise<void> {
  return page.evaluate(() => {
    (globalThis as { heard?: Element[] }).heard = [...document.querySelectorAll('[role="status"]')];
  });
}

function hear(page: Page, words: string): Promise<unknown> {
  return page.waitFor(
    (wanted: string) =>
      (globalThis as { heard?: Element[] }).heard?.some(
        (each) => each.isConnected && each.textContent?.includes(wanted),
      ),
    words,
    { what: `"${words}" in a live region that stood there before` },
  );
}

/** What the panel says of a value, without what is for the eye alone. */
function readOut(page: Page, line: string): Promise<string | null | undefined> {
  return page.evaluate((wanted: string) => {
    const values = document
      .querySelector('claimcheck-overlay')
      ?.shadowRoot?.querySelector(`${wanted} .values`);
    return values && [...values.children].map((each) => (each.ariaHidden ? '' : each.textContent)).join('');
  }, line);
}

describe.each(browsers)('what a screen reader gets in %s', (browser) => {
  let harness: Harness;
  let workspace: Page;
  let popup: Page;
  let form: Page;
  const meant = 'Group (multi-use); should be Single-use';
  const unnamed = async (page: Page) =>
    (await tree(page)).filter((each) => actedOn.some((role) => each === `${role} ""`));
  beforeAll(async () => {
    harness = await start(browser);
  });
  afterAll(() => harness?.close());

  it('the empty popup: two doors', async () => {
    popup = await harness.extensionPage('popup');
    await popup.see('.door');
    expect(await tree(popup)).toEqual([
      'heading "Claimcheck"',
      'navigation "More"',
      'link "Workspace"',
      'link "Settings"',
      'main ""',
      'heading "No codes here yet"',
      'button "I’m creating a promotion Check the form first"',
      'link "I already have codes Add Amazon’s ZIP or a list, or paste them"',
    ]);
    await popup.close();
  });

  it('the workspace: the way of a list, each step with its name', async () => {
    workspace = await harness.extensionPage('workspace');
    await workspace.see(test('paste-codes'));
    const codes = [2, 3, 4, 5].map((at) => `7GM3-ABC23${at}-XYZ234`).join(' ');
    await workspace.type(test('paste-codes'), codes);
    await workspace.type(test('import-promotion'), 'Garlic-IG-01');
    await workspace.click(test('paste-read'));
    await workspace.see(test('import-preview'));
    const seen = await tree(workspace);
    for (const part of [
      'textbox "Choose a file, or drop it anywhere Amazon’s ZIP, a TXT, or a CSV"',
      'textbox "Or paste codes"',
      'combobox "Promotion"',
      'combobox "Store"',
      'combobox "These codes are"',
      'region "What’s in Pasted text"',
      'button "Add 4 US codes"',
    ])
      expect(seen).toContain(part);
    expect(await unnamed(workspace)).toEqual([]);
    await workspace.click(test('import-confirm'));
    await workspace.see(test('issue-next'));
    expect(await unnamed(workspace)).toEqual([]);
  });

  it('the popup: everything of a promotion, in the order in which it is used', async () => {
    popup = await harness.extensionPage('popup');
    await popup.see(test('issue-next'));
    expect(await tree(popup)).toEqual([
      'heading "Claimcheck"',
      'navigation "More"',
      'link "Workspace"',
      'link "Settings"',
      'main ""',
      'search ""',
      'textbox "Find a code, person, promotion, or message"',
      'status ""',
      'heading "Garlic-IG-01"',
      'link "Garlic-IG-01"',
      'textbox "To"',
      'combobox "Channel"',
      'button "Give out next US code"',
      'status ""',
      'status ""',
      'img "Of 4: 4 left, 0 given out, used in orders: not counted yet"',
      'link "End date not known: add it"',
      'group ""',
      'button "Possible loss: price unknown · 3 checks to do first"',
      'group "Before you give out the first code"',
      'checkbox "Max order quantity is set A single-use code discounts every unit in its order. Learn more: Why set a max order quantity?"',
      'link "Learn more: Why set a max order quantity?"',
      'checkbox "No coupon, deal, or sale price is running Their discounts stack with the code."',
      'checkbox "One code tested in a cart, without ordering The cart shows the discount, or that something is wrong."',
      'button "Give out several"',
      'button "Give out to a list"',
      'button "Mark as used"',
      'button "Export codes left"',
      'button "Export history"',
      'button "Stop giving out"',
    ]);
  });

  it('hears what each act came to', async () => {
    await listen(popup);
    await popup.type(test('give-to'), 'Anna');
    await popup.click(test('issue-next'));
    await hear(popup, 'Given out to Anna');
    expect((await tree(popup)).find((each) => each.includes('Take back'))).toContain('given out to Anna');
    await popup.click(test('copy-message'));
    await hear(popup, 'Message copied');
    await popup.click(test('undo-issue'));
    await popup.click(test('undo-unseen'));
    await hear(popup, 'It goes to the end of the line');
    await popup.type(test('find-code'), 'nobody');
    await hear(popup, 'Nothing here matches');
    await popup.type(test('find-code'), '');
    // What was found pushes the rest down.
    await popup.waitFor(() => document.querySelector('[data-testid="find-none"]') === null);
  });

  it.each(['give-out-several', 'mark-used'])('the form behind %s has its names', async (tool) => {
    await popup.click(test(tool));
    await popup.waitFor(
      (id: string) =>
        document.querySelector(`[data-testid="${id}"]`)?.getAttribute('aria-expanded') === 'true',
      tool,
    );
    expect(await unnamed(popup)).toEqual([]);
    expect((await tree(popup)).filter((each) => each.startsWith('form'))).toEqual([
      tool === 'mark-used' ? 'form "Mark a code as used in an order"' : 'form "Give out several codes"',
    ]);
  });

  it('the promotion’s page and the settings: every part is a region with a heading', async () => {
    const page = await popup.evaluate(
      () => document.querySelector<HTMLAnchorElement>('.cc-card-name a')?.hash,
    );
    for (const [hash, regions] of [
      [page, ['Given out', 'More actions']],
      [`${page}/results`, ['What came of the codes']],
      [`${page}/setup`, ['Imports']],
      ['#/settings', ['Settings', 'Back up everything', 'Restore a backup', 'Check everything']],
      ['#/proof', ['Settings records']],
      ['#/promotions', ['Promotions']],
    ] as const) {
      await workspace.evaluate((to: string) => {
        location.hash = to;
      }, hash ?? '');
      await workspace.waitFor(
        (wanted: string) =>
          [...document.querySelectorAll('h1, h2')].some((each) => each.textContent === wanted),
        regions[0],
      );
      const seen = await tree(workspace);
      for (const region of regions) {
        expect(seen).toContain(`region "${region}"`);
        expect(seen).toContain(`heading "${region}"`);
      }
      expect(await unnamed(workspace)).toEqual([]);
    }
  });

  it('the panel on a form: after the guide’s two lines, until it is folded, what is wrong first, each line with its state and its way', async () => {
    form = await fillBadly(harness);
    await form.see({ css: '.headline', text: 'Don’t submit yet: 6 settings to fix' });
    // As many are open before anything is chosen.
    await form.see({ css: '[data-check="claim-code-single-use"]', text: 'To fix' });
    const guided = await tree(form, 'claimcheck-overlay');
    expect(guided.slice(5, 7)).toEqual(['button "Hide guide"', 'button "To fix: Claim Code"']);
    await form.click('[data-fold-guide]');
    await form.see('[data-open-guide]');
    const seen = await tree(form, 'claimcheck-overlay');
    expect(seen.slice(0, 9)).toEqual([
      'status ""',
      'status ""',
      'region "Claimcheck"',
      'heading "Don’t submit yet: 6 settings to fix"',
      'button "Don’t submit yet: 6 settings to fix"',
      'button "To fix: Claim Code"',
      'button "Show me Claim Code"',
      'group ""',
      'button "Using a multi-use code on purpose?"',
    ]);
    for (const part of [
      'button "Not set yet: Internal Description"',
      'heading "Couldn’t read"',
      'button "Couldn’t read: Detail page display text"',
      'heading "Before you give out codes: 3"',
      'button "For you to check: Max Order Quantity"',
      'button "Yes, it’s set"',
    ])
      expect(seen).toContain(part);
    expect(seen.filter((each) => actedOn.some((role) => each === `${role} ""`))).toEqual([]);
    expect(await readOut(form, '[data-check="claim-code-single-use"]')).toBe(meant);
  });

  it('the press that is held, and what is right once all is', async () => {
    await form.click('#a-autoid-1');
    await form.see('dialog[open]');
    const held = await tree(form, 'claimcheck-overlay');
    expect(held.slice(held.findIndex((each) => each.startsWith('dialog')))).toEqual([
      'dialog "Stop: 5 mistakes that cost money"',
      'heading "Stop: 5 mistakes that cost money"',
      'button "Go back"',
      'button "Continue anyway"',
    ]);
    expect(await readOut(form, '[data-blocker]')).toBe(meant);
    await form.press('Escape');
    await mend(form, 'Garlic-IG-02', 'CC-US-IG-02');
    await form.see({ css: '.headline', text: 'Ready to submit' });
    expect(await tree(form, 'claimcheck-overlay')).toContain('heading "Ready to submit"');
    await form.click({ css: 'summary', text: '13 OK' });
    await form.see('[data-check="percent-off"]');
    expect(
      (await tree(form, 'claimcheck-overlay')).filter((each) => each.startsWith('button "OK: ')),
    ).toHaveLength(13);
  });
});
