import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Harness, launch } from '../browser/harness/index.ts';
import { codesText } from './codes.ts';
import { startOpener } from './opening.ts';
import type { Row } from './report.ts';
import { median } from './stats.ts';

const extension = 'dist/chrome';
const sizes = [1000, 1_000_000];
const opens = 10;
/** A million codes are read and stored in seconds; on a busy computer in many. */
const importPatience = 120_000;

/** The extension as built, in its own browser: from form to overlay, and opening the popup at two sizes. */
export async function measureExtension(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'claimcheck-bench-codes-'));
  // One browser for each size, both open at once, so that their turns alternate.
  const harnesses: Harness[] = [];
  try {
    for (const size of sizes) {
      const harness = await launch('chromium', { extension });
      harnesses.push(harness);
      const file = join(folder, `codes-${size}.txt`);
      await writeFile(file, codesText(size));
      await importFile(harness, file, size);
    }
    return [...(await fromFormToOverlay(harnesses)), ...(await popupOpening(harnesses))];
  } finally {
    for (const harness of harnesses) await harness.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function importFile(harness: Harness, file: string, size: number): Promise<void> {
  const workspace = await harness.extensionPage('workspace');
  await workspace.type('[data-testid="import-promotion"]', 'Bench');
  await workspace.setFiles('[data-testid="import-codes"]', [file]);
  await workspace.waitFor(
    (id: string) => document.querySelector(`[data-testid="${id}"]`) !== null,
    'import-preview',
    { what: `the preview of ${size} codes`, timeout: importPatience },
  );
  await workspace.click('[data-testid="import-confirm"]');
  await workspace.waitFor(
    (count: string) =>
      document.querySelector<HTMLElement>('[data-count="available"]')?.dataset.value === count,
    String(size),
    { what: `${size} codes left`, timeout: importPatience },
  );
  await workspace.close();
}

/** What the seller waits for: script injection by the browser and everything else included. */
async function fromFormToOverlay([harness]: readonly Harness[]): Promise<Row[]> {
  if (!harness) return [];
  const home = await harness.open('/promotions');
  const opener = await startOpener(harness, home);
  const times: number[] = [];
  for (let open = 0; open <= opens; open++) {
    const [formAt = 0, overlayAt = 0] = await opener.timeToSee('/promotions/new?type=PERCENTAGE_OFF', [
      '#a-autoid-1',
      'claimcheck-overlay',
    ]);
    // The first opening warms the browser up.
    if (open > 0) times.push(overlayAt - formAt);
  }
  return [
    {
      id: 'form-to-overlay',
      name: 'from the form in the page to the overlay',
      value: median(times),
      unit: 'ms',
      budget: { most: 100 },
    },
  ];
}

async function popupOpening(harnesses: readonly Harness[]): Promise<Row[]> {
  const openers = await Promise.all(
    harnesses.map(async (harness) => startOpener(harness, await harness.extensionPage('workspace'))),
  );
  const times = harnesses.map((): number[] => []);
  for (let open = 0; open <= opens; open++) {
    for (const [i, opener] of openers.entries()) {
      const [time = 0] = await opener.timeToSee('/src/popup/index.html', ['[data-count="available"]']);
      if (open > 0) times[i]?.push(time);
    }
  }
  const first = median(times[0] ?? []);
  return sizes.map((size, i) => {
    const value = median(times[i] ?? []);
    const name = `popup opens at ${new Intl.NumberFormat('en').format(size)} codes`;
    const row: Row = { id: `popup-${size}`, name, value, unit: 'ms' };
    // "The same time" at any number of codes; the rest is noise.
    return i === 0
      ? row
      : { ...row, ratio: { times: value / first, of: 'as at 1,000' }, budget: { most: 1.5 } };
  });
}
