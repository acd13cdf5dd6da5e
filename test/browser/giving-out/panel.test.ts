import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, start } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';

/** What an extension's page can ask, in either browser. */
interface Api {
  action: { getBadgeText(of: object): Promise<string>; getTitle(of: object): Promise<string> };
  commands: { getAll(): Promise<{ name: string; shortcut: string }[]> };
  permissions: { contains(what: { origins: string[] }): Promise<boolean> };
  runtime: { getManifest(): { content_scripts: { matches: string[] }[] } };
}

const name = 'Garlic-IG-01';
const test = (id: string) => `[data-testid="${id}"]`;
const list = Array.from({ length: 14 }, (_, at) => `7GM3-ABC${String(at).padStart(3, '0')}-XYZ234`);

function left(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.querySelector<HTMLElement>('[data-count="available"]')?.dataset.value);
}

function icon(page: Page): Promise<[badge: string, title: string]> {
  return page.evaluate(async () => {
    const { action } = ((globalThis as { browser?: Api }).browser ??
      (globalThis as { chrome?: Api }).chrome) as Api;
    return [await action.getBadgeText({}), await action.getTitle({})] as [string, string];
  });
}

async function seeIcon(page: Page, badge: string, title: string): Promise<void> {
  await expect.poll(() => icon(page), { timeout: 30_000 }).toEqual([badge, title]);
}

// The panel is the popup's page in another place; a tab of its own is one, too.
describe.each(browsers)('the panel in %s', (browser) => {
  let harness: Harness;
  let workspace: Page;
  let panel: Page;
  beforeAll(async () => {
    harness = await start(browser);
    workspace = await harness.extensionPage('workspace');
    await workspace.type(test('paste-codes'), list.join('\n'));
    await workspace.click(test('paste-read'));
    await workspace.see(test('import-preview'));
    await workspace.type(test('import-promotion'), name);
    await workspace.click(test('import-confirm'));
    await workspace.see(test('issue-next'));
    panel = await harness.extensionPage('popup');
    await panel.setViewport({ width: 320, height: 900 });
    await panel.see(test('issue-next'));
  });
  afterAll(() => harness?.close());

  it('needs no way to itself, and says nothing of access that it has', async () => {
    expect(
      await panel.evaluate(() =>
        ['keep-open', 'site-access'].map((id) => document.querySelector(`[data-testid="${id}"]`)),
      ),
    ).toEqual([null, null]);
  });

  it('shows no number on the icon while nothing needs attention', () => seeIcon(panel, '', 'Claimcheck'));

  it('gives out ten codes in a row, each another, with nothing opened in between', async () => {
    const given = new Set<string>();
    for (let count = 1; count <= 10; count++) {
      await panel.click(test('issue-next'));
      const code = await panel.waitFor(
        (before: string[]) => {
          const shown = document.querySelector('[data-testid="issued-code"]')?.textContent?.trim();
          return shown && !before.includes(shown) ? shown : '';
        },
        [...given],
      );
      given.add(code);
    }
    expect([...given].sort()).toEqual(list.slice(0, 10));
    expect(await left(panel)).toBe('4');
  });

  it('says on the icon that a promotion runs low, in a number and in words', () =>
    seeIcon(panel, '1', 'Claimcheck: 1 thing needs your attention'));

  it('follows what is done elsewhere', async () => {
    await workspace.click(test('issue-next'));
    await panel.waitFor(
      () => document.querySelector<HTMLElement>('[data-count="available"]')?.dataset.value === '3',
    );
  });

  it('keeps everything in its place, narrow and tall', async () => {
    for (const width of [260, 300, 320, 360, 560]) {
      await panel.setViewport({ width, height: 900 });
      await panel.waitFor((wanted: number) => innerWidth === wanted, width);
      expect(
        await panel.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>('body *')]
            .filter((each) => each.checkVisibility() && !each.closest('.cc-unseen'))
            .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
            .map((each) => each.outerHTML.slice(0, 200)),
        ),
        `${width} px`,
      ).toEqual([]);
    }
  });

  it('has its shortcuts in the settings, with the keys they have in this browser', async () => {
    await workspace.goto(`${harness.extensionOrigin}/src/workspace/index.html#/settings`);
    await workspace.see(test('shortcuts'));
    const shown = await workspace.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-shortcut]')].map(
        (each) => `${each.dataset.shortcut} ${each.querySelector('dd')?.textContent}`,
      ),
    );
    expect(shown.map((each) => each.split(' ')[0]).sort()).toEqual(['panel', 'popup']);
    for (const each of shown) expect(each).toMatch(/Alt\+Shift\+[GK]|⌥|⌃/);
  });

  it('asked no other computer for anything', () => {
    expect(harness.attempts.filter(({ allowed }) => !allowed)).toEqual([]);
  });
});
