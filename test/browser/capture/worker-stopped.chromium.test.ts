import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Harness, Page } from '../harness/index.ts';
import { fillBadly, generateCodes, mend, submitAndManageCodes } from '../seller.ts';
import { startWithDoor } from '../with-door.ts';

/** What waits in the inbox: bytes of each file. */
const waiting = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number[]>((resolve, reject) => {
        const opening = indexedDB.open('claimcheck');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const items = opening.result.transaction('inbox').objectStore('inbox').getAll();
          items.onsuccess = () => {
            opening.result.close();
            resolve(items.result.map((item) => item.bytes.length));
          };
        };
      }),
  );

/** Keeps every other writer waiting until `letGo`. */
const holdLedger = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('claimcheck');
        opening.onsuccess = () => {
          const { result: db } = opening;
          const inbox = db.transaction([...db.objectStoreNames], 'readwrite').objectStore('inbox');
          const again = () => {
            if ((globalThis as { letGo?: boolean }).letGo) return db.close();
            inbox.count().onsuccess = again;
          };
          inbox.count().onsuccess = () => {
            again();
            resolve();
          };
        };
      }),
  );

const letGo = (page: Page) => page.evaluate(() => void Object.assign(globalThis, { letGo: true }));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

// Firefox runs the background as a page, which it never stops while a message is being answered.
describe('the service worker stopped with a capture on its way', () => {
  let harness: Harness;
  let page: Page;
  let popup: Page;
  const pressed = async () => {
    await page.reload();
    await page.see('[data-capture="IG-01"]');
    await page.click('[data-capture="IG-01"]');
  };
  /** What the panel says once it is no longer busy. */
  const told = () =>
    page.waitFor(
      () => {
        const text = document.querySelector('claimcheck-overlay')?.shadowRoot?.textContent ?? '';
        return ['stopped before it answered', 'Check the codes and save them in the tab'].find((words) =>
          text.includes(words),
        );
      },
      undefined,
      { timeout: 90_000, what: 'a sentence on what became of the capture' },
    );

  beforeAll(async () => {
    harness = await startWithDoor('chromium');
    page = await fillBadly(harness);
    await mend(page, 'Garlic-IG-01', 'CC-US-IG-01');
    await submitAndManageCodes(page);
    await generateCodes(page, 'IG-01', 500);
    popup = await harness.extensionPage('popup');
  });
  afterAll(() => harness?.close());

  it('leaves nothing of a file that was not stored yet, and says so', async () => {
    await holdLedger(popup);
    await pressed();
    await pause(1500);
    await harness.stopWorker();
    await letGo(popup);
    expect(await told()).toBe('stopped before it answered');
    expect(await waiting(popup)).toEqual([]);
  });

  it('keeps a file whole or not at all, whenever it is stopped, and takes it at the next press', async () => {
    let before = 0;
    const sizes = new Set<number>();
    for (const moment of [0, 15, 40, 90, 200]) {
      await pressed();
      await pause(moment);
      await harness.stopWorker();
      const answer = await told();
      const files = await waiting(popup);
      if (answer.startsWith('Check')) expect(files.length, `${moment} ms`).toBe(before + 1);
      else expect([before, before + 1], `${moment} ms`).toContain(files.length);
      before = files.length;
      for (const size of files) sizes.add(size);
    }
    await pressed();
    expect(await told()).toBe('Check the codes and save them in the tab');
    for (const size of await waiting(popup)) sizes.add(size);
    expect([...sizes]).toHaveLength(1);
  });
});
