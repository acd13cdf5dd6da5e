import type { Vocabulary } from './labels';
import { labelConcepts } from './labels/concepts';
import { oncePer } from './once';
import { labelMatch } from './text';

const mostKept = 5000;

const known = oncePer((_: Vocabulary) => new Map<string, boolean>());

/** Whether a text names a setting of the form. A page says the same at every look. */
export function namesSetting({ terms }: { readonly terms: Vocabulary }, text: string): boolean {
  const answers = known(terms);
  let answer = answers.get(text);
  if (answer === undefined) {
    answer = labelConcepts.some((concept) => labelMatch(text, terms[concept]) > 0);
    if (answers.size >= mostKept) answers.clear();
    answers.set(text, answer);
  }
  return answer;
}
