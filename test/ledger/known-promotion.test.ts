import { describe, expect, it } from 'vitest';
import { knownPromotion, listBatches, updatePromotion, withdrawImport } from '../../src/ledger/index';
import { codes, freshLedger, importCodes, promotion } from './helpers';

const garlic = promotion({ account: 'Garlic Ltd', trackingId: 'T-1', amazonId: 'A1', percentOff: 20 });
const page = { account: 'Garlic Ltd', marketplace: 'US', amazonId: 'A1', trackingId: null } as const;

describe('what a page is told of its promotion', () => {
  it('is what is kept of each lot, its ticks and its price', async () => {
    const db = await freshLedger();
    await importCodes(db, codes(5), { into: garlic, name: 'IG-01' });
    const again = await importCodes(db, codes(3, 'BBBB'), { into: garlic, name: 'IG-01' });
    await importCodes(db, codes(2, 'CCCC'), { into: garlic, name: 'IG-02' });
    const ticks = { tried: '2026-11-23T20:00:00.000Z' };
    await updatePromotion(db, again.promotionId, { price: 49.9, ticks });
    const known = await knownPromotion(db, page);
    expect(known).toMatchObject({ name: garlic.name, ticks, price: 49.9, percentOff: 20, usable: 10 });
    expect(known?.elsewhere).toBeNull();
    expect(known?.saved).toEqual([
      { group: 'IG-01', count: 8 },
      { group: 'IG-02', count: 2 },
    ]);
  });

  it('counts no import that was taken back', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(5), { into: garlic, name: 'IG-01' });
    const [batch] = await listBatches(db, promotionId);
    await withdrawImport(db, batch?.id as number, '');
    expect(await knownPromotion(db, page)).toMatchObject({ usable: 0, saved: [] });
  });

  it('says where it belongs when the page shows another store or account', async () => {
    const db = await freshLedger();
    await importCodes(db, codes(1), { into: garlic });
    const home = { account: 'Garlic Ltd', marketplace: 'US' };
    expect((await knownPromotion(db, { ...page, marketplace: 'DE' }))?.elsewhere).toEqual(home);
    expect((await knownPromotion(db, { ...page, account: 'Other' }))?.elsewhere).toEqual(home);
    // What the page doesn't tell contradicts nothing.
    expect((await knownPromotion(db, { ...page, account: null, marketplace: null }))?.elsewhere).toBeNull();
  });

  it('finds one by Tracking ID in its own store only, and none where two fit', async () => {
    const db = await freshLedger();
    const byTrackingId = { ...page, amazonId: null, trackingId: ' t-1 ' };
    await importCodes(db, codes(1), { into: garlic });
    expect(await knownPromotion(db, byTrackingId)).not.toBeNull();
    expect(await knownPromotion(db, { ...byTrackingId, marketplace: 'DE' })).toBeNull();
    await importCodes(db, codes(1, 'BBBB'), { into: { ...garlic, amazonId: 'A2', name: 'Twin' } });
    expect(await knownPromotion(db, byTrackingId)).toBeNull();
    expect(await knownPromotion(db, { ...byTrackingId, amazonId: 'A2' })).toMatchObject({ name: 'Twin' });
    expect(await knownPromotion(db, { ...page, amazonId: null })).toBeNull();
  });
});
