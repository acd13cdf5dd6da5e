import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../browser/harness/index.ts';
import { startOpener } from './opening.ts';
import type { Row } from './report.ts';
import { median } from './stats.ts';

const extension = 'dist/chrome';
const count = 1000;
const opens = 10;

/** A history of ours that makes so many promotions, each with two codes, one of them out. */
function history(): string {
  const lines = ['code,state,promotion,tracking_id,issued_at,issued_to,marketplace,valid_until'];
  for (let n = 0; n < count; n++) {
    const letters = String(n).padStart(6, 'A');
    const rest = `Promotion ${n},TRACK-${n}`;
    const end = `2099-01-${String((n % 28) + 1).padStart(2, '0')}T23:59:00Z`;
    lines.push(`AAAA-${letters}-BBBBBB,issued,${rest},2026-01-05T10:00:00Z,Anna,US,${end}`);
    lines.push(`AAAA-${letters}-CCCCCC,available,${rest},,,US,${end}`);
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** Opening the workspace at the table of a thousand promotions: until its first rows stand, and until all do. */
export async function measurePromotions(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'claimcheck-bench-promotions-'));
  const harness = await launch('chromium', { extension });
  try {
    const file = join(folder, 'history.csv');
    await writeFile(file, history());
    const workspace = await harness.extensionPage('workspace');
    await workspace.setFiles('[data-testid="import-codes"]', [file]);
    await workspace.see('[data-testid="import-preview"]');
    await workspace.click('[data-testid="import-confirm"]');
    await workspace.waitFor(() => document.querySelectorAll('[data-promotion]').length > 1, undefined, {
      what: `${count} promotions`,
      timeout: 120_000,
    });
    const opener = await startOpener(harness, workspace);
    const first: number[] = [];
    const all: number[] = [];
    for (let open = 0; open <= opens; open++) {
      // Another address each time: to the one it stands at a page does not go anew.
      const [firstAt = 0, allAt = 0] = await opener.timeToSee(
        `/src/workspace/index.html?${open}#/promotions`,
        ['tr[data-promotion]', `tbody tr:nth-child(${count})`],
      );
      if (open === 0) continue;
      first.push(firstAt);
      all.push(allAt);
    }
    return [
      {
        id: 'promotions-1000',
        name: '1,000 promotions: the table stands',
        value: median(first),
        unit: 'ms',
        budget: { most: 200 },
      },
      { id: 'promotions-1000-all', name: '1,000 promotions: all rows', value: median(all), unit: 'ms' },
    ];
  } finally {
    await harness.close();
    await rm(folder, { recursive: true, force: true });
  }
}
