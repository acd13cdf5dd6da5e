import type { PlanStep } from '../planner/stock-plan';
import type { Counts, Promotion } from '../promotion';
import type { PromotionSigns } from './signs';

/** Everything that can want the seller's eye, what may cost money first. */
export const alertKinds = [
  'leak',
  'unsafe-on-amazon',
  'ended-on-amazon',
  'dates-changed',
  'works-though-over',
  'never-confirmed',
  'limit-high',
  'runs-low',
  'ends-soon',
  'goes-live',
  'limit-back',
  'never-captured',
  'plan-step',
  'reports-old',
  'backup-due',
] as const;
export type AlertKind = (typeof alertKinds)[number];

/** Alerts that are about everything here, and no one promotion. */
export const houseKinds = ['plan-step', 'reports-old', 'backup-due'] as const satisfies readonly AlertKind[];
export type HouseKind = (typeof houseKinds)[number];
export type PromotionAlertKind = Exclude<AlertKind, HouseKind>;

/** Something that stands at this moment. */
export interface Alert<Kind extends AlertKind = AlertKind> {
  readonly kind: Kind;
  /** Empty for what is about everything here. */
  readonly promotionId: string;
  /**
   * What it was about where a date brings it: a clock that goes back and forth brings the same date twice, and that is
   * the same alert. Null where counts bring it: each time they do is another one.
   */
  readonly occasion: string | null;
  /** It would not come up by itself now, but what was told doesn't end by so little: so nothing hovers. */
  readonly lingers?: true;
  /** Not announced before this instant, in milliseconds: the seller has just done it. */
  readonly announcedFrom?: number;
  /** How many codes, uses, products or promotions it is about. */
  readonly count?: number;
  /** The instant it is about, in milliseconds. */
  readonly at?: number;
  /** The step of a stock plan it is about. */
  readonly step?: PlanStep & { readonly planId: string; readonly planName: string };
}

/** A step of a stock plan whose day has come. */
export type PlanAlert = Alert<'plan-step'> & Required<Pick<Alert, 'step'>>;

/** What is known of a promotion. */
export interface PromotionFacts {
  readonly promotion: Promotion;
  readonly counts: Counts;
  readonly signs: PromotionSigns;
}

/** The name of an alert, the same as long as it is about the same. */
export function alertKey({ kind, promotionId, step }: Pick<Alert, 'kind' | 'promotionId' | 'step'>): string {
  const key = `${kind} ${promotionId}`;
  return step ? `${key} ${step.planId} ${step.id}` : key;
}
