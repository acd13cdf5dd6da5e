import {
  type Alert,
  alertKinds,
  type PlanAlert,
  type PromotionAlertKind,
  type PromotionFacts,
} from '../domain/alerts/alert';
import { planAlerts } from '../domain/alerts/plan-steps';
import { noSigns } from '../domain/alerts/signs';
import { alertsOf, houseAlerts } from '../domain/alerts/standing';
import { shownAlerts } from '../domain/alerts/switches';
import { ownTimeZone } from '../domain/time';
import { type AlertsKept, nothingKept } from '../stored/alerts/alerts-kept';
import type { PromotionWithCounts } from './pool';

/** What a promotion wants of its seller. */
export type NeedKind = PromotionAlertKind;

export interface Need {
  readonly kind: NeedKind;
  readonly item: PromotionWithCounts;
  readonly alert: Alert<NeedKind>;
}

/**
 * Everything that wants the seller's eye, what may cost money first; nothing that was put away, switched off or put
 * off. `now` in milliseconds.
 */
export function needs(
  promotions: readonly PromotionWithCounts[],
  now: number,
  kept: AlertsKept = nothingKept,
): Need[] {
  return promotions
    .flatMap((item) => {
      const alerts = alertsOf(factsOf(item, kept), kept.switches.low, now);
      const shown = shownAlerts(alerts, kept.switches, kept.snoozes, now);
      return shown.map((alert) => ({ kind: alert.kind, item, alert }));
    })
    .sort((a, b) => alertKinds.indexOf(a.kind) - alertKinds.indexOf(b.kind));
}

/** What wants it and is about all order reports; the backup has a line of its own on every page. */
export function reportNeeds(
  promotions: readonly PromotionWithCounts[],
  now: number,
  kept: AlertsKept,
): Alert[] {
  const facts = promotions.map((item) => factsOf(item, kept));
  return shownAlerts(houseAlerts(facts, null, now), kept.switches, kept.snoozes, now);
}

/** The steps of stock plans that are due. */
export function planNeeds(kept: AlertsKept, now: number): PlanAlert[] {
  const due = planAlerts(kept.plans, now, ownTimeZone());
  return shownAlerts(due, kept.switches, kept.snoozes, now);
}

/** A promotion with everything that alerts are judged by. */
export function factsOf({ promotion, counts }: PromotionWithCounts, { signs }: AlertsKept): PromotionFacts {
  return { promotion, counts, signs: signs[promotion.id] ?? noSigns };
}
