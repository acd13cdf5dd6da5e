import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers } from '../browsers.ts';
import type { Harness } from '../harness/index.ts';
import { type SmallDisk, smallDisk } from '../harness/small-disk.ts';
import { ask, startWithDoor } from '../with-door.ts';

const mebibyte = 1024 * 1024;
const added = 1000;
/** In megabytes: so little that Firefox’s quota, a tenth of it, is less than what Chromium must have free. */
const size = 400;

/** Only an account that may mount can have a disk of its own. */
const mayMount = (() => {
  const disk = smallDisk(1);
  disk?.close();
  return disk !== null;
})();

describe.skipIf(!mayMount).each(browsers)('a full disk under %s', (browser) => {
  let disk: SmallDisk;
  let harness: Harness;
  beforeAll(async () => {
    const mounted = smallDisk(size);
    if (!mounted) throw new Error('No disk could be mounted.');
    disk = mounted;
    harness = await startWithDoor(browser, { profile: disk.folder });
  });
  afterAll(async () => {
    await harness?.close();
    disk?.close();
  });

  it('takes no import, refuses codes, says so, and goes on once there is room', async () => {
    let page = await harness.extensionPage('popup');
    const promotionId = await ask(page, 'add', 0, added);
    const before = await ask(page, 'audit');
    expect(before).toMatchObject({ counts: { total: added, available: added }, check: { faults: [] } });

    disk.fill(3 * mebibyte);
    await expect(ask(page, 'add', added, 200_000)).rejects.toThrow('nothing was saved');
    expect(await ask(page, 'audit')).toEqual(before);
    disk.fill(0);
    const { codes, refusal } = await ask(page, 'untilRefused', promotionId, added);
    expect(refusal).toContain('nothing was saved');
    // Firefox may free a little for itself, enough for a few codes; those are then truly given out.
    if (browser === 'chromium') expect(codes).toEqual([]);
    const full = await ask(page, 'audit');
    const issued = new Set(codes).size;
    expect(full).toMatchObject({
      counts: { total: added, issued, available: added - issued },
      check: { faults: [] },
    });

    disk.empty();
    expect(await ask(page, 'audit')).toEqual(full);
    expect(await ask(page, 'race', 'Anna', promotionId, 2, Date.now())).toHaveLength(2);
    await harness.restart();
    page = await harness.extensionPage('popup');
    expect(await ask(page, 'audit')).toMatchObject({
      counts: { total: added, issued: issued + 2, available: added - issued - 2 },
      check: { faults: [] },
    });
  });
});
