// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import { Shortcuts } from '../../../src/workspace/settings/Shortcuts';
import { eventually } from '../../eventually';

const { browser, given } = vi.hoisted(() => {
  const given = {
    commands: [] as { name: string; shortcut?: string }[],
    tabs: [] as string[],
    refuse: false,
  };
  const browser = {
    commands: { getAll: async () => given.commands },
    tabs: {
      create: async ({ url }: { url: string }) => {
        if (given.refuse) throw new Error('Illegal URL');
        given.tabs.push(url);
      },
    },
  };
  return { browser, given };
});
vi.mock('../../../src/platform/browser', () => ({ browser }));

afterEach(() => render(null, document.body));

const keys = (what: string) => document.querySelector(`[data-shortcut="${what}"] dd`)?.textContent;

it('shows the keys that the browser has now, and again when the seller comes back from changing them', async () => {
  given.commands = [
    { name: '_execute_action', shortcut: 'Alt+Shift+G' },
    { name: 'open-panel', shortcut: '' },
  ];
  render(<Shortcuts />, document.body);
  await eventually(() => expect(keys('popup') === 'Alt+Shift+G').toBe(true));
  expect(keys('panel')).toBe('Not set');
  given.commands = [
    { name: '_execute_action', shortcut: 'Ctrl+B' },
    { name: '_execute_sidebar_action', shortcut: 'F2' },
  ];
  window.dispatchEvent(new Event('focus'));
  await eventually(() => expect(keys('popup') === 'Ctrl+B' && keys('panel') === 'F2').toBe(true));
});

it('opens the browser’s own page of shortcuts, or names it where the browser refuses', async () => {
  given.commands = [{ name: '_execute_action', shortcut: 'Alt+Shift+G' }];
  render(<Shortcuts />, document.body);
  await eventually(() => expect(document.querySelector('button') !== null).toBe(true));
  document.querySelector<HTMLButtonElement>('button')?.click();
  await eventually(() => expect(given.tabs.length === 1).toBe(true));
  expect(given.tabs).toEqual(['chrome://extensions/shortcuts']);
  given.refuse = true;
  document.querySelector<HTMLButtonElement>('button')?.click();
  await eventually(() =>
    expect(document.body.textContent?.includes('on the page chrome://extensions/shortcuts')).toBe(true),
  );
});
