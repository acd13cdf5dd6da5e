import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { start } from '../browsers.ts';
import type { Harness } from '../harness/index.ts';
import { seeChecks } from '../overlay-state.ts';

// Chromium's extension pages never open in a private window of their own, and keep their storage.
describe('private windows of firefox, where nothing can be stored', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await start('firefox', { privateWindows: true });
  });
  afterAll(() => harness?.close());

  it.each(['popup', 'workspace'] as const)('the %s says so, and offers nothing to lose', async (which) => {
    const page = await harness.extensionPage(which);
    await page.waitFor(() => document.body.innerText.includes('Open Claimcheck in a regular window'));
    expect(await page.text('body')).toContain('private windows');
    expect(
      await page.evaluate(
        () => document.querySelectorAll('button, input, textarea, [data-promotion]').length,
      ),
    ).toBe(0);
    await page.close();
  });

  it('the form is still judged', async () => {
    const page = await harness.open('/promotions/new?type=PERCENTAGE_OFF');
    await seeChecks(page, { 'claim-code-single-use': 'fail', 'applies-to': 'pass' });
  });
});
