// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { copyText } from '../../src/platform/clipboard';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('does not wait for a clipboard that never answers', async () => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(navigator.clipboard, 'writeText').mockReturnValue(new Promise(() => {}));
  document.execCommand = () => false;
  const copied = copyText('7GM3-ABCDEF-GHJKLM');
  await vi.advanceTimersByTimeAsync(5000);
  expect(await copied).toBe(false);
});
