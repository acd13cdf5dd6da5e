import { listed, number } from '../../words/format';
import { say, sayCount } from '../../words/say';
import type { DeskPool, GivenSince } from '../pool';

/** What was given out since the seller's own midnight, in words; empty on a quiet day. `now` in milliseconds. */
export async function readToday(pool: DeskPool, now: number): Promise<string> {
  const midnight = new Date(new Date(now).setHours(0, 0, 0, 0)).toISOString();
  return todayWords(await pool.givenSince(midnight));
}

/** "Today: 12 given out by Mia, 100 to Vipon", or nothing. */
export function todayWords({ by, to }: GivenSince): string {
  const acts = [
    ...[...by].map(
      ([name, count]) =>
        (first: boolean) =>
          singleWords(name, count, first),
    ),
    ...[...to].map(
      ([name, count]) =>
        (first: boolean) =>
          lotWords(name, count, first),
    ),
  ].map((words, at) => words(at === 0));
  return acts.length === 0 ? '' : say('todayTold', { acts: listed(acts) });
}

function singleWords(name: string, count: number, first: boolean): string {
  if (name) return sayCount(first ? 'todayFirstBy' : 'todayBy', count, { name });
  return first ? sayCount('todayFirst', count) : number(count);
}

function lotWords(name: string, count: number, first: boolean): string {
  if (name) return sayCount(first ? 'todayFirstTo' : 'todayTo', count, { name });
  return sayCount(first ? 'todayFirstList' : 'todayList', count);
}
