import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dayAfter,
  longestPlan,
  type PlanFigures,
  type PlanStep,
  planStock,
  type StockPlan,
} from '../../../src/domain/planner/stock-plan';

const hour = 3_600_000;
const runs = 1000;
/** An order on hold lapses after so many hours, and its units can be bought again. */
const lapsesAfter = 14 * 24;
/** The code is dead so many hours after the promotion's end. */
const endTakes = 4;

const figures: fc.Arbitrary<PlanFigures> = fc
  .record({
    stock: fc.integer({ min: 1, max: 5000 }),
    give: fc.integer({ min: 1, max: 300 }),
    daily: fc.integer({ min: 0, max: 4000 }).map((hundredths) => hundredths / 100),
    days: fc.integer({ min: 1, max: longestPlan }),
    every: fc.integer({ min: 1, max: 14 }),
  })
  .map((some) => ({ ...some, start: '2026-10-20' }));

/** How one market behaves. */
interface Market {
  /** The hour, from the start on, in which the code spreads and everything open is bought with it; null: it does not. */
  readonly viralAt: number | null;
  /** Times what usually sells, day by day. */
  readonly luck: readonly number[];
  /** Hours after eight in the morning at which the seller does the day's steps. */
  readonly late: number;
}

const market: fc.Arbitrary<Market> = fc.record({
  viralAt: fc.option(fc.integer({ min: 0, max: 24 * longestPlan })),
  luck: fc.array(fc.constantFrom(0, 0.5, 1, 1, 2, 5), { minLength: longestPlan, maxLength: longestPlan }),
  late: fc.integer({ min: 0, max: 12 }),
});

interface Outcome {
  /** The lowest stock before what was kept is put back. */
  readonly lowest: number;
  readonly atDiscount: number;
  /** Units at the discount before the seller's first step after the start. */
  readonly atOnce: number;
}

/** Hour by hour: what is held can't be bought; everything else goes at the full price or with the code. */
function simulate(of: PlanFigures, { steps }: StockPlan, { viralAt, luck, late }: Market): Outcome {
  const start = Date.parse(`${of.start}T00:00Z`);
  const last = Date.parse(`${dayAfter(of.start, of.days)}T00:00Z`) + endTakes * hour;
  const holds = new Map<string, { units: number; since: number }>();
  let stock = of.stock;
  let lowest = stock;
  let atDiscount = 0;
  let atOnce = 0;
  let stepped = false;
  const act = (step: PlanStep, at: number) => {
    if (step.kind === 'hold') holds.set('kept', { units: step.units, since: at });
    if (step.kind === 'hold-part') holds.set(step.until ?? '', { units: step.units, since: at });
    if (step.kind === 'release') {
      holds.delete(step.day);
      stepped = true;
    }
    if (step.kind === 'renew') for (const [name, { units }] of holds) holds.set(name, { units, since: at });
  };
  const waiting = [...steps];
  for (let at = start - 24 * hour; at < last; at += hour) {
    const due = (step: PlanStep) => Date.parse(`${step.day}T08:00Z`) + late * hour <= at;
    while (waiting[0] && due(waiting[0])) act(waiting.shift() as PlanStep, at);
    for (const [name, { since }] of holds) if (at - since > lapsesAfter * hour) holds.delete(name);
    const held = [...holds.values()].reduce((sum, { units }) => sum + units, 0);
    const buy = (wanted: number) => {
      const bought = Math.max(0, Math.min(Math.floor(wanted), stock - held));
      stock -= bought;
      lowest = Math.min(lowest, stock);
      return bought;
    };
    if (at < start) continue;
    const since = (at - start) / hour;
    const day = Math.floor(since / 24);
    // What sells in a day sells at noon.
    if (since % 24 === 12) buy(of.daily * (luck[day] ?? 1));
    const isViral = viralAt !== null && since >= viralAt;
    const taken = buy(isViral ? Number.POSITIVE_INFINITY : (of.give / (of.days * 24)) * (luck[day] ?? 1));
    atDiscount += taken;
    if (!stepped) atOnce += taken;
  }
  return { lowest, atDiscount, atOnce };
}

test('what is kept stays, however the market behaves, and no more goes than the plan says', () => {
  let planned = 0;
  fc.assert(
    fc.property(figures, market, (of, on) => {
      const plan = planStock(of);
      if (typeof plan === 'string') return;
      planned++;
      const { lowest, atDiscount, atOnce } = simulate(of, plan, on);
      expect(lowest).toBeGreaterThanOrEqual(plan.kept);
      expect(atDiscount).toBeLessThanOrEqual(plan.most);
      expect(atOnce).toBeLessThanOrEqual(plan.open);
    }),
    { numRuns: runs },
  );
  expect(planned).toBeGreaterThan(runs / 4);
});

test('a code that spreads takes everything where a step is left out', () => {
  const of = { stock: 1000, give: 50, daily: 10, start: '2026-10-20', days: 30, every: 5 };
  const plan = planStock(of);
  if (typeof plan === 'string') throw new Error(plan);
  const viral = { viralAt: 20 * 24, luck: [], late: 0 };
  const without = (kind: PlanStep['kind']) => ({
    ...plan,
    steps: plan.steps.filter((step) => step.kind !== kind),
  });
  expect(simulate(of, plan, viral).lowest).toBe(plan.kept);
  expect(simulate(of, without('hold'), viral).lowest).toBe(0);
  expect(simulate(of, without('renew'), viral).lowest).toBe(0);
});
