import type { Alert, AlertKind } from '../domain/alerts/alert';
import type { AlertLevel } from '../domain/alerts/switches';
import { timeZoneOf } from '../domain/marketplaces';
import type { Counts, Promotion } from '../domain/promotion';
import { openTicks, tickWords } from '../domain/ticks';
import { duration, instant, listed, shortDay } from './format';
import { newDatesWords, overAll } from './over-words';
import { stepTitle } from './plan-words';
import { say, sayCount } from './say';
import type { SentenceKey } from './sentences';

/** What each kind of alert is called where it is switched. */
export const alertNames = {
  leak: 'alertLeak',
  'unsafe-on-amazon': 'alertUnsafe',
  'ended-on-amazon': 'alertEnded',
  'dates-changed': 'alertDates',
  'works-though-over': 'alertOver',
  'never-confirmed': 'alertTicks',
  'limit-high': 'alertLimit',
  'runs-low': 'alertLow',
  'ends-soon': 'alertEnds',
  'goes-live': 'alertLive',
  'limit-back': 'alertLimitBack',
  'never-captured': 'alertCapture',
  'plan-step': 'alertPlan',
  'reports-old': 'alertReports',
  'backup-due': 'alertBackup',
} as const satisfies Record<AlertKind, SentenceKey>;

/** What it is called how far an alert reaches. */
export const levelWords = {
  off: 'alertsLevelOff',
  home: 'alertsLevelHome',
  notify: 'alertsLevelNotify',
} as const satisfies Record<AlertLevel, SentenceKey>;

/** What an alert says of its promotion, wherever it is told. `now` in milliseconds. */
export function alertWords(alert: Alert, promotion: Promotion, counts: Counts, now: number): string {
  const { kind, count = 0, at = now } = alert;
  const zone = timeZoneOf(promotion.marketplace);
  switch (kind) {
    case 'leak':
      return sayCount('needsLeak', count);
    case 'unsafe-on-amazon':
      return sayCount('needsUnsafe', count);
    case 'ended-on-amazon':
      return say('needsEnded');
    case 'dates-changed':
      return `${say('newDatesTitle')} ${newDatesWords(promotion, now)}`;
    case 'works-though-over':
      return overAll(promotion, counts, now);
    case 'never-confirmed':
      return say('needsTicks', { ticks: listed(openTicks(promotion.ticks).map(tickName)) });
    case 'limit-high':
      return sayCount('needsLimit', count);
    case 'runs-low':
      return lowWords(counts, count);
    case 'ends-soon':
      return sayCount(counts.redeemedKnown ? 'needsEndsSoon' : 'needsEndsSoonMost', count, {
        end: instant(at, zone, now),
        left: duration(at - now),
      });
    case 'goes-live':
      return sayCount('needsLive', count, { start: instant(at, zone, now) });
    case 'limit-back':
      return say('needsLimitBack');
    case 'never-captured':
      return say('needsCapture');
    case 'plan-step':
    case 'reports-old':
    case 'backup-due':
      return houseWords(alert, now);
  }
}

/** What an alert says that is about everything here. */
export function houseWords(
  { kind, count = 0, at = 0, step }: Pick<Alert, 'kind' | 'count' | 'at' | 'step'>,
  now: number,
): string {
  if (step) return stepTitle(step, now);
  return kind === 'reports-old'
    ? sayCount('needsReports', count, { day: shortDay(at - 1, 'UTC', now) })
    : sayCount('needsBackup', count);
}

function tickName(id: keyof typeof tickWords): string {
  return say('needsTick', { tick: say(tickWords[id].short) });
}

/** `days`: how long they last at the present pace, where that is what is low; 0 where they are few. */
function lowWords({ available, total }: Counts, days: number): string {
  if (available === 0) return sayCount('needsNoneLeft', total);
  if (days > 0) return sayCount('needsLowDays', days, { left: available });
  return sayCount('needsLow', available, { total });
}
