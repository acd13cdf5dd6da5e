import { oncePer } from '../dom/once';
import { labelMatch } from '../values/text';
import type { Vocabulary } from '.';
import { labelConcepts } from './concepts';

const mostKept = 5000;

const known = oncePer((_: Vocabulary) => new Map<string, number>());

/** Whether a text names a setting of the form; `least` 1: and nothing else. A page says the same at every look. */
export function namesSetting(
  { terms }: { readonly terms: Vocabulary },
  text: string,
  least: 0.5 | 1 = 0.5,
): boolean {
  const answers = known(terms);
  let answer = answers.get(text);
  if (answer === undefined) {
    answer = Math.max(...labelConcepts.map((concept) => labelMatch(text, terms[concept])));
    if (answers.size >= mostKept) answers.clear();
    answers.set(text, answer);
  }
  return answer >= least;
}

const amounts = ['atLeastQuantity', 'atLeastAmount', 'forEvery', 'percentOff', 'amountOff'] as const;

/** Whether a text names what an amount counts, as a field without a choice is called. */
export function namesAmount({ terms }: { readonly terms: Vocabulary }, text: string): boolean {
  return amounts.some((concept) => labelMatch(text, terms[concept]) > 0);
}
