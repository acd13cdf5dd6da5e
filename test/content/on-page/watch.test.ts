// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watch } from '../../../src/content/on-page/watch';

// The getters that a page can't replace are a real browser's.
vi.mock('../../../src/page/dom/dom', () => ({
  topOf: (of: Document) => of.documentElement,
  isHidden: () => false,
  isLoading: () => false,
}));

/** How long a look of this test takes, milliseconds. */
const lookTime = 50;

describe('watching a page', () => {
  let ended: AbortController;
  let looks: number[];
  let watching: ReturnType<typeof watch>;
  beforeEach(() => {
    vi.useFakeTimers();
    ended = new AbortController();
    looks = [];
    watching = watch(() => looks.push(performance.now()), ended.signal);
    watching.begin();
  });
  afterEach(() => {
    ended.abort();
    vi.useRealTimers();
  });

  /** The page changes by itself, every 10 ms for so long. */
  async function stream(time: number): Promise<void> {
    for (let spent = 0; spent < time; spent += 10) {
      document.body.append(document.createElement('p'));
      await vi.advanceTimersByTimeAsync(10);
    }
  }

  it('rests many times as long as a look took, though the page asked for another meanwhile', async () => {
    watching.took(lookTime, true);
    const begun = performance.now();
    await stream(2400);
    expect(looks.filter((at) => at > begun)).toEqual([]);
    // Quiet for a moment, or a second of waiting for that.
    await stream(1100);
    expect(looks.filter((at) => at > begun)).toHaveLength(1);
  });

  it('looks at once after what the seller did meanwhile', async () => {
    window.dispatchEvent(new Event('input'));
    watching.took(lookTime, true);
    const begun = performance.now();
    await vi.advanceTimersByTimeAsync(150);
    expect(looks.filter((at) => at > begun)).toHaveLength(1);
  });
});
