import { budgetStopsAt, type PlanStep } from '../domain/planner/stock-plan';
import { shortDay } from './format';
import { say, sayCount } from './say';

/** What a step of a stock plan is, in a line. `now` in milliseconds. */
export function stepTitle({ kind, units, until }: PlanStep, now: number): string {
  switch (kind) {
    case 'limit':
      return say('planLimit');
    case 'variations':
      return say('planVariations');
    case 'hold':
      return sayCount('planHold', units);
    case 'hold-part':
      return sayCount('planHoldPart', units, { day: planDay(until ?? '', now) });
    case 'budget':
      return sayCount('planBudget', units);
    case 'release':
      return sayCount('planRelease', units);
    case 'renew':
      return sayCount('planRenew', units);
    case 'end':
      return say('planEnd');
    case 'put-back':
      return sayCount('planPutBack', units);
  }
}

/** How it is done. `open`: the units that can be bought at the start. */
export function stepHow({ kind }: PlanStep, open: number): string {
  switch (kind) {
    case 'limit':
      return say('planLimitHow');
    case 'variations':
      return say('planVariationsHow');
    case 'hold':
      return say('planHoldHow', { open });
    case 'hold-part':
      return say('planHoldPartHow');
    case 'budget':
      return say('planBudgetHow', budgetStopsAt);
    case 'release':
      return say('planReleaseHow');
    case 'renew':
      return say('planRenewHow');
    case 'end':
      return say('planEndHow');
    case 'put-back':
      return say('planPutBackHow');
  }
}

/** A day of a plan, `YYYY-MM-DD`, with its year where it is not this one's. */
export function planDay(day: string, now: number): string {
  return shortDay(Date.parse(`${day}T12:00:00Z`), 'UTC', now);
}
