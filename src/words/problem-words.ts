import { say } from './say';

/** The sentence of an error. Ours are written for the seller; others are shown as they are, so that they can be reported. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Error && error.message) return error.message;
  return say('problemSomethingWrong', { error: String(error) });
}
