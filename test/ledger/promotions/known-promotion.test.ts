import { describe, expect, it } from 'vitest';
import { knownPromotion } from '../../../src/ledger/index';
import { codes, freshLedger, importCodes, promotion } from '../helpers';

const garlic = promotion({ account: 'Garlic Ltd', trackingId: 'T-1', amazonId: 'A1', percentOff: 20 });
const page = { account: 'Garlic Ltd', marketplace: 'US', amazonId: 'A1', trackingId: null } as const;

describe('the promotion on a page', () => {
  it('is found by Amazon’s id, also where the page shows another store or account', async () => {
    const db = await freshLedger();
    const { promotionId: id } = await importCodes(db, codes(1), { into: garlic });
    expect(await knownPromotion(db, page)).toEqual({ id, elsewhere: false });
    expect(await knownPromotion(db, { ...page, marketplace: 'DE' })).toEqual({ id, elsewhere: true });
    expect(await knownPromotion(db, { ...page, account: 'Other' })).toEqual({ id, elsewhere: true });
    // What the page doesn't tell contradicts nothing.
    const untold = { ...page, account: null, marketplace: null };
    expect(await knownPromotion(db, untold)).toEqual({ id, elsewhere: false });
  });

  it('is found by Tracking ID in its own store only, and not where two fit', async () => {
    const db = await freshLedger();
    const byTrackingId = { ...page, amazonId: null, trackingId: ' t-1 ' };
    await importCodes(db, codes(1), { into: garlic });
    expect(await knownPromotion(db, byTrackingId)).not.toBeNull();
    expect(await knownPromotion(db, { ...byTrackingId, marketplace: 'DE' })).toBeNull();
    const twin = { ...garlic, amazonId: 'A2', name: 'Twin' };
    const { promotionId: id } = await importCodes(db, codes(1, 'BBBB'), { into: twin });
    expect(await knownPromotion(db, byTrackingId)).toBeNull();
    expect(await knownPromotion(db, { ...byTrackingId, amazonId: 'A2' })).toMatchObject({ id });
    expect(await knownPromotion(db, { ...page, amazonId: null })).toBeNull();
  });
});
