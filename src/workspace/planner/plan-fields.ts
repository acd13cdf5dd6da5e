import { dayAfter, type PlanFigures } from '../../domain/planner/stock-plan';
import { decimalNumber, wholeNumber } from '../../domain/text/typed-number';
import { mostOfPlan } from '../../stored/stock-plans';
import { say } from '../../words/say';

/** A plan's figures as they stand in their form; empty text is not typed yet. */
export interface PlanFields {
  readonly name: string;
  readonly stock: string;
  readonly give: string;
  readonly daily: string;
  readonly start: string;
  readonly days: string;
  readonly every: string;
}

/** The form as it first stands: two days are enough to send an order and make a promotion. */
export function firstFields(today: string): PlanFields {
  const start = dayAfter(today, 2);
  return { name: '', stock: '', give: '', daily: '', start, days: '7', every: '3' };
}

/** Fills the form from a plan. */
export function fieldsOf(name: string, { stock, give, daily, start, days, every }: PlanFigures): PlanFields {
  return {
    ...{ name, start },
    ...{ stock: String(stock), give: String(give), daily: String(daily) },
    ...{ days: String(days), every: String(every) },
  };
}

/** What is wrong with each field that keeps the figures from being a plan. */
export type PlanFaults = Partial<Record<keyof PlanFields, string>>;

/** Judges the form: its figures, or what is wrong. */
export function judgePlan(fields: PlanFields): PlanFigures | { readonly faults: PlanFaults } {
  const whole = (text: string, most: number) => {
    const value = wholeNumber(text);
    return value !== null && value >= 1 && value <= most ? value : null;
  };
  const stock = whole(fields.stock, mostOfPlan.units);
  const give = whole(fields.give, mostOfPlan.units);
  const days = whole(fields.days, mostOfPlan.days);
  const every = whole(fields.every, mostOfPlan.days);
  const daily = dailyOf(fields.daily);
  const start = /^\d{4}-\d{2}-\d{2}$/.test(fields.start) ? fields.start : null;
  if (stock !== null && give !== null && days !== null && every !== null && daily !== null && start !== null)
    return { stock, give, daily, start, days, every };
  const units = say('planFaultWhole', mostOfPlan.units);
  return {
    faults: {
      ...(stock === null ? { stock: units } : {}),
      ...(give === null ? { give: units } : {}),
      ...(days === null ? { days: say('planFaultWhole', mostOfPlan.days) } : {}),
      ...(daily === null ? { daily: say('planFaultDaily', mostOfPlan.daily) } : {}),
      ...(start === null ? { start: say('planFaultStart') } : {}),
    },
  };
}

/** Units a day, in hundredths at most. */
function dailyOf(text: string): number | null {
  const value = decimalNumber(text);
  return value !== null && value <= mostOfPlan.daily ? value : null;
}
