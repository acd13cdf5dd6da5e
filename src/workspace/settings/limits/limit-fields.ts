import type { Limits } from '../../../domain/checks/limits';
import type { SentenceKey } from '../../../words/sentences';

/** The seller's limits, in the order and the words in which they are set. */
export const limitFields = [
  { name: 'maxPercentOff', label: 'settingsPercent', hint: 'settingsPercentHint' },
  { name: 'maxRunDays', label: 'settingsRunDays', hint: 'settingsRunDaysHint' },
  { name: 'maxOrderQuantity', label: 'settingsOrder', hint: 'settingsOrderHint' },
] as const satisfies readonly { name: keyof Limits; label: SentenceKey; hint: SentenceKey }[];
