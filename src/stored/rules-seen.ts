import { kept } from './local';

/** The version of the rules that the seller knows of; null where none was told yet. */
export const rulesSeen = kept('rulesSeen', (stored) =>
  Number.isInteger(stored) ? (stored as number) : null,
);
