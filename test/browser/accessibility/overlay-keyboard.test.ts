import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, start } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { seeChecks } from '../overlay-state.ts';
import { fillBadly, generateCodes, mend, submitAndManageCodes } from '../seller.ts';

interface Focus {
  /** What it is called: its label, else its words. */
  readonly on: string;
  readonly inPanel: boolean;
  /** Why it could not be seen, or empty. */
  readonly unseen: string;
}

function focusNow(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const host = document.activeElement;
    const at = (host?.shadowRoot?.activeElement ?? host) as HTMLElement;
    const inPanel = at !== host;
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    const { top, bottom, width } = at.getBoundingClientRect();
    const outlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
    // Inside the panel it may be scrolled away.
    const clip = at.closest('.body')?.getBoundingClientRect();
    const drawn =
      width > 0 && top < innerHeight && bottom > 0 && (!clip || (bottom > clip.top && top < clip.bottom));
    return {
      on: (
        at.getAttribute('aria-label') ??
        (at.id || (at.matches('input') ? (at as HTMLInputElement).value : at.textContent) || at.tagName)
      ).trim(),
      inPanel,
      unseen: inPanel ? `${outlined ? '' : 'no outline '}${drawn ? '' : 'out of view'}` : '',
    };
  });
}

/** Waits until the focus is on what is called so, and can be seen. */
async function seeFocus(page: Page, on: string): Promise<void> {
  let focus = await focusNow(page);
  for (const end = Date.now() + 10_000; Date.now() < end; focus = await focusNow(page)) {
    if (focus.on.includes(on) && focus.unseen === '') return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The focus is on "${focus.on}" (${focus.unseen || 'seen'}), not on "${on}".`);
}

/** Goes to a control of the panel with the Tab key; each stop of the panel on the way must be seen. */
async function tabTo(page: Page, on: string): Promise<void> {
  for (let steps = 0; steps < 150; steps++) {
    const { on: now, inPanel, unseen } = await focusNow(page);
    if (inPanel && unseen !== '') throw new Error(`The focus on "${now}" can't be seen: ${unseen}.`);
    if (inPanel && now.includes(on)) return;
    await page.press('Tab');
  }
  throw new Error(`The Tab key does not reach "${on}".`);
}

/** Writes down what the panel says by itself from now on. */
function listen(page: Page): Promise<void> {
  return page.evaluate(() => {
    const heard: string[] = [];
    (globalThis as { heard?: string[] }).heard = heard;
    const root = document.querySelector('claimcheck-overlay')?.shadowRoot as ShadowRoot;
    for (const region of root.querySelectorAll('[role=status]'))
      new MutationObserver(() => heard.push(region.textContent ?? '')).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
  });
}

const heard = (page: Page) =>
  page.evaluate(() => ((globalThis as { heard?: string[] }).heard ?? []).filter((text) => text !== ''));

function hear(page: Page, words: string): Promise<unknown> {
  return page.waitFor(
    (wanted: string) => (globalThis as { heard?: string[] }).heard?.some((text) => text.includes(wanted)),
    words,
    { what: `"${words}" said by the panel` },
  );
}

const folded = (page: Page, wanted: boolean) => page.see(`[data-panel][data-folded="${wanted}"]`);

