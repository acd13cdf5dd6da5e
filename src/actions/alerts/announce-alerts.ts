import { type Alert, houseKinds } from '../../domain/alerts/alert';
import { type Announcement, announced, looked } from '../../domain/alerts/announce';
import type { Saved } from '../../domain/alerts/house';
import { planAlerts } from '../../domain/alerts/plan-steps';
import { alertsOf, houseAlerts } from '../../domain/alerts/standing';
import { isPaused, isQuiet } from '../../domain/alerts/switches';
import type { Promotion } from '../../domain/promotion';
import { crc32OfText } from '../../domain/text/crc32';
import { ownTimeZone } from '../../domain/time';
import { mayNotify, type Notification, showNotification } from '../../platform/notifications';
import { alertMemory } from '../../stored/alerts/alert-memory';
import type { AlertsKept } from '../../stored/alerts/alerts-kept';
import { alertWords, houseWords } from '../../words/alert-words';
import { listed } from '../../words/format';
import { say, sayCount } from '../../words/say';
import { factsOf } from '../needs';
import type { PromotionWithCounts } from '../pool';

/** More at once are told in one: months of absence end with one notification, not with ten. */
const mostAtOnce = 2;
/** Names in that one. */
const mostNamed = 5;
const several = 'several';

/**
 * Announces what came up since the last look, each once. Kept before it is shown and after: whatever dies in between
 * shows the same notification again, in its own place.
 */
export async function announceAlerts(
  promotions: readonly PromotionWithCounts[],
  saved: Saved | null,
  kept: AlertsKept,
  now: number,
): Promise<void> {
  const { switches, snoozes } = kept;
  const facts = promotions.map((item) => factsOf(item, kept));
  const alerts: Alert[] = [
    ...facts.flatMap((each) => alertsOf(each, switches.low, now)),
    ...planAlerts(kept.plans, now, ownTimeZone()),
    ...houseAlerts(facts, saved, now),
  ];
  const clock = new Date(now);
  const before = await alertMemory.read();
  const { memory, due } = looked(before, {
    alerts,
    read: new Set(promotions.map(({ promotion }) => promotion.id)),
    switches: { ...switches, notify: switches.notify && (await mayNotify()) },
    snoozes,
    quiet: isPaused(switches, now) || isQuiet(switches.quiet, clock.getHours() * 60 + clock.getMinutes()),
    now,
  });
  if (JSON.stringify(memory) !== JSON.stringify(before)) await alertMemory.write(memory);
  if (due.length === 0) return;
  for (const each of toShow(due, promotions, now)) await showNotification(each);
  await alertMemory.write(announced(memory, due, now));
}

/** Where a click on a notification leads in the workspace. */
export function routeOfNotification(notification: string): string {
  const [kind, promotionId = '', planId = ''] = notification.split(' ');
  if (kind === 'plan-step') return `/plan/${encodeURIComponent(planId)}`;
  if (kind === 'reports-old') return '/orders';
  if (kind === 'backup-due') return '/settings/backup';
  if (kind === several || promotionId === '') return '/';
  const id = encodeURIComponent(promotionId);
  // Where the line on Home leads, too.
  if (kind === 'leak') return `/promotion/${id}/results`;
  if (kind === 'unsafe-on-amazon') return `/promotion/${id}/setup`;
  return kind === 'ends-soon' || kind === 'goes-live' ? `/people/${id}` : `/promotion/${id}`;
}

function toShow(
  due: readonly Announcement[],
  promotions: readonly PromotionWithCounts[],
  now: number,
): Notification[] {
  const told = due.map(({ id, alert }) => {
    const item = promotions.find(({ promotion }) => promotion.id === alert.promotionId);
    return {
      id,
      title: titleOf(alert, item?.promotion),
      text: item ? alertWords(alert, item.promotion, item.counts, now) : houseWords(alert, now),
    };
  });
  if (told.length <= mostAtOnce) return told;
  const names = [
    ...new Set(
      due.flatMap(({ alert }, at) => (isHouse(alert) && !alert.step ? [] : [told[at]?.title ?? ''])),
    ),
  ];
  const text = listed(names.slice(0, mostNamed));
  const more = names.length > mostNamed ? ' …' : '';
  // Known by what it is about: a second try takes the first one's place. Browsers take no long ids.
  const id = `${several} ${crc32OfText(told.map((each) => each.id).join('\n'))}`;
  return [{ id, title: sayCount('alertSeveral', told.length), text: text + more }];
}

function titleOf({ step }: Alert, promotion: Promotion | undefined): string {
  return promotion?.name || promotion?.trackingId || step?.planName || say('name');
}

function isHouse({ kind }: Alert): boolean {
  return houseKinds.some((each) => each === kind);
}
