import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type Browser from 'webextension-polyfill';
import type { Page } from '../harness/index.ts';
import { ask, startWithDoor } from '../with-door.ts';

/** The log's last record as a kill in the midst of its writing leaves it. */
function tear(profile: string): void {
  const root = join(profile, 'Default', 'IndexedDB');
  const [folder] = readdirSync(root).filter((name) => name.endsWith('.leveldb'));
  const [log] = readdirSync(join(root, folder as string)).filter((name) => name.endsWith('.log'));
  const path = join(root, folder as string, log as string);
  truncateSync(path, statSync(path).size - 9);
}

/** Until the log of this session is a new one. */
async function seeFreshLog(page: Page): Promise<void> {
  for (const end = Date.now() + 20_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const stored = await page.evaluate(() => {
      const { storage } = (globalThis as unknown as { chrome: Pick<typeof Browser, 'storage'> }).chrome;
      return storage.session.get('fresh-log');
    });
    if ((stored as Record<string, unknown>)['fresh-log'] === true) return;
    if (Date.now() > end) throw new Error('No fresh log was begun.');
  }
}

describe('a log that a killed browser left torn', () => {
  let profile: string;
  beforeAll(() => {
    profile = mkdtempSync(join(tmpdir(), 'claimcheck-torn-'));
  });
  afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

  it('does not cost the ledger at the start after the next', async () => {
    const found: number[] = [];
    for (let start = 0; start < 4; start++) {
      const harness = await startWithDoor('chromium', { profile });
      try {
        const page = await harness.extensionPage('popup');
        const { counts, check } = await ask(page, 'audit');
        expect(check.faults).toEqual([]);
        found.push(counts.total);
        await seeFreshLog(page);
        await ask(page, 'add', start * 100, 100);
      } finally {
        await harness.close();
      }
      tear(profile);
    }
    // What was written last may be torn away; all before it stays.
    expect(found[0]).toBe(0);
    for (const [start, total] of found.entries()) expect(total).toBeGreaterThanOrEqual((start - 1) * 100);
    expect(found.at(-1)).toBeGreaterThanOrEqual(200);
  });
});
