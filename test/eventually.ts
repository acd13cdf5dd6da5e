import { vi } from 'vitest';

/** Waits until `check` throws no more; long, for a machine that does other things too. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 20_000 });
}
