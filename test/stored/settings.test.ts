import { beforeEach, expect, it, vi } from 'vitest';
import { limitsIn } from '../../src/domain/checks/limits';
import { defaultSettings, loadSettings, onSettingsChange, saveSettings } from '../../src/stored/settings';
import { browser, forget } from '../actions/fake-platform';

vi.mock('../../src/platform/native', async () => ({
  browser: (await import('../actions/fake-platform')).browser,
}));

beforeEach(forget);

it('starts from the defaults and keeps what is saved beside them', async () => {
  expect(await loadSettings()).toEqual(defaultSettings);
  const heard = vi.fn();
  const stop = onSettingsChange(heard);
  await saveSettings({ maxPercentOff: 30 });
  await saveSettings({ yourName: 'Mia' });
  stop();
  await saveSettings({ yourName: 'Bo' });
  expect(await loadSettings()).toEqual({ ...defaultSettings, maxPercentOff: 30, yourName: 'Bo' });
  expect(heard).toHaveBeenCalledTimes(2);
  expect(heard).toHaveBeenLastCalledWith({ ...defaultSettings, maxPercentOff: 30, yourName: 'Mia' });
});

it('takes the default in place of a stored value that makes no sense', async () => {
  await browser.storage.local.set({
    settings: {
      maxPercentOff: '30',
      maxRunDays: -1,
      maxOrderQuantity: 2,
      channels: ['Instagram', 7],
      yourName: null,
    },
  });
  expect(await loadSettings()).toEqual({ ...defaultSettings, maxOrderQuantity: 2, channels: ['Instagram'] });
});

it('keeps a theme that there is and a daily target that makes sense', async () => {
  await saveSettings({ theme: 'dark', dailyTarget: 20 });
  expect(await loadSettings()).toEqual({ ...defaultSettings, theme: 'dark', dailyTarget: 20 });
  await browser.storage.local.set({ settings: { theme: 'pink', dailyTarget: 2.5 } });
  expect(await loadSettings()).toEqual(defaultSettings);
});

it('keeps limits of single stores, and nothing else among them', async () => {
  await browser.storage.local.set({
    settings: {
      maxPercentOff: 40,
      limitsByStore: {
        DE: { maxPercentOff: 25, maxRunDays: 0 },
        XX: { maxPercentOff: 9 },
        JP: { maxRunDays: 'x' },
      },
    },
  });
  const settings = await loadSettings();
  expect(settings.limitsByStore).toEqual({ DE: { maxPercentOff: 25 } });
  expect(limitsIn(settings, 'DE')).toEqual({ maxPercentOff: 25, maxRunDays: 30, maxOrderQuantity: 1 });
  expect(limitsIn(settings, 'US')).toEqual({ maxPercentOff: 40, maxRunDays: 30, maxOrderQuantity: 1 });
  expect(limitsIn(settings, null).maxPercentOff).toBe(40);
});
