import * as z from 'zod/mini';
import type { KeptPlan } from '../domain/planner/kept-plan';
import { longestPlan } from '../domain/planner/stock-plan';
import { change, kept, onKeptChange } from './local';

/** Where `storage.local` keeps them. */
export const plansKey = 'stockPlans';

/** More plans than anybody follows. */
export const mostPlans = 50;

/** The most units, days and daily sales that a plan may be made with. */
export const mostOfPlan = { units: 10_000_000, days: longestPlan, daily: 100_000 } as const;

const units = z.int().check(z.minimum(1), z.maximum(mostOfPlan.units));
const days = z.int().check(z.minimum(1), z.maximum(mostOfPlan.days));

const shape = z.object({
  id: z.string().check(z.maxLength(100)),
  name: z.string().check(z.maxLength(500)),
  figures: z.object({
    stock: units,
    give: units,
    daily: z.number().check(z.minimum(0), z.maximum(mostOfPlan.daily)),
    start: z.iso.date(),
    days,
    every: days,
  }),
  done: z.array(z.string().check(z.maxLength(100))).check(z.maxLength(1000)),
});

/** The plans in a list; what is no plan is left out. */
export function plansIn(stored: unknown): readonly KeptPlan[] {
  return (Array.isArray(stored) ? stored : []).flatMap((each) => {
    const judged = z.safeParse(shape, each);
    return judged.success ? [judged.data] : [];
  });
}

/** The seller's plans for their stock, the newest first. */
export const stockPlans = kept(plansKey, plansIn);

/** Calls back whenever a plan changes. Returns the way to stop. */
export function onPlans(listener: () => void): () => void {
  return onKeptChange(plansKey, listener);
}

/** Keeps a plan: in the place of the one with its id, or before the others. */
export async function savePlan(plan: KeptPlan): Promise<void> {
  await change(stockPlans, (all) =>
    all.some(({ id }) => id === plan.id)
      ? all.map((each) => (each.id === plan.id ? plan : each))
      : [plan, ...all],
  );
}

/** Marks a step of a plan as done, or not. */
export async function setStepDone(planId: string, stepId: string, isDone: boolean): Promise<void> {
  const marked = (plan: KeptPlan): KeptPlan => {
    const others = plan.done.filter((each) => each !== stepId);
    return { ...plan, done: isDone ? [...others, stepId] : others };
  };
  await change(stockPlans, (all) => all.map((plan) => (plan.id === planId ? marked(plan) : plan)));
}

/** Removes a plan. */
export async function deletePlan(planId: string): Promise<void> {
  await change(stockPlans, (all) => all.filter(({ id }) => id !== planId));
}
