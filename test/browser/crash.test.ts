import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers } from './browsers.ts';
import type { Harness } from './harness/index.ts';
import { actAt, countsAt } from './in-page/crash-plan.ts';
import { ask, startWithDoor } from './with-door.ts';

/** How often each browser is killed; `npm run kills -- 200` for the long run. */
const kills = Number(process.env.CRASH_KILLS ?? 2);
/** Another seed kills at other moments; it is told with each failure. */
const seed = Number(process.env.CRASH_SEED ?? 20260503);
/** A ledger is begun anew once it holds this many codes, so that the checks of a long run stay short. */
const largest = 60_000;

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

describe.each(browsers)('%s killed at any moment', (browser) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startWithDoor(browser);
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
});
