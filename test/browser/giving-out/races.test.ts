import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers } from '../browsers.ts';
import type { Harness, Page } from '../harness/index.ts';
import { ask, askBackground, askThrough, openDoor, startWithDoor } from '../with-door.ts';

/** How many codes are given out in all; `npm run races -- 10000` for the long run. */
const wanted = Number(process.env.RACE_CODES ?? 120);
const spare = 7;
/** So many are raced for at once. */
const round = 500;

describe.each(browsers)('giving out from everywhere at once in %s', (browser) => {
  let harness: Harness;
  let workspace: Page;
  let views: Page[];
  beforeAll(async () => {
    harness = await startWithDoor(browser, { other: 'splitDoor' });
  });
  afterAll(() => harness?.close());

  it(`gives out ${wanted} codes, none twice and none left out`, {
    timeout: 60_000 + wanted * 150,
  }, async () => {
    workspace = await harness.extensionPage('workspace');
    const second = await harness.extensionPage('workspace');
    const popup = await harness.extensionPage('popup');
    views = [workspace, second, popup];
    // They wake the background, and read and draft on their own while codes go out.
    for (let tabs = 0; tabs < 2; tabs++) await harness.open('/promotions/new?type=PERCENTAGE_OFF');
    const promotionId = await ask(workspace, 'add', 0, wanted + spare);
    const racers = ['workspace', 'second', 'popup', 'background'] as const;
    const runs: string[][] = [[], [], [], []];
    // Round by round: a driver gives up on a page that takes minutes to answer.
    for (let left = wanted; left > 0; left -= round) {
      const inRound = Math.min(round, left);
      const share = Math.ceil(inRound / 4);
      const startAt = Date.now() + 500;
      const ran = await Promise.all([
        ask(workspace, 'race', racers[0], promotionId, share, startAt),
        ask(second, 'race', racers[1], promotionId, share, startAt),
        ask(popup, 'race', racers[2], promotionId, share, startAt),
        askBackground(workspace, 'race', racers[3], promotionId, inRound - 3 * share, startAt),
      ]);
      for (const [racer, codes] of ran.entries()) runs[racer]?.push(...codes);
    }
    const given = runs.flat();
    expect(given).toHaveLength(wanted);
    expect(new Set(given).size).toBe(wanted);

    const { counts, to, check } = await ask(workspace, 'look', promotionId);
    expect(check.faults).toEqual([]);
    expect(counts).toMatchObject({ total: wanted + spare, issued: wanted, available: spare });
    // In file order, without a gap: exactly the first codes of the import are out.
    expect(Object.values(to).indexOf('')).toBe(wanted);
    const told = Object.fromEntries(runs.flatMap((codes, i) => codes.map((code) => [code, racers[i]])));
    expect(Object.fromEntries(Object.entries(to).filter(([, each]) => each !== ''))).toEqual(told);
  });

  it('shows the true numbers in every view without a reload', async () => {
    for (const view of views)
      await view.waitFor(
        (issued: string) =>
          document.querySelector<HTMLElement>('[data-promotion="Raced"] [data-count="issued"]')?.dataset
            .value === issued,
        String(wanted),
      );
  });

  it('would show codes given out twice if picking and marking were two transactions', async () => {
    const two = [workspace, await harness.extensionPage('workspace')];
    const promotionId = await ask(workspace, 'add', 1e6, 100);
    for (const view of two) await openDoor(view, 'splitDoor');
    const startAt = Date.now() + 500;
    const runs = await Promise.all(
      two.map((view) => askThrough('splitDoor', view, 'race', 'split', promotionId, 30, startAt)),
    );
    const given = runs.flat();
    expect(given).toHaveLength(60);
    expect(new Set(given).size).toBeLessThan(60);
    // The self-check finds it too.
    expect((await ask(workspace, 'look', promotionId)).check.faults).not.toEqual([]);
  });
});
