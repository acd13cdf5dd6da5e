import type { Promotion } from '../src/domain/promotion';

/** A promotion in the US of which little is known, but for what a test says of it. */
export function aPromotion(told: Partial<Promotion> = {}): Promotion {
  return {
    id: 'p',
    account: null,
    marketplace: 'US',
    name: 'Garlic',
    trackingId: null,
    amazonIds: [],
    percentOff: null,
    start: null,
    end: null,
    givingEnded: null,
    createdAt: '2026-06-01T00:00:00.000Z',
    ...told,
  };
}
