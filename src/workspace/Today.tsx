import { type Db, type GivenSince, givenSince } from '../ledger';
import { number } from '../ui/format';
import { useRead } from './use-read';

/** What was given out since midnight, by whom and where to. Nothing on a quiet day. */
export function Today({ db, now }: { db: Db; now: number }) {
  const midnight = new Date(new Date(now).setHours(0, 0, 0, 0)).toISOString();
  const { value } = useRead(`today ${midnight}`, () => givenSince(db, midnight));
  const text = value ? todayWords(value) : '';
  return text ? (
    <p class="today" data-testid="today">
      {text}
    </p>
  ) : null;
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
