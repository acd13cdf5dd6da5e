import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, start } from './browsers.ts';
import type { Harness, Page } from './harness/index.ts';

const name = 'Contract-01';
const historyColumns =
  'code,state,promotion,tracking_id,batch,issued_at,issued_to,channel,redeemed_at,order_id,note,marketplace,valid_until,issued_by';

/** Tag, type, kinds of file and value of each element with one of these test ids; null for one that is not there. */
function described(page: Page, ids: readonly string[]): Promise<Record<string, unknown>> {
  return page.evaluate(
    (wanted: readonly string[]) =>
      Object.fromEntries(
        wanted.map((id) => {
          const el = document.querySelector<HTMLInputElement>(`[data-testid="${id}"]`);
          return [
            id,
            el && `${el.localName} ${el.type} ${el.accept || (el.type === 'file' ? '' : el.value)}`,
          ];
        }),
      ),
    ids,
  );
}

function preview(page: Page): Promise<Record<string, string>> {
  return page.waitFor(() => {
    const shown = document.querySelector<HTMLElement>('[data-testid="import-preview"]');
    return shown && { ...shown.dataset };
  }) as Promise<Record<string, string>>;
}

/** What outside checks rely on, walked through by the contract's own attributes alone. */
describe.each(browsers)('the contract with outside checks in %s', (browser) => {
  let harness: Harness;
  let workspace: Page;
  beforeAll(async () => {
    harness = await start(browser);
    workspace = await harness.extensionPage('workspace');
  });
  afterAll(() => harness?.close());

  it('has everything for an import on the workspace’s first view', async () => {
    await workspace.see('[data-testid="import-codes"], [data-testid="paste-codes"]');
    expect(
      await described(workspace, [
        'import-codes',
        'paste-codes',
        'paste-read',
        'import-promotion',
        'import-marketplace',
        'import-report',
        'import-preview',
        'import-error',
      ]),
    ).toMatchObject({
      'import-codes': 'input file .zip,.txt,.csv',
      'paste-codes': 'textarea textarea ',
      'paste-read': 'button submit ',
      'import-promotion': 'input text ',
      'import-marketplace': 'select select-one US',
      'import-report': 'input file .txt,.tsv,.csv,.gz,.zip,.xml',
      'import-preview': null,
      'import-error': null,
    });
    expect(
      await workspace.evaluate(() =>
        [
          ...document.querySelectorAll<HTMLInputElement>(
            '[data-testid="import-as"] input, select[data-testid="import-as"] option, input[data-testid="import-as"]',
          ),
        ].map(({ value }) => value),
      ),
    ).toEqual(['new', 'given-out', 'part-given-out']);
  });

  it('shows a preview whose numbers add up to the lines read', async () => {
    const lines = [
      'Claim Code',
      'abcd-efghjk-lmnpqr',
      '',
      'ABCD-EFGHJK-LMNPQR',
      'WXYZ-EFGHJK-LMNPQR',
      '?!',
      'SAVE20NOW',
    ];
    await workspace.type('[data-testid="import-promotion"]', name);
    await workspace.type('[data-testid="paste-codes"]', lines.join('\n'));
    await workspace.click('[data-testid="paste-read"]');
    const shown = await preview(workspace);
    const parts = ['added', 'duplicate', 'rejected', 'blank', 'header', 'suspect'];
    expect(parts.reduce((sum, part) => sum + Number(shown[part]), 0)).toBe(lines.length);
    expect(shown).toMatchObject({ added: '2', duplicate: '1', header: '1', blank: '1' });
  });

  it('counts, gives out and takes back by the buttons of the promotion', async () => {
    await workspace.click('[data-testid="import-confirm"]');
    const popup = await harness.extensionPage('popup');
    const inside = `[data-promotion="${name}"]`;
    const counts = () =>
      popup.evaluate((promotion: string) => {
        const all = [...document.querySelectorAll<HTMLElement>(`${promotion} [data-count]`)];
        return Object.fromEntries(all.map(({ dataset }) => [dataset.count, dataset.value]));
      }, inside);
    const see = (count: string, value: string) =>
      popup.waitFor(
        ([promotion, which, wanted]: string[]) =>
          document.querySelector<HTMLElement>(`${promotion} [data-count="${which}"]`)?.dataset.value ===
          wanted,
        [inside, count, value],
      );
    await see('total', '2');
    expect(await counts()).toMatchObject({
      total: '2',
      available: '2',
      issued: '0',
      redeemed: '0',
      void: '0',
    });
    expect(await described(popup, ['find-code'])).toEqual({ 'find-code': 'input text ' });
    for (const button of [
      'issue-next',
      'give-out-several',
      'undo-issue',
      'export-unissued',
      'export-history',
    ])
      expect(
        await popup.evaluate(
          (selector: string) => document.querySelector(selector)?.localName,
          `${inside} [data-testid="${button}"]`,
        ),
        button,
      ).toBe(button === 'undo-issue' ? undefined : 'button');
    await popup.click(`${inside} [data-testid="issue-next"]`);
    await see('issued', '1');
    const issued = await popup.text('[data-testid="issued-code"]');
    expect(issued).toBe('ABCD-EFGHJK-LMNPQR');
    await popup.click(`${inside} [data-testid="undo-issue"]`);
    await popup.see(`${inside} [data-testid="undo-seen"]`);
    await see('issued', '1');
    await popup.click(`${inside} [data-testid="undo-unseen"]`);
    await see('issued', '0');
    await popup.click(`${inside} [data-testid="export-history"]`);
    const csv = readFileSync(await harness.download(/\.csv$/), 'utf8').replace(/^\ufeff/, '');
    expect(csv.split('\r\n')[0]).toBe(historyColumns);
    expect(csv.split('\r\n').filter((line) => line.includes(',available,'))).toHaveLength(2);
    await popup.close();
  });

  it('marks the overlay of each kind of page, and every check on it', async () => {
    const kinds = {
      '/promotions/new?type=PERCENTAGE_OFF': 'create',
      '/promotions': 'manage',
      '/promotion-central': 'central',
    };
    for (const [address, kind] of Object.entries(kinds)) {
      const page = await harness.open(address);
      const seen = await page.waitFor((wanted: string) => {
        const root = document.querySelector('claimcheck-overlay')?.shadowRoot;
        if (root?.querySelector<HTMLElement>('[data-page]')?.dataset.page !== wanted) return null;
        const summary = root.querySelector<HTMLElement>('[data-summary]');
        // The form may come into the page after the panel.
        if (wanted === 'create' && !summary) return null;
        const states = [...root.querySelectorAll<HTMLElement>('[data-check]')].map(
          ({ dataset }) => dataset.state ?? '',
        );
        return { summary: summary && { ...summary.dataset }, states };
      }, kind);
      for (const state of ['pass', 'fail', 'confirm', 'unreadable'])
        if (seen.summary)
          expect(Number(seen.summary[state])).toBe(seen.states.filter((each) => each === state).length);
      expect(seen.states).toHaveLength(kind === 'create' ? 14 : 0);
      await page.close();
    }
  });
});
