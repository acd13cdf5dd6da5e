import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, start } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { confirmAdding, openAddCodes } from '../open-add-codes.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimcheck-faults-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const code = (n: number) => `7GM3-ABC${String(n).padStart(3, '0')}-XYZ234`;
const header =
  'code,state,promotion,tracking_id,batch,issued_at,issued_to,channel,redeemed_at,order_id,note,marketplace,valid_until,issued_by';
const row = (n: number, state: string, promotion: string, who = '', time = '') =>
  `${code(n)},${state},${promotion},,lot,${time},${who},,,,,US,,`;
const history = (lines: readonly string[]) => `\ufeff${[header, ...lines].join('\r\n')}\r\n`;

/** Gives the workspace a file and waits for its preview, as the numbers and the choice it shows, or its refusal. */
async function give(page: Page, path: string) {
  await openAddCodes(page);
  await page.setFiles('[data-testid="import-codes"]', [path]);
  return page.waitFor((name: string) => {
    const error = document.querySelector('[data-testid="import-error"]')?.textContent;
    if (error?.includes(name)) return error;
    const preview = document.querySelector<HTMLElement>('[data-testid="import-preview"]');
    if (preview?.querySelector('h3')?.textContent !== name) return null;
    const number = (part: string) => Number(preview.dataset[part]);
    return {
      added: number('added'),
      duplicate: number('duplicate'),
      rejected: number('rejected'),
      header: number('header'),
      forward: number('forward'),
      as: document.querySelector<HTMLSelectElement>('[data-testid="import-as"]')?.value,
      text: preview.textContent,
    };
  }, basename(path));
}

async function add(page: Page, promotion: string, counts: Record<string, number>) {
  await page.type('[data-testid="import-promotion"]', promotion);
  await confirmAdding(page);
  await counted(page, promotion, counts);
}

/** Waits until the promotion shows these counts. */
function counted(page: Page, promotion: string, counts: Record<string, number>) {
  return page.waitFor(
    ([name, wanted]: [string, Record<string, number>]) => {
      const of = (count: string) =>
        document.querySelector<HTMLElement>(`[data-promotion="${name}"] [data-count="${count}"]`)?.dataset
          .value;
      return Object.entries(wanted).every(([count, value]) => of(count) === String(value));
    },
    [promotion, counts] as [string, Record<string, number>],
    { what: `${promotion}: ${JSON.stringify(counts)}` },
  );
}

describe.each(browsers)('lists as they come back from elsewhere, in %s', (browser) => {
  let harness: Harness;
  let page: Page;
  beforeAll(async () => {
    harness = await start(browser);
    page = await harness.extensionPage('workspace');
    await openAddCodes(page);
  });
  afterAll(() => harness?.close());

  it('a history that a spreadsheet put in one column, with its times rewritten', async () => {
    const lines = [row(0, 'Issued', 'Garlic', 'Anna', '5/1/2026 9:30'), row(1, 'available', 'Garlic')];
    const wrapped = history(lines).replace(/^(\ufeff?)([^\r\n]+)$/gm, '$1"$2";;');
    const seen = await give(page, file('one-column.csv', wrapped));
    expect(seen).toMatchObject({ added: 2, rejected: 0, header: 1, as: 'new' });
    expect((seen as { text: string }).text).toContain('5/1/2026 9:30');
    await add(page, 'Garlic', { total: 2, available: 1, issued: 1 });
  });

  it('a later history moves codes forward that are here', async () => {
    const lines = [row(1, 'issued', 'Garlic', 'Ben', '2026-05-02T09:30:00Z'), row(0, 'available', 'Garlic')];
    const moved = history(lines)
      .slice(1)
      .replace(/[^\r\n]+/g, (line) => `x;${line.split(',').toReversed().join(';')};;`);
    expect(await give(page, file('later.csv', moved))).toMatchObject({ added: 0, duplicate: 2, forward: 1 });
    await confirmAdding(page);
    await counted(page, 'Garlic', { total: 2, available: 0, issued: 2 });
  });

  it('a column on states asks first, in any words', async () => {
    const list = `クーポンコード,使用済みフラグ\r\n${code(10)},○\r\n${code(11)},\r\n`;
    expect(await give(page, file('flag.csv', list))).toMatchObject({ added: 2, as: 'ask' });
    await page.type('[data-testid="import-promotion"]', 'Peeler');
    await page.click('[data-testid="import-confirm"]');
    expect(await page.evaluate(() => document.querySelector('[data-promotion="Peeler"]'))).toBeNull();
    await page.select('[data-testid="import-as"]', 'told');
    // What was at fault goes, and the button moves up.
    await page.waitFor(() => document.querySelector('[data-testid="import-as"][aria-invalid]') === null);
    await confirmAdding(page);
    await counted(page, 'Peeler', { total: 2, available: 1, issued: 1 });
  });

  it('words beside a code speak of it, too', async () => {
    const list = `${code(20)} used\n${code(21)}\n✅ ${code(22)}\n`;
    expect(await give(page, file('beside.txt', list))).toMatchObject({ added: 3, as: 'ask' });
    await page.select('[data-testid="import-as"]', 'told');
    await add(page, 'Beside', { total: 3, available: 1, issued: 2 });
  });

  it('names beside codes, in full width, are a list of new ones', async () => {
    const wide = code(30).replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
    expect(await give(page, file('chat.txt', `Anna: ${wide}\n${code(31)} – Ben\n`))).toMatchObject({
      added: 2,
      rejected: 0,
      as: 'new',
    });
    await add(page, 'Chat', { total: 2, available: 2 });
  });

  it('a history with a column of one’s own on what was sent', async () => {
    const lines = [row(40, 'available', 'Own'), row(41, 'available', 'Own')];
    const own = history(lines)
      .trimEnd()
      .split('\r\n')
      .map((line, n) => `${line},${['Sent to', 'Cara', ''][n]}`)
      .join('\r\n');
    expect(await give(page, file('own.csv', `\ufeff${own}`))).toMatchObject({ added: 2, as: 'ask' });
    await page.select('[data-testid="import-as"]', 'told');
    await add(page, 'Own', { total: 2, available: 1, issued: 1 });
  });

  it('a ZIP in a ZIP is named, and nothing is made', async () => {
    const readme = new TextEncoder().encode('Here are your codes');
    const inner = zipSync({ 'codes.txt': new TextEncoder().encode(code(50)) });
    const said = await give(page, file('outer.zip', zipSync({ 'readme.txt': readme, 'Group A.zip': inner })));
    expect(said).toMatch(/Group A\.zip/);
  });
});
