import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { patience } from '../../../src/team/follow/writer';
import { forget } from '../../../src/team/personal/forgetting';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('goes through a history as long as that takes, and waits for the engine while it answers', async () => {
  const planned = { erasure: { entries: 9, forgotten: 0, whole: [], listed: [], promotions: [], marks: [] } };
  const after = <T>(ms: number, value: T) => new Promise<T>((resolve) => void setTimeout(resolve, ms, value));
  const asked = (engine: Promise<void>) =>
    forget([{ to: 'Ana', handle: '' }], {
      db: null as never,
      log: { keys: { destroy: async () => undefined } as never },
      personal: {
        keysOf: async (_texts: unknown, heard: () => void) => {
          for (let answer = 0; answer < 4; answer++) {
            await after(patience / 2, null);
            heard();
          }
          return [];
        },
      } as never,
      ready: engine,
      alone: () => after(4 * patience, { ...planned, texts: [] } as never),
      write: async () => ({ done: true, result: null }) as never,
    });
  const long = asked(Promise.resolve());
  await vi.advanceTimersByTimeAsync(7 * patience);
  expect(await long).toMatchObject({ done: true });

  const silent = expect(asked(after(2 * patience, undefined))).rejects.toMatchObject({ cause: 'late' });
  await vi.advanceTimersByTimeAsync(2 * patience);
  await silent;
});
