import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, start } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { overlayState, seeChecks } from '../overlay-state.ts';
import { fillBadly, generateCodes, mend, submitAndManageCodes } from '../seller.ts';

const code = /^[A-Z0-9]{4}-[A-Z0-9]{6}-[A-Z0-9]{6}$/;

/** A promotion's counts as an extension page shows them. */
function counts(page: Page, name: string): Promise<Record<string, string>> {
  return page.evaluate((wanted: string) => {
    const promotion = document.querySelector(`[data-promotion="${wanted}"]`);
    const shown = [...(promotion?.querySelectorAll<HTMLElement>('[data-count]') ?? [])];
    return Object.fromEntries(
      shown.map(({ dataset }) => [dataset.count, dataset.known === 'false' ? 'unknown' : dataset.value]),
    );
  }, name) as Promise<Record<string, string>>;
}

async function seeCount(page: Page, name: string, count: string, value: number): Promise<void> {
  await page.waitFor(
    (wanted: string[]) =>
      document.querySelector<HTMLElement>(`[data-promotion="${wanted[0]}"] [data-count="${wanted[1]}"]`)
        ?.dataset.value === wanted[2],
    [name, count, String(value)],
  );
}

/** The code on the page that is not the one before; waits for it. */
function nextIssued(page: Page, before: string): Promise<string> {
  return page.waitFor((last: string) => {
    const shown = document.querySelector('[data-testid="issued-code"]')?.textContent?.trim();
    return shown && shown !== last ? shown : '';
  }, before);
}

describe.each(browsers)('the main job in %s', (browser) => {
  const name = 'Garlic-IG-01';
  let harness: Harness;
  let page: Page;
  let workspace: Page;
  let popup: Page;
  const given: string[] = [];
  beforeAll(async () => {
    harness = await start(browser);
  });
  afterAll(() => harness?.close());

  it('shows what is wrong with a form filled in badly', async () => {
    page = await fillBadly(harness);
    const state = await seeChecks(page, {
      'claim-code-single-use': 'fail',
      'percent-off': 'fail',
      'product-selection': 'fail',
      combinability: 'fail',
    });
    expect(state.text).toMatch(/Don’t submit yet: \d+ settings to fix/);
  });

  it('is ready once all is fixed', async () => {
    await mend(page, name, 'CC-US-IG-01');
    const state = await seeChecks(page, {
      'claim-code-single-use': 'pass',
      'percent-off': 'pass',
      'tracking-id': 'pass',
      'detail-page-hidden': 'pass',
    });
    expect(state.tally).toEqual({ pass: 13, fail: 0, confirm: 1, unreadable: 0 });
    expect(state.text).toContain('Ready to submit');
  });

  it('captures the codes on the seller’s click, compares and saves them', async () => {
    await submitAndManageCodes(page);
    await generateCodes(page, 'IG-01', 50);
    await page.click('[data-capture="IG-01"]');
    workspace = await harness.pageAt('workspace');
    await workspace.see('[data-testid="import-preview"]');
    expect(
      await workspace.evaluate(() => ({
        ...document.querySelector<HTMLElement>('[data-testid="import-preview"]')?.dataset,
      })),
    ).toMatchObject({
      added: '50',
      duplicate: '0',
      rejected: '0',
      blank: '0',
      header: '0',
      suspect: '0',
    });
    expect(
      await workspace.evaluate(
        () => document.querySelector<HTMLInputElement>('[data-testid="import-promotion"]')?.value,
      ),
    ).toBe(name);
    await workspace.click('[data-testid="import-confirm"]');
    await seeCount(workspace, name, 'available', 50);
    expect(await counts(workspace, name)).toMatchObject({
      total: '50',
      available: '50',
      issued: '0',
      redeemed: 'unknown',
    });
  });

  it('shows no code on Amazon’s page', async () => {
    const text = await page.evaluate(
      () =>
        document.documentElement.outerHTML +
        (document.querySelector('claimcheck-overlay')?.shadowRoot?.innerHTML ?? ''),
    );
    const codes = harness.replica.state.promotions.values().next().value?.groups[0]?.codes ?? [];
    expect(codes).toHaveLength(50);
    expect(codes.filter((each) => text.includes(each))).toEqual([]);
    expect((await overlayState(page))?.page).toBe('claim-codes');
  });

  it('gives out three different codes, each copied', async () => {
    popup = await harness.extensionPage('popup');
    for (const left of [49, 48, 47]) {
      await popup.click(`[data-promotion="${name}"] [data-testid="issue-next"]`);
      given.push(await nextIssued(popup, given.at(-1) ?? ''));
      await seeCount(popup, name, 'available', left);
      expect(await harness.readClipboard(popup)).toBe(given.at(-1));
    }
    expect(new Set(given).size).toBe(3);
    expect(given.every((each) => code.test(each))).toBe(true);
    expect(await counts(popup, name)).toMatchObject({ total: '50', available: '47', issued: '3' });
  });

  it('tells the open workspace at once', async () => {
    await seeCount(workspace, name, 'issued', 3);
  });

  it('keeps the last code when the popup reopens', async () => {
    expect(given).toHaveLength(3);
    await popup.close();
    popup = await harness.extensionPage('popup');
    await popup.waitFor(
      (last: string) => document.querySelector('[data-testid="issued-code"]')?.textContent?.trim() === last,
      given[2] as string,
    );
  });

  it('takes back the last one, which goes to the end of the line', async () => {
    await popup.click(`[data-promotion="${name}"] [data-testid="undo-issue"]`);
    await popup.click(`[data-promotion="${name}"] [data-testid="undo-unseen"]`);
    await seeCount(popup, name, 'available', 48);
    await popup.click(`[data-promotion="${name}"] [data-testid="issue-next"]`);
    const next = await nextIssued(popup, given[2] as string);
    expect(given).not.toContain(next);
    given[2] = next;
    await seeCount(popup, name, 'available', 47);
  });

  it('exports what is left and the history, changing nothing', async () => {
    await popup.click(`[data-promotion="${name}"] [data-testid="export-unissued"]`);
    const left = readFileSync(await harness.download(/\.csv$/), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(left[0]).toBe('code');
    expect(left).toHaveLength(48);
    expect(left.filter((line) => given.includes(line))).toEqual([]);
    await popup.click(`[data-promotion="${name}"] [data-testid="export-history"]`);
    const history = readFileSync(await harness.download(/\.csv$/), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(history[0]).toBe(
      '\ufeffcode,state,promotion,tracking_id,batch,issued_at,issued_to,channel,redeemed_at,order_id,note,marketplace,valid_until,issued_by',
    );
    expect(history).toHaveLength(51);
    expect(
      history
        .filter((line) => line.split(',')[1] === 'issued')
        .map((line) => line.split(',')[0])
        .sort(),
    ).toEqual([...given].sort());
    expect(history[1]).toContain('CC-US-IG-01');
    expect(await counts(popup, name)).toMatchObject({ available: '47', issued: '3' });
  });

  it('keeps everything when the browser starts again', async () => {
    await harness.restart();
    popup = await harness.extensionPage('popup');
    await seeCount(popup, name, 'available', 47);
  });

  it('asked the network for nothing but Seller Central', () => {
    expect(harness.attempts.filter((attempt) => !attempt.allowed)).toEqual([]);
  });
});
