import { Problem, type Said, type SaidValue } from '../domain/problem';
import { day, duration, instant, listedAnd, money, number } from './format';
import { say, sayCount } from './say';

/** Names and values were matched where they were put together. */
const anySay = say as (key: string, values: Readonly<Record<string, string | number>>) => string;
const anyCount = sayCount as (
  key: string,
  count: number,
  values: Readonly<Record<string, string | number>>,
) => string;

/** What was said without words, in words. */
export function inWords(said: SaidValue): string {
  if (typeof said === 'string') return said;
  if (typeof said === 'number') return number(said);
  if ('day' in said) return day(said.day);
  if ('instant' in said) return instant(Date.parse(said.instant), said.zone, said.now);
  if ('duration' in said) return duration(said.duration);
  if ('money' in said) return money(said.money, said.store, said.rounded);
  if ('all' in said) return listedAnd(said.all.map(inWords));
  if ('list' in said) return said.list.map(inWords).join(', ');
  if ('sentences' in said) return said.sentences.map(inWords).join(' ');
  return sentence(said);
}

/** The sentence of an error. Ours name theirs; others are shown as they are, so that they can be reported. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Problem) return inWords(error.said);
  if (error instanceof Error && error.message) return error.message;
  return say('problemSomethingWrong', { error: String(error) });
}

/** What an act that failed leaves on a page. */
export interface ToldProblem {
  readonly tone: 'problem';
  readonly text: string;
  /** See `Problem.over`. */
  readonly over: Promise<void> | null;
}

export function toldProblem(error: unknown): ToldProblem {
  return { tone: 'problem', text: sentenceOf(error), over: error instanceof Problem ? error.over : null };
}

function sentence({ key, count, values }: Said): string {
  const words: Record<string, string> = {};
  for (const [place, value] of Object.entries(values)) words[place] = inWords(value);
  return count === undefined ? anySay(key, words) : anyCount(key, count, words);
}
