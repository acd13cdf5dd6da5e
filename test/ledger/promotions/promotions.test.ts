import { describe, expect, it } from 'vitest';
import {
  addToInbox,
  getInboxItem,
  getPromotion,
  listInbox,
  listPromotions,
  removeFromInbox,
  updatePromotion,
} from '../../../src/ledger/index';
import { codes, freshLedger, importCodes } from '../helpers';

describe('promotions', () => {
  it('change by the patch alone, and gather Amazon ids', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(2));
    await updatePromotion(db, promotionId, { trackingId: 'IG', givingEnded: '2026-01-01T00:00:00.000Z' });
    for (const addAmazonId of ['A1', 'A1', 'A2']) await updatePromotion(db, promotionId, { addAmazonId });
    const { promotion, counts } = await getPromotion(db, promotionId);
    expect(promotion).toMatchObject({ name: 'Garlic-IG-01', trackingId: 'IG', amazonIds: ['A1', 'A2'] });
    expect(promotion).not.toHaveProperty('addAmazonId');
    expect(counts.total).toBe(2);
    expect(await listPromotions(db)).toEqual([{ promotion, counts, lastIssuedAt: null }]);
    await expect(getPromotion(db, 'gone')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('inbox', () => {
  it('keeps a captured file until it is removed', async () => {
    const db = await freshLedger();
    const item = { name: 'a.zip', bytes: null, group: 'g', quantity: null, marketplace: null, account: null };
    const id = await addToInbox(db, { ...item, promotion: null });
    expect(await getInboxItem(db, id)).toMatchObject({ ...item, id });
    await removeFromInbox(db, id);
    expect(await getInboxItem(db, id)).toBeNull();
    expect(await listInbox(db)).toEqual([]);
  });
});
