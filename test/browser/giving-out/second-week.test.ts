import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, start } from '../browsers.ts';
import { counted } from '../counted.ts';
import { codeOf, fiftyPromotions, nameOf } from '../fifty-promotions.ts';
import type { Harness, Page } from '../harness/index.ts';

const test = (id: string) => `[data-testid="${id}"]`;

const firstNames = ['Anna', 'Ben', 'Cleo', 'Dora', 'Emil', 'Fay', 'Gus', 'Hana', 'Ivo', 'Jun'];
const lastNames = ['Kim', 'Ray', 'Ito'];
const members = firstNames.flatMap((first) => lastNames.map((last) => [first, last] as const));
/** As a mailing list's service exports it. */
const mailingList = [
  'Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME',
  ...members.map(([a, b]) => `${a}.${b}@example.org,${a},${b},2,2026-11-03 09:10:11`),
].join('\n');

/** A seller's own list: 43 of its hundred codes have a name and a day, the first days of which could be months. */
const halfUsed = [
  'Code,Given to,Date',
  ...Array.from({ length: 100 }, (_, i) => {
    const [first, last] = members[i % 30] ?? [];
    const day = String(1 + (i % 28)).padStart(2, '0');
    return `${codeOf(99, i)},${i < 43 ? `${first} ${last},11/${day}/2025` : ','}`;
  }),
].join('\n');

