import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRunner } from '../../../src/content/on-page/slices';

let clock = 0;
beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Work of so many parts, each as long as a whole turn. */
function* work(parts: number): Generator<void, number> {
  for (let part = 0; part < parts; part++) {
    clock += 20;
    yield;
  }
  return parts;
}

it('does little work at once, and more of it turn by turn', async () => {
  const done: number[] = [];
  const runner = createRunner(() => {});
  runner.run(work(0), (parts) => done.push(parts), vi.fn());
  expect(done).toEqual([0]);
  runner.run(work(5), (parts) => done.push(parts), vi.fn());
  expect(done).toEqual([0]);
  await vi.runAllTimersAsync();
  expect(done).toEqual([0, 5]);
});

it('ends what it began, however often more is asked for meanwhile', async () => {
  const done: number[] = [];
  const took = vi.fn();
  const runner = createRunner(took);
  for (let asked = 0; asked < 5; asked++) {
    runner.run(work(10), (parts) => done.push(parts), vi.fn());
    await vi.advanceTimersByTimeAsync(1);
  }
  await vi.runAllTimersAsync();
  expect(done).toEqual([10]);
  expect(took).toHaveBeenCalledTimes(1);
  expect(took).toHaveBeenCalledWith(expect.any(Number), true);
});

it('tells an error, and is stopped for good', async () => {
  const failed = vi.fn();
  const done = vi.fn();
  const runner = createRunner(() => {});
  // biome-ignore lint/correctness/useYield: it never gets that far
  const broken = (function* (): Generator<void, number> {
    throw new Error('broken');
  })();
  runner.run(broken, done, failed);
  expect(failed).toHaveBeenCalledWith(new Error('broken'));
  runner.run(work(5), done, failed);
  runner.stop();
  await vi.runAllTimersAsync();
  expect(done).not.toHaveBeenCalled();
});
