import type { DeskPool, GivenSince } from '../pool';
import { number } from '../words';

/** What was given out since the seller's own midnight, in words; empty on a quiet day. `now` in milliseconds. */
export async function readToday(pool: DeskPool, now: number): Promise<string> {
  const midnight = new Date(new Date(now).setHours(0, 0, 0, 0)).toISOString();
  return todayWords(await pool.givenSince(midnight));
}

/** "Today: 12 given out by Mia, 100 to Vipon", or nothing. */
export function todayWords({ by, to }: GivenSince): string {
  const single = [...by].map(([name, count]) => ({ count, whom: name ? ` by ${name}` : '' }));
  const lots = [...to].map(([name, count]) => `${number(count)} ${name ? `to ${name}` : 'as a list'}`);
  const parts = [
    ...single.map(({ count, whom }, at) => `${number(count)}${at === 0 ? ' given out' : ''}${whom}`),
    ...lots.map((lot, at) => (single.length === 0 && at === 0 ? lot.replace(' ', ' given out ') : lot)),
  ];
  return parts.length === 0 ? '' : `Today: ${parts.join(', ')}`;
}
