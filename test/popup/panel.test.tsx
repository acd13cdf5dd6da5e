// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { KeepOpen } from '../../src/popup/KeepOpen';
import { SiteAccess } from '../../src/popup/SiteAccess';
import { eventually } from '../eventually';

const { access, browser } = vi.hoisted(() => {
  const access = {
    allowed: new Set<string>(),
    asked: [] as string[][],
    answer: async (): Promise<boolean> => true,
    listeners: new Set<() => void>(),
  };
  const event = {
    addListener: (listener: () => void) => access.listeners.add(listener),
    removeListener: (listener: () => void) => access.listeners.delete(listener),
  };
  const browser = {
    runtime: {
      getURL: () => 'chrome-extension://id/',
      getManifest: () => ({ content_scripts: [{ matches: ['https://one/*', 'https://two/*'] }] }),
    },
    permissions: {
      contains: async ({ origins }: { origins: string[] }) =>
        origins.every((each) => access.allowed.has(each)),
      request: ({ origins }: { origins: string[] }) => {
        access.asked.push(origins);
        return access.answer();
      },
      onAdded: event,
      onRemoved: event,
    },
  };
  return { access, browser };
});
vi.mock('../../src/platform/browser', () => ({ browser }));

const text = () => document.body.textContent ?? '';
const button = () => document.querySelector<HTMLButtonElement>('button');
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

beforeEach(() => {
  access.allowed.clear();
  access.asked.length = 0;
  access.answer = async () => true;
});
afterEach(() => render(null, document.body));

it('says nothing of access while one of Amazon’s pages is allowed, or where the browser doesn’t tell', async () => {
  access.allowed.add('https://two/*');
  render(<SiteAccess />, document.body);
  await settled();
  expect(text()).toBe('');
  render(null, document.body);
  const { contains } = browser.permissions;
  browser.permissions.contains = () => Promise.reject(new Error('no such thing'));
  render(<SiteAccess />, document.body);
  await settled();
  expect(text()).toBe('');
  browser.permissions.contains = contains;
});

it('says that every page is withheld, and has the browser ask in the click', async () => {
  render(<SiteAccess />, document.body);
  await eventually(() => expect(text().includes('doesn’t let Claimcheck read Seller Central')).toBe(true));
  button()?.click();
  // At once: a browser asks only in the click itself.
  expect(access.asked).toEqual([['https://one/*', 'https://two/*']]);
  await eventually(() => expect(text().includes('Reload the Amazon tabs')).toBe(true));
  expect(button()).toBeNull();
});

it('says where to allow it by hand after a no', async () => {
  access.answer = async () => false;
  render(<SiteAccess />, document.body);
  await eventually(() => expect(button() !== null).toBe(true));
  button()?.click();
  await eventually(() => expect(text().includes('Site access')).toBe(true));
  expect(text()).toContain('Nothing was changed.');
  // Allowed there, it goes by itself.
  access.allowed.add('https://one/*');
  for (const listener of access.listeners) listener();
  await eventually(() => expect(text().includes('Reload the Amazon tabs')).toBe(true));
});

it('opens the panel in the click, and leaves the popup only once it stands', async () => {
  const close = vi.spyOn(window, 'close').mockImplementation(() => undefined);
  let open = () => {};
  const asked = vi.fn(() => new Promise<void>((resolve) => (open = resolve)));
  render(<KeepOpen open={asked} />, document.body);
  button()?.click();
  expect(asked).toHaveBeenCalledOnce();
  await settled();
  expect(close).not.toHaveBeenCalled();
  open();
  await eventually(() => expect(close.mock.calls.length === 1).toBe(true));
  close.mockRestore();
});

it('says so where the panel doesn’t open', async () => {
  render(<KeepOpen open={() => Promise.reject(new Error('no gesture'))} />, document.body);
  button()?.click();
  await eventually(() => expect(text().includes('didn’t open its side panel')).toBe(true));
});
