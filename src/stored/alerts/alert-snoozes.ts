import type { Snoozes } from '../../domain/alerts/switches';
import { isRecord, kept } from '../local';

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

/** Puts an alert off until then, in milliseconds. */
export async function snooze(key: string, until: number): Promise<void> {
  const { [key]: _, ...others } = await alertSnoozes.read();
  const all = [[key, until] as const, ...Object.entries(others)].sort((a, b) => b[1] - a[1]);
  await alertSnoozes.write(Object.fromEntries(all.slice(0, most)));
}
