import { expect, it } from 'vitest';
import { nearTwin } from '../../../src/domain/codes/near-twin';
import type { Promotion } from '../../../src/domain/promotion';

function known(
  name: string,
  marketplace: Promotion['marketplace'],
  trackingId: string | null = null,
): Promotion {
  return {
    id: name,
    account: null,
    marketplace,
    name,
    trackingId,
    amazonIds: [],
    percentOff: null,
    start: null,
    end: null,
    givingEnded: null,
    createdAt: '2026-01-01T00:00:00.000Z',
  };
}

const garlic = known('Garlic-IG-01', 'US', 'CC-US-IG-01');

it.each(['garlic ig 01', 'GarlicIG01', 'Galric-IG-01', 'Garlik-IG-01', 'Garlc-IG-01', 'cc us ig 01'])(
  'takes %s for a slip',
  (typed) => expect(nearTwin(typed, 'US', [garlic])).toBe(garlic),
);

it.each(['Garlic-IG-02', 'Garlic-IG-10', 'Peeler-IG-01', 'Garlic-DE', ''])('takes %s for another', (typed) =>
  expect(nearTwin(typed, 'US', [garlic])).toBeNull(),
);

it('tells last letters apart, and stores', () => {
  expect(nearTwin('Launch B', 'US', [known('Launch A', 'US')])).toBeNull();
  expect(nearTwin('Garlic-IG-01', 'DE', [garlic])).toBeNull();
  expect(nearTwin('Garlic-IG-01', null, [garlic])).toBe(garlic);
});
