import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Harness, launch, type Page } from '../browser/harness/index.ts';
import { type Opener, startOpener } from './opening.ts';
import type { Row } from './report.ts';
import { reportText, trackingIdOf } from './report-text.ts';
import { median } from './stats.ts';

const extension = 'dist/chrome';
const count = 1000;
const opens = 10;
/** Milliseconds. */
const rest = 1500;

const orders = 1_000_000;
/** Reading so many orders takes seconds; on a busy computer many. */
const reportPatience = 300_000;

/** Runs in the page: puts copies of the one promotion there is beside it, with numbers of their own. */
async function multiply(trackingIds: readonly string[]): Promise<void> {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const [{ name = '' } = {}] = await indexedDB.databases();
  const db = await answer(indexedDB.open(name));
  const tx = db.transaction(['promotions', 'counts'], 'readwrite');
  const [promotion] = await answer(tx.objectStore('promotions').getAll());
  const [counts] = await answer(tx.objectStore('counts').getAll());
  for (const [n, trackingId] of trackingIds.entries()) {
    const id = `bench-${n}`;
    const end = `2099-01-${String((n % 28) + 1).padStart(2, '0')}T23:59:00.000Z`;
    tx.objectStore('promotions').put({ ...promotion, id, name: `Promotion ${n}`, trackingId, end });
    tx.objectStore('counts').put({ ...counts, promotionId: id });
  }
  await new Promise((resolve) => {
    tx.oncomplete = resolve;
  });
  db.close();
}

/**
 * A thousand promotions: opening their table, beside the same table with one; then one's results and the orders,
 * counted from a million orders.
 */
export async function measurePromotions(): Promise<Row[]> {
  const harnesses: Harness[] = [];
  const start = async () => {
    const harness = await launch('chromium', { extension });
    harnesses.push(harness);
    return { harness, workspace: await withOne(harness) };
  };
  /** From a page of the same origin that does nothing: a second workspace would read along, on the same main thread. */
  const watched = async ({ harness, workspace }: Awaited<ReturnType<typeof start>>) => {
    await workspace.close();
    return startOpener(harness, await harness.open(`${harness.extensionOrigin}/icons/32.png`));
  };
  try {
    const [one, all] = [await start(), await start()];
    // With the one that was added they are a thousand.
    const trackingIds = Array.from({ length: count - 1 }, (_, n) => trackingIdOf(n));
    await all.workspace.evaluate(multiply, trackingIds);
    const opener = await watched(all);
    const table = { route: '#/promotions', selector: 'tr[data-promotion]' };
    const [alone, thousand] = await timesOf([
      { ...table, opener: await watched(one) },
      { ...table, opener },
    ]);
    const workspace = await all.harness.extensionPage('workspace');
    await takeReport(workspace);
    await workspace.close();
    const [results] = await timesOf([
      { opener, route: '#/promotion/bench-7/results', selector: '[data-testid="results-used"]' },
    ]);
    const [list] = await timesOf([
      { opener, route: '#/orders', selector: '[data-testid="report-list"] :is(tr, li)' },
    ]);
    const row = (id: string, name: string, value = Number.NaN): Row => ({ id, name, value, unit: 'ms' });
    const most = { budget: { most: 200 } };
    return [
      row('promotions-1', '1 promotion: the table stands', alone),
      { ...row('promotions-1000', '1,000 promotions: the table stands', thousand), ...most },
      { ...row('results-1000000', '1,000,000 orders: the results of a promotion stand', results), ...most },
      { ...row('orders-1000000', '1,000,000 orders: the list of reports stands', list), ...most },
    ];
  } finally {
    for (const harness of harnesses) await harness.close();
  }
}

/** The workspace, with one promotion of one code. */
async function withOne(harness: Harness): Promise<Page> {
  const workspace = await harness.extensionPage('workspace');
  await workspace.type('[data-testid="import-promotion"]', 'Bench');
  await workspace.type('[data-testid="paste-codes"]', 'AAAA-BBBBBB-CCCCCC');
  await workspace.click('[data-testid="paste-read"]');
  await workspace.see('[data-testid="import-preview"]');
  await workspace.click('[data-testid="import-confirm"]');
  await workspace.see('[data-promotion]');
  return workspace;
}

/** What is opened, and by what it is seen to stand. */
interface Opening {
  readonly opener: Opener;
  readonly route: string;
  readonly selector: string;
}

/** Medians of when each came to stand, opened in turns; the first opening of each warms its browser up. */
async function timesOf(openings: readonly Opening[]): Promise<number[]> {
  const times = openings.map((): number[] => []);
  for (let open = 0; open <= opens; open++) {
    for (const [i, { opener, route, selector }] of openings.entries()) {
      // Another address each time: to the one it stands at a page does not go anew.
      const [took = Number.NaN] = await opener.timeToSee(`/src/workspace/index.html?${open}${route}`, [
        selector,
      ]);
      if (open > 0) times[i]?.push(took);
      // What a page still does once it stands, nobody leaves it in the midst of: the next would wait for that.
      await new Promise((resolve) => setTimeout(resolve, rest));
    }
  }
  return times.map(median);
}

async function takeReport(workspace: Page): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'claimcheck-bench-orders-'));
  try {
    const file = join(folder, 'all-orders.txt');
    await pipeline(Readable.from(reportText(orders)), createWriteStream(file));
    await workspace.evaluate(() => location.assign('#/orders'));
    await workspace.setFiles('[data-testid="import-report"]', [file]);
    await workspace.waitFor(
      () => document.querySelector('[data-testid="report-result"]') !== null,
      undefined,
      {
        what: 'the report that was taken',
        timeout: reportPatience,
      },
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
