/** How long the engine has for an answer, ms: a second choice is made after it. */
export const answerWithin = 4000;

/** Resolves after `ms`, or at once when any of the signals is raised. */
export function pause(ms: number, ...signals: readonly (AbortSignal | undefined)[]): Promise<void> {
  return new Promise((done) => {
    const end = () => {
      clearTimeout(timer);
      // A signal may live for days, and is waited for with each entry.
      for (const signal of signals) signal?.removeEventListener('abort', end);
      done();
    };
    const timer = setTimeout(end, ms);
    for (const signal of signals) signal?.addEventListener('abort', end);
    if (signals.some((signal) => signal?.aborted)) end();
  });
}

/** Resolves when any of the signals is raised. */
export function raised(...signals: readonly AbortSignal[]): Promise<void> {
  return new Promise((done) => {
    const end = () => {
      for (const signal of signals) signal.removeEventListener('abort', end);
      done();
    };
    for (const signal of signals) signal.addEventListener('abort', end);
    if (signals.some((signal) => signal.aborted)) end();
  });
}

/** What `work` comes to; undefined if it takes longer than `ms` or `signal` is raised. */
export function within<T>(ms: number, work: Promise<T>, signal?: AbortSignal): Promise<T | undefined> {
  const over = new AbortController();
  const time = pause(ms, signal, over.signal).then(() => undefined);
  return Promise.race([work, time]).finally(() => over.abort());
}

/** How long to wait before the next try: longer each time, and never the same for two who failed together. */
export function nextWait(tries: number, most: number): number {
  return Math.min(most, 100 * 2 ** tries) * (0.5 + Math.random() / 2);
}

/** What is asked of the engine at once: else ten thousand keys would be ten thousand ways there and back. */
export const atOnce = 256;

/** At most so many at once, in any order. */
export async function inParallel<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
  most = atOnce,
): Promise<void> {
  let next = 0;
  const workers = Array.from({ length: Math.min(most, items.length) }, async () => {
    while (next < items.length) await work(items[next++] as T);
  });
  await Promise.all(workers);
}
