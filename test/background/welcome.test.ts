import { expect, it, vi } from 'vitest';
import { greet } from '../../src/background/welcome';
import { rulesVersion } from '../../src/domain/checks/rule-book';

const { browser, opened, kept, install } = vi.hoisted(() => {
  const opened: string[] = [];
  const kept: Record<string, unknown> = {};
  const listeners: ((details: { reason: string }) => void)[] = [];
  const browser = {
    runtime: {
      getURL: (path: string) => `chrome-extension://id/${path}`,
      onInstalled: { addListener: (listener: (typeof listeners)[0]) => listeners.push(listener) },
    },
    storage: { local: { set: async (values: object) => void Object.assign(kept, values) } },
    tabs: { create: async ({ url }: { url: string }) => void opened.push(url) },
  };
  const install = (reason: string) => {
    for (const listener of listeners) listener({ reason });
  };
  return { browser, opened, kept, install };
});
vi.mock('../../src/platform/browser', () => ({ browser }));
vi.mock('../../src/platform/native', () => ({ browser }));

it('greets after install, and never after an update of the extension or the browser', () => {
  greet();
  for (const reason of ['update', 'browser_update', 'chrome_update']) install(reason);
  expect(opened).toEqual([]);
  expect(kept).toEqual({});
  install('install');
  expect(opened).toEqual(['chrome-extension://id/src/welcome/index.html']);
  // Who begins with the rules in force hears of no change.
  expect(kept).toEqual({ rulesSeen: rulesVersion });
});
