import type { Said } from '../src/domain/problem';
import { inWords, sentenceOf } from '../src/words/problem-words';

/** The same, but what goes wrong goes wrong in the words that the seller reads. */
export async function worded<T>(work: Promise<T>): Promise<T> {
  return work.catch((error) => {
    throw inItsWords(error);
  });
}

/** The same for what answers at once. */
export function wordedNow<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw inItsWords(error);
  }
}

function inItsWords(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  // Not by its class: modules that a test loads anew have a class of their own.
  const { name, code, said } = error as Error & { code?: string; said?: Said };
  const sentence = said ? inWords(said) : sentenceOf(error);
  return Object.assign(new Error(sentence, { cause: error }), { name, ...(code ? { code } : {}) });
}
