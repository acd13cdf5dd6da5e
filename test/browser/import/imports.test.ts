import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, start } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { openAddCodes } from '../open-add-codes.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimcheck-imports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const codes = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => `7GM3-ABC${String(from + at).padStart(3, '0')}-XYZ234`);
const list = codes(0, 20).join('\r\n');
const zip = zipSync({ 'codes.txt': utf8(`${list}\r\n`) });
const encrypted = zip.slice();
// The flag that says "encrypted", in the local and in the central header.
encrypted[6] = 1;
encrypted[
  encrypted.findIndex((byte, at) => byte === 0x50 && encrypted[at + 1] === 0x4b && encrypted[at + 2] === 1) +
    8
] = 1;

const refused: [what: string, path: string, says: RegExp][] = [
  [
    'bytes that are no ZIP',
    file(
      'not-a.zip',
      Uint8Array.from({ length: 500 }, (_, at) => (at * 37) % 256),
    ),
    /not|text|ZIP/i,
  ],
  ['a truncated ZIP', file('short.zip', zip.subarray(0, zip.length - 30)), /cut|complete|damaged|again/i],
  ['an encrypted ZIP', file('locked.zip', encrypted), /encrypted|password/i],
  [
    'a ZIP bomb',
    file('bomb.zip', zipSync({ 'codes.txt': new Uint8Array(100 * 1024 * 1024) }, { level: 9 })),
    /large|MB/i,
  ],
  [
    'a ZIP without a text',
    file('empty.zip', zipSync({ 'picture.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47) })),
    /text/i,
  ],
  ['a text of 60 MB', file('huge.txt', `${codes(0, 1)[0]}\n`.repeat(3_200_000)), /large|MB/i],
  ['an empty file', file('nothing.txt', ''), /empty|nothing/i],
  [
    'Amazon’s sign-in page',
    file(
      'codes.txt',
      '<!doctype html><html><head><title>Amazon Sign-In</title></head><body><form name="signIn" action="https://www.amazon.com/ap/signin"></form></body></html>',
    ),
    /sign/i,
  ],
];

interface Preview {
  added: number;
  duplicate: number;
  rejected: number;
  blank: number;
  header: number;
  suspect: number;
}

/** Gives the workspace a file and waits for what becomes of it. */
async function give(page: Page, path: string): Promise<Preview | string> {
  await openAddCodes(page);
  await page.setFiles('[data-testid="import-codes"]', [path]);
  return answer(page, basename(path));
}

async function answer(page: Page, name: string): Promise<Preview | string> {
  return page.waitFor((given: string) => {
    const error = document.querySelector('[data-testid="import-error"]')?.textContent;
    if (error?.includes(given)) return error;
    const preview = document.querySelector<HTMLElement>('[data-testid="import-preview"]')?.dataset;
    if (!preview) return null;
    const numbers = ['added', 'duplicate', 'rejected', 'blank', 'header', 'suspect'].map((name) => [
      name,
      Number(preview[name]),
    ]);
    return preview && document.querySelector('[data-testid="import-preview"] h3')?.textContent === given
      ? (Object.fromEntries(numbers) as unknown as Preview)
      : null;
  }, name);
}

describe.each(browsers)('importing in %s', (browser) => {
  let harness: Harness;
  let page: Page;
  beforeAll(async () => {
    harness = await start(browser);
    page = await harness.extensionPage('workspace');
    await openAddCodes(page);
  });
  afterAll(() => harness?.close());

  it.each(refused)('refuses %s in words, and makes nothing', async (_what, path, says) => {
    const said = await give(page, path);
    expect(said).toBeTypeOf('string');
    expect(said).toMatch(says);
    expect(
      await page.evaluate(() => [
        document.querySelector('[data-testid="import-preview"]'),
        document.querySelector('[data-promotion]'),
      ]),
    ).toEqual([null, null]);
  });

  it('counts every line of a mixed list in exactly one number', async () => {
    const lines = [
      'Claim Code,Note',
      `${codes(0, 1)[0]},first`,
      `"${codes(1, 1)[0]?.toLowerCase()}",second`,
      '',
      `${codes(0, 1)[0]},again`,
      '7GM3-ABC-XY,short',
      'AA22XYZ1,multi',
    ];
    expect(await give(page, file('mixed.csv', `\ufeff${lines.join('\r\n')}\r\n`))).toEqual({
      added: 2,
      duplicate: 1,
      rejected: 1,
      blank: 1,
      header: 1,
      suspect: 1,
    });
  });

  it('reads a paste', async () => {
    await page.type('[data-testid="paste-codes"]', codes(500, 1)[0] as string);
    await page.click('[data-testid="paste-read"]');
    await page.waitFor(
      () => document.querySelector<HTMLElement>('[data-testid="import-preview"]')?.dataset.added === '1',
    );
  });

  it('asks about codes that the sheet they are pasted from strikes out', async () => {
    const [one = '', two = ''] = codes(600, 2);
    await page.evaluate(
      ([plain = '', html = '']: readonly string[]) => {
        const data = new DataTransfer();
        data.setData('text/plain', plain);
        data.setData('text/html', html);
        const paste = new Event('paste', { bubbles: true, cancelable: true });
        // Firefox makes none with a clipboard of ours.
        Object.defineProperty(paste, 'clipboardData', { value: data });
        document.querySelector('[data-testid="paste-codes"]')?.dispatchEvent(paste);
      },
      [
        `${one}\tAnna\n${two}\tBen\n`,
        `<table><tr><td style="text-decoration:line-through">${one}</td><td>Anna</td></tr><tr><td>${two}</td><td>Ben</td></tr></table>`,
      ],
    );
    await page.click('[data-testid="paste-read"]');
    await page.see({
      css: '.cc-notice, [data-testid="import-preview"] *',
      text: '1 code struck out, on line 1',
    });
  });

  it('previews again when another workspace saved the same file first; nothing is doubled', async () => {
    const path = file('same.zip', zip);
    const other = await harness.extensionPage('workspace');
    await openAddCodes(other);
    for (const each of [page, other]) {
      expect(await give(each, path)).toMatchObject({ added: 20 });
      await each.type('[data-testid="import-promotion"]', 'Garlic-IG-01');
    }
    await page.click('[data-testid="import-confirm"]');
    await page.waitFor(
      () =>
        document.querySelector<HTMLElement>('[data-promotion="Garlic-IG-01"] [data-count="total"]')?.dataset
          .value === '20',
    );
    await other.click('[data-testid="import-confirm"]');
    await other.waitFor(
      () => document.querySelector<HTMLElement>('[data-testid="import-preview"]')?.dataset.duplicate === '20',
    );
    expect(
      await other.evaluate(
        () =>
          document.querySelector<HTMLElement>('[data-promotion="Garlic-IG-01"] [data-count="total"]')?.dataset
            .value,
      ),
    ).toBe('20');
    await other.close();
  });

  it('adds only what is new of a file that is partly here, and says where the rest is', async () => {
    const preview = await give(page, file('more.txt', `${codes(15, 10).join('\n')}\n`));
    expect(preview).toMatchObject({ added: 5, duplicate: 5 });
    expect(
      await page.evaluate(() => document.querySelector('[data-testid="import-preview"]')?.textContent),
    ).toContain('Garlic-IG-01');
  });

  it('knows a file that was added already: nothing is new, nothing is doubled, no second import', async () => {
    const path = file('once.txt', `${codes(600, 4).join('\n')}\n`);
    expect(await give(page, path)).toMatchObject({ added: 4, duplicate: 0 });
    await page.type('[data-testid="import-promotion"]', 'Peeler');
    await page.click('[data-testid="import-confirm"]');
    await page.see('[data-testid="import-done"]');
    expect(await give(page, path)).toMatchObject({ added: 0, duplicate: 4 });
    expect(await page.text('.confirm')).toContain('This list has nothing new.');
    await page.click({ css: '[data-testid="import-confirm"]', text: 'Close: nothing to add' });
    await page.waitFor(() => document.querySelector('[data-testid="import-preview"]') === null);
    expect(
      await page.evaluate(
        () =>
          document.querySelector<HTMLElement>('[data-promotion="Peeler"] [data-count="total"]')?.dataset
            .value,
      ),
    ).toBe('4');
  });

  it('reads every list in a ZIP, and names the file beside each line it leaves out', async () => {
    const several = zipSync({
      'first.txt': utf8(`${codes(700, 3).join('\r\n')}\r\nnot a code\r\n`),
      'more/second.csv': utf8(`Claim Code,Note\n${codes(702, 3).join(',x\n')},x\n`),
      'picture.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
    });
    expect(await give(page, file('several.zip', several))).toMatchObject({
      added: 5,
      duplicate: 1,
      rejected: 1,
      header: 1,
    });
    const shown = await page.evaluate(
      () => document.querySelector('[data-testid="import-preview"]')?.textContent ?? '',
    );
    expect(shown).toContain('first.txt, line 4');
    expect(shown).toMatch(/second\.csv, line 2/);
  });

  it('takes the day of the end alone, and adds nothing while that is half typed', async () => {
    await give(page, file('ends.txt', codes(800, 4).join('\n')));
    await page.type('[data-testid="import-promotion"]', 'Ends in the year');
    await page.click({ css: 'summary', text: 'Optional' });
    const typeDay = async (keys: string) => {
      await page.evaluate(() => document.querySelector<HTMLElement>('[data-testid="import-end"]')?.focus());
      for (const key of keys) await page.press(key);
      await page.click('[data-testid="import-confirm"]');
    };
    await typeDay('1231');
    await page.waitFor(() => (document.activeElement as HTMLElement | null)?.dataset.testid === 'import-end');
    expect(
      await page.evaluate(() => document.querySelector('[data-promotion="Ends in the year"]')),
    ).toBeNull();
    await typeDay(`1231${new Date().getFullYear() + 1}`);
    await page.waitFor(() =>
      document.querySelector('[data-promotion="Ends in the year"]')?.textContent?.match(/until Dec 31/),
    );
  });
});
