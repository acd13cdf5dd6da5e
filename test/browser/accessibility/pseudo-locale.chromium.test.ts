import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { start } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { seeChecks, seeOverlay } from '../overlay-state.ts';

const widths = [360, 700, 1280];
const test = (id: string) => `[data-testid="${id}"]`;

/** What the seller typed or Amazon wrote: in no language of ours. */
const data = [
  /^(aria-label: )?Claimcheck$/,
  /^(aria-label: )?Garlic-IG-01$/,
  /^(7GM3-ABC00\d-XYZ234\s*)+$/,
  /^Pasted text$/,
  /^placeholder: https:\/\/$/,
  // A day by itself, as the browser writes it.
  /^(title: )?[A-Z][a-z]{2} \d{1,2}$/,
  // A moment by itself, in a store's time.
  /^[A-Z][a-z]{2} \d{1,2}, \d{1,2}:\d{2} [AP]M [A-Z]{2,5}$/,
  /^(Alt|Ctrl|MacCtrl|Command)\+[\w+]+$/,
];

interface Flaw {
  readonly kind: 'English' | 'cut off' | 'on top of another' | 'wider than the window';
  readonly text: string;
}

/** What stands on a page as it should in no language. Runs in the page. */
function flawsOf(host: string | null): Flaw[] {
  const flaws: Flaw[] = [];
  const root: ParentNode | null = host ? (document.querySelector(host)?.shadowRoot ?? null) : document.body;
  if (!root) throw new Error('Nothing to look at.');
  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const isForEarsOnly = (element: Element) =>
    element.closest('.cc-sr, .sr-only, .visually-hidden') !== null ||
    element.getBoundingClientRect().width <= 1;
  const say = (kind: Flaw['kind'], text: string) => {
    flaws.push({ kind, text: text.replace(/\s+/g, ' ').trim().slice(0, 120) });
  };
  // A word in plain letters alone, outside of what fills a sentence's place.
  const isEnglish = (text: string) => /[A-Za-z]{3,}/.test(text) && !/[áéíóúšţñŕł]/i.test(text);
  // Amazon's words are said as the page has them.
  const amazon = host ? (document.body.textContent ?? '').replace(/\s+/g, ' ') : '';
  const isAmazons = (text: string) => amazon.includes(text.replace(/\s+/g, ' ').trim());
  const floating = (element: Element): Element | null => {
    for (let at: Element | null = element; at; at = at.parentElement)
      if (/sticky|fixed/.test(getComputedStyle(at).position)) return at;
    return null;
  };
  // What is scrolled away lies under something else.
  const seen = (box: DOMRect, inside: Element): DOMRect => {
    let { left, top, right, bottom } = box;
    for (let at: Element | null = inside; at; at = at.parentElement) {
      if (!/auto|scroll|hidden|clip/.test(getComputedStyle(at).overflow)) continue;
      const view = at.getBoundingClientRect();
      left = Math.max(left, view.left);
      top = Math.max(top, view.top);
      right = Math.min(right, view.right);
      bottom = Math.min(bottom, view.bottom);
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  };
  const texts: { node: Text; over: Element | null; boxes: DOMRect[] }[] = [];
  const walker = document.createTreeWalker(root as Node, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const parent = node.parentElement;
    if (!parent || !node.data.trim() || parent.closest('style, script, option, textarea') || !isShown(parent))
      continue;
    if (isEnglish(node.data) && !isAmazons(node.data)) say('English', node.data);
    if (isForEarsOnly(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    texts.push({
      node,
      over: floating(parent),
      boxes: [...range.getClientRects()]
        .map((box) => seen(box, parent))
        .filter(({ width, height }) => width > 1 && height > 1),
    });
  }
  for (const element of root.querySelectorAll('*')) {
    if (!isShown(element) || isForEarsOnly(element)) continue;
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      const text = element.getAttribute(name);
      if (text && isEnglish(text)) say('English', `${name}: ${text}`);
    }
    const { overflowX, overflowY } = getComputedStyle(element);
    const isText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim(),
    );
    const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    if (isText && cuts(overflowX) && element.scrollWidth > element.clientWidth + 1)
      say('cut off', element.textContent ?? '');
    if (isText && cuts(overflowY) && element.scrollHeight > element.clientHeight + 2)
      say('cut off', element.textContent ?? '');
  }
  for (const [at, one] of texts.entries())
    for (const other of texts.slice(at + 1).filter(({ over }) => over === one.over))
      for (const a of one.boxes)
        for (const b of other.boxes) {
          const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (wide > 3 && high > 6) say('on top of another', `${one.node.data} | ${other.node.data}`);
        }
  if (!host && document.documentElement.scrollWidth > innerWidth) {
    const wide = [...document.querySelectorAll('body *')].filter(
      (each) => each.getBoundingClientRect().right > innerWidth + 1 && each.children.length === 0,
    );
    say('wider than the window', wide.map((each) => each.textContent).join(' | '));
  }
  return flaws;
}

async function flaws(page: Page, host: string | null): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewport({ width, height: 900 });
    // What follows the width is drawn anew.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    for (const { kind, text } of await page.evaluate(flawsOf, host))
      if (kind !== 'English' || !data.some((each) => each.test(text)))
        found.push(`${width}: ${kind}: ${text}`);
  }
  return [...new Set(found)];
}

