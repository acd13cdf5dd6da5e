import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { ask, startWithDoor } from '../with-door.ts';

describe.each(browsers)('the rarer acts on codes in %s', (browser) => {
  let harness: Harness;
  let page: Page;
  let promotionId: string;
  const told = (testId: string, words: string) =>
    page.waitFor(
      (wanted: { testId: string; words: string }) =>
        document.querySelector(`[data-testid="${wanted.testId}"]`)?.textContent?.includes(wanted.words),
      { testId, words },
    );
  const counts = async () => (await ask(page, 'look', promotionId)).counts;
  const theCodes = async () => Object.keys((await ask(page, 'look', promotionId)).to);

  beforeAll(async () => {
    harness = await startWithDoor(browser);
    page = await harness.extensionPage('workspace');
    promotionId = await ask(page, 'add', 0, 20);
    await page.goto(`${harness.extensionOrigin}/src/workspace/index.html#/promotion/${promotionId}`);
    await page.see('[data-testid="hold-open"]');
  });
  afterAll(() => harness?.close());

  it('puts codes on hold, shows them, and releases them', async () => {
    await page.click('[data-testid="hold-open"]');
    await page.type('[data-testid="keep-count"]', '99');
    await page.click('[data-testid="keep-back"]');
    await page.see({ css: '.cc-fault', text: 'Only 20 codes left' });
    await page.type('[data-testid="keep-count"]', '5');
    await page.type('[data-testid="keep-to"]', 'Mia');
    await page.click('[data-testid="keep-back"]');
    await told('keep-told', '5 codes on hold until');
    expect(await counts()).toMatchObject({ held: 5, available: 15 });
    await page.see({ css: '.lots b', text: 'Mia' });
    await page.click('[data-testid="release-hold"]');
    await page.waitFor(() => document.querySelector('[data-testid="release-hold"]') === null);
    expect(await counts()).toMatchObject({ held: 0, available: 20 });
  });

  it('gives out the very code named, and asks before the same person gets a second', async () => {
    const [, , third = '', fourth = ''] = await theCodes();
    await page.click('[data-testid="one-code-open"]');
    await page.type('[data-testid="one-code"]', third.toLowerCase());
    await page.type('[data-testid="one-code-to"]', 'Anna');
    await page.click('[data-testid="one-code-give"]');
    await told('one-code-told', 'given out to Anna');
    expect((await ask(page, 'look', promotionId)).to[third]).toBe('Anna');
    await page.type('[data-testid="one-code"]', fourth);
    await page.type('[data-testid="one-code-to"]', 'anna');
    await page.click('[data-testid="one-code-give"]');
    await told('one-code-told', 'Click again to give out this one, too');
    expect((await counts()).issued).toBe(1);
    await page.click('[data-testid="one-code-give"]');
    await told('one-code-told', 'given out to anna');
    expect((await counts()).issued).toBe(2);
  });

  it('cancels several codes at once, with a reason only, and takes that back', async () => {
    const [first = '', second = '', third = ''] = await theCodes();
    await page.click('[data-testid="cancel-open"]');
    await page.type(
      '[data-testid="cancel-codes"]',
      `Hello, these leaked: ${first}, ${second.toLowerCase()} and ${third}; NOPE-ABCDEF-GHJKLM too`,
    );
    await page.see({ css: '.cc-hint', text: '3 codes: 2 left, 1 given out. 1 can’t be canceled' });
    await page.click('[data-testid="cancel-confirm"]');
    await page.see({ css: '.cc-fault', text: 'Enter a reason' });
    await page.type('[data-testid="cancel-reason"]', 'posted by mistake');
    await page.click('[data-testid="cancel-confirm"]');
    await told('cancel-told', '3 codes are canceled here');
    const { counts: now, check } = await ask(page, 'look', promotionId);
    expect(now).toMatchObject({ total: 20, issued: 1, void: 3, available: 16 });
    expect(check.faults).toEqual([]);
    await page.see({ css: '.lots b', text: 'posted by mistake' });
    await page.click('[data-testid="cancel-undo"]');
    await told('canceled-told', '2 codes can be given out again, 1 code counts as given out again');
    expect(await counts()).toMatchObject({ total: 20, issued: 2, void: 0, available: 18 });
  });

  it('refuses what is not among the codes, in words', async () => {
    await page.type('[data-testid="one-code"]', 'NOPE-ABCDEF-GHJK');
    await page.click('[data-testid="one-code-give"]');
    await told('one-code-told', 'No code here matches');
  });

  it('copies everything into a chosen folder by itself, where the browser can', async () => {
    await page.close();
    page = await harness.extensionPage('workspace', '#/settings');
    await page.see('[data-testid="save-everything"]');
    const can = await page.evaluate(() => 'showDirectoryPicker' in globalThis);
    expect(can).toBe(browser === 'chromium');
    expect(await page.evaluate(() => document.querySelector('[data-testid="folder-choose"]') !== null)).toBe(
      can,
    );
    if (!can) return;
    // The system's own dialog can't be driven; the private folder is the same kind of thing.
    await page.evaluate(() =>
      Object.assign(globalThis, { showDirectoryPicker: () => navigator.storage.getDirectory() }),
    );
    await page.click('[data-testid="folder-choose"]');
    await told('folder-told', 'Backed up as Claimcheck_everything');
    const size = () =>
      page.evaluate(async () => {
        const folder = (await navigator.storage.getDirectory()) as unknown as {
          values(): AsyncIterable<FileSystemFileHandle>;
        };
        for await (const file of folder.values()) {
          if (file.name.endsWith('.claimcheck')) return (await file.getFile()).size;
        }
        return 0;
      });
    const before = await size();
    expect(before).toBeGreaterThan(0);
    await page.close();
    const popup = await harness.extensionPage('popup');
    await ask(popup, 'add', 100, 400);
    page = await harness.extensionPage('workspace');
    await page.waitFor(
      async (least: number) => {
        const folder = (await navigator.storage.getDirectory()) as unknown as {
          values(): AsyncIterable<FileSystemFileHandle>;
        };
        for await (const file of folder.values())
          if (file.name.endsWith('.claimcheck') && (await file.getFile()).size > least) return true;
        return false;
      },
      before,
      { what: 'the copy of what was added' },
    );
  });

  it('says that the folder is gone or not allowed any more, until another is chosen', async () => {
    if (browser !== 'chromium') return;
    const pickFolder = (name: string) =>
      page.evaluate(
        (wanted: string) =>
          Object.assign(globalThis, {
            showDirectoryPicker: async () =>
              (await navigator.storage.getDirectory()).getDirectoryHandle(wanted, { create: true }),
          }),
        name,
      );
    await page.evaluate(() => {
      location.hash = '#/settings';
    });
    await pickFolder('first');
    await page.click('[data-testid="folder-choose"]');
    await told('folder-told', 'Backed up as Claimcheck_everything');
    await page.evaluate(async () => {
      await (await navigator.storage.getDirectory()).removeEntry('first', { recursive: true });
    });
    await ask(page, 'add', 600, 5);
    await page.close();
    page = await harness.extensionPage('workspace');
    await told('folder-fault', 'The backup to your folder failed: The folder “first” is no longer there.');
    // As after a restart of the browser.
    await page.evaluate(() => {
      const handles = FileSystemDirectoryHandle.prototype as unknown as Record<string, () => Promise<string>>;
      let now = 'prompt';
      handles.queryPermission = async () => now;
      handles.requestPermission = async () => {
        now = 'granted';
        return now;
      };
      location.hash = '#/settings';
    });
    await page.click('[data-testid="folder-allow"]');
    await told('folder-told', 'is no longer there');
    await pickFolder('second');
    await page.click('[data-testid="folder-choose"]');
    await told('folder-told', 'Backed up as Claimcheck_everything');
    await page.waitFor(() => document.querySelector('[data-testid="folder-fault"]') === null);
  });
});
