import { beforeEach, expect, it, vi } from 'vitest';
import { countAttention, keepBadge } from '../../src/actions/attention';
import type { PromotionWithCounts } from '../../src/actions/pool';
import { noCounts } from '../../src/domain/promotion';
import type { Submitted } from '../../src/stored/drafts/submitted';
import { aPromotion } from '../a-promotion';

const { said } = vi.hoisted(() => ({ said: [] as [count: number, title: string][] }));
vi.mock('../../src/platform/badge', () => ({
  showBadge: async (count: number, title: string) => void said.push([count, title]),
}));

const now = Date.now();
const end = new Date(now + 10 * 86_400_000).toISOString();
const low: PromotionWithCounts = {
  promotion: aPromotion({ id: 'p-low', end, trackingId: 'T-low' }),
  counts: { ...noCounts, total: 500, available: 3, issued: 497 },
  lastIssuedAt: null,
};
const fine: PromotionWithCounts = {
  promotion: aPromotion({ id: 'p-fine', end, trackingId: 'T-fine' }),
  counts: { ...noCounts, total: 500, available: 500 },
  lastIssuedAt: null,
};
const submitted: Submitted = {
  id: 'd-1',
  name: 'Garlic',
  trackingId: 'T-new',
  marketplace: 'US',
  percentOff: 20,
  at: new Date(now).toISOString(),
};

beforeEach(() => {
  said.length = 0;
});

it('counts a promotion once, whatever it wants, and what was submitted and not opened since', () => {
  // Runs low, and what comes before the first code was never confirmed: two wishes, one line.
  expect(countAttention([low, fine], [], now)).toBe(1);
  expect(countAttention([low, fine], [submitted], now)).toBe(2);
  expect(countAttention([fine], [], now)).toBe(0);
  const met = { ...fine, promotion: { ...fine.promotion, trackingId: 'T-new', marketplace: 'US' as const } };
  expect(countAttention([met], [submitted], now)).toBe(0);
});

it('writes the number and what it means on the icon whenever the promotions were read again', async () => {
  const listeners: (() => void)[] = [];
  const desk = {
    state: { promotions: null as PromotionWithCounts[] | null, submitted: [] as Submitted[] },
    subscribe: (listener: () => void) => {
      listeners.push(listener);
      return () => undefined;
    },
  };
  keepBadge(desk as unknown as Parameters<typeof keepBadge>[0]);
  const tell = async (state: Partial<typeof desk.state>) => {
    desk.state = { ...desk.state, ...state };
    for (const listener of listeners) listener();
    await new Promise((resolve) => setTimeout(resolve));
  };
  await tell({});
  expect(said).toEqual([]);
  await tell({ promotions: [low] });
  await tell({});
  await tell({ submitted: [submitted] });
  await tell({ promotions: [fine], submitted: [] });
  expect(said).toEqual([
    [1, 'Claimcheck: 1 thing needs your attention'],
    [2, 'Claimcheck: 2 things need your attention'],
    [0, 'Claimcheck'],
  ]);
});
