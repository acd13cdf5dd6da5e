import { describe, expect, it } from 'vitest';
import { pageKindOfUrl } from '../../../src/page/site/page-kind';

/** Addresses seen in public code, each with the one kind it is. */
const examples: [string, string][] = [
  ['/promotions', 'manage'],
  ['/promotions/', 'manage'],
  ['/promotions?ref=1', 'manage'],
  ['/promotions#&tab=create-your-promotions', 'manage'],
  ['/promotions/manage/ref=xx_promomgr_favb_xx', 'manage'],
  ['/promotions/new?type=PERCENTAGE_OFF', 'create'],
  ['/promotions/new/preview', 'review'],
  ['/promotions/new/submit#&tab=create-your-promotions', 'submitted'],
  ['/promotions/duplicate?promotionId=A2KA67KJQ3R6VT', 'duplicate'],
  ['/promotions/edit?promotionId=A2KA67KJQ3R6VT', 'edit'],
  ['/promotions/view?promotionId=A2KA67KJQ3R6VT&region=NA', 'view'],
  ['/promotions/anything-else', 'unsure'],
  ['/promotion-central/dashboard?status=ENDED', 'central'],
  ['/promotion-central', 'central'],
  ['/abis/listing/edit/offer?sku=A&asin=B#offer', 'offer'],
  ['/abis/listing/edit', 'offer'],
  ['/abis/listing/create', 'other'],
  ['/abis/product/DisplayEditProduct?sku=A', 'offer'],
  ['/promotionsandmore', 'other'],
  ['/orders-v3', 'other'],
];

describe('the address of a page', () => {
  it.each(examples)('%s is %s', (path, kind) => {
    expect(pageKindOfUrl(new URL(`https://sellercentral.amazon.com${path}`))).toBe(kind);
  });
});
