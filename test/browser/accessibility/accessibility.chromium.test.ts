import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { start } from '../browsers.ts';
import type { ColorScheme, Harness, Page } from '../harness/index.ts';
import { seeChecks, seeOverlay } from '../overlay-state.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  readonly rule: string;
  readonly where: string;
}

/** What axe finds on a page in the colours it has now, within `inside` where given. */
async function findingsNow(page: Page, inside: string | null): Promise<Finding[]> {
  await page.evaluate((code: string) => {
    // biome-ignore lint/security/noGlobalEval: axe comes as text, and the page's policy forbids script elements.
    if (!('axe' in globalThis)) globalThis.eval(code);
  }, axe);
  return page.evaluate(async (selector: string | null) => {
    const { axe: tool } = globalThis as unknown as {
      axe: {
        run(
          context: unknown,
          options: unknown,
        ): Promise<{ violations: { id: string; nodes: { html: string }[] }[]; passes: unknown[] }>;
      };
    };
    // A color on its way to another is none to judge.
    for (const each of document.getAnimations()) each.finish();
    const { violations, passes } = await tool.run(selector ?? document, {});
    if (passes.length < 5) throw new Error('axe had nothing to look at');
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => ({ rule: id, where: node.html.slice(0, 160) })),
    );
  }, inside);
}

const schemes: readonly ColorScheme[] = ['light', 'dark'];

describe('axe finds nothing, in light and dark', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await start('chromium');
  });
  afterAll(() => harness?.close());

  /** What axe finds in either colour scheme. */
  async function findings(page: Page, inside: string | null): Promise<Finding[]> {
    const found: Finding[] = [];
    for (const scheme of schemes) {
      await harness.setColorScheme(scheme);
      await page.waitFor((wanted: string) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, scheme);
      found.push(...(await findingsNow(page, inside)));
    }
    return found;
  }

  it('on the overlay: with mistakes, in German, on claim codes', async () => {
    const page = await harness.open('/promotions/new?type=PERCENTAGE_OFF');
    await seeOverlay(page, 'create');
    await page.click({ css: 'label', text: 'Group' });
    await seeChecks(page, { 'one-per-customer': 'fail' });
    expect(await findings(page, 'claimcheck-overlay')).toEqual([]);
    await page.goto(
      'https://sellercentral.amazon.com/promotions/new?type=PERCENTAGE_OFF&mons_sel_locale=de_DE',
    );
    await seeChecks(page, { 'claim-code-single-use': 'confirm' });
    expect(await findings(page, 'claimcheck-overlay')).toEqual([]);
    await page.close();
  });

  it('on the workspace and popup: empty, with a preview, with codes', async () => {
    const workspace = await harness.extensionPage('workspace');
    const popup = await harness.extensionPage('popup');
    for (const page of [workspace, popup]) {
      await page.waitFor(() => document.querySelector('h1, h2') !== null);
      expect(await findings(page, null)).toEqual([]);
    }
    await workspace.type('[data-testid="paste-codes"]', '7GM3-ABC001-XYZ234 7GM3-ABC002-XYZ234');
    await workspace.type('[data-testid="import-promotion"]', 'Garlic-IG-01');
    await workspace.click('[data-testid="paste-read"]');
    await workspace.see('[data-testid="import-preview"]');
    expect(await findings(workspace, null)).toEqual([]);
    await workspace.click('[data-testid="import-confirm"]');
    await popup.see('[data-testid="issue-next"]');
    await popup.click('[data-testid="issue-next"]');
    await popup.see('[data-testid="issued-code"]');
    await popup.click('[data-testid="give-out-several"]');
    for (const page of [workspace, popup]) expect(await findings(page, null)).toEqual([]);
    const settings = await harness.extensionPage('workspace', '#/settings');
    await settings.waitFor(() => document.querySelector('input') !== null);
    expect(await findings(settings, null)).toEqual([]);
    const table = await harness.extensionPage('workspace', '#/promotions');
    await table.see('[data-testid="promotions-table"]');
    expect(await findings(table, null)).toEqual([]);
    const help = await harness.extensionPage('workspace', '#/help/pausing');
    await help.see({ css: '[data-answer="pausing"] p', text: '4 hours' });
    expect(await findings(help, null)).toEqual([]);
    const plan = await harness.extensionPage('workspace', '#/plan');
    for (const [id, typed] of Object.entries({ stock: '1000', give: '50', daily: '10', days: '20' }))
      await plan.type(`[data-testid="plan-${id}"]`, typed);
    await plan.see('[data-testid="plan-steps"]');
    expect(await findings(plan, null)).toEqual([]);
    // The tab that opened by itself after install.
    const welcome = await harness.pageAt('/welcome/');
    await welcome.see('[data-testid="welcome-open"]');
    expect(await findings(welcome, null)).toEqual([]);
  });
});
