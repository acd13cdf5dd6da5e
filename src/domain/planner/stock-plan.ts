import { rulesOf } from '../checks/rule-book';

/** What the seller says of a promotion whose code can be used any number of times. */
export interface PlanFigures {
  /** Units that can be sold now. */
  readonly stock: number;
  /** Units to give away at the discount. */
  readonly give: number;
  /** Units sold a day at the full price; may be a part of one. */
  readonly daily: number;
  /** The day on which the promotion starts, `YYYY-MM-DD` on the seller's own calendar. */
  readonly start: string;
  /** For how many days it runs. */
  readonly days: number;
  /** Every so many days, units for the sales to come are released. */
  readonly every: number;
}

/**
 * One thing for the seller to do. `limit`: set the max order quantity. `variations`: take the other variations out.
 * `hold`: hold the units that are to be kept. `hold-part`: hold units for later sales in an order of their own.
 * `budget`: type a budget, where the form has one. `release`: cancel the order of one part. `renew`: renew the holds
 * before they lapse. `end`: see that it ended. `put-back`: release what was kept and take the limits back.
 */
export type StepKind =
  | ('limit' | 'variations' | 'hold' | 'hold-part' | 'budget')
  | ('release' | 'renew' | 'end' | 'put-back');

export interface PlanStep {
  /** The same as long as the step is the same: what was done for other figures is not done for these. */
  readonly id: string;
  readonly kind: StepKind;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly units: number;
  /** Of a part that is held: the day on which it is released. */
  readonly until?: string;
}

export interface StockPlan {
  /** Units that nobody can buy before the codes are dead. */
  readonly kept: number;
  /** Units held at the start for sales to come. */
  readonly later: number;
  /** Units that anybody can buy at the start: as many can go at the discount at once. */
  readonly open: number;
  /** Units that can go at the discount in all, if nobody buys at the full price. */
  readonly most: number;
  /** What is kept stays out of reach all the time: no hold has to be renewed, which opens its units for minutes. */
  readonly sure: boolean;
  readonly steps: readonly PlanStep[];
}

/** Why there is nothing to set aside. */
export type NoPlan = 'give-more-than-stock' | 'sold-out-anyway';

/**
 * Amazon keeps a fulfillment order on hold for 14 days, as sellers tell (its older pages said so); a day of it is not
 * relied on.
 */
export const holdLasts = 13;
/** A promotion of so many days is over before its holds must be renewed: they are made the day before. */
export const sureFor = holdLasts - 1;
/** The longest a plan may be, in days: a year of renewals is no plan. */
export const longestPlan = 90;

/** Amazon takes a promotion down at this share of its budget, in percent. */
export const { budgetStopsAt } = rulesOf('percentage-off', null);

/** Works out how much to set aside, and what to do when; a word where nothing can be. */
export function planStock(figures: PlanFigures): StockPlan | NoPlan {
  const { stock, give, days, start } = figures;
  if (give > stock) return 'give-more-than-stock';
  const kept = stock - give - soldBy(figures, days);
  if (kept <= 0) return 'sold-out-anyway';
  const parts = laterParts(figures);
  const later = parts.reduce((sum, { units }) => sum + units, 0);
  const over = dayAfter(start, days);
  const before = dayAfter(start, -1);
  const renewals: string[] = [];
  for (let at = dayAfter(before, holdLasts); at < over; at = dayAfter(at, holdLasts)) renewals.push(at);
  const dated = [
    ...parts.map(({ day, units }) => step('release', day, units)),
    ...renewals.map((day) => step('renew', day, heldOn(day, kept, parts))),
  ];
  return {
    ...{ kept, later, open: stock - kept - later, most: stock - kept },
    sure: renewals.length === 0,
    steps: [
      step('limit', before, 1),
      step('variations', before, 0),
      step('hold', before, kept),
      ...parts.map(({ day, units }) => step('hold-part', before, units, day)),
      step('budget', before, Math.ceil((give * 100) / budgetStopsAt)),
      // What is released need not be renewed.
      ...dated.sort((a, b) => a.day.localeCompare(b.day)),
      step('end', over, 0),
      step('put-back', over, kept),
    ],
  };
}

/** The day that comes so many days after another, `YYYY-MM-DD`. */
export function dayAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** Units sold at the full price by the end of its nth day: a part of a unit is one that can be bought. */
function soldBy({ daily }: PlanFigures, days: number): number {
  // Hundredths are whole numbers, so that ten times a tenth is one.
  return Math.ceil((Math.round(daily * 100) * days) / 100);
}

/** The units for the sales to come, by the day on which they are released. */
function laterParts(figures: PlanFigures): { day: string; units: number }[] {
  const { start, days, every } = figures;
  const parts: { day: string; units: number }[] = [];
  for (let from = every; from < days; from += every) {
    const units = soldBy(figures, Math.min(days, from + every)) - soldBy(figures, from);
    if (units > 0) parts.push({ day: dayAfter(start, from), units });
  }
  return parts;
}

function heldOn(day: string, kept: number, parts: readonly { day: string; units: number }[]): number {
  return parts.reduce((sum, part) => (part.day > day ? sum + part.units : sum), kept);
}

function step(kind: StepKind, day: string, units: number, until?: string): PlanStep {
  const id = [kind, day, units, until].filter((each) => each !== undefined).join(' ');
  return { id, kind, day, units, ...(until === undefined ? {} : { until }) };
}
