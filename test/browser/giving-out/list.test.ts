import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFinds } from '../axe.ts';
import { browsers } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { ask, startWithDoor } from '../with-door.ts';

const test = (id: string) => `[data-testid="${id}"]`;
const people = Array.from({ length: 30 }, (_, i) => `Person ${i + 1}`);

describe.each(browsers)('giving out to a list in %s', (browser) => {
  let harness: Harness;
  let page: Page;
  let promotionId: string;
  const path = () => `${harness.extensionOrigin}/src/workspace/index.html#/promotion/${promotionId}`;
  const look = () => ask(page, 'look', promotionId);
  const told = () =>
    page.waitFor(() => {
      const shown = document.querySelector<HTMLElement>('[data-testid="give-list-preview"]');
      return shown && { ...shown.dataset };
    });
  const choose = async (name: string, text: string) => {
    const file = join(harness.downloads, name);
    writeFileSync(file, text);
    await page.setFiles(test('give-list-file'), [file]);
  };

  beforeAll(async () => {
    harness = await startWithDoor(browser);
    page = await harness.extensionPage('workspace');
    promotionId = await ask(page, 'add', 0, 40);
    await page.goto(path());
    await page.see(test('give-list'));
  });
  afterAll(() => harness?.close());

  it('mail-merges thirty people in three acts', async () => {
    await page.click(test('give-list'));
    const rows = people.map((name, i) => `${name};p${i + 1}@example.org;${i === 0 ? '=1+1' : ''}`);
    await choose(
      'people.csv',
      `﻿Name;E-Mail;Notiz\r\n${rows.join('\r\n')}\r\n\r\nPERSON 3;p3@example.org;\r\n`,
    );
    expect(await told()).toMatchObject({ people: '30', have: '0', double: '1', blank: '1', left: '40' });
    expect(await axeFinds(page)).toEqual([]);
    await page.click(test('give-list-confirm'));
    await page.see(test('give-list-given'));
    const { counts, to } = await look();
    expect(counts).toMatchObject({ issued: 30, available: 10 });
    const text = readFileSync(await harness.download(/list.*\.csv$/), 'utf8');
    expect(text.startsWith('\ufeffName,E-Mail,Notiz,code,message,works_until,link\r\n')).toBe(true);
    const codeOf = Object.fromEntries(Object.entries(to).map(([code, name]) => [name, code]));
    for (const [i, name] of people.entries())
      expect(text).toContain(
        `${name},p${i + 1}@example.org,${i === 0 ? '=1+1' : ''},${codeOf[name]},Hi! Here is your code for our product: ${codeOf[name]},,\r\n`,
      );
    expect(text).toContain('PERSON 3,p3@example.org,,,,,\r\n');
  });

  it('shows the messages one by one, never two codes at once', async () => {
    await page.see(test('list-message'));
    const first = await page.text(test('list-message'));
    await page.click(test('list-message-copy'));
    await page.waitFor(() => document.querySelector('.list-messages [role="status"]')?.textContent !== '');
    expect((await harness.readClipboard(page)).replace(/\s+/g, ' ')).toBe(first.replace(/\s+/g, ' '));
    await page.click(test('list-message-sent'));
    await page.waitFor(
      (before: string) => document.querySelector('[data-testid="list-message"]')?.textContent !== before,
      first,
    );
    const codes = Object.keys((await look()).to);
    const shown = await page.evaluate(() => document.body.innerText);
    expect(codes.filter((code) => shown.includes(code))).toHaveLength(1);
    expect(await axeFinds(page)).toEqual([]);
  });

  it('knows who has a code, and asks where codes are too few', async () => {
    await page.goto(`${path()}/list`);
    await page.reload();
    await page.see(test('give-list-paste'));
    const more = Array.from({ length: 12 }, (_, i) => `New ${i + 1}`);
    await page.type(test('give-list-paste'), 'person 1');
    await page.click(test('give-list-read'));
    expect(await told()).toMatchObject({ people: '1', have: '1', left: '10' });
    await page.click(test('give-list-cancel'));
    await choose('more.txt', `${people[1]}\n${more.join('\n')}\n`);
    expect(await told()).toMatchObject({ people: '13', have: '1', double: '0', blank: '0', left: '10' });
    await page.click(test('give-list-confirm'));
    await page.see(test('give-list-fault'));
    expect((await look()).counts).toMatchObject({ issued: 30 });
    await page.click(test('give-list-first'));
    await page.click(test('give-list-confirm'));
    await page.see(test('give-list-given'));
    const { counts, to } = await look();
    expect(counts).toMatchObject({ issued: 40, available: 0 });
    expect(Object.values(to)).toEqual([...people, ...more.slice(0, 10)]);
  });

  it('takes one person back alone, and keeps all of it when the browser is killed', async () => {
    await page.goto(path());
    await page.reload();
    await page.click(test('people-of-act'));
    await page.click(test('list-back-person'));
    await page.click(test('undo-unseen'));
    await page.waitFor(() =>
      document.querySelector('[data-promotion] [data-count="available"][data-value="1"]'),
    );
    const before = await look();
    expect(before.counts).toMatchObject({ issued: 39, available: 1 });
    await harness.kill();
    page = await harness.extensionPage('workspace', `#/promotion/${promotionId}`);
    await page.see(test('people-of-act'));
    expect(await look()).toEqual(before);
    expect(before.check.faults).toEqual([]);
  });
});
