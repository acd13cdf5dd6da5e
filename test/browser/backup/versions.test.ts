import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../../../src/ledger/store/migrations';
import { browsers } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { ask, startWithDoor } from '../with-door.ts';

/** Opens the ledger as another version of Claimcheck would; what came of it. */
function openAs(page: Page, version: number): Promise<string> {
  return page.evaluate(
    (wanted: number) =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('claimcheck', wanted);
        opening.onblocked = () => resolve('blocked');
        opening.onerror = () => resolve(opening.error?.name ?? 'error');
        opening.onsuccess = () => {
          opening.result.close();
          resolve('open');
        };
      }),
    version,
  );
}

describe.each(browsers)('two versions at once in %s', (browser) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startWithDoor(browser);
  });
  afterAll(() => harness?.close());

  it('an older tab lets go of the ledger, says so, and loses nothing', async () => {
    const old = await harness.extensionPage('workspace');
    const promotionId = await ask(old, 'add', 0, 10);
    await old.see('[data-promotion="Raced"]');
    const other = await harness.extensionPage('popup');
    // An update replaces the ledger's shape while the older tab is still open.
    expect(await openAs(other, migrations.length + 1)).toBe('open');
    await old.waitFor(() => document.body.textContent?.includes('Claimcheck was updated'));
    // An older Claimcheck that starts now refuses to touch what it does not know.
    const late = await harness.extensionPage('workspace');
    await late.waitFor(() => document.body.textContent?.includes('saved by a newer version of Claimcheck'));
    expect(
      await late.evaluate(
        () =>
          new Promise((resolve) => {
            const opening = indexedDB.open('claimcheck');
            opening.onsuccess = () => {
              const counts = opening.result.transaction('counts').objectStore('counts').getAll();
              counts.onsuccess = () => resolve(counts.result.map((row) => [row.promotionId, row.total]));
            };
          }),
      ),
    ).toEqual([[promotionId, 10]]);
  });
});
