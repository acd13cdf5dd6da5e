import { expect, test } from 'vitest';
import { dayAfter, type PlanFigures, type PlanStep, planStock } from '../../../src/domain/planner/stock-plan';

const usual: PlanFigures = { stock: 1000, give: 50, daily: 10, start: '2026-12-01', days: 7, every: 3 };

test('everything but what is given away and what sells is set aside', () => {
  expect(planStock(usual)).toEqual({
    kept: 880,
    later: 40,
    open: 80,
    most: 120,
    sure: true,
    steps: [
      line('limit', '2026-11-30', 1),
      line('variations', '2026-11-30', 0),
      line('hold', '2026-11-30', 880),
      line('hold-part', '2026-11-30', 30, '2026-12-04'),
      line('hold-part', '2026-11-30', 10, '2026-12-07'),
      line('budget', '2026-11-30', 63),
      line('release', '2026-12-04', 30),
      line('release', '2026-12-07', 10),
      line('end', '2026-12-08', 0),
      line('put-back', '2026-12-08', 880),
    ],
  });
});

test('what is open, held for later and kept is the stock; parts of a unit are never held', () => {
  const slow = planStock({ ...usual, daily: 0.3, days: 10, every: 1 });
  if (typeof slow === 'string') throw new Error(slow);
  // Three units in ten days, of which one is open from the first day on.
  expect([slow.kept, slow.later, slow.open]).toEqual([947, 2, 51]);
  expect(slow.kept + slow.later + slow.open).toBe(1000);
});

test.each([
  [{ give: 1001 }, 'give-more-than-stock'],
  [{ give: 950, daily: 10, days: 5 }, 'sold-out-anyway'],
  [{ give: 1000, daily: 0 }, 'sold-out-anyway'],
])('with %j there is nothing to set aside', (change, why) => {
  expect(planStock({ ...usual, ...change })).toBe(why);
});

test('a hold is renewed a day before it lapses, without what was released by then', () => {
  const long = planStock({ ...usual, days: 30, every: 10 });
  if (typeof long === 'string') throw new Error(long);
  expect(long.sure).toBe(false);
  expect(long.steps.filter(({ kind }) => ['release', 'renew'].includes(kind))).toEqual([
    line('release', '2026-12-11', 100),
    line('renew', '2026-12-13', 650 + 100),
    line('release', '2026-12-21', 100),
    line('renew', '2026-12-26', 650),
  ]);
});

test.each([
  [12, true],
  [13, false],
])('%i days need no renewal: %s', (days, sure) => {
  expect(planStock({ ...usual, days })).toMatchObject({ sure });
});

test('what was done for other figures is not done for these', () => {
  const ids = (figures: PlanFigures) => {
    const plan = planStock(figures);
    return typeof plan === 'string' ? [] : plan.steps.map(({ id }) => id);
  };
  const changed = ids({ ...usual, give: 60 });
  const same = ids(usual).filter((id) => changed.includes(id));
  expect(same.map((id) => id.split(' ')[0])).toEqual([
    ...['limit', 'variations', 'hold-part', 'hold-part', 'release', 'release', 'end'],
  ]);
  expect(new Set(changed).size).toBe(changed.length);
});

test('days go over months, years and the days on which clocks change', () => {
  expect([dayAfter('2026-12-31', 1), dayAfter('2027-03-13', 2), dayAfter('2028-02-28', 1)]).toEqual([
    ...['2027-01-01', '2027-03-15', '2028-02-29'],
  ]);
});

function line(kind: PlanStep['kind'], day: string, units: number, until?: string) {
  return { kind, day, units, id: [kind, day, units, until].join(' ').trimEnd(), ...(until ? { until } : {}) };
}
