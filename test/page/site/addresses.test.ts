import { expect, it } from 'vitest';
import { addressOnAmazon } from '../../../src/page/site/addresses';
import { aPromotion } from '../../a-promotion';

it('leads to the promotion in its own store, by the id seen last', () => {
  const amazonIds = ['A2KA67KJQ3R6VT', 'A31M10S4V50SOU'];
  expect(addressOnAmazon(aPromotion({ amazonIds }))).toBe(
    'https://sellercentral.amazon.com/promotions/view?promotionId=A31M10S4V50SOU',
  );
  expect(addressOnAmazon(aPromotion({ amazonIds, marketplace: 'UK' }))).toContain('.amazon.co.uk/');
});

it('leads nowhere where the id or the store is not known, and nowhere else by an odd id', () => {
  expect(addressOnAmazon(aPromotion())).toBeNull();
  expect(addressOnAmazon(aPromotion({ amazonIds: ['A1'], marketplace: null }))).toBeNull();
  const odd = new URL(addressOnAmazon(aPromotion({ amazonIds: ['a&region=EU#/../x'] })) ?? '');
  expect([odd.pathname, odd.hash, [...odd.searchParams.keys()].length]).toEqual(['/promotions/view', '', 1]);
});
