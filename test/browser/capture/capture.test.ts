import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, start } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { openAddCodes } from '../open-add-codes.ts';
import { seeOverlay } from '../overlay-state.ts';
import { fillBadly, generateCodes, mend, submitAndManageCodes } from '../seller.ts';

describe.each(browsers)('capturing in %s', (browser) => {
  let harness: Harness;
  let page: Page;
  beforeAll(async () => {
    harness = await start(browser);
    page = await fillBadly(harness);
    await mend(page, 'Garlic-IG-01', 'CC-US-IG-01');
    await page.type('[data-typed="price"]', '49.90');
    await submitAndManageCodes(page);
  });
  afterAll(() => harness?.close());

  it('offers nothing while the codes are not ready', async () => {
    const state = await seeOverlay(page, 'claim-codes');
    expect(state.text).toContain('Group Name'.toLowerCase());
    expect(
      await page.evaluate(
        () =>
          document.querySelector('claimcheck-overlay')?.shadowRoot?.querySelector('[data-capture]') ?? null,
      ),
    ).toBeNull();
  });

  it('asks for the file where the download can’t be followed, and compares it with the quantity', async () => {
    await generateCodes(page, 'IG-01', 50);
    await page.goto(`${await page.url()}&download=form`);
    await page.waitFor(() =>
      document
        .querySelector('claimcheck-overlay')
        ?.shadowRoot?.textContent?.includes('can’t follow this download'),
    );
    await page.click('[data-capture="IG-01"]');
    const workspace = await harness.pageAt('workspace');
    await workspace.waitFor(
      () => document.querySelector<HTMLInputElement>('[data-testid="import-quantity"]')?.value === '50',
    );
    expect(
      await workspace.evaluate(
        () => document.querySelector<HTMLInputElement>('[data-testid="import-promotion"]')?.value,
      ),
    ).toBe('Garlic-IG-01');
    const path = join(harness.downloads, 'by-hand.txt');
    writeFileSync(path, '7GM3-ABC001-XYZ234\n7GM3-ABC002-XYZ234\n');
    await openAddCodes(workspace);
    await workspace.setFiles('[data-testid="import-codes"]', [path]);
    await workspace.waitFor(() =>
      document
        .querySelector('[data-testid="import-preview"]')
        ?.textContent?.includes('50 codes were requested on Amazon'),
    );
    await workspace.close();
  });

  it('keeps its button beside the row, also while the panel is folded', async () => {
    await page.goto((await page.url()).replace('&download=form', ''));
    for (const folded of ['false', 'true']) {
      await page.waitFor((wanted: string) => {
        const root = document.querySelector('claimcheck-overlay')?.shadowRoot;
        const button = root?.querySelector('[data-capture][data-beside]');
        if (!button || root?.querySelector<HTMLElement>('[data-panel]')?.dataset.folded !== wanted)
          return false;
        const [ours, row] = [
          button.getBoundingClientRect(),
          document.querySelector('td')?.parentElement?.getBoundingClientRect(),
        ];
        return (
          row &&
          ours.top >= row.top - 4 &&
          ours.bottom <= row.bottom + 4 &&
          ours.right <= row.right &&
          button.checkVisibility({ visibilityProperty: true })
        );
      }, folded);
      await page.click({ css: '.title' });
    }
  });

  it('leaves its button in the panel where something of the page stands beside the row', async () => {
    const beside = (wanted: boolean) =>
      page.waitFor(
        (there: boolean) =>
          document
            .querySelector('claimcheck-overlay')
            ?.shadowRoot?.querySelector('[data-capture]')
            ?.hasAttribute('data-beside') === there,
        wanted,
        { what: `the button ${wanted ? '' : 'not '}beside its row` },
      );
    await beside(true);
    for (const what of ['over', 'link', 'words'] as const) {
      await page.evaluate((kind: string) => {
        const download = [...document.querySelectorAll('td a, td input, td button')].at(-1);
        const { right, top, height } = download?.getBoundingClientRect() ?? new DOMRect();
        const thing = document.createElement(kind === 'link' ? 'a' : 'div');
        thing.id = 'in-the-way';
        thing.style.cssText = `position: fixed; left: ${right + 20}px; top: ${top}px; width: 90px; height: ${height}px`;
        if (kind === 'words') thing.textContent = 'Expires soon, please hurry';
        (kind === 'over' ? document.body : download?.closest('td'))?.append(thing);
      }, what);
      await beside(false);
      await page.evaluate(() => document.querySelector('#in-the-way')?.remove());
      await beside(true);
    }
  });

  it('tells what is at stake and what comes before the first code, and leads to the rest', async () => {
    await page.see('[data-have-zip="IG-01"]');
    await page.click('[data-capture="IG-01"]');
    const workspace = await harness.pageAt('workspace');
    await workspace.click('[data-testid="import-confirm"]');
    await workspace.waitFor(
      () => document.querySelector<HTMLElement>('[data-count="total"]')?.dataset.value === '50',
    );
    await workspace.close();
    await page.reload();
    await page.see('[data-tick]');
    const { text } = await seeOverlay(page, 'claim-codes');
    expect(text).toContain('Before you give out codes: 3');
    // What the page itself shows, and no figure of ours: neither what is kept nor the price typed on the form.
    expect(text).toContain('50 codes');
    expect(text).not.toMatch(/Saved|49\.90/);
    await page.click('[data-open-here]');
    const opened = await harness.pageAt('#/promotion/');
    await opened.waitFor(
      () => document.querySelector<HTMLElement>('[data-count="total"]')?.dataset.value === '50',
    );
    await opened.close();
  });

  it('refuses codes where the page shows another store than the promotion’s, and names none', async () => {
    const address = await page.url();
    await page.goto(`${address}&mons_sel_mkid=A1PA6795UKMFR9`);
    await page.click('[data-capture="IG-01"]');
    await page.waitFor(() =>
      document
        .querySelector('claimcheck-overlay')
        ?.shadowRoot?.querySelector('[data-capture-done="false"]')
        ?.textContent?.includes('belongs to a different store or account than the one this page shows'),
    );
    expect((await seeOverlay(page, 'claim-codes')).text).not.toContain('United States');
    await page.goto(`${address}&mons_sel_mkid=ATVPDKIKX0DER`);
    await page.see('[data-capture="IG-01"]');
  });

  it('says so when Amazon answers with a sign-in page instead of the codes', async () => {
    await page.see('[data-capture="IG-01"]');
    // The seller's session ends in another tab: the link now leads to a web page.
    await page.evaluate(() => document.querySelector('td a')?.setAttribute('href', '/promotions/manage'));
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1200)));
    await page.click('[data-capture="IG-01"]');
    await page.waitFor(() =>
      document
        .querySelector('claimcheck-overlay')
        ?.shadowRoot?.querySelector('[data-capture-done="false"]')
        ?.textContent?.includes('web page'),
    );
  });

  it('captures the right file of two groups of one name', async () => {
    const address = new URL(await page.url());
    address.searchParams.delete('download');
    await page.goto(address.href);
    await page.see('[data-capture="IG-01"]');
    for (const quantity of [20, 30]) await generateCodes(page, 'Twin', quantity);
    await page.reload();
    const rows = await page.waitFor(() => {
      const root = document.querySelector('claimcheck-overlay')?.shadowRoot;
      const buttons = [...(root?.querySelectorAll<HTMLElement>('[data-capture="Twin"]') ?? [])];
      return buttons.length === 2
        ? buttons.map(({ dataset, textContent }) => ({
            row: dataset.row ?? '',
            quantity: textContent?.replace(/\D/g, '') ?? '',
          }))
        : null;
    });
    const states = () =>
      page.evaluate(() => {
        const root = document.querySelector('claimcheck-overlay')?.shadowRoot;
        return [...(root?.querySelectorAll<HTMLElement>('[data-code-group="Twin"]') ?? [])].map(
          (line) => line.querySelector<HTMLElement>('[data-capture-done]')?.dataset.captureDone ?? '',
        );
      });
    expect(rows.map(({ quantity }) => quantity).sort()).toEqual(['20', '30']);
    for (const [at, { row, quantity }] of [...rows.entries()].reverse()) {
      await page.click(`[data-row="${row}"]`);
      const workspace = await harness.pageAt('#/inbox/');
      await workspace.waitFor(
        (wanted: string) =>
          document.querySelector<HTMLElement>('[data-testid="import-preview"]')?.dataset.added === wanted,
        quantity,
      );
      await workspace.close();
      expect(await states()).toEqual(at === 1 ? ['', 'true'] : ['true', 'true']);
    }
  });
});
