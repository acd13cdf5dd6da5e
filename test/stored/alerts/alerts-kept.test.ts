import { beforeEach, expect, it, vi } from 'vitest';
import { noSigns } from '../../../src/domain/alerts/signs';
import { defaultSwitches } from '../../../src/domain/alerts/switches';
import { alertMemory } from '../../../src/stored/alerts/alert-memory';
import { alertSnoozes, snooze } from '../../../src/stored/alerts/alert-snoozes';
import { alertSwitches, saveSwitches, setMuted } from '../../../src/stored/alerts/alert-switches';
import {
  nothingKept,
  onAlertsDecided,
  onAlertsKept,
  readAlertsKept,
} from '../../../src/stored/alerts/alerts-kept';
import { browser, forget } from '../../actions/fake-platform';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));

const { local } = browser.storage;
beforeEach(forget);

it('is what was decided, and the defaults where nothing sound is kept', async () => {
  expect(await readAlertsKept()).toEqual(nothingKept);
  await saveSwitches({ notify: true });
  await saveSwitches({ levels: { leak: 'home' } });
  expect(await alertSwitches.read()).toEqual({ ...defaultSwitches, notify: true, levels: { leak: 'home' } });
  for (const broken of [
    7,
    { ...defaultSwitches, quiet: { from: 1440, to: 0 } },
    { ...defaultSwitches, levels: { leak: 'loud' } },
    { ...defaultSwitches, muted: { p: ['nothing'] } },
  ]) {
    await local.set({ alertSwitches: broken });
    expect(await alertSwitches.read()).toEqual(defaultSwitches);
  }
});

it('keeps of few codes only what the seller set, so that the rules may change for everyone else', async () => {
  await saveSwitches({ notify: true });
  await saveSwitches(({ low }) => ({ low: { ...low, days: 9 } }));
  expect(await local.get('alertSwitches')).toEqual({
    alertSwitches: { ...defaultSwitches, notify: true, low: { days: 9 } },
  });
  expect((await alertSwitches.read()).low).toEqual({ codes: 5, percent: 10, days: 9 });
  // As it was kept before.
  await local.set({ alertSwitches: { ...defaultSwitches, low: { codes: 7, percent: 10, days: 3 } } });
  expect((await alertSwitches.read()).low).toEqual({ codes: 7, percent: 10, days: 3 });
});

it('switches kinds off for one promotion one after the other, and loses none', async () => {
  const levels = { leak: 'home' } as const;
  await Promise.all([
    setMuted('p', 'leak', true),
    setMuted('q', 'leak', true),
    saveSwitches({ levels }),
    setMuted('p', 'runs-low', true),
    setMuted('q', 'leak', false),
  ]);
  expect(await alertSwitches.read()).toEqual({
    ...defaultSwitches,
    levels,
    muted: { p: ['leak', 'runs-low'] },
  });
});

it('leaves out each row that is not sound', async () => {
  const told = { since: 1, occasion: null, stands: true, told: null };
  await local.set({ announcedAlerts: { 'leak p': told, 'leak q': { ...told, since: 'x' }, x: 3 } });
  expect(await alertMemory.read()).toEqual({ 'leak p': told });
  await local.set({ announcedAlerts: null });
  expect(await alertMemory.read()).toEqual({});
  const good = { ...noSigns, leak: { kind: 'more-than-out', count: 2, uses: 5 } };
  await local.set({ alertSigns: { p: good, q: { ...good, leak: { kind: 'other' } } } });
  expect((await readAlertsKept()).signs).toEqual({ p: good });
  await local.set({ alertSnoozes: { a: 5, b: '6', c: Number.NaN } });
  expect(await alertSnoozes.read()).toEqual({ a: 5 });
});

it('remembers as many ends of putting off as matter', async () => {
  for (let at = 1; at <= 502; at++) await snooze([`ends-soon ${at}`], at);
  await snooze(['ends-soon 400'], 900);
  const all = await alertSnoozes.read();
  expect(Object.keys(all)).toHaveLength(500);
  expect(all['ends-soon 400']).toBe(900);
  expect(all['ends-soon 1']).toBeUndefined();
});

it('tells of what the seller decided apart from what was looked up', async () => {
  const heard: string[] = [];
  const stops = [onAlertsKept(() => heard.push('kept')), onAlertsDecided(() => heard.push('decided'))];
  await local.set({ alertSigns: {} });
  expect(heard).toEqual(['kept']);
  await snooze(['leak p'], 1);
  expect(heard).toEqual(['kept', 'kept', 'decided']);
  // What was announced is the background's own affair.
  await local.set({ announcedAlerts: {} });
  expect(heard).toHaveLength(3);
  for (const stop of stops) stop();
});
