/** What only the seller can see to before the first code goes out. */
export const tickIds = ['order-limit', 'nothing-else', 'tried'] as const;
export type TickId = (typeof tickIds)[number];

/** When each was ticked, ISO 8601 in UTC; absent: not yet. */
export type Ticks = Partial<Record<TickId, string>>;

export const tickWords: Record<TickId, { readonly short: string; readonly why: string }> = {
  'order-limit': {
    short: 'Max order quantity is set',
    why: 'A single-use code discounts every unit in its order.',
  },
  'nothing-else': {
    short: 'No coupon, deal or sale price is running',
    why: 'They add up with the code.',
  },
  tried: {
    short: 'One code tried in a cart, without ordering',
    why: 'The cart shows the discount, or that something is wrong.',
  },
};

/** Those not ticked yet. */
export function openTicks(ticks: Ticks | undefined): TickId[] {
  return tickIds.filter((id) => !ticks?.[id]);
}
