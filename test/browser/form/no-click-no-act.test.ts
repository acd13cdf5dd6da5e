import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, start } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { overlayState, seeChecks } from '../overlay-state.ts';
import { fillBadly } from '../seller.ts';

const focusContinue = () => {
  const root = document.querySelector('claimcheck-overlay')?.shadowRoot;
  root?.querySelector<HTMLElement>('[data-answer="continue"]')?.focus();
};

const pause = (time = 1300) => new Promise((resolve) => setTimeout(resolve, time));

describe.each(browsers)('no click, no act, in %s', (browser) => {
  let harness: Harness;
  let page: Page;
  beforeAll(async () => {
    harness = await start(browser);
    page = await fillBadly(harness);
    await seeChecks(page, { 'claim-code-single-use': 'fail', 'percent-off': 'fail' });
  });
  afterAll(() => harness?.close());

  it('has no form that a script could send, and takes none of its events', async () => {
    const forms = await page.evaluate(() => {
      const root = document.querySelector('claimcheck-overlay')?.shadowRoot;
      const reason = root?.querySelector<HTMLInputElement>('.accept input');
      if (reason) reason.value = 'Not the seller';
      const key = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true });
      reason?.dispatchEvent(key);
      for (const button of root?.querySelectorAll('button') ?? []) button.click();
      for (const fold of root?.querySelectorAll('details') ?? []) fold.open = true;
      return root?.querySelectorAll('form').length;
    });
    expect(forms).toBe(0);
    await pause();
    const state = await overlayState(page);
    expect(state?.checks['claim-code-single-use']).toBe('fail');
    expect(state?.folded).toBe(false);
    expect(state?.text).not.toContain('You accepted this');
  });

  it('lets nothing act that was moved into the page, where it doesn’t stay', async () => {
    await page.evaluate(() => {
      const root = document.querySelector('claimcheck-overlay')?.shadowRoot;
      const lure = document.createElement('div');
      lure.id = 'lure';
      lure.style.cssText = 'position: fixed; left: 10px; top: 10px; width: 200px; height: 60px; z-index: 99';
      const title = root?.querySelector('.title');
      if (title) lure.append(title);
      document.body.append(lure);
    });
    await page.waitFor(() => document.querySelector('#lure')?.childElementCount === 0);
    await page.click('#lure');
    await pause(300);
    expect((await overlayState(page))?.folded).toBe(false);
    await page.click('.title');
    await page.see('[data-folded="true"]');
    await page.click('.title');
    await page.see('[data-folded="false"]');
  });

  it('lets nothing act that the page moves with an animation, and stops it', async () => {
    await page.evaluate(() => {
      const title = document.querySelector('claimcheck-overlay')?.shadowRoot?.querySelector('.title');
      title?.animate([{ translate: '-40px' }, { translate: '-40px' }], 1_000_000);
    });
    await page.click('.title');
    await pause(300);
    expect((await overlayState(page))?.folded).toBe(false);
    await page.click('.title');
    await page.see('[data-folded="true"]');
    await page.click('.title');
    await page.see('[data-folded="false"]');
  });

  it('lets nothing act in an overlay that the page has put elsewhere or dressed otherwise', async () => {
    await page.evaluate(() => {
      const overlay = document.querySelector('claimcheck-overlay');
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.title { outline: 9px solid lime }');
      overlay?.shadowRoot?.adoptedStyleSheets.push(sheet);
    });
    await page.click('.title');
    await pause(300);
    expect((await overlayState(page))?.folded).toBe(false);
  });

  it('draws anew what a page repaints', async () => {
    await page.evaluate(() => {
      const root = document.querySelector('claimcheck-overlay')?.shadowRoot;
      for (const line of root?.querySelectorAll<HTMLElement>('[data-check]') ?? [])
        line.dataset.state = 'pass';
      const panel = root?.querySelector<HTMLElement>('[data-panel]');
      if (panel) panel.dataset.tone = 'pass';
      const headline = root?.querySelector('.headline');
      if (headline) headline.textContent = 'Ready to submit';
    });
    await seeChecks(page, { 'claim-code-single-use': 'fail', 'percent-off': 'fail' });
    expect((await overlayState(page))?.text).not.toContain('Ready');
    await page.evaluate(() => {
      const overlay = document.querySelector('claimcheck-overlay');
      for (const line of overlay?.shadowRoot?.querySelectorAll('[data-state="fail"]') ?? []) line.remove();
    });
    await seeChecks(page, { 'claim-code-single-use': 'fail', 'percent-off': 'fail' });
    await page.click('#a-autoid-1');
    await page.see({ css: 'dialog[open] [data-blocker="percent-off"]' });
    await page.evaluate(() => {
      const root = document.querySelector('claimcheck-overlay')?.shadowRoot;
      root?.querySelector('dialog')?.close();
    });
    await page.waitFor(
      () => document.querySelector('claimcheck-overlay')?.shadowRoot?.querySelector('dialog[open]') !== null,
    );
    await page.click('[data-answer="back"]');
  });

  it('takes no key for a press on what the page put the focus on', async () => {
    await page.click('#a-autoid-1');
    await page.see({ css: 'dialog[open] [data-answer="back"]' });
    await page.evaluate(focusContinue);
    await page.press('Enter');
    await pause(300);
    await page.see('dialog[open]');
  });

  it('takes none either when the page draws the key out, or moves on where Tab has led', async () => {
    await page.evaluate(() => {
      const slow = ({ key }: KeyboardEvent) => {
        if (key !== 'Enter') return;
        for (const end = performance.now() + 700; performance.now() < end; );
      };
      // After the key's own move, while it is still down.
      const moveOn = ({ key }: KeyboardEvent) => {
        if (key === 'Tab') setTimeout(focus);
      };
      const focus = () => {
        const root = document.querySelector('claimcheck-overlay')?.shadowRoot;
        root?.querySelector<HTMLElement>('[data-answer="continue"]')?.focus();
      };
      document.addEventListener('keydown', slow, true);
      document.addEventListener('keydown', moveOn, true);
      Object.assign(window, {
        stopIt: () => {
          document.removeEventListener('keydown', slow, true);
          document.removeEventListener('keydown', moveOn, true);
        },
      });
    });
    await page.press('Enter');
    await page.press('Shift+Tab');
    await pause(300);
    await page.press('Enter');
    await pause(300);
    await page.see('dialog[open]');
    await page.evaluate(() => (window as unknown as { stopIt(): void }).stopIt());
  });

  it('takes the seller’s own way to a button', async () => {
    await page.evaluate(focusContinue);
    await page.press('Shift+Tab');
    await page.press('Tab');
    await page.press('Enter');
    await page.waitFor(
      () => !document.querySelector('claimcheck-overlay')?.shadowRoot?.querySelector('dialog'),
    );
    expect((await overlayState(page))?.text).toContain('won’t stop your next click');
  });

  it('hides nothing that a page marks as ours, and takes none of it away', async () => {
    await page.evaluate(() => {
      document.querySelector('form:has(#startDate)')?.setAttribute('data-claimcheck-overlay', '');
    });
    await page.click({ css: 'label', text: 'Single-use' });
    await seeChecks(page, { 'claim-code-single-use': 'pass' });
    await page.click({ css: 'label', text: 'Group' });
    await seeChecks(page, { 'claim-code-single-use': 'fail' });
  });

  it('stays for a page that calls it taken over, and where it is whatever a page’s styles say', async () => {
    await page.evaluate(() => {
      document.dispatchEvent(new CustomEvent('claimcheck-takes-over', { bubbles: true }));
      const overlay = document.querySelector<HTMLElement>('claimcheck-overlay');
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { pointer-events: auto !important; position: relative !important } claimcheck-overlay { display: none !important; opacity: 0 !important }',
      );
      document.adoptedStyleSheets = [sheet];
      if (overlay) overlay.style.setProperty('visibility', 'hidden', 'important');
    });
    await pause();
    const style = await page.evaluate(() => {
      const overlay = document.querySelector('claimcheck-overlay');
      if (!overlay) return null;
      const { display, opacity, visibility, position, pointerEvents } = getComputedStyle(overlay);
      return { display, opacity, visibility, position, pointerEvents };
    });
    expect(style).toEqual({
      display: 'block',
      opacity: '1',
      visibility: 'visible',
      position: 'fixed',
      pointerEvents: 'none',
    });
    await page.evaluate(() => {
      document.adoptedStyleSheets = [];
    });
    await page.click({ css: 'label', text: 'Single-use' });
    await seeChecks(page, { 'claim-code-single-use': 'pass' });
  });
});
