import { kept, onKeptChange } from './local';

const key = 'rulesSeen';

/** The version of the rules that the seller knows of; null where none was told yet. */
export const rulesSeen = kept(key, (stored) => (Number.isInteger(stored) ? (stored as number) : null));

/** Calls back whenever the rules were told on one of the pages. Returns the way to stop. */
export function onRulesSeen(listener: () => void): () => void {
  return onKeptChange(key, listener);
}
