import { readFileSync } from 'node:fs';
import type { Harness, Page } from '../harness/index.ts';

/** The selector of something by its test id. */
export const test = (id: string) => `[data-testid="${id}"]`;

/** A promotion's counts as a page shows them. */
export function counts(page: Page, promotion: string): Promise<Record<string, string>> {
  return page.evaluate((wanted: string) => {
    const shown = document.querySelectorAll<HTMLElement>(`[data-promotion="${wanted}"] [data-count]`);
    return Object.fromEntries(
      [...shown].map(({ dataset }) => [dataset.count, dataset.known === 'false' ? 'unknown' : dataset.value]),
    );
  }, promotion) as Promise<Record<string, string>>;
}

/** Waits until a count has this value on a page. */
export async function seeCount(page: Page, promotion: string, count: string, value: number): Promise<void> {
  await page.waitFor(
    (wanted: string[]) =>
      document.querySelector<HTMLElement>(`[data-promotion="${wanted[0]}"] [data-count="${wanted[1]}"]`)
        ?.dataset.value === wanted[2],
    [promotion, count, String(value)],
    { what: `${count} of ${promotion} to be ${value}` },
  );
}

/** The code on the page; '' for none. */
export function issued(page: Page): Promise<string> {
  return page.evaluate(
    () => document.querySelector('[data-testid="issued-code"]')?.textContent?.trim() ?? '',
  );
}

/** Gives out the next code to somebody as a seller does; the code shown. */
export async function giveTo(page: Page, promotion: string, to: string): Promise<string> {
  const before = await issued(page);
  await page.type(`[data-promotion="${promotion}"] ${test('give-to')}`, to);
  await page.click(`[data-promotion="${promotion}"] ${test('issue-next')}`);
  return page.waitFor(
    (last: string) => {
      const shown = document.querySelector('[data-testid="issued-code"]')?.textContent?.trim();
      return shown && shown !== last ? shown : '';
    },
    before,
    { what: `a code for ${to}` },
  );
}

/** Tries to give out the next code where that can't be done; what the page says of it in the end. */
export async function giveInVain(page: Page, promotion: string, to: string): Promise<string> {
  await page.type(`[data-promotion="${promotion}"] ${test('give-to')}`, to);
  await page.click(`[data-promotion="${promotion}"] ${test('issue-next')}`);
  return page.waitFor(
    () =>
      [...document.querySelectorAll('.cc-notice, .cc-fault, [role="alert"]')]
        // What the page says of the team as soon as it knows is something else.
        .filter((each) => each.closest('[data-testid="team-notice"]') === null)
        .map((each) => each.textContent?.trim() ?? '')
        .find((text) => text !== ''),
    undefined,
    { what: 'why nothing was given out', timeout: 60_000 },
  );
}

/** Puts a long text into a field at once, as pasting does. */
export async function paste(page: Page, target: string, text: string): Promise<void> {
  await page.see(target);
  await page.evaluate(
    ([selector = '', pasted = '']: string[]) => {
      const field = document.querySelector<HTMLTextAreaElement>(selector);
      if (!field) return;
      field.value = pasted;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
    },
    [target, text],
  );
}

/** Opens a promotion's own page in the workspace. */
export async function openPromotion(workspace: Page, promotion: string): Promise<void> {
  await workspace.evaluate(() => {
    location.hash = '#/';
  });
  const href = await workspace.waitFor(
    (wanted: string) =>
      [...document.querySelectorAll('.home a')]
        .find((link) => link.textContent === wanted)
        ?.getAttribute('href'),
    promotion,
    { what: `a link to ${promotion}` },
  );
  await workspace.evaluate((to: string) => {
    location.hash = to;
  }, href);
  await workspace.see('.promotion-page');
}

/** The history of a promotion as a page exports it: its lines by column. */
export async function exportedHistory(
  harness: Harness,
  page: Page,
  promotion: string,
): Promise<Record<string, string>[]> {
  await page.click(`[data-promotion="${promotion}"] ${test('export-history')}`);
  const text = readFileSync(await harness.download(/history.*\.csv$/), 'utf8').replace(/^\ufeff/, '');
  const [head = '', ...lines] = text.trimEnd().split('\r\n');
  const columns = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
  });
}
