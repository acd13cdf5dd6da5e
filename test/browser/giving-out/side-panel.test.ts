import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, start } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';

/** What an extension's page can ask, in either browser. */
interface Api {
  extension: { getViews(): Window[] };
  windows: { getCurrent(): Promise<{ id: number }> };
  sidePanel?: { open(where: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

const test = (id: string) => `[data-testid="${id}"]`;
const list = Array.from({ length: 14 }, (_, at) => `7GM3-ABC${String(at).padStart(3, '0')}-XYZ234`);

// The drivers know no side panel: it is opened in a click, as browsers want it, and looked into from the workspace.
describe.each(browsers)('the browser’s own panel in %s', (browser) => {
  let harness: Harness;
  let page: Page;
  beforeAll(async () => {
    harness = await start(browser);
    page = await harness.extensionPage('workspace');
    await page.type(test('paste-codes'), list.join('\n'));
    await page.click(test('paste-read'));
    await page.see(test('import-preview'));
    await page.type(test('import-promotion'), 'Garlic');
    await page.click(test('import-confirm'));
    await page.see(test('issue-next'));
    await page.evaluate(async () => {
      const api = ((globalThis as { browser?: Api }).browser ??
        (globalThis as { chrome?: Api }).chrome) as Api;
      const { id } = await api.windows.getCurrent();
      const button = document.createElement('button');
      button.id = 'open-panel';
      button.textContent = 'Open';
      button.onclick = () => void (api.sidePanel?.open({ windowId: id }) ?? api.sidebarAction?.open());
      document.querySelector('main')?.prepend(button);
    });
    await page.click('#open-panel');
  });
  afterAll(() => harness?.close());

  /** What the panel shows; `press`: after a click on its button. */
  const look = (press = false) =>
    page.waitFor((click: boolean) => {
      const api = ((globalThis as { browser?: Api }).browser ??
        (globalThis as { chrome?: Api }).chrome) as Api;
      const panel = api.extension.getViews().find(({ location }) => location.pathname.includes('/popup/'));
      const at = (id: string) => panel?.document.querySelector<HTMLElement>(`[data-testid="${id}"]`) ?? null;
      const button = at('issue-next');
      if (!panel || !button) return null;
      if (click) button.click();
      const root = panel.document.documentElement;
      return {
        isPanel: root.classList.contains('in-panel'),
        keepsOpen: at('keep-open') === null,
        fits: root.scrollWidth <= root.clientWidth,
        left: panel.document.querySelector<HTMLElement>('[data-count="available"]')?.dataset.value,
        code: at('issued-code')?.textContent?.trim() ?? '',
      };
    }, press);

  it('holds the popup’s page as a panel that needs no way to itself', async () => {
    expect(await look()).toEqual({ isPanel: true, keepsOpen: true, fits: true, left: '14', code: '' });
  });

  it('gives out ten in a row while the tab beside it stays as it is', async () => {
    const address = await page.url();
    for (let count = 1; count <= 10; count++) {
      await look(true);
      await expect
        .poll(async () => (await look()).left, { timeout: 30_000 })
        .toBe(String(list.length - count));
    }
    expect((await look()).code).toBe(list[9]);
    expect(await page.url()).toBe(address);
    await page.waitFor(
      () => document.querySelector<HTMLElement>('[data-count="available"]')?.dataset.value === '4',
    );
  });
});
