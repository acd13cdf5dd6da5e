import { launch } from '../browser/harness/index.ts';
import { startOpener } from './opening.ts';
import type { Row } from './report.ts';
import { median } from './stats.ts';

const extension = 'dist/chrome';
const count = 1000;
const opens = 10;

/** Runs in the page: puts copies of the one promotion there is beside it, with numbers of their own. */
async function multiply(wanted: number): Promise<void> {
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
  for (let n = 1; n < wanted; n++) {
    const id = `bench-${n}`;
    const end = `2099-01-${String((n % 28) + 1).padStart(2, '0')}T23:59:00.000Z`;
    tx.objectStore('promotions').put({ ...promotion, id, name: `Promotion ${n}`, trackingId: `T-${n}`, end });
    tx.objectStore('counts').put({ ...counts, promotionId: id });
  }
  await new Promise((resolve) => {
    tx.oncomplete = resolve;
  });
  db.close();
}

/** Opening the workspace at the table of a thousand promotions: until its first rows stand, and until all do. */
export async function measurePromotions(): Promise<Row[]> {
  const harness = await launch('chromium', { extension });
  try {
    const workspace = await harness.extensionPage('workspace');
    await workspace.type('[data-testid="import-promotion"]', 'Bench');
    await workspace.type('[data-testid="paste-codes"]', 'AAAA-BBBBBB-CCCCCC');
    await workspace.click('[data-testid="paste-read"]');
    await workspace.see('[data-testid="import-preview"]');
    await workspace.click('[data-testid="import-confirm"]');
    await workspace.see('[data-promotion]');
    await workspace.evaluate(multiply, count);
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
  }
}
