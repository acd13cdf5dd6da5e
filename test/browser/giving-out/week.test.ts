import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFinds } from '../axe.ts';
import { browsers, start } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { openAddCodes } from '../open-add-codes.ts';
import { fillBadly, generateCodes, manageCodes, mend, submit } from '../seller.ts';

const name = 'Garlic-IG-01';
const test = (id: string) => `[data-testid="${id}"]`;
const inPromotion = (id: string) => `[data-promotion="${name}"] ${test(id)}`;

function counts(page: Page, promotion = name): Promise<Record<string, string>> {
  return page.waitFor((wanted: string) => {
    const shown = document.querySelectorAll<HTMLElement>(`[data-promotion="${wanted}"] [data-count]`);
    return shown.length === 0
      ? null
      : Object.fromEntries(
          [...shown].map(({ dataset }) => [
            dataset.count,
            dataset.known === 'false' ? 'unknown' : dataset.value,
          ]),
        );
  }, promotion) as Promise<Record<string, string>>;
}

function seeCount(page: Page, count: string, value: number, promotion = name): Promise<unknown> {
  return page.waitFor(
    (wanted: string[]) =>
      document.querySelector<HTMLElement>(`[data-promotion="${wanted[0]}"] [data-count="${wanted[1]}"]`)
        ?.dataset.value === wanted[2],
    [promotion, count, String(value)],
  );
}

function seeText(page: Page, selector: string, text: string): Promise<unknown> {
  return page.waitFor(
    (wanted: string[]) => document.querySelector(wanted[0] ?? '')?.textContent?.includes(wanted[1] ?? ''),
    [selector, text],
  );
}

const issued = (page: Page) =>
  page.evaluate(() => document.querySelector('[data-testid="issued-code"]')?.textContent?.trim() ?? '');

/** Begins at the top again: past its last control the Tab key leaves the page for the browser's own. */
function fromTop(page: Page): Promise<void> {
  return page.type(test('find-code'), '');
}

