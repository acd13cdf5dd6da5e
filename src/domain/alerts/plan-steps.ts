import { dueAt, dueSteps, type KeptPlan } from '../planner/kept-plan';
import type { PlanStep } from '../planner/stock-plan';
import type { PlanAlert } from './alert';

/** The steps of stock plans whose day has come, the earliest first; each is an alert of its own. */
export function planAlerts(plans: readonly KeptPlan[], now: number, timeZone: string): PlanAlert[] {
  return plans
    .flatMap((plan) => dueSteps(plan, now, timeZone).map((step) => alertOf(plan, step, timeZone)))
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
}

function alertOf({ id, name }: KeptPlan, step: PlanStep, timeZone: string): PlanAlert {
  return {
    ...{ kind: 'plan-step', promotionId: '', occasion: step.day, at: dueAt(step, timeZone) },
    step: { ...step, planId: id, planName: name },
  };
}
