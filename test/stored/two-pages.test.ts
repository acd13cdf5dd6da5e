import { beforeEach, expect, it, vi } from 'vitest';
import type { KeptItem } from '../../src/actions/backup/kept-item';
import { bringKept, keptItems } from '../../src/actions/backup/kept-settings';
import { defaultSwitches } from '../../src/domain/alerts/switches';
import { defaultSettings } from '../../src/stored/settings';
import { browser, forget } from '../actions/fake-platform';

vi.mock('../../src/platform/native', async () => ({
  browser: (await import('../actions/fake-platform')).browser,
}));

/** What a page of its own has of all that is kept: its own modules, over the one storage of the browser. */
async function aPage() {
  vi.resetModules();
  const [settings, switches, snoozes, confirmed, sent, columns, lessons] = await Promise.all([
    import('../../src/stored/settings'),
    import('../../src/stored/alerts/alert-switches'),
    import('../../src/stored/alerts/alert-snoozes'),
    import('../../src/stored/confirmed'),
    import('../../src/stored/sent-messages'),
    import('../../src/stored/list-columns'),
    import('../../src/stored/lessons'),
  ]);
  return { ...settings, ...switches, ...snoozes, ...confirmed, ...sent, ...columns, ...lessons };
}
type Open = Awaited<ReturnType<typeof aPage>>;

let one: Open;
let other: Open;
let brought: KeptItem[];
beforeEach(async () => {
  forget();
  one = await aPage();
  other = await aPage();
  brought = await keptItems([{ key: 'settings', value: { maxPercentOff: 40 } }]);
});

it.each<[string, (page: Open, at: number) => Promise<unknown>, (page: Open) => Promise<unknown>, unknown]>([
  [
    'settings',
    (page, at) => page.saveSettings(at === 0 ? { maxPercentOff: 30 } : { maxRunDays: 9 }),
    (page) => page.loadSettings(),
    { ...defaultSettings, maxPercentOff: 30, maxRunDays: 9 },
  ],
  [
    'names typed before',
    (page, at) => page.saveSettings(({ channels }) => ({ channels: [...channels, `C${at}`] })),
    async (page) => (await page.loadSettings()).channels,
    ['C0', 'C1'],
  ],
  [
    'alerts of two promotions',
    (page, at) => page.setMuted(`p${at}`, 'leak', true),
    (page) => page.alertSwitches.read(),
    { ...defaultSwitches, muted: { p0: ['leak'], p1: ['leak'] } },
  ],
  [
    'how far two alerts reach',
    (page, at) =>
      page.saveSwitches(({ levels }) => ({ levels: { ...levels, [at ? 'leak' : 'runs-low']: 'off' } })),
    async (page) => (await page.alertSwitches.read()).levels,
    { leak: 'off', 'runs-low': 'off' },
  ],
  [
    'what is put off',
    (page, at) => page.snooze([`leak p${at}`], 5),
    (page) => page.alertSnoozes.read(),
    { 'leak p0': 5, 'leak p1': 5 },
  ],
  [
    'limits confirmed by hand',
    (page, at) => page.saveConfirmation(`k${at}`, new Date().toISOString()),
    async (page) => Object.keys((await page.loadKept()).confirmations),
    ['k0', 'k1'],
  ],
  [
    'words confirmed, and one forgotten',
    (page, at) =>
      at === 0
        ? page.saveConfirmedWords(['tiers x', 'tiers y'])
        : page.forgetWord({ key: 'tiers x', check: 'tiers', word: 'x' }),
    (page) => page.confirmedWords.read(),
    ['tiers y'],
  ],
  [
    'messages marked as sent',
    (page, at) => page.markSent('list', [String(at)]),
    (page) => page.sentMessages('list'),
    new Set(['0', '1']),
  ],
  [
    'columns of two lists',
    (page, at) =>
      page.peopleColumns.keep([`H${at}`], {
        person: at,
        surname: null,
        handle: null,
        channel: null,
        note: null,
      }),
    async (page) => [
      (await page.peopleColumns.of(['H0']))?.person,
      (await page.peopleColumns.of(['H1']))?.person,
    ],
    [0, 1],
  ],
  [
    'a backup’s settings, beside what is saved meanwhile',
    async (page, at) => (at === 0 ? bringKept(brought) : page.saveSettings({ maxRunDays: 9 })),
    (page) => page.loadSettings(),
    { ...defaultSettings, maxPercentOff: 40, maxRunDays: 9 },
  ],
])('%s: two pages change them at once, and neither is lost', async (_, change, look, both) => {
  await Promise.all([change(one, 0), change(other, 1)]);
  expect(await look(one)).toEqual(both);
});

it('writes nothing where nothing changes, and goes on after a change that failed', async () => {
  const set = vi.spyOn(browser.storage.local, 'set');
  await one.peopleColumns.forgetNames(['Anna']);
  expect(set).not.toHaveBeenCalled();
  set.mockRejectedValueOnce(new Error('full'));
  await expect(one.saveSettings({ maxRunDays: 9 })).rejects.toThrow('full');
  await other.saveSettings({ maxRunDays: 8 });
  expect((await one.loadSettings()).maxRunDays).toBe(8);
  set.mockRestore();
});
