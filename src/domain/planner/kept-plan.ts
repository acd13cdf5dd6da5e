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

/** Its steps that are not done; none where its figures make no plan. */
export function openSteps({ figures, done }: KeptPlan): readonly PlanStep[] {
  const plan = planStock(figures);
  return typeof plan === 'string' ? [] : plan.steps.filter(({ id }) => !done.includes(id));
}

/** Those that are due at `now`, in milliseconds. */
export function dueSteps(plan: KeptPlan, now: number, timeZone: string): readonly PlanStep[] {
  return openSteps(plan).filter((step) => dueAt(step, timeZone) <= now);
}
