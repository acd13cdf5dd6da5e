import { type AlertSwitches, defaultSwitches, type Snoozes } from '../../domain/alerts/switches';
import type { KeptPlan } from '../../domain/planner/kept-plan';
import { onKeptChange } from '../local';
import { plansKey, stockPlans } from '../stock-plans';
import { alertSigns, type Signs, signsKey } from './alert-signs';
import { alertSnoozes, snoozesKey } from './alert-snoozes';
import { alertSwitches, switchesKey } from './alert-switches';

/** What beside the ledger decides which alerts stand and are shown. */
export interface AlertsKept {
  readonly switches: AlertSwitches;
  readonly snoozes: Snoozes;
  readonly signs: Signs;
  readonly plans: readonly KeptPlan[];
}

export const nothingKept: AlertsKept = { switches: defaultSwitches, snoozes: {}, signs: {}, plans: [] };

/** All of it as it is kept now. */
export async function readAlertsKept(): Promise<AlertsKept> {
  const [switches, snoozes, signs, plans] = await Promise.all([
    alertSwitches.read(),
    alertSnoozes.read(),
    alertSigns.read(),
    stockPlans.read(),
  ]);
  return { switches, snoozes, signs, plans };
}

/** Calls back whenever any of it changes. Returns the way to stop. */
export function onAlertsKept(listener: () => void): () => void {
  const stops = [switchesKey, snoozesKey, signsKey, plansKey].map((key) => onKeptChange(key, listener));
  return () => {
    for (const stop of stops) stop();
  };
}

/** Calls back whenever the seller decided something: switched, put off, or planned. Returns the way to stop. */
export function onAlertsDecided(listener: () => void): () => void {
  const stops = [switchesKey, snoozesKey, plansKey].map((key) => onKeptChange(key, listener));
  return () => {
    for (const stop of stops) stop();
  };
}
