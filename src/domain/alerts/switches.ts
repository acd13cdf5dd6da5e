import { type Alert, type AlertKind, alertKey } from './alert';
import { alertRules, type LowAt } from './alert-rules';

/** How far an alert reaches. */
export const alertLevels = ['off', 'home', 'notify'] as const;
export type AlertLevel = (typeof alertLevels)[number];

/** Hours without notifications on the seller's own clock, in minutes since midnight; over midnight where `from` is later. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

/** What the seller decided of alerts. */
export interface AlertSwitches {
  /** Whether the computer shows notifications at all. */
  readonly notify: boolean;
  readonly quiet: QuietHours | null;
  /** Until when all notifications wait, in milliseconds; null: they don't. */
  readonly paused?: number | null;
  readonly low: LowAt;
  /** Those that differ from `levelOf`'s own. */
  readonly levels: Partial<Record<AlertKind, AlertLevel>>;
  /** Kinds that are off for one promotion, by its id. */
  readonly muted: Readonly<Record<string, readonly AlertKind[]>>;
}

export const defaultSwitches: AlertSwitches = {
  ...{ notify: false, quiet: null, low: alertRules.low, levels: {}, muted: {} },
};

/** Worth an interruption: money is lost, or somebody is left without a code. */
const interrupting: readonly AlertKind[] = ['leak', 'works-though-over', 'runs-low'];

/** Until when an alert is put off, by its name; milliseconds. */
export type Snoozes = Readonly<Record<string, number>>;

/** Longer than anybody can put an alert off: what is later was written by a clock that was wrong. */
export const longestSnooze = 31 * 24 * 3_600_000;

/** How far alerts of a kind reach. */
export function levelOf(kind: AlertKind, { levels }: Pick<AlertSwitches, 'levels'>): AlertLevel {
  return levels[kind] ?? (interrupting.includes(kind) ? 'notify' : 'home');
}

/** Whether an alert is put off at `now`. */
export function isSnoozed(
  alert: Pick<Alert, 'kind' | 'promotionId' | 'step'>,
  snoozes: Snoozes,
  now: number,
): boolean {
  const until = snoozes[alertKey(alert)] ?? 0;
  return until > now && until - now <= longestSnooze;
}

/** Whether an alert is off, for its promotion or everywhere. */
export function isOff(
  { kind, promotionId }: Pick<Alert, 'kind' | 'promotionId'>,
  to: AlertSwitches,
): boolean {
  return levelOf(kind, to) === 'off' || (to.muted[promotionId] ?? []).includes(kind);
}

/** The alerts that are shown: those that stand, are not off and not put off. */
export function shownAlerts<Any extends Alert>(
  alerts: readonly Any[],
  to: AlertSwitches,
  snoozes: Snoozes,
  now: number,
): Any[] {
  return alerts.filter((each) => !each.lingers && !isOff(each, to) && !isSnoozed(each, snoozes, now));
}

/** Whether all notifications wait at `now`. */
export function isPaused({ paused = null }: Pick<AlertSwitches, 'paused'>, now: number): boolean {
  return paused !== null && paused > now && paused - now <= longestSnooze;
}

/** Whether a minute of the day, on the seller's own clock, is one of the quiet hours. */
export function isQuiet(quiet: QuietHours | null, minute: number): boolean {
  if (!quiet || quiet.from === quiet.to) return false;
  const { from, to } = quiet;
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}