/** Goes with the Tab key to the control with this test id, as somebody without a mouse does. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let steps = 0; steps < 40; steps++) {
    const at = await page.evaluate(
      () => (document.activeElement as HTMLElement | null)?.dataset.testid ?? '',
    );
    if (at === id) return;
    await page.press('Tab');
  }
  throw new Error(`The Tab key does not reach ${id}.`);
}

async function keys(page: Page, text: string): Promise<void> {
  for (const key of text) await page.press(key);
}

async function toPromotion(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/';
  });
  await page.see('.home');
  const href = await page.waitFor(
    (wanted: string) =>
      [...document.querySelectorAll('.home a')]
        .find((link) => link.textContent === wanted)
        ?.getAttribute('href'),
    name,
  );
  await page.evaluate((to: string) => {
    location.hash = to;
  }, href);
  await page.see('.promotion-page');
  // Its lists come one after the other, and push aside what stands below them.
  await page.evaluate(async () => {
    for (let height = -1, still = 0; still < 5; still++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const now = document.documentElement.scrollHeight;
      if (now !== height) still = 0;
      height = now;
    }
  });
}

describe.each(browsers)('a seller’s week in %s', (browser) => {
  let harness: Harness;
  let workspace: Page;
  let popup: Page;
  let annas = '';
  let lot: string[] = [];
  beforeAll(async () => {
    harness = await start(browser);
  });
  afterAll(() => harness?.close());

  it('begins with two doors, and nothing that axe finds', async () => {
    popup = await harness.extensionPage('popup');
    await popup.see({ css: '.door', text: 'I’m creating a promotion' });
    await popup.see({ css: '.door', text: 'I already have codes' });
    expect(await axeFinds(popup)).toEqual([]);
    await popup.close();
  });

  it('Monday: makes the promotion, captures its codes, says who works here', async () => {
    const page = await fillBadly(harness);
    await mend(page, name, 'CC-US-IG-01');
    await submit(page);
    popup = await harness.extensionPage('popup');
    await seeText(popup, test('submitted'), name);
    await seeText(popup, test('submitted'), 'Next: open the promotion, then click Manage claim codes.');
    expect(await axeFinds(popup)).toEqual([]);
    await manageCodes(page);
    await popup.see(test('not-captured'));
    expect(
      await popup.evaluate(
        () => document.querySelector<HTMLAnchorElement>('[data-testid="on-amazon"]')?.href,
      ),
      'leads back to where the codes are',
    ).toBe((await page.url()).replace(/(promotionId=[^&]+).*/, '$1').replace('/claim-codes', '/view'));
    await popup.click(test('on-amazon'));
    const there = await harness.pageAt('/promotions/view?promotionId=');
    await there.see('claimcheck-overlay');
    await there.close();
    expect(await popup.evaluate(() => document.querySelector('[data-testid="submitted"]'))).toBeNull();
    expect(await counts(popup)).toMatchObject({ total: '0' });
    expect(await axeFinds(popup)).toEqual([]);
    await popup.close();
    await generateCodes(page, 'IG-01', 60);
    await page.click('[data-capture="IG-01"]');
    workspace = await harness.pageAt('workspace');
    await workspace.see(test('import-preview'));
    await seeText(workspace, '.preview-target', `They go to ${name} (US), which already exists.`);
    expect(await axeFinds(workspace)).toEqual([]);
    await workspace.click(test('import-confirm'));
    await seeCount(workspace, 'available', 60);
    await workspace.see(test('your-name'));
    await seeText(
      workspace,
      test('your-name'),
      'One person imports the codes; give each colleague their own batch.',
    );
    await seeText(workspace, '.foot', 'These codes exist only in this browser');
    await workspace.type(test('your-name-field'), 'Mia');
    await workspace.click(test('your-name-save'));
    await workspace.waitFor(() => document.querySelector('[data-testid="your-name"]') === null);
    expect(await axeFinds(workspace)).toEqual([]);
  });

  it('fills in what is missing, sees what is at stake, checks off what was done', async () => {
    await toPromotion(workspace);
    await seeText(workspace, test('money'), 'Without the price, Claimcheck can’t calculate');
    await workspace.click(test('tab-setup'));
    await workspace.type(test('details-productName'), 'Garlic press');
    await workspace.type(test('details-productLink'), 'https://www.amazon.com/dp/B0EXAMPLE1');
    await workspace.type(test('details-price'), '49.90');
    await workspace.click(test('details-save'));
    await seeText(workspace, test('money'), '60 codes at 20% off (unit price $49.90): no limit known');
    await workspace.type(test('details-stock'), '90');
    await workspace.click(test('details-save'));
    await seeText(workspace, test('money'), 'up to $898, your whole stock of 90 units');
    for (const tick of ['order-limit', 'nothing-else', 'tried']) await workspace.click(test(`tick-${tick}`));
    await workspace.waitFor(
      () => document.querySelector('[data-testid="ticks"]')?.textContent?.match(/Checked off/g)?.length === 3,
    );
    await seeText(workspace, test('money'), 'up to $599, with at most 1 unit per order');
    expect(await axeFinds(workspace)).toEqual([]);
  });

  it('Tuesday: gives Anna a code from the keyboard alone', async () => {
    popup = await harness.extensionPage('popup');
    await popup.see(inPromotion('issue-next'));
    await tabTo(popup, 'give-to');
    await keys(popup, 'Anna');
    await tabTo(popup, 'give-channel');
    await keys(popup, 'Instagram');
    await tabTo(popup, 'issue-next');
    await popup.press('Enter');
    await popup.see(test('issued-code'));
    annas = await issued(popup);
    expect(await harness.readClipboard(popup)).toBe(annas);
    await seeCount(popup, 'available', 59);
    expect(await axeFinds(popup)).toEqual([]);
  });

  it('copies a message that holds the code and asks for nothing', async () => {
    await popup.click(test('copy-message'));
    await seeText(popup, '.cc-notice', 'Message copied');
    const message = await harness.readClipboard(popup);
    expect(message).toContain(annas);
    expect(message).toContain('Garlic press');
    expect(message).toContain('20%');
    expect(message).not.toMatch(/review|rating|[{}]/i);
  });

  it('remembers the channel, and that Anna has one already', async () => {
    expect(
      await popup.evaluate(
        () => document.querySelector<HTMLInputElement>('[data-testid="give-channel"]')?.value,
      ),
    ).toBe('Instagram');
    await fromTop(popup);
    await tabTo(popup, 'give-to');
    await keys(popup, 'anna');
    await popup.press('Enter');
    await popup.see(test('same-person'));
    expect(await popup.text(test('same-person'))).toContain(`${annas.slice(0, 4)}…`);
    expect(await axeFinds(popup)).toEqual([]);
    await popup.press('Enter');
    await popup.see(test('issued-code'));
    expect(await issued(popup)).toBe(annas);
    expect(await counts(popup)).toMatchObject({ available: '59', issued: '1' });
    await fromTop(popup);
    await tabTo(popup, 'give-to');
    await keys(popup, 'Anna');
    await popup.press('Enter');
    await popup.see(test('same-person'));
    await tabTo(popup, 'give-another');
    await popup.press('Enter');
    await seeCount(popup, 'available', 58);
    expect(await issued(popup)).not.toBe(annas);
  });

  it('Wednesday: gives out a batch to a platform, and learns what it really gave out', async () => {
    await popup.click(test('give-out-several'));
    await popup.type(test('several-count'), '10');
    await popup.type(test('several-to'), 'Vipon');
    await seeText(popup, '.cc-card form.cc-panel', '10 codes leave your list now for Vipon');
    expect(await axeFinds(popup)).toEqual([]);
    await popup.press('Enter');
    await seeCount(popup, 'available', 48);
    const list = readFileSync(await harness.download(/\.txt$/), 'utf8')
      .trim()
      .split(/\r?\n/);
    expect(new Set(list).size).toBe(10);
    lot = list;
    await toPromotion(workspace);
    await workspace.type(test('left-there'), '7');
    await workspace.click(test('left-there-save'));
    await seeText(workspace, test('really-given-out'), 'Actually given out: 3');
    await workspace.type(test('left-there'), '4');
    await workspace.click(test('left-there-save'));
    await seeText(workspace, test('really-given-out'), 'Actually given out: 6');
    await seeText(workspace, '.left-there-history', '7 codes left, entered by Mia');
    await workspace.see(test('given-by-platform'));
    // A platform gets no codes back.
    await workspace.type(test('left-there'), '9');
    await workspace.click(test('left-there-save'));
    await seeText(workspace, test('really-given-out'), 'They had 4 left');
    await workspace.type(test('left-there'), '4');
    await workspace.click(test('left-there-save'));
    await seeText(workspace, test('really-given-out'), 'Actually given out: 6');
    expect(await axeFinds(workspace)).toEqual([]);
    await workspace.evaluate(() => {
      location.hash = '#/';
    });
    await workspace.see(test('today'));
    expect(await workspace.text(test('today'))).toBe('2 given out by Mia, 10 to Vipon');
  });

  it('Thursday: answers a buyer whose code fails', async () => {
    await popup.type(test('find-code'), `Hi, my code ${annas} does not work!`);
    await popup.see(test('find-results'));
    const answer = await popup.text(test('find-results'));
    for (const words of [annas, name, 'Anna through Instagram', 'Garlic press', 'Works from'])
      expect(answer).toContain(words);
    await popup.click('.cc-reasons summary');
    await seeText(popup, '.cc-reasons', 'Wrong product');
    expect(await axeFinds(popup)).toEqual([]);
    await popup.type(test('find-code'), '');
  });

  it('adds a list whose codes are out already, and asks where a name is nearly another', async () => {
    const old = Array.from({ length: 5 }, (_, at) => `8HN4-ABC23${at + 2}-XYZ234`).join('\n');
    await openAddCodes(workspace);
    await workspace.type(test('import-promotion'), 'Garlik IG-01');
    await workspace.type(test('paste-codes'), old);
    await workspace.click(test('paste-read'));
    await workspace.see(test('import-twin'));
    await workspace.click(test('import-confirm'));
    await seeText(workspace, '.about .cc-fault', `whether you mean ${name}`);
    expect(await axeFinds(workspace)).toEqual([]);
    await workspace.type(test('import-promotion'), 'Peeler-2025');
    await workspace.waitFor(() => document.querySelector('[data-testid="import-twin"]') === null);
    await workspace.select(test('import-as'), 'given-out');
    await workspace.type(test('import-to'), 'LandingCube');
    await workspace.click(test('import-confirm'));
    await seeCount(workspace, 'issued', 5, 'Peeler-2025');
    expect(await counts(workspace, 'Peeler-2025')).toMatchObject({ total: '5', available: '0' });
  });

  it('adds two lists at once, of which one is partly out: the sent ones come from a file', async () => {
    const half = Array.from({ length: 6 }, (_, at) => `8HN4-DEF45${at + 2}-XYZ234`);
    const more = Array.from({ length: 4 }, (_, at) => `8HN4-GHJ45${at + 2}-XYZ234`);
    const put = (file: string, text: string) => {
      const path = join(harness.downloads, file);
      writeFileSync(path, text);
      return path;
    };
    const sent = put(
      'sent.csv',
      `Name,What I wrote\nOla,"Hi, ${half[1]?.toLowerCase()} is yours"\nPaul,${half[4]}\n`,
    );
    await openAddCodes(workspace);
    await workspace.setFiles(test('import-codes'), [
      put('whisk-half.txt', half.join('\n')),
      put('whisk-more.txt', more.join('\n')),
    ]);
    await seeText(workspace, test('import-waiting'), 'whisk-more.txt');
    await workspace.type(test('import-promotion'), 'Whisk');
    await workspace.select(test('import-as'), 'part-given-out');
    await workspace.setFiles(test('import-sent-file'), [sent]);
    await seeText(workspace, '.confirm', '2 of the 2 codes listed as sent are in this file');
    expect(await axeFinds(workspace)).toEqual([]);
    await workspace.click(test('import-confirm'));
    await workspace.see(test('import-done'));
    await seeCount(workspace, 'issued', 2, 'Whisk');
    await workspace.click(test('import-next'));
    await seeText(workspace, '.preview h3', 'whisk-more.txt');
    await workspace.type(test('import-promotion'), 'Whisk');
    await seeText(workspace, '.preview-target', 'They go to Whisk');
    await workspace.click(test('import-confirm'));
    await seeCount(workspace, 'total', 10, 'Whisk');
    expect(await counts(workspace, 'Whisk')).toMatchObject({ available: '8', issued: '2' });
  });

  it('gives out a batch as a table, and finds it again by a message that names its owner', async () => {
    await popup.click(`[data-promotion="Whisk"] ${test('promotion-open')}`);
    await popup.click(`[data-promotion="Whisk"] ${test('give-out-several')}`);
    await popup.type(test('several-count'), '3');
    await popup.type(test('several-to'), 'Blogger Bea');
    await popup.select(test('several-format'), 'csv');
    await popup.click(test('several-confirm'));
    await seeCount(popup, 'issued', 5, 'Whisk');
    const table = readFileSync(await harness.download(/Whisk.*\.csv$/), 'utf8')
      .trim()
      .split(/\r?\n/);
    expect(table).toHaveLength(4);
    const given = table.slice(1).map((line) => line.match(/[0-9A-Z]{4}-[0-9A-Z]{6}-[0-9A-Z]{6}/)?.[0] ?? '');
    await popup.type(test('find-code'), 'Hello, Blogger Bea here, none of mine works!');
    await popup.see(test('find-results'));
    await popup.waitFor(() => document.querySelectorAll('[data-testid="find-results"] > li').length === 3);
    await popup.type(test('find-code'), `does ${given[0]?.replaceAll('-', ' ').toLowerCase()} work?`);
    await seeText(popup, test('find-results'), given[0] ?? '');
    await popup.click('.cc-reasons summary');
    for (const reason of ['Wrong product', 'price changed', 'unavailable', 'already used', 'may have ended'])
      await seeText(popup, '.cc-reasons', reason);
    await popup.type(test('find-code'), '');
    await popup.click(`[data-promotion="${name}"] ${test('promotion-open')}`);
  });

  it('Friday: stops giving out, and is told what still works', async () => {
    await popup.click(inPromotion('give-away-over'));
    await popup.see(test('over-notice'));
    const told = await popup.text(test('over-notice'));
    expect(told).toContain('but up to 12 codes you gave out work until');
    expect(told).toContain('up to 4 hours');
    expect(told).toContain('can’t be undone');
    expect(await popup.evaluate(() => document.querySelector('[data-testid="issue-next"]'))).toBeNull();
    expect(await axeFinds(popup)).toEqual([]);
    await seeText(workspace, test('needs-you'), 'but up to 12 codes you gave out work until');
    await seeText(workspace, test('needs-you'), 'No codes left out of 5');
    expect(await axeFinds(workspace)).toEqual([]);
  });

  it('puts two codes on hold, cancels one that is out and one that is not, notes an order', async () => {
    await popup.click(test('mark-used'));
    await popup.type(test('mark-used-code'), annas);
    await popup.type(test('mark-used-order'), '111-2223334-5556667');
    await popup.click(test('mark-used-confirm'));
    await seeCount(popup, 'redeemed', 1);
    await toPromotion(workspace);
    await workspace.click(test('hold-open'));
    await workspace.type(test('keep-count'), '2');
    await workspace.click(test('keep-back'));
    await seeCount(workspace, 'held', 2);
    await popup.click(inPromotion('export-unissued'));
    const left = readFileSync(await harness.download(/codes-left.*\.csv$/), 'utf8').split('\r\n');
    await workspace.click(test('cancel-open'));
    await workspace.type(test('cancel-codes'), `${left[1]} ${lot[0]}`);
    await workspace.type(test('cancel-reason'), 'posted in public');
    await workspace.click({ css: test('cancel-confirm'), text: 'Cancel 2 codes' });
    await seeCount(workspace, 'void', 2);
    expect(await axeFinds(workspace)).toEqual([]);
  });

  it('Saturday: a second browser takes over from the history, with equal counts', async () => {
    await seeCount(popup, 'void', 2);
    const before = await counts(popup);
    await popup.click(inPromotion('export-history'));
    const file = await harness.download(/history.*\.csv$/);
    const second = await start(browser);
    try {
      const theirs = await second.extensionPage('workspace');
      await theirs.setFiles(test('import-codes'), [file]);
      await theirs.see(test('import-preview'));
      expect(
        await theirs.evaluate(
          () => document.querySelector<HTMLInputElement>('[data-testid="import-promotion"]')?.value,
        ),
      ).toBe(name);
      await theirs.click(test('import-confirm'));
      await seeCount(theirs, 'total', 60);
      expect(await counts(theirs)).toEqual(before);
      expect(before).toMatchObject({ total: '60', held: '2', void: '2', redeemed: '1', issued: '11' });
      const popupThere = await second.extensionPage('popup');
      await popupThere.type(test('find-code'), 'anna');
      await popupThere.see(test('find-results'));
      expect(await popupThere.text(test('find-results'))).toContain('Instagram');
      expect(second.attempts.filter((attempt) => !attempt.allowed)).toEqual([]);
    } finally {
      await second.close();
    }
  });

  it('asked the network for nothing but Seller Central', () => {
    expect(harness.attempts.filter((attempt) => !attempt.allowed)).toEqual([]);
  });
});
