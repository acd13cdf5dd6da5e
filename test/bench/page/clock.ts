/** Waits for `work` and tells how long it took, in milliseconds. Rubbish of before is cleared away first. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  clean();
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** Collects garbage now, so that none of it is charged to what comes next (the browser is started to allow it). */
export function clean(): void {
  (globalThis as unknown as { gc(): void }).gc();
}

/** Stops the bench when something that was measured did not do its work. */
export function must(right: boolean, what: string): void {
  if (!right) throw new Error(`Wrong result: ${what}`);
}
