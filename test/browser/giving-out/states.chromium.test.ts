import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type Browser from 'webextension-polyfill';
import { axeFinds } from '../axe.ts';
import { start } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { openAddCodes } from '../open-add-codes.ts';
import { fillBadly, generateCodes, manageCodes, mend, submit } from '../seller.ts';
import { unfit } from '../unfit.ts';

const name = 'Garlic-IG-01';
const test = (id: string) => `[data-testid="${id}"]`;
const usual = { popup: { width: 360, height: 580 }, workspace: { width: 1280, height: 860 } };
/** The narrowest that a popup and a window may become: the latter is the usual one at 400 %. */
const narrow = { popup: { width: 320, height: 300 }, workspace: { width: 320, height: 430 } };

/** Set to a folder, each state leaves its pictures there, for looking at. */
const pictures = process.env.PICTURES;

/** The words of those who built it, which no seller should meet. */
const insiders = /\b(issued|issuance|void(ed)?|exposure)\b/i;

describe('every state of popup and workspace, in light and dark, up to 400 %', () => {
  let harness: Harness;
  let popup: Page;
  let workspace: Page;
  let amazon: Page;
  let shown = 0;
  beforeAll(async () => {
    harness = await start('chromium');
    popup = await harness.extensionPage('popup');
    workspace = await harness.extensionPage('workspace');
    await popup.setViewport(usual.popup);
  });
  afterAll(() => harness?.close());

  /** Nothing for axe in either colours, and all of it fits at each size. */
  async function good(page: Page): Promise<void> {
    shown += 1;
    const kind = page === popup ? 'popup' : 'workspace';
    for (const scheme of ['dark', 'light'] as const) {
      await harness.setColorScheme(scheme);
      expect(await axeFinds(page)).toEqual([]);
      await picture(page, scheme);
    }
    const words = await page.evaluate(() => document.body.innerText);
    expect(words.match(insiders)).toBeNull();
    expect(await unfit(page)).toEqual([]);
    await zoom(page, 2);
    // A popup grows with its zoom; a window does not.
    if (page === popup) await page.setViewport({ width: 720, height: 580 });
    expect(await unfit(page), '200 %').toEqual([]);
    await picture(page, '200');
    await zoom(page, 1);
    await page.setViewport(narrow[kind]);
    expect(await unfit(page), 'narrow').toEqual([]);
    await page.setViewport(usual[kind]);
    // What is clicked next must stand where it will stay.
    await page.waitFor((width: number) => innerWidth === width, usual[kind].width);
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
  }
  /** Zooms every tab, as Ctrl and + do, and waits until `page` has it. */
  async function zoom(page: Page, factor: number): Promise<void> {
    await workspace.evaluate(async (wanted: number) => {
      const { tabs } = (globalThis as unknown as { chrome: Pick<typeof Browser, 'tabs'> }).chrome;
      for (const { id } of await tabs.query({})) if (id !== undefined) await tabs.setZoom(id, wanted);
    }, factor);
    await page.waitFor((wanted: number) => devicePixelRatio === wanted, factor);
  }
  async function picture(page: Page, what: string): Promise<void> {
    if (!pictures) return;
    mkdirSync(pictures, { recursive: true });
    const kind = page === popup ? 'popup' : page === workspace ? 'workspace' : 'amazon';
    const file = `${String(shown).padStart(2, '0')}-${kind}-${what}.png`;
    await page.screenshot(join(pictures, file), { fullPage: what !== '200' });
  }
  const go = (hash: string) =>
    workspace.evaluate((to: string) => {
      location.hash = to;
    }, hash);

  it('empty', async () => {
    await popup.see('.door');
    await good(popup);
    await popup.click('button.door');
    await popup.see('.first-steps ol');
    await good(popup);
    await workspace.see(test('import-codes'));
    await good(workspace);
  });

  it('the panel on Amazon’s page stays within the window at 200 %', async () => {
    amazon = await fillBadly(harness);
    await amazon.setViewport(usual.workspace);
    await zoom(amazon, 2);
    await amazon.waitFor(() => {
      const root = document.querySelector('claimcheck-overlay')?.shadowRoot;
      const panel = [...(root?.children ?? [])].find((each) => each.querySelector('[data-summary]'));
      if (!panel || devicePixelRatio !== 2) return false;
      const { left, top, right, bottom } = panel.getBoundingClientRect();
      return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    });
    shown += 1;
    await picture(amazon, '200');
    await zoom(amazon, 1);
  });

  it('submitted, then waiting for its codes', async () => {
    await mend(amazon, name, 'CC-US-IG-01');
    await submit(amazon);
    for (const page of [popup, workspace]) {
      await page.see(test('submitted'));
      await good(page);
    }
    await manageCodes(amazon);
    await popup.see(test('not-captured'));
    await workspace.see(test('needs-you'));
    for (const page of [popup, workspace]) await good(page);
  });

  it('a refused file, a preview with everything in it, and added', async () => {
    const broken = join(harness.downloads, 'broken.zip');
    writeFileSync(broken, 'no ZIP');
    await openAddCodes(workspace);
    await workspace.setFiles(test('import-codes'), [broken]);
    await workspace.see(test('import-error'));
    await good(workspace);
    const codes = Array.from({ length: 20 }, (_, at) => `8HN4-ABC2${String(at).padStart(2, '3')}-XYZ234`);
    const lines = ['Claim Code,Note', ...codes, codes[0], '', 'nonsense', 'AA22XYZ1', '6HN4-ABC-XY'];
    await workspace.type(test('import-promotion'), 'Garlik IG-01');
    await workspace.type(test('paste-codes'), lines.join('\n'));
    await workspace.click(test('paste-read'));
    await workspace.see(test('import-twin'));
    await workspace.select(test('import-as'), 'part-given-out');
    await workspace.type(test('import-sent'), codes.slice(0, 3).join(' '));
    await good(workspace);
    await workspace.type(test('import-promotion'), '');
    await workspace.click(test('import-confirm'));
    await workspace.see('.cc-fault');
    await good(workspace);
    await workspace.type(
      test('import-promotion'),
      'A promotion with a rather long name for its Instagram campaign',
    );
    await workspace.click(test('import-confirm'));
    await workspace.see(test('your-name'));
    await good(workspace);
  });

  it('a captured file, and giving out with all its forms', async () => {
    await generateCodes(amazon, 'IG-01', 30);
    await amazon.click('[data-capture="IG-01"]');
    const inbox = await harness.pageAt('#/inbox');
    await inbox.see(test('import-preview'));
    await inbox.click(test('import-confirm'));
    await inbox.see(test('import-done'));
    await inbox.close();
    await popup.see(test('give-to'));
    await popup.type(test('give-to'), 'Anna');
    await popup.click(test('issue-next'));
    await popup.see(test('issued-code'));
    await popup.click(test('copy-message'));
    await popup.see('.cc-notice');
    for (const tool of ['give-out-several', 'mark-used']) {
      await popup.click(test(tool));
      await popup.see(test(tool === 'mark-used' ? 'mark-used-order' : 'several-count'));
      await good(popup);
    }
    await popup.type(test('give-to'), 'anna');
    await popup.press('Enter');
    await popup.see(test('same-person'));
    await good(popup);
    await popup.click(test('give-another'));
    await popup.waitFor(() => document.querySelector('[data-testid="same-person"]') === null);
    await popup.click(test('export-unissued'));
    await popup.see(test('give-out-exported'));
    await popup.click('.cc-stake summary');
    await good(popup);
  });

  it('what was found, and what is over', async () => {
    await popup.type(test('find-code'), 'anna');
    await popup.see(test('find-results'));
    await popup.click('.cc-reasons summary');
    await good(popup);
    await popup.type(test('find-code'), 'nobody');
    await popup.see(test('find-none'));
    await popup.type(test('find-code'), '');
    await popup.waitFor(() => document.querySelector('[data-testid="find-none"]') === null);
    await popup.click(test('give-away-over'));
    await popup.see(test('over-notice'));
    await good(popup);
    await popup.click('[data-promotion^="A promotion"] [data-testid="promotion-open"]');
    await popup.see('.cc-row-note');
    await good(popup);
    await popup.click(`[data-promotion="${name}"] ${test('promotion-open')}`);
    await popup.see(test('over-notice'));
    await go('#/');
    await workspace.see(test('needs-you'));
    await good(workspace);
  });

  it('a promotion’s page with all its forms open', async () => {
    const page = await popup.evaluate(
      () => document.querySelector<HTMLAnchorElement>('.cc-card-name a')?.hash,
    );
    await go(page ?? '');
    await popup.click(test('go-on'));
    await workspace.see(test('one-code-open'));
    for (const form of ['hold-open', 'one-code-open', 'cancel-open']) await workspace.click(test(form));
    await workspace.click(test('keep-back'));
    await workspace.see(test('keep-told'));
    await good(workspace);
    await workspace.click(test('tab-results'));
    await workspace.see('.funnel');
    await good(workspace);
    await workspace.click(test('tab-setup'));
    await workspace.type(test('details-percentOff'), '200');
    await workspace.click(test('details-save'));
    await workspace.see('.details .cc-fault');
    await good(workspace);
  });

  it('settings, proofs, one proof, and a promotion that is not here', async () => {
    await go('#/settings');
    await workspace.click(test('self-check'));
    await workspace.see(test('self-check-told'));
    await good(workspace);
    await go('#/proof');
    await workspace.see(test('proof-open'));
    await good(workspace);
    await workspace.click(test('proof-open'));
    await workspace.see('.proof');
    await good(workspace);
    await go('#/promotion/elsewhere');
    await workspace.see({ css: 'h1', text: 'Not found' });
    await good(workspace);
  });
});
