import { expect, it, vi } from 'vitest';
import { greet } from '../../src/background/welcome';

const { browser, opened, install } = vi.hoisted(() => {
  const opened: string[] = [];
  const listeners: ((details: { reason: string }) => void)[] = [];
  const browser = {
    runtime: {
      getURL: (path: string) => `chrome-extension://id/${path}`,
      onInstalled: { addListener: (listener: (typeof listeners)[0]) => listeners.push(listener) },
    },
    tabs: { create: async ({ url }: { url: string }) => void opened.push(url) },
  };
  const install = (reason: string) => {
    for (const listener of listeners) listener({ reason });
  };
  return { browser, opened, install };
});
vi.mock('../../src/platform/browser', () => ({ browser }));

it('greets after install, and never after an update of the extension or the browser', () => {
  greet();
  for (const reason of ['update', 'browser_update', 'chrome_update']) install(reason);
  expect(opened).toEqual([]);
  install('install');
  expect(opened).toEqual(['chrome-extension://id/src/welcome/index.html']);
});
