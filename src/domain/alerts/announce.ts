import { type Alert, alertKey } from './alert';
import { type AlertSwitches, isOff, isSnoozed, levelOf, type Snoozes } from './switches';

/** What is remembered of an alert from one look to the next. */
export interface Remembered {
  /** When it came up, in milliseconds: with its name, what a notification is known by. */
  readonly since: number;
  readonly occasion: string | null;
  /** Whether it stood at the last look. */
  readonly stands: boolean;
  /** When it was announced, or passed over for good; null: it still has to be. */
  readonly told: number | null;
}

/** All that is remembered, by the alerts' names. */
export type AlertMemory = Readonly<Record<string, Remembered>>;

/** An alert to be announced; `id`: the same however often it is tried, so that a second try replaces the first. */
export interface Announcement {
  readonly id: string;
  readonly alert: Alert;
}

/** What a look at everything finds. */
export interface Look {
  readonly alerts: readonly Alert[];
  /** The promotions that could be read: what is remembered of others stays as it is. */
  readonly read: ReadonlySet<string>;
  readonly switches: AlertSwitches;
  readonly snoozes: Snoozes;
  /** In quiet hours, what comes up waits for their end. */
  readonly quiet: boolean;
  /** Milliseconds. */
  readonly now: number;
}

/** More than anybody has at once; the oldest that stand no more go first. */
const mostRemembered = 2000;

/**
 * The one step of announcing. Each alert is announced once each time it comes up: looks in between, however many or
 * few, change nothing. It must be kept before anything is announced, and `announced` after that: whoever dies between
 * the two announces the same again, under the same id.
 */
export function looked(
  memory: AlertMemory,
  { alerts, read, switches, snoozes, quiet, now }: Look,
): { memory: AlertMemory; due: Announcement[] } {
  const next = new Map(Object.entries(memory));
  const here = new Set<string>();
  const due: Announcement[] = [];
  for (const alert of alerts) {
    const key = alertKey(alert);
    here.add(key);
    const before = next.get(key);
    // What only lingers begins nothing and ends nothing.
    if (alert.lingers && !before) continue;
    const after = awake(cameUp(before, alert, now), alert, snoozes[key], now);
    const wanted = switches.notify && !isOff(alert, switches) && levelOf(alert.kind, switches) === 'notify';
    const told = after.told === null && !wanted ? now : after.told;
    next.set(key, { ...after, told });
    const waits = quiet || isSnoozed(alert, snoozes, now) || now < (alert.announcedFrom ?? now);
    if (told === null && !waits && !alert.lingers) due.push({ id: `${key} ${after.since}`, alert });
  }
  for (const [key, each] of next) {
    const [, promotionId = ''] = key.split(' ');
    if (here.has(key) || (promotionId !== '' && !read.has(promotionId))) continue;
    // A date stays told, since a clock may bring it back; what counts brought may come up again.
    if (each.occasion === null) next.delete(key);
    else next.set(key, { ...each, stands: false });
  }
  return { memory: Object.fromEntries(notTooMany([...next])), due };
}

/** What is remembered once these were announced. */
export function announced(memory: AlertMemory, of: readonly Announcement[], now: number): AlertMemory {
  const next = { ...memory };
  for (const { alert } of of) {
    const before = next[alertKey(alert)];
    if (before) next[alertKey(alert)] = { ...before, told: now };
  }
  return next;
}

function cameUp(before: Remembered | undefined, { occasion }: Alert, now: number): Remembered {
  const isSame = before !== undefined && (before.stands || before.occasion === occasion);
  // A date that moved while it stood: the one that was told is remembered, since a clock may bring that one back.
  if (isSame) return { ...before, occasion: before.told === null ? occasion : before.occasion, stands: true };
  return { since: now, occasion, stands: true, told: null };
}

/** Put off after it was told, and the time is over: it is to be told once more. */
function awake(before: Remembered, { occasion }: Alert, until: number | undefined, now: number): Remembered {
  const isOver = until !== undefined && until <= now;
  return isOver && before.told !== null && before.told < until
    ? { ...before, occasion, told: null, since: until }
    : before;
}

function notTooMany(all: [string, Remembered][]): [string, Remembered][] {
  if (all.length <= mostRemembered) return all;
  const worth = ([, { stands, since }]: [string, Remembered]) => (stands ? 1e16 : 0) + since;
  return all.sort((a, b) => worth(b) - worth(a)).slice(0, mostRemembered);
}
