// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { helpQuestions } from '../../../src/ui/parts/HelpLink';
import { HelpPage } from '../../../src/workspace/help/HelpPage';
import { WhatsNew } from '../../../src/workspace/help/WhatsNew';
import { routeOf } from '../../../src/workspace/parts/route';
import { eventually } from '../../eventually';

const { browser, kept } = vi.hoisted(() => {
  const kept: Record<string, unknown> = {};
  const browser = {
    commands: { getAll: async () => [] },
    runtime: {
      getURL: (path: string) => `chrome-extension://id/${path}`,
      getManifest: () => ({ version: '2.0.0' }),
    },
    storage: {
      local: {
        get: async () => ({ ...kept }),
        set: async (values: Record<string, unknown>) => void Object.assign(kept, values),
      },
    },
  };
  return { browser, kept };
});
vi.mock('../../../src/platform/browser', () => ({ browser }));
vi.mock('../../../src/platform/native', () => ({ browser }));

beforeEach(() => {
  delete kept['version-seen'];
});
afterEach(() => render(null, document.body));

const note = () => document.querySelector('[data-testid="whats-new"]');

it('says nothing of an update to whoever has just installed', async () => {
  render(<WhatsNew />, document.body);
  await eventually(() => expect(kept['version-seen']).toBe('2.0.0'));
  expect(note()).toBeNull();
});

it('tells of an update until that is closed', async () => {
  kept['version-seen'] = '1.9.0';
  render(<WhatsNew />, document.body);
  await eventually(() => expect(note()?.textContent).toContain('updated to 2.0.0'));
  expect(kept['version-seen']).toBe('1.9.0');
  note()?.querySelector('button')?.click();
  await eventually(() => expect(kept['version-seen']).toBe('2.0.0'));
  await eventually(() => expect(note()).toBeNull());
});

it('opens the answer that its address names, and only that', async () => {
  expect(routeOf('#/help/pausing')).toEqual({ page: 'help', topic: 'pausing' });
  expect(routeOf('#/help')).toEqual({ page: 'help', topic: null });
  render(<HelpPage topic="pausing" />, document.body);
  const answers = [...document.querySelectorAll<HTMLDetailsElement>('[data-answer]')];
  expect(answers.map((each) => each.dataset.answer)).toEqual(Object.keys(helpQuestions));
  expect(answers.filter((each) => each.open).map((each) => each.dataset.answer)).toEqual(['pausing']);
  await eventually(() =>
    expect(document.activeElement?.textContent).toBe('What does pausing a giveaway do?'),
  );
  expect(document.querySelector('[data-testid="version"]')?.textContent).toContain('2.0.0');
});
