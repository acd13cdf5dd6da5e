import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';

/**
 * How far the busiest page's process grew while `work` ran, in bytes of memory in use (RSS): heap, array
 * buffers and all else of the page; not the browser's own store, which is another process. The system
 * itself keeps the peak, so none is missed between two looks. Null where the system keeps none (not Linux).
 * The page must have been opened just before, in a process that did nothing else.
 */
export async function peakOf(browser: Browser, work: () => Promise<unknown>): Promise<number | null> {
  if (process.platform !== 'linux') {
    await work();
    return null;
  }
  const before = await pages(browser);
  await work();
  const grown = [...(await pages(browser))].map(([pid, { peak }]) => peak - (before.get(pid)?.now ?? peak));
  return Math.max(...grown);
}

/** Between two looks at the heap, milliseconds. */
const look = 10;

/**
 * By how many bytes the page's heap grew at most while `work` ran, array buffers and what nobody has collected yet
 * included. Looked at again and again, in the pauses that the work makes: a peak within one task is not seen.
 */
export async function heapPeakOf(page: Page, work: () => Promise<unknown>): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  const heap = async () => {
    // Newer than Playwright's types: array buffers are told apart.
    const told: { usedSize: number; backingStorageSize?: number } = await cdp.send('Runtime.getHeapUsage');
    return told.usedSize + (told.backingStorageSize ?? 0);
  };
  const before = await heap();
  let most = before;
  let over = false;
  const done = work().finally(() => {
    over = true;
  });
  while (!over) {
    most = Math.max(most, await heap());
    await new Promise((resolve) => setTimeout(resolve, look));
  }
  await done;
  await cdp.detach();
  return most - before;
}

interface Memory {
  readonly now: number;
  readonly peak: number;
}

async function pages(browser: Browser): Promise<Map<number, Memory>> {
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  await cdp.detach();
  return new Map(
    processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => [id, memoryOf(id)] as const),
  );
}

function memoryOf(pid: number): Memory {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]);
  return { now: kilobytes('VmRSS') * 1024, peak: kilobytes('VmHWM') * 1024 };
}
