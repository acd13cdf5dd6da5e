import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builds } from '../browser/browsers.ts';
import { type BrowserName, launch } from '../browser/harness/index.ts';
import { writeThrowAwayExtension } from '../browser/harness/throw-away-extension.ts';
import type { Row } from './report.ts';

const form = 'https://sellercentral.amazon.com/promotions/new?type=PERCENTAGE_OFF';
const huge = ['12,000 labelled ticks', '50,000 fields', '20 texts of 100,000 dots', '10,000 lines'] as const;

/**
 * How long the form's page is held up at once while much comes into it: with the extension, beside the same page
 * without it, since a browser's own layout takes long, too.
 */
export async function measureHugePages(): Promise<Row[]> {
  const rows: Row[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'claimcheck-bench-bare-'));
  try {
    for (const browser of ['chromium', 'firefox'] as const) {
      const bare = await holdUps(browser, writeThrowAwayExtension(folder, browser));
      const ours = await holdUps(browser, builds[browser]);
      for (const [at, what] of huge.entries()) {
        const [value = 0, without = 0] = [ours[at], bare[at]];
        rows.push({
          id: `hold-up-${browser}-${at}`,
          name: `longest hold-up of a page with ${what}, ${browser}, beyond the page's own`,
          value: Math.max(0, value - without),
          unit: 'ms',
          budget: { most: 50 },
        });
      }
    }
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function holdUps(browser: BrowserName, extension: string): Promise<number[]> {
  const harness = await launch(browser, { extension });
  try {
    const found: number[] = [];
    for (const what of huge) {
      const page = await harness.open(form);
      // The first look is over.
      await new Promise((resolve) => setTimeout(resolve, 2000));
      found.push(await page.evaluate(longestHoldUp, what));
      await page.close();
    }
    return found;
  } finally {
    await harness.close();
  }
}

/** In the page: fills it, and asks for a turn again and again; the longest wait for one, milliseconds. */
function longestHoldUp(what: string): Promise<number> {
  const box = document.createElement('div');
  const add = (count: number, tag: string, text = (_: number) => '') => {
    for (let at = 0; at < count; at++) {
      const part = box.appendChild(document.createElement(tag));
      if (tag !== 'input') part.textContent = text(at);
      if (tag === 'label') part.prepend(Object.assign(document.createElement('input'), { type: 'checkbox' }));
    }
  };
  if (what.includes('ticks')) add(12_000, 'label', (at) => ` Row ${at}`);
  else if (what.includes('fields')) add(50_000, 'input');
  else if (what.includes('dots')) add(20, 'p', () => '.'.repeat(100_000));
  else add(10_000, 'p', (at) => `Row ${at}`);
  document.querySelector('main form')?.append(box);
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    let last = performance.now();
    let longest = 0;
    const end = last + 7000;
    port1.onmessage = () => {
      const now = performance.now();
      // The page's own layout comes first.
      if (now > end - 6000) longest = Math.max(longest, now - last);
      last = now;
      if (now < end) port2.postMessage(0);
      else resolve(longest);
    };
    port2.postMessage(0);
  });
}
