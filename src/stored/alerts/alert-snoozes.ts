import type { Snoozes } from '../../domain/alerts/switches';
import { change, isRecord, kept } from '../local';

/** Where `storage.local` keeps them. */
export const snoozesKey = 'alertSnoozes';

/** Ends of putting off that are remembered: what is older was told again long ago. */
const most = 500;

/** Until when alerts are put off, by their names. */
export const alertSnoozes = kept(snoozesKey, (stored): Snoozes => {
  const all = Object.entries(isRecord(stored) ? stored : {});
  return Object.fromEntries(
    all.filter((each): each is [string, number] => typeof each[1] === 'number' && Number.isFinite(each[1])),
  );
});

/** Puts alerts off until then, in milliseconds. */
export async function snooze(keys: readonly string[], until: number): Promise<void> {
  await change(alertSnoozes, (now) => {
    const others = Object.entries(now).filter(([key]) => !keys.includes(key));
    const all = [...keys.map((key) => [key, until] as const), ...others].sort((a, b) => b[1] - a[1]);
    return Object.fromEntries(all.slice(0, most));
  });
}
