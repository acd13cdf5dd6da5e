import type { SentenceKey } from '../words/sentences';

/** What only the seller can see to before the first code goes out. */
export const tickIds = ['order-limit', 'nothing-else', 'tried'] as const;
export type TickId = (typeof tickIds)[number];

/** When each was ticked, ISO 8601 in UTC; absent: not yet. */
export type Ticks = Partial<Record<TickId, string>>;

/** The sentences about each. */
export const tickWords = {
  'order-limit': {
    short: 'tickShortLimit',
    why: 'tickWhyLimit',
  },
  'nothing-else': {
    short: 'tickShortNothingElse',
    why: 'tickWhyNothingElse',
  },
  tried: {
    short: 'tickShortTried',
    why: 'tickWhyTried',
  },
} as const satisfies Record<TickId, { readonly short: SentenceKey; readonly why: SentenceKey }>;

/** Those not ticked yet. */
export function openTicks(ticks: Ticks | undefined): TickId[] {
  return tickIds.filter((id) => !ticks?.[id]);
}
