import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFinds } from '../axe.ts';
import { browsers } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { ask, startWithDoor } from '../with-door.ts';

const test = (id: string) => `[data-testid="${id}"]`;

describe.each(browsers)('who has what in %s', (browser) => {
  let harness: Harness;
  let page: Page;
  let promotionId: string;
  const shown = (count: number) =>
    page.waitFor(
      (wanted: number) =>
        document.querySelector(`[data-testid="people-count"][data-people="${wanted}"]`) !== null,
      count,
    );
  const search = async (text: string, count: number) => {
    await page.type(test('people-search'), text);
    await shown(count);
  };

  beforeAll(async () => {
    harness = await startWithDoor(browser);
    page = await harness.extensionPage('workspace');
    promotionId = await ask(page, 'add', 0, 2600);
    await ask(page, 'giveTo', promotionId, 500, 'RebateKey');
    await ask(page, 'giveTo', promotionId, 2000);
    await page.goto(`${harness.extensionOrigin}/src/workspace/index.html#/people`);
    await page.see(test('people-open'));
  });
  afterAll(() => harness?.close());

  it('draws of a long list what is seen of it, to its end', async () => {
    await shown(2001);
    const drawn = () =>
      page.evaluate(() => ({
        rows: document.querySelectorAll('[data-testid="people-list"] > li').length,
        seen: [...document.querySelectorAll('[data-testid="people-list"] > li b')]
          .filter((name) => {
            const { top, bottom } = name.getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight;
          })
          .map((name) => name.textContent),
      }));
    expect((await drawn()).rows).toBeLessThan(60);
    expect((await drawn()).seen[0]).toBe('Person 1');
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await page.see({ css: test('people-open'), text: 'RebateKey' });
    expect((await drawn()).rows).toBeLessThan(60);
    await page.evaluate(() => window.scrollTo(0, 0));
    expect(await axeFinds(page)).toEqual([]);
  });

  it('unfolds a lot that a platform got, and sorts', async () => {
    await page.select(test('people-sort'), 'codes');
    await page.see({ css: test('people-open'), text: 'RebateKey' });
    await page.click({ css: test('people-open'), text: 'RebateKey' });
    await page.see(test('people-replace'));
    expect(await page.text('.people-code code')).toMatch(/^RACE…/);
    await page.click({ css: test('people-open'), text: 'RebateKey' });
    await page.click(test('people-by-channel'));
    await shown(2);
    await page.click(test('people-by-person'));
    await shown(2001);
  });

  it('replaces a code, edits a person, and forgets one who asks for it', async () => {
    await search('person 77', 11);
    await search('p77@example.org', 1);
    await page.click(test('people-open'));
    await page.click(test('people-replace'));
    await page.click(test('replace-confirm'));
    await page.see({ css: test('people-told'), text: 'Person 77' });
    expect(await harness.readClipboard(page)).toMatch(/^RACE-/);
    expect((await ask(page, 'look', promotionId)).counts).toMatchObject({
      void: 1,
      issued: 2500,
      available: 99,
    });
    await page.click(test('people-edit'));
    await page.type(test('person-name'), 'Anna Blum');
    await page.click(test('person-save'));
    await page.see({ css: test('people-open'), text: 'Anna Blum' });
    await page.see(test('people-told'));
    expect(await axeFinds(page)).toEqual([]);
    await page.click(test('people-forget'));
    await page.see({ css: test('forget-ask'), text: 'can’t be undone' });
    expect(await axeFinds(page)).toEqual([]);
    await page.click(test('forget-confirm'));
    await page.see({ css: test('people-told'), text: 'Forgotten' });
    await shown(0);
    await search('anna', 0);
    const { counts, to, check } = await ask(page, 'look', promotionId);
    expect(counts).toMatchObject({ void: 1, issued: 2500, available: 99 });
    expect(Object.values(to).filter((name) => /Anna|Person 77$/.test(name))).toEqual([]);
    expect(check.faults).toEqual([]);
  });

  it('finds a code typed with a slip, the rest of many, and leads to the person', async () => {
    const { to } = await ask(page, 'look', promotionId);
    const [code = ''] = Object.entries(to).find(([, name]) => name === 'Person 9') ?? [];
    const slip = `${code.slice(0, 6)}${code[6] === 'X' ? 'Y' : 'X'}${code.slice(7)}`;
    await page.type(test('find-code'), slip);
    await page.see(test('find-near'));
    expect(await axeFinds(page)).toEqual([]);
    await page.click(test('found-reply'));
    await page.see({ css: '.cc-found-acts [role="status"]', text: 'Copied' });
    const reply = await harness.readClipboard(page);
    expect(reply).toContain('isn’t quite right');
    expect(reply).not.toContain(code);
    await page.click(test('found-back'));
    await page.click(test('undo-seen'));
    await page.see({ css: test('find-told'), text: 'Person 9' });
    expect((await ask(page, 'look', promotionId)).counts).toMatchObject({ void: 2, issued: 2499 });
    await page.type(test('find-code'), 'rebatekey');
    await page.see({ css: '.cc-found-more', text: '20 of' });
    await page.click(test('find-more'));
    await page.waitFor(() => document.querySelectorAll('[data-testid="find-results"] > li').length === 100);
    await page.click({ css: `${test('find-names')} a`, text: 'RebateKey' });
    await shown(1);
    await page.see({ css: test('people-open'), text: 'RebateKey' });
  });

  it('is saved as a file, and printed without anything around it', async () => {
    await search('person 5', 111);
    await page.click(test('people-csv'));
    const text = readFileSync(await harness.download(/people.*\.csv$/), 'utf8');
    const lines = text.trimEnd().split('\r\n');
    expect(lines.length).toBe(112);
    expect(lines.find((line) => line.includes('p5@example.org'))).toMatch(
      /^RACE-\w{6}-\w{6},Person 5,p5@example\.org,Newsletter,2\S+,out,,,Raced,,US,$/,
    );
    await page.evaluate(() => {
      window.print = () => {
        // As on paper.
        for (const sheet of document.styleSheets)
          for (const rule of sheet.cssRules)
            if (rule instanceof CSSMediaRule && rule.media.mediaText === 'print')
              rule.media.mediaText = 'all';
      };
    });
    await page.click(test('people-print'));
    await page.see(test('people-printed'));
    const paper = await page.evaluate(
      () => document.querySelector('#app')?.textContent && document.body.innerText,
    );
    expect(paper).toContain('Person 59');
    expect(paper).toMatch(/RACE-\w{6}-\w{6}/);
    expect(paper).not.toContain('Settings');
    expect(paper).not.toContain('Export CSV');
  });
});
