import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers } from '../browsers.ts';
import type { Harness } from '../harness/index.ts';
import { actAt, countsAt, migratedSize, turnsOfMigration } from '../in-page/crash-plan.ts';
import { ask, askThrough, openDoor, startWithDoor } from '../with-door.ts';

/** How often each browser is killed; `npm run kills -- 200` for the long run. */
const kills = Number(process.env.CRASH_KILLS ?? 2);
/** Another seed kills at other moments; it is told with each failure. */
const seed = Number(process.env.CRASH_SEED ?? 20260503);
/** How many of these fall into a migration. */
const killsOfMigration = Math.ceil(kills / 5);
/** A ledger is begun anew once it holds this many codes, so that the checks of a long run stay short. */
const largest = 60_000;
/** A migration is killed within this time, in milliseconds; it takes about as long. */
const longestMigration = 1200;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function random(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Version, stores, and how many blocks of codes were migrated how often, as the browser itself tells. */
function shapeOnDisk(): Promise<{ version: number; stores: string[]; turns: number[]; copies: number }> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('claimcheck');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const stores = [...db.objectStoreNames];
      const tx = db.transaction(stores);
      const blocks = tx.objectStore('blocks').getAll();
      const copies = stores.includes('copies') ? tx.objectStore('copies').count() : null;
      tx.oncomplete = () => {
        db.close();
        const turns = (blocks.result as { turns?: number }[]).map((block) => block.turns ?? 0);
        resolve({ version: db.version, stores, turns, copies: copies?.result ?? 0 });
      };
    };
  });
}

describe.each(browsers)('%s killed at any moment', (browser) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startWithDoor(browser, { other: 'newerDoor' });
  });
  afterAll(() => harness?.close());

  it(`${kills} times keeps each act whole or not at all`, { timeout: 60_000 + kills * 30_000 }, async () => {
    const next = random(seed);
    const interrupted: Record<string, number> = {};
    for (let kill = 1; kill <= kills; kill++) {
      const page = await harness.extensionPage('popup');
      await page.waitFor(() => 'door' in globalThis);
      await page.evaluate((each: number) => {
        const { door } = globalThis as unknown as { door: { endure(seed: number): Promise<unknown> } };
        door.endure(each).catch((error: unknown) => Object.assign(globalThis, { reached: String(error) }));
      }, kill * 1e7);
      await page.waitFor(() => 'reached' in globalThis);
      await pause(next() * 2500);
      const reached = await page.evaluate(() => (globalThis as unknown as { reached: number }).reached);
      await pause(next() * 60);
      await harness.kill();

      const after = await harness.extensionPage('popup');
      const { counts, revision, check } = await ask(after, 'audit');
      const where = `seed ${seed}, kill ${kill}, during ${actAt(revision)}`;
      expect(check.faults, where).toEqual([]);
      // What was told as done is stored; what was under way is there whole or not at all.
      expect(revision, where).toBeGreaterThanOrEqual(reached);
      expect(counts, where).toEqual(countsAt(revision));
      interrupted[actAt(revision)] = (interrupted[actAt(revision)] ?? 0) + 1;
      if (counts.total > largest) await ask(after, 'forget');
    }
    if (process.env.CRASH_KILLS) console.log(`${browser}, killed during`, interrupted);
  });

  it(`${killsOfMigration} times while it migrates keeps the old ledger or has the new one`, {
    timeout: 60_000 + killsOfMigration * 40_000,
  }, async () => {
    const next = random(seed + 1);
    const found: Record<string, number> = {};
    let page = await harness.extensionPage('popup');
    await ask(page, 'forget');
    await ask(page, 'add', 0, migratedSize);
    const before = await page.evaluate(shapeOnDisk);
    const told = await ask(page, 'audit');
    const turns = before.turns.map(() => turnsOfMigration);
    const migrated = { version: before.version + 1, turns, copies: turns.length };
    for (let kill = 1; kill <= killsOfMigration; kill++) {
      await openDoor(page, 'newerDoor');
      await page.evaluate(() => {
        const { newerDoor } = globalThis as unknown as { newerDoor: { audit(): Promise<unknown> } };
        const arrived = (migrated: unknown) => Object.assign(globalThis, { migrated });
        newerDoor.audit().then(() => arrived(true), arrived);
      });
      await pause(next() * longestMigration);
      const done = await page.evaluate(() => (globalThis as { migrated?: unknown }).migrated ?? false);
      await harness.kill();

      page = await harness.extensionPage('popup');
      const where = `seed ${seed}, kill ${kill}, ${done ? 'after' : 'during'} the migration`;
      const shape = await page.evaluate(shapeOnDisk);
      found[`version ${shape.version}`] = (found[`version ${shape.version}`] ?? 0) + 1;
      if (done) expect([done, shape.version], where).toEqual([true, before.version + 1]);
      if (shape.version === before.version) {
        expect(shape, where).toEqual(before);
        expect(await ask(page, 'audit'), where).toEqual(told);
        continue;
      }
      expect(shape, where).toMatchObject(migrated);
      await openDoor(page, 'newerDoor');
      expect(await askThrough('newerDoor', page, 'audit'), where).toEqual(told);
      await ask(page, 'forget');
      await ask(page, 'add', 0, migratedSize);
    }
    // Left alone, it comes to its end.
    await openDoor(page, 'newerDoor');
    expect(await askThrough('newerDoor', page, 'audit')).toEqual(told);
    expect(await page.evaluate(shapeOnDisk)).toMatchObject(migrated);
    if (process.env.CRASH_KILLS) console.log(`${browser}, found after a killed migration`, found);
  });
});
