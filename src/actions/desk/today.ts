import { listed, number } from '../../words/format';
import { sayCount } from '../../words/say';
import type { DeskPool, GivenSince } from '../pool';

/** What was given out on a day: how many codes in all, and by whom and to which platforms, in words. */
export interface Today {
  readonly count: number;
  readonly acts: string;
}

export const nothingToday: Today = { count: 0, acts: '' };

/** What was given out since the seller's own midnight. `now` in milliseconds. */
export async function readToday(pool: DeskPool, now: number): Promise<Today> {
  const midnight = new Date(new Date(now).setHours(0, 0, 0, 0)).toISOString();
  const since = await pool.givenSince(midnight);
  const counts = [...since.by.values(), ...since.to.values()];
  return { count: counts.reduce((sum, count) => sum + count, 0), acts: todayActs(since) };
}

/** "12 given out by Mia, 100 to Vipon", or nothing. */
function todayActs({ by, to }: GivenSince): string {
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
  return acts.length === 0 ? '' : listed(acts);
}

function singleWords(name: string, count: number, first: boolean): string {
  if (name) return sayCount(first ? 'todayFirstBy' : 'todayBy', count, { name });
  return first ? sayCount('todayFirst', count) : number(count);
}

function lotWords(name: string, count: number, first: boolean): string {
  if (name) return sayCount(first ? 'todayFirstTo' : 'todayTo', count, { name });
  return sayCount(first ? 'todayFirstList' : 'todayList', count);
}
