import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { ask, startWithDoor } from '../with-door.ts';

const passphrase = 'blue garlic 7';

async function told(page: Page, testId: string): Promise<string> {
  return page.text(`[data-testid="${testId}"]`);
}

describe.each(browsers)('keeping codes safe in %s', (browser) => {
  let harness: Harness;
  let page: Page;
  let promotionId: string;
  beforeAll(async () => {
    harness = await startWithDoor(browser);
    page = await harness.extensionPage('workspace', '#/settings');
    promotionId = await ask(page, 'add', 0, 40);
    await ask(page, 'race', 'Anna', promotionId, 30, Date.now());
  });
  afterAll(() => harness?.close());

  it('reminds once much has changed, until everything is saved', async () => {
    await page.see('[data-testid="save-reminder"]');
    await page.type('[data-testid="save-passphrase"]', passphrase);
    await page.click('[data-testid="save-everything"]');
    expect(await told(page, 'save-told')).toMatch(/Saved as Claimcheck_everything_.*claimcheck/);
    await page.waitFor(() => document.querySelector('[data-testid="save-reminder"]') === null);
  });

  it('loads the file into a lost ledger, with what was left on hold until released', async () => {
    const file = await harness.download(/everything/);
    expect(readFileSync(file, 'latin1')).not.toContain('RACE');
    await ask(page, 'forget');
    await page.close();
    page = await harness.extensionPage('workspace', '#/settings');
    expect(await told(page, 'lost-codes')).toMatch(/this browser had 40 codes\. Now there are none/);
    const popup = await harness.extensionPage('popup');
    expect(await told(popup, 'lost-codes')).toContain('Don’t add Amazon’s ZIP as new codes');
    expect(await popup.text('body')).not.toContain('No codes here yet');
    await popup.close();
    await page.setFiles('[data-testid="load-file"]', [file]);
    await page.type('[data-testid="load-passphrase"]', 'wrong');
    await page.click({ css: 'button', text: 'Open the file' });
    expect(await told(page, 'load-told')).toContain('doesn’t open');
    await page.type('[data-testid="load-passphrase"]', passphrase);
    await page.click({ css: 'button', text: 'Open the file' });
    await page.see('[data-testid="load-preview"][data-total="40"][data-added="40"][data-here="0"]');
    await page.click('[data-testid="load-confirm"]');
    expect(await told(page, 'load-told')).toMatch(
      /^10 codes are on hold because they may have been given out since .+\. 40 codes added\./,
    );
    const loaded = await ask(page, 'look', promotionId);
    expect(loaded.counts).toMatchObject({ total: 40, issued: 30, held: 10, available: 0 });
    expect(loaded.check.faults).toEqual([]);
    await page.click('[data-testid="release-hold"]');
    await page.waitFor(() => document.querySelector('[data-testid="release-hold"]') === null);
    expect((await ask(page, 'look', promotionId)).counts).toMatchObject({ held: 0, available: 10 });
    await page.click({ css: '[data-testid="lost-codes"] button', text: 'I’ve handled this' });
    await page.waitFor(() => document.querySelector('[data-testid="lost-codes"]') === null);
  });

  it('hands codes over in a locked file that is never taken twice', async () => {
    await page.type('[data-testid="hand-count"]', '4');
    await page.type('[data-testid="hand-to"]', 'Kim');
    await page.type('[data-testid="hand-passphrase"]', passphrase);
    await page.click('[data-testid="hand-over"]');
    expect(await told(page, 'hand-told')).toContain('4 codes moved to the file');
    expect((await ask(page, 'look', promotionId)).counts).toMatchObject({ moved: 4, available: 6 });
    await page.click('[data-testid="handed-over-open"]');
    await page.type('[data-testid="again-passphrase"]', passphrase);
    await page.click('[data-testid="hand-over-again"]');
    expect(await told(page, 'again-told')).toContain('Created again');
    const file = await harness.download(/hand-over/);
    for (const words of ['4 codes came back', 'already received here']) {
      await page.setFiles('[data-testid="take-file"]', [file]);
      await page.type('[data-testid="take-passphrase"]', passphrase);
      await page.click('[data-testid="take-over"]');
      // A file that was made here asks whether anyone else has its codes.
      if (words.endsWith('came back')) {
        await page.see('[data-testid="take-own"]');
        expect((await ask(page, 'look', promotionId)).counts).toMatchObject({ moved: 4, available: 6 });
        await page.click('[data-testid="take-own-unseen"]');
      }
      await page.waitFor(
        (wanted: string) =>
          document.querySelector('[data-testid="take-told"]')?.textContent?.includes(wanted),
        words,
      );
    }
    expect((await ask(page, 'look', promotionId)).counts).toMatchObject({ moved: 0, available: 10 });
  });

  it('finds all in order', async () => {
    await page.click('[data-testid="self-check"]');
    expect(await told(page, 'self-check-told')).toContain('Everything is in order');
    expect(await page.evaluate(() => document.querySelector('[data-testid="start-fault"]'))).toBeNull();
  });

  it('says by itself at the next start what is damaged and what is safe to do, and changes nothing', async () => {
    const damaged = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const opening = indexedDB.open('claimcheck');
          opening.onsuccess = () => {
            const tx = opening.result.transaction('blocks', 'readwrite');
            const walk = tx.objectStore('blocks').openCursor();
            walk.onsuccess = () => {
              if (!walk.result) return;
              const text = walk.result.value.text.replace('RACE', 'RICE');
              walk.result.update({ ...walk.result.value, text });
              tx.oncomplete = () => {
                opening.result.close();
                resolve(text);
              };
            };
          };
        }),
    );
    await page.close();
    page = await harness.extensionPage('workspace');
    const fault = await told(page, 'start-fault');
    expect(fault).toMatch(/checksum/);
    expect(fault).toContain(
      'Back up everything first, don’t give out any more codes from anything named here',
    );
    expect((await ask(page, 'look', promotionId)).check.faults.join()).toContain('checksum');
    expect(damaged).toContain('RICE');
    const given = await ask(page, 'untilRefused', promotionId, 1);
    expect(given).toMatchObject({ codes: [], refusal: expect.stringContaining('are damaged') });
  });
});
