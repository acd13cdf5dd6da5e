import { instantOf } from '../time';
import { type PlanFigures, type PlanStep, planStock } from './stock-plan';

/** A plan that the seller follows. */
export interface KeptPlan {
  readonly id: string;
  readonly name: string;
  readonly figures: PlanFigures;
  /** The ids of the steps that are done. */
  readonly done: readonly string[];
}

/** When the day of work begins at which a step is told, on the seller's clock. */
const morning = '08:00';

/** When a step is due, in milliseconds. */
export function dueAt({ day }: Pick<PlanStep, 'day'>, timeZone: string): number {
  return instantOf({ date: day, time: morning, text: day }, timeZone) ?? Number.POSITIVE_INFINITY;
}

/** Its steps; none where its figures make no plan. */
export function stepsOf({ figures }: KeptPlan): readonly PlanStep[] {
  const plan = planStock(figures);
  return typeof plan === 'string' ? [] : plan.steps;
}

/** Those that are not done. */
export function openSteps(plan: KeptPlan): readonly PlanStep[] {
  return stepsOf(plan).filter(({ id }) => !plan.done.includes(id));
}

/** Those that are due at `now`, in milliseconds. */
export function dueSteps(plan: KeptPlan, now: number, timeZone: string): readonly PlanStep[] {
  return openSteps(plan).filter((step) => dueAt(step, timeZone) <= now);
}