describe('in a made-up language, longer than English, nothing is untranslated, cut off or covered', () => {
  let harness: Harness;
  beforeAll(async () => {
    const built = spawnSync(
      process.execPath,
      ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
      {
        env: { ...process.env, NODE_ENV: 'production', BROWSER: 'chrome', LOCALE: 'pseudo' },
        encoding: 'utf8',
      },
    );
    if (built.status !== 0) throw new Error(built.stdout + built.stderr);
    harness = await start('chromium', { extension: 'dist/pseudo-chrome' });
  });
  afterAll(() => harness?.close());

  it('on the overlay', async () => {
    const page = await harness.open('/promotions/new?type=PERCENTAGE_OFF');
    await seeOverlay(page, 'create');
    await page.click({ css: 'label', text: 'Group' });
    await seeChecks(page, { 'one-per-customer': 'fail' });
    expect(await flaws(page, 'claimcheck-overlay')).toEqual([]);
    await page.close();
  });

  it('on the workspace and popup: empty, with a preview, with codes', async () => {
    const workspace = await harness.extensionPage('workspace');
    const popup = await harness.extensionPage('popup');
    for (const page of [workspace, popup]) {
      await page.waitFor(() => document.querySelector('h1, h2') !== null);
      expect(await flaws(page, null)).toEqual([]);
    }
    await workspace.type(test('paste-codes'), '7GM3-ABC001-XYZ234 7GM3-ABC002-XYZ234 7GM3-ABC003-XYZ234');
    await workspace.type(test('import-promotion'), 'Garlic-IG-01');
    await workspace.click(test('paste-read'));
    await workspace.see(test('import-preview'));
    expect(await flaws(workspace, null)).toEqual([]);
    await workspace.click(test('import-confirm'));
    await popup.see(test('issue-next'));
    await popup.click(test('issue-next'));
    await popup.see(test('issued-code'));
    await popup.click(test('give-out-several'));
    expect(await flaws(popup, null)).toEqual([]);
    const open = await workspace.waitFor(
      () => document.querySelector<HTMLAnchorElement>('a[href^="#/promotion/"]')?.hash,
    );
    const promotion = await harness.extensionPage('workspace', open);
    for (const tab of ['results', 'setup', 'given-out']) {
      await promotion.click(test(`tab-${tab}`));
      await promotion.evaluate(() => {
        for (const each of document.querySelectorAll('details')) each.open = true;
      });
      expect(await flaws(promotion, null)).toEqual([]);
    }
    const settings = await harness.extensionPage('workspace', '#/settings');
    await settings.waitFor(() => document.querySelector('input') !== null);
    expect(await flaws(settings, null)).toEqual([]);
    const help = await harness.extensionPage('workspace', '#/help/pausing');
    await help.see('[data-answer="pausing"] p');
    expect(await flaws(help, null)).toEqual([]);
    const plan = await harness.extensionPage('workspace', '#/plan');
    for (const [id, typed] of Object.entries({ stock: '1000', give: '50', daily: '10', days: '20' }))
      await plan.type(`[data-testid="plan-${id}"]`, typed);
    await plan.see('[data-testid="plan-steps"]');
    expect(await flaws(plan, null)).toEqual([]);
    const welcome = await harness.pageAt('/welcome/');
    await welcome.see('[data-testid="welcome-open"]');
    expect(await flaws(welcome, null)).toEqual([]);
  });
});
