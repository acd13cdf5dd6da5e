import { describe, expect, it } from 'vitest';
import type { DraftDetails, ProofDraft } from '../../../src/domain/proof';
import { keepDrafted, listPromotions, matchPromotion, updatePromotion } from '../../../src/ledger/index';
import { codes, freshLedger, importCodes, promotion } from '../helpers';

const us = { account: 'Garlic Ltd', marketplace: 'US' } as const;
const details: DraftDetails = {
  claimCode: 'single-use',
  percentOff: 20,
  start: '2026-11-24T08:00:00.000Z',
  end: '2026-12-01T07:59:00.000Z',
  selection: 'Garlic press (1 ASIN)',
};

function draft(more: Partial<ProofDraft> = {}): ProofDraft {
  return {
    ...us,
    id: 'd1',
    kind: 'percentage-off',
    trackingId: 'T-1',
    amazonId: null,
    name: 'Garlic-IG-01',
    accepted: null,
    form: null,
    review: null,
    marks: [{ step: 'submit', at: '2026-11-23T20:00:00.000Z', overridden: [] }],
    details,
    ...more,
  };
}

const seen = {
  amazonId: 'A1',
  trackingId: 'T-1',
  name: null,
  percentOff: null,
  start: null,
  end: '2026-12-02T07:59:00.000Z',
};

const line = (more: object) => ({
  ...{ id: 'max-order-quantity', severity: 'blocker', state: 'confirm', label: '', have: '', should: '' },
  ...{ reason: null, confirmed: null, accepted: '', ...more },
});
const formWith = (more: object) =>
  ({ at: '2026-11-23T19:00:00.000Z', page: 'create', lines: [line(more)] }) as unknown as ProofDraft['form'];

describe('what the form knew', () => {
  const kept = async (more: Partial<ProofDraft>) =>
    keepDrafted(await freshLedger(), { ...us, seen, drafts: [draft(more)] });

  it('stands in the promotion: price, number of codes, and the order limit confirmed or read', async () => {
    const typed = { details: { ...details, price: 49.9, codes: 50 } };
    const confirmed = '2026-11-22T10:00:00.000Z';
    expect(await kept({ ...typed, form: formWith({ confirmed }) })).toMatchObject({
      price: 49.9,
      planned: 50,
      ticks: { 'order-limit': confirmed },
    });
    expect((await kept({ form: formWith({ state: 'pass' }) }))?.ticks).toEqual({
      'order-limit': '2026-11-23T19:00:00.000Z',
    });
  });

  it('is not made up: an order limit that stood open is still to be seen to', async () => {
    expect(await kept({ form: formWith({}) })).not.toHaveProperty('ticks');
    expect(await kept({ form: formWith({ state: 'fail' }) })).not.toHaveProperty('ticks');
    expect(await kept({})).not.toHaveProperty('planned');
  });

  it('does not untick what the seller ticked, nor move its date', async () => {
    const db = await freshLedger();
    const first = await keepDrafted(db, { ...us, seen, drafts: [draft()] });
    const ticks = { 'order-limit': '2026-11-20T00:00:00.000Z', tried: '2026-11-21T00:00:00.000Z' };
    await updatePromotion(db, first?.id ?? '', { ticks });
    const again = await keepDrafted(db, {
      ...us,
      seen,
      drafts: [draft({ form: formWith({ state: 'pass' }) })],
    });
    expect(again?.ticks).toEqual(ticks);
  });
});

describe('a promotion from its form', () => {
  it('is kept with what the form and its own page told, once', async () => {
    const db = await freshLedger();
    await keepDrafted(db, { ...us, seen, drafts: [draft()] });
    await keepDrafted(db, { ...us, seen, drafts: [draft()] });
    const all = await listPromotions(db);
    expect(all).toHaveLength(1);
    expect(all[0]?.counts.total).toBe(0);
    expect(all[0]?.promotion).toMatchObject({
      ...us,
      name: 'Garlic-IG-01',
      trackingId: 'T-1',
      amazonIds: ['A1'],
      percentOff: 20,
      start: details.start,
      end: seen.end,
      selection: details.selection,
    });
  });

  it('fills in what a promotion that is here does not know, and changes nothing it knows', async () => {
    const db = await freshLedger();
    await importCodes(db, codes(5), { into: promotion({ ...us, trackingId: 'T-1', percentOff: 15 }) });
    await keepDrafted(db, { ...us, seen, drafts: [draft({ name: 'Other name' })] });
    const all = await listPromotions(db);
    expect(all).toHaveLength(1);
    expect(all[0]?.promotion).toMatchObject({ name: 'Garlic-IG-01', percentOff: 15, amazonIds: ['A1'] });
    expect(all[0]?.promotion.selection).toBe(details.selection);
    expect(all[0]?.counts.total).toBe(5);
  });

  it('is not made of a multi-use code, of another account or store, or without a draft', async () => {
    const db = await freshLedger();
    await keepDrafted(db, { ...us, seen, drafts: [draft({ details: { ...details, claimCode: 'group' } })] });
    await keepDrafted(db, { ...us, account: 'Other', seen, drafts: [draft()] });
    await keepDrafted(db, { ...us, marketplace: 'DE', seen, drafts: [draft()] });
    await keepDrafted(db, { ...us, seen, drafts: [] });
    expect(await listPromotions(db)).toEqual([]);
  });

  it('stays two where the same name is in two stores', async () => {
    const db = await freshLedger();
    await keepDrafted(db, { ...us, seen, drafts: [draft()] });
    const de = { ...us, marketplace: 'DE' as const };
    await keepDrafted(db, { ...de, seen: { ...seen, amazonId: 'D1' }, drafts: [draft(de)] });
    expect(await listPromotions(db)).toHaveLength(2);
    expect((await matchPromotion(db, 'garlic-ig-01', 'US'))?.amazonIds).toEqual(['A1']);
    expect((await matchPromotion(db, 'garlic-ig-01', 'DE'))?.amazonIds).toEqual(['D1']);
  });
});