describe.each(browsers)('a seller’s second week in %s, each act counted', (browser) => {
  let harness: Harness;
  let page: Page;
  const left = (name: string, value: number) =>
    page.waitFor(
      (wanted: string[]) =>
        document.querySelector<HTMLElement>(`article[data-promotion="${wanted[0]}"] [data-count="available"]`)
          ?.dataset.value === wanted[1],
      [name, String(value)],
    );
  beforeAll(async () => {
    harness = await start(browser);
    page = await harness.extensionPage('workspace');
    await page.see(test('import-promotion'));
  });
  afterAll(() => harness?.close());

  it('takes in a half-used list with its names and days in five acts', async () => {
    const hand = counted(page);
    await hand.drop('my codes.csv', halfUsed);
    await page.see(test('import-people'));
    expect(await page.text(test('import-people'))).toBe('57 left, 43 out to 30 people, oldest Nov 1, 2025');
    // Where the list names everybody, nobody is asked who has the codes; and the field that waits has the focus.
    await hand.type(test('import-promotion'), 'Garlic Second Week');
    await hand.select(test('import-as'), 'told');
    expect(await page.evaluate(() => document.querySelector('[data-testid="import-to"]'))).toBeNull();
    await hand.click(test('import-confirm'));
    await left('Garlic Second Week', 57);
    expect(hand.acts()).toBeLessThanOrEqual(8);
    expect(hand.acts()).toBe(5);
    await page.click(`article ${test('export-history')}`);
    const rows = readFileSync(await harness.download(/history.*\.csv$/), 'utf8').split('\r\n');
    const days = rows.filter((row) => row.includes(',issued,')).map((row) => row.split(',')[5]?.slice(0, 10));
    expect(days.sort()[0]).toMatch(/^2025-11-0[12]$/);
    expect(days.filter((day) => !day?.startsWith('2025-11'))).toEqual([]);
    expect(rows.find((row) => row.startsWith(codeOf(99, 0)))).toContain('Anna Kim');
  });

  it('takes in fifty promotions, and opens none that has ended', async () => {
    const hand = counted(page);
    await hand.drop('everything.csv', fiftyPromotions());
    await page.see(test('import-preview'));
    await hand.click(test('import-confirm'));
    await page.see(test('import-done'));
    expect(await page.text(test('import-done'))).toMatch(/305 codes added to .*, 46 more\./s);
    await page.waitFor(() => document.querySelector('article[data-promotion] .cc-card-name') !== null);
    expect(await page.text('article[data-promotion] .cc-card-name')).toBe('Garlic Second Week');
    await page.click(test('import-dismiss'));
  });

  it('finds the right one of fifty in two', async () => {
    const hand = counted(page);
    await hand.type(test('find-code'), 'newsletter 37');
    await hand.click({ css: `${test('find-names')} a`, text: nameOf(37) });
    await left(nameOf(37), 60);
    expect(hand.acts()).toBe(2);
  });

  it('mail-merges thirty people in three more, the file dropped where it is asked for and read there alone', async () => {
    const hand = counted(page);
    await hand.click(test('give-list'));
    await page.see(test('give-list-paste'));
    await hand.drop('members.csv', mailingList);
    await page.see(test('give-list-preview'));
    expect(await page.evaluate(() => document.querySelector('[data-testid="import-error"]'))).toBeNull();
    await hand.click(test('give-list-confirm'));
    await page.see(test('give-list-given'));
    await left(nameOf(37), 30);
    expect(hand.acts()).toBe(3);
    const merged = readFileSync(await harness.download(/list.*\.csv$/), 'utf8');
    for (const [i, [first, last]] of members.entries()) {
      const row = merged.split('\r\n').find((each) => each.startsWith(`${first}.${last}@`));
      expect(row).toContain(`,${codeOf(37, i)},`);
      expect(row).toContain(`Hi! Here is your code for our product: ${codeOf(37, i)}`);
    }
  });

  it('says what a mailing list is for, where codes are asked for', async () => {
    await page.click({ css: '.give-list button', text: 'Done' });
    await page.waitFor(() => document.querySelector('[data-testid="give-list-given"]') === null);
    const hand = counted(page);
    await hand.drop('members.csv', mailingList);
    await page.see({ css: test('import-error'), text: 'It looks like a list of people.' });
    await page.press('Escape');
    await page.waitFor(() => document.querySelector('[data-testid="import-error"]') === null);
  });

  it('finds a code with a slip in a pasted message in two, and marks the slip', async () => {
    const hand = counted(page);
    await hand.paste(test('find-code'), `Hi, ${codeOf(37, 3).replace('WWWWW3', 'WWQWW3')} does not work!!`);
    await page.see(test('find-near'));
    expect(hand.acts()).toBe(2);
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll(`[data-testid="find-results"] code`)].map((each) => [
        each.textContent,
        [...each.querySelectorAll('mark')].map((mark) => mark.textContent).join(''),
      ]),
    );
    expect(shown).toEqual([['7GM3-••••••-••WWW3', 'W']]);
    expect(JSON.stringify(shown)).not.toContain(codeOf(37, 3));
  });

  it('gives out ten in a row in the panel beside a chat, one act each', async () => {
    const panel = await harness.extensionPage('popup');
    await panel.setViewport({ width: 360, height: 860 });
    await panel.see(test('issue-next'));
    const hand = counted(panel);
    const given = new Set<string>();
    for (let n = 1; n <= 10; n++) {
      await hand.click(test('issue-next'));
      const code = await panel.waitFor(
        (before: string[]) => {
          const now = document.querySelector('[data-testid="issued-code"]')?.textContent?.trim();
          return now && !before.includes(now) ? now : '';
        },
        [...given],
      );
      given.add(code);
      expect(await harness.readClipboard(panel)).toBe(code);
    }
    expect([given.size, hand.acts()]).toEqual([10, 10]);
  });

  it('learns in the open panel that its promotion was archived elsewhere', async () => {
    const panel = await harness.pageAt('popup');
    await page.click(`.promotion-page ${test('give-away-over')}`);
    await panel.see(test('over-notice'));
    await page.click(test('go-on'));
    await panel.see(test('issue-next'));
    await page.goto(`${(await page.url()).replace(/\/(list|setup)$/, '')}/setup`);
    await page.click(test('archive'));
    await panel.see(test('put-away'));
    expect(
      await panel.evaluate(() => document.querySelector('[data-testid="issue-next"]')),
      'nothing is given out of it',
    ).toBeNull();
    await panel.click({ css: `${test('put-away')} button`, text: 'Bring back' });
    await panel.see(test('issue-next'));
  });
});
