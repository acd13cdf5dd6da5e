import { beforeEach, describe, expect, it, vi } from 'vitest';
import { announceAlerts, routeOfNotification } from '../../../src/actions/alerts/announce-alerts';
import type { PromotionWithCounts } from '../../../src/actions/pool';
import { defaultSwitches } from '../../../src/domain/alerts/switches';
import { noCounts } from '../../../src/domain/promotion';
import { nothingKept } from '../../../src/stored/alerts/alerts-kept';
import { aPromotion } from '../../a-promotion';
import { browser, done, forget } from '../fake-platform';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../fake-platform')).browser,
}));
vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../fake-platform')).browser,
}));

const noon = new Date(2026, 5, 15, 12).getTime();
const hour = 3_600_000;
const kept = { ...nothingKept, switches: { ...defaultSwitches, notify: true } };
const low = (id: string, available = 3): PromotionWithCounts => ({
  promotion: aPromotion({ id, name: `Garlic ${id}`, end: new Date(noon + 900 * hour).toISOString() }),
  counts: { ...noCounts, total: 500, available, issued: 500 - available },
  lastIssuedAt: null,
});
const shown = () => done.shown.map(({ title, message }) => [title, message]);

beforeEach(() => {
  forget();
  done.mayNotify = true;
});

describe('what came up', () => {
  it('is shown once, again once it comes up anew, and leads to its promotion', async () => {
    await announceAlerts([low('p1')], null, kept, noon);
    await announceAlerts([low('p1', 2)], null, kept, noon + hour);
    expect(shown()).toEqual([['Garlic p1', 'Running low: 3 of 500 codes left.']]);
    expect(routeOfNotification(done.shown[0]?.id ?? '')).toBe('/promotion/p1');
    await announceAlerts([low('p1', 400)], null, kept, noon + 2 * hour);
    await announceAlerts([low('p1', 1)], null, kept, noon + 3 * hour);
    expect(shown()).toHaveLength(2);
    expect(done.shown[1]?.id).not.toBe(done.shown[0]?.id);
  });

  it.each([
    ['leak p1 1', '/promotion/p1/results'],
    ['unsafe-on-amazon p1 1', '/promotion/p1/setup'],
    ['ends-soon p1 1', '/people/p1'],
    ['reports-old  1', '/orders'],
    ['backup-due  1', '/settings/backup'],
  ])('“%s” leads to %s', (id, route) => expect(routeOfNotification(id)).toBe(route));

  it('is told in one where there is much of it', async () => {
    const many = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'].map((id) => low(id));
    await announceAlerts(many, null, kept, noon);
    await announceAlerts(many, null, kept, noon + hour);
    expect(shown()).toEqual([
      ['6 things need your attention', 'Garlic p1, Garlic p2, Garlic p3, Garlic p4, Garlic p5 …'],
    ]);
    expect(done.shown[0]?.id.length).toBeLessThan(100);
    expect(routeOfNotification(done.shown[0]?.id ?? '')).toBe('/');
  });

  it('a step of a stock plan is told on its day, each step by itself, and leads to its plan', async () => {
    const figures = { stock: 1000, give: 50, daily: 0, start: '2026-06-16', days: 30, every: 3 };
    const steps = (done: string[]) => ({
      ...kept,
      switches: { ...kept.switches, levels: { 'plan-step': 'notify' as const } },
      plans: [{ id: 'plan', name: 'Garlic', figures, done }],
    });
    const first = ['limit 2026-06-15 1', 'variations 2026-06-15 0', 'budget 2026-06-15 63'];
    await announceAlerts([], null, steps(first), noon);
    await announceAlerts([], null, steps(first), noon + hour);
    expect(shown()).toEqual([['Garlic', 'Hold 950 units']]);
    // The hold was never ticked off: its renewal is told all the same, and once.
    await announceAlerts([], null, steps(first), noon + 13 * 24 * hour);
    await announceAlerts([], null, steps(first), noon + 14 * 24 * hour);
    expect(shown().slice(1)).toEqual([['Garlic', 'Renew the hold on 950 units']]);
    expect(routeOfNotification(done.shown[1]?.id ?? '')).toBe('/plan/plan');
  });

  it('waits while all notifications are paused, and is told once after that', async () => {
    const paused = { ...kept, switches: { ...kept.switches, paused: noon + 24 * hour } };
    await announceAlerts([low('p1')], null, paused, noon);
    await announceAlerts([low('p1')], null, paused, noon + 24 * hour - 1);
    expect(shown()).toEqual([]);
    await announceAlerts([low('p1')], null, paused, noon + 24 * hour);
    await announceAlerts([low('p1')], null, paused, noon + 25 * hour);
    expect(shown()).toHaveLength(1);
    // Written by a clock that was years ahead.
    const wrong = { ...kept, switches: { ...kept.switches, paused: noon + 9000 * hour } };
    await announceAlerts([low('p2')], null, wrong, noon + 26 * hour);
    expect(shown()).toHaveLength(2);
  });

  it('is not shown where notifications are off or no longer allowed, nor later on', async () => {
    await announceAlerts([low('p1')], null, nothingKept, noon);
    done.mayNotify = false;
    await announceAlerts([low('p1'), low('p2')], null, kept, noon);
    done.mayNotify = true;
    await announceAlerts([low('p1'), low('p2')], null, kept, noon + hour);
    expect(shown()).toEqual([]);
  });

  it('waits for the end of the quiet hours, on the seller’s own clock', async () => {
    const quiet = { ...kept, switches: { ...kept.switches, quiet: { from: 11 * 60, to: 13 * 60 } } };
    await announceAlerts([low('p1')], null, quiet, noon);
    expect(shown()).toEqual([]);
    await announceAlerts([low('p1')], null, quiet, noon + 2 * hour);
    expect(shown()).toHaveLength(1);
  });

  it('is shown in the place of the first try, where that one was not finished', async () => {
    const create = vi.spyOn(browser.notifications, 'create');
    // Shown, and then the worker died before it could keep so.
    create.mockImplementationOnce(async (id, { title, message }) => {
      done.shown.push({ id, title, message });
      throw new Error('died');
    });
    await expect(announceAlerts([low('p1')], null, kept, noon)).rejects.toThrow('died');
    await announceAlerts([low('p1')], null, kept, noon + hour);
    await announceAlerts([low('p1')], null, kept, noon + 2 * hour);
    expect(done.shown).toHaveLength(2);
    expect(new Set(done.shown.map(({ id }) => id)).size).toBe(1);
    create.mockRestore();
  });

  it('tells of a backup where the seller wants that', async () => {
    const saved = { at: null, changes: 30 };
    await announceAlerts([], saved, kept, noon);
    expect(shown()).toEqual([]);
    forget();
    done.mayNotify = true;
    const levels = { 'backup-due': 'notify' as const };
    await announceAlerts([], saved, { ...kept, switches: { ...kept.switches, levels } }, noon);
    expect(shown()).toEqual([['Claimcheck', '30 changes since your last backup. Save a new one.']]);
    expect(routeOfNotification(done.shown[0]?.id ?? '')).toBe('/settings/backup');
  });
});