describe.each(browsers)('the panel without a mouse in %s', (browser) => {
  let harness: Harness;
  let page: Page;
  beforeAll(async () => {
    harness = await start(browser);
    page = await fillBadly(harness);
    await seeChecks(page, { 'claim-code-single-use': 'fail', 'percent-off': 'fail' });
  });
  afterAll(() => harness?.close());

  it('leads to a control, and back with Escape', async () => {
    await tabTo(page, 'Show me Claim Code');
    await page.press('Enter');
    await page.waitFor(() => document.activeElement?.matches('input[type=radio]:checked'));
    await page.press('Escape');
    await seeFocus(page, 'Show me Claim Code');
  });

  it('keeps its place when the line that led there is fixed', async () => {
    await page.press('Enter');
    await page.waitFor(() => document.activeElement?.matches('input[type=radio]:checked'));
    await page.press('ArrowUp');
    await seeChecks(page, { 'claim-code-single-use': 'pass' });
    await page.press('Escape');
    await seeFocus(page, 'Claimcheck');
  });

  it('opens and closes a reason, and goes on', async () => {
    await tabTo(page, 'Buyer gets');
    await page.press(' ');
    await page.waitFor(() => {
      const root = document.querySelector('claimcheck-overlay')?.shadowRoot;
      return root?.activeElement?.getAttribute('aria-expanded') === 'false';
    });
    await tabTo(page, 'Show me Buyer gets');
  });

  it('folds with Escape onto the pill, and opens again', async () => {
    await page.press('Escape');
    await folded(page, true);
    await seeFocus(page, 'Don’t submit yet:');
    await page.press('Enter');
    await folded(page, false);
    await seeFocus(page, 'Don’t submit yet:');
  });

  it('leaves Escape to the page while the focus is there', async () => {
    await page.type('#internalDescription', 'Garlic-IG-01');
    await page.press('Escape');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await folded(page, false);
  });

  it('keeps the place of a line that was confirmed', async () => {
    await tabTo(page, 'Yes, it’s set');
    await page.press('Enter');
    await page.see({ css: '[data-check="max-order-quantity"]', text: 'Confirmed on' });
    await seeFocus(page, 'Max Order Quantity');
  });

  it('says once what changed, not at every key', async () => {
    // What came before has been said by then.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await listen(page);
    const fixed = await page.text('.headline');
    await page.type('#discount', '20');
    await seeChecks(page, { 'percent-off': 'pass' });
    await hear(page, 'Don’t submit yet:');
    await page.type('#internalDescription', 'Garlic-IG-01 for Instagram');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const now = await page.text('.headline');
    expect(now).not.toBe(fixed);
    expect(await heard(page)).toEqual([`Claimcheck: ${now}`]);
  });

  it('says nothing of what was wrong only while it was typed', async () => {
    await page.type('#discount', '80');
    await hear(page, 'Don’t submit yet:');
    await seeChecks(page, { 'percent-off': 'fail' });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await listen(page);
    await page.press('Backspace');
    await seeChecks(page, { 'percent-off': 'pass' });
    await page.press('5');
    await seeChecks(page, { 'percent-off': 'fail' });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await heard(page)).toEqual([]);
    await page.press('Backspace');
    await page.press('Backspace');
    await page.press('2');
    await page.press('0');
    await seeChecks(page, { 'percent-off': 'pass' });
  });

  it('says what can be lost once its numbers are typed', async () => {
    await listen(page);
    await page.type('[data-typed="price"]', '49.90');
    await page.type('[data-typed="codes"]', '50');
    await hear(page, '50 codes at 20% off');
    expect((await heard(page)).filter((text) => text.includes('$'))).toHaveLength(1);
  });

  it('holds Review with the focus on the way back, and gives it back to Review', async () => {
    await page.evaluate(() => document.querySelector<HTMLElement>('#a-autoid-1 input')?.focus());
    await page.press('Enter');
    await page.see('dialog[open]');
    await seeFocus(page, 'Go back');
    await page.press('Tab');
    await seeFocus(page, 'Continue anyway');
    await page.press('Enter');
    await page.waitFor(() => document.activeElement?.matches('#a-autoid-1 input'));
    expect(await page.evaluate(() => location.pathname)).toBe('/promotions/new');
  });

  it('shows what is right, once all is', async () => {
    await page.close();
    page = await fillBadly(harness);
    await mend(page, 'Garlic-IG-01', 'CC-US-IG-01');
    await page.see({ css: '.headline', text: 'Ready to submit' });
    await tabTo(page, '13 OK');
    await page.press('Enter');
    await page.see('[data-check="percent-off"]');
    await tabTo(page, 'Show me Buyer gets');
  });

  it('captures the codes', async () => {
    await submitAndManageCodes(page);
    await generateCodes(page, 'IG-01', 20);
    await page.see('[data-capture="IG-01"]');
    await tabTo(page, 'Capture 20 codes');
    await page.press('Enter');
    const workspace = await harness.pageAt('workspace');
    await workspace.see('[data-testid="import-preview"]');
  });

  it('lets the Tab key out at both ends', async () => {
    const form = await fillBadly(harness);
    await seeChecks(form, { 'percent-off': 'fail' });
    await tabTo(form, 'Don’t submit yet:');
    await form.press('Shift+Tab');
    expect((await focusNow(form)).inPanel).toBe(false);
    await tabTo(form, 'Copy page report');
    await form.press('Tab');
    expect((await focusNow(form)).inPanel).toBe(false);
  });
});
