import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFinds } from '../axe.ts';
import { start } from '../browsers.ts';
import type { Harness } from '../harness/index.ts';
import { seeChecks } from '../overlay-state.ts';

// As on a damaged disk: where the browser would keep its databases stands something it can't use.
describe('chromium whose storage can’t be opened', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await start('chromium');
    const place = join(harness.profile, 'Default', 'IndexedDB');
    // The browser may be writing there.
    rmSync(place, { recursive: true, force: true, maxRetries: 10 });
    writeFileSync(place, '');
  });
  afterAll(() => harness?.close());

  it.each(['popup', 'workspace'] as const)('the %s says what is wrong and what to do', async (which) => {
    const page = await harness.extensionPage(which);
    await page.waitFor(() => document.querySelector('[role="alert"]')?.textContent);
    const said = await page.text('[role="alert"]');
    expect(said).toContain('couldn’t open or read its storage');
    expect(said).toContain('Nothing was deleted');
    expect(said).toContain('restart the browser');
    expect(
      await page.evaluate(
        () => document.querySelectorAll('button, input, textarea, [data-promotion], [data-count]').length,
      ),
    ).toBe(0);
    expect(await axeFinds(page)).toEqual([]);
    await page.close();
  });

  it('the form is still judged', async () => {
    const page = await harness.open('/promotions/new?type=PERCENTAGE_OFF');
    await seeChecks(page, { 'claim-code-single-use': 'fail', 'applies-to': 'pass' });
  });
});
