import * as z from 'zod/mini';
import type { KeptPlan } from '../domain/planner/kept-plan';
import { longestPlan } from '../domain/planner/stock-plan';
import { kept, onKeptChange } from './local';

/** Where `storage.local` keeps them. */
export const plansKey = 'stockPlans';

/** More plans than anybody follows. */
export const mostPlans = 50;

/** The most units, days and daily sales that a plan may be made with. */
export const mostOfPlan = { units: 10_000_000, days: longestPlan, daily: 100_000 } as const;

const units = z.int().check(z.minimum(1), z.maximum(mostOfPlan.units));
const days = z.int().check(z.minimum(1), z.maximum(mostOfPlan.days));

const shape = z.object({
  id: z.string(),
  name: z.string(),
  figures: z.object({
    stock: units,
    give: units,
    daily: z.number().check(z.minimum(0), z.maximum(mostOfPlan.daily)),
    start: z.iso.date(),
    days,
    every: days,
  }),
  done: z.array(z.string()),
});

/** The seller's plans for their stock, the newest first; what is no plan is left out. */
export const stockPlans = kept(plansKey, (stored): readonly KeptPlan[] =>
  (Array.isArray(stored) ? stored : []).flatMap((each) => {
    const judged = z.safeParse(shape, each);
    return judged.success ? [judged.data] : [];
  }),
);

/** Calls back whenever a plan changes. Returns the way to stop. */
export function onPlans(listener: () => void): () => void {
  return onKeptChange(plansKey, listener);
}

/** Keeps a plan: in the place of the one with its id, or before the others. */
export function savePlan(plan: KeptPlan): Promise<void> {
  return change((all) =>
    all.some(({ id }) => id === plan.id)
      ? all.map((each) => (each.id === plan.id ? plan : each))
      : [plan, ...all],
  );
}

/** Marks a step of a plan as done, or not. */
export function setStepDone(planId: string, stepId: string, isDone: boolean): Promise<void> {
  const marked = (plan: KeptPlan): KeptPlan => {
    const others = plan.done.filter((each) => each !== stepId);
    return { ...plan, done: isDone ? [...others, stepId] : others };
  };
  return change((all) => all.map((plan) => (plan.id === planId ? marked(plan) : plan)));
}

/** Removes a plan. */
export function deletePlan(planId: string): Promise<void> {
  return change((all) => all.filter(({ id }) => id !== planId));
}

let last: Promise<unknown> = Promise.resolve();

/** One change after the other: each begins from what the one before it left. */
function change(of: (plans: readonly KeptPlan[]) => readonly KeptPlan[]): Promise<void> {
  const mine = last.then(async () => stockPlans.write(of(await stockPlans.read())));
  last = mine.catch(() => undefined);
  return mine;
}
