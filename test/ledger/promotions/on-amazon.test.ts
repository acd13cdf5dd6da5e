import { describe, expect, it } from 'vitest';
import type { Promotion } from '../../../src/domain/promotion';
import {
  type Db,
  getPromotion,
  issueNext,
  learnFromAmazon,
  type ShownOnAmazon,
  updatePromotion,
} from '../../../src/ledger/index';
import { revision } from '../../../src/ledger/store/transact';
import { codes, freshLedger, importCodes, promotion } from '../helpers';

const us = { account: 'Garlic Ltd', marketplace: 'US' } as const;
const dates = { start: '2026-12-01T08:00:00.000Z', end: '2026-12-11T07:59:00.000Z' };
const nothing: ShownOnAmazon = {
  amazonId: 'A2KA67KJQ3R6VT',
  trackingId: null,
  status: null,
  start: null,
  end: null,
};
const to = { to: '', channel: '', note: '', by: '' };

async function withGarlic(more: Parameters<typeof promotion>[0] = {}) {
  const db = await freshLedger();
  const into = promotion({ ...us, ...dates, trackingId: 'CC-1', amazonId: nothing.amazonId, ...more });
  const { promotionId } = await importCodes(db, codes(5), { into });
  const now = async () => (await getPromotion(db, promotionId)).promotion;
  return { db, promotionId, now, see: seer(db), set: setter(db, promotionId) };
}

function seer(db: Db) {
  return (shown: Partial<ShownOnAmazon>, store: Partial<typeof us> | object = {}) =>
    learnFromAmazon(db, { ...us, ...store, shown: [{ ...nothing, ...shown }] });
}

function setter(db: Db, id: string) {
  return (patch: Partial<Promotion>) => updatePromotion(db, id, patch as never);
}

describe('a promotion that Amazon shows as over', () => {
  it.each(['ended', 'canceled'] as const)('gives out nothing more: %s', async (status) => {
    const { db, promotionId, now, see } = await withGarlic();
    expect(await see({ status })).toBe(1);
    expect(await now()).toMatchObject({ onAmazon: { status, stopped: true }, ...dates });
    expect((await now()).givingEnded).not.toBeNull();
    await expect(issueNext(db, promotionId, 1, to)).rejects.toMatchObject({ code: 'not-allowed' });
    expect((await getPromotion(db, promotionId)).counts).toMatchObject({ available: 5, issued: 0 });
  });

  it('gives out again when the seller says so, and whatever page shows the same again', async () => {
    const { db, promotionId, now, see, set } = await withGarlic();
    await see({ status: 'ended' });
    await set({ givingEnded: null });
    expect(await see({ status: 'ended' })).toBe(0);
    expect((await now()).givingEnded).toBeNull();
    await issueNext(db, promotionId, 1, to);
    // Another word is news again.
    await see({ status: 'canceled' });
    expect((await now()).givingEnded).toBeNull();
  });

  it('gives out again once Amazon shows it as active, unless the seller had stopped it', async () => {
    const { now, see, set } = await withGarlic();
    await see({ status: 'ended' });
    await see({ status: 'active' });
    expect(await now()).toMatchObject({ givingEnded: null, onAmazon: { status: 'active' } });
    const by = '2026-11-29T00:00:00.000Z';
    await set({ givingEnded: by });
    await see({ status: 'ended' });
    await see({ status: 'active' });
    expect((await now()).givingEnded).toBe(by);
  });

  it('is no other one: not of another account, store or id, nor where the page names none', async () => {
    const { now, see } = await withGarlic();
    expect(await see({ status: 'ended' }, { account: 'Other Ltd' })).toBe(0);
    expect(await see({ status: 'ended' }, { marketplace: 'DE' })).toBe(0);
    expect(await see({ status: 'ended', amazonId: 'A31M10S4V50SOU', trackingId: 'CC-1' })).toBe(0);
    expect(await see({ status: 'ended', amazonId: null })).toBe(0);
    expect((await now()).onAmazon).toBeUndefined();
    expect(await see({ status: 'ended', amazonId: null, trackingId: 'CC-1' })).toBe(1);
  });

  it('learns nothing from what was not read, and writes nothing then', async () => {
    const { db, now, see } = await withGarlic();
    const before = [await revision(db), await now()];
    expect(await see({})).toBe(0);
    expect([await revision(db), await now()]).toEqual(before);
  });
});

describe('settings that stand wrong on Amazon', () => {
  it('are kept until its page shows them right, and outlast a page that tells nothing of them', async () => {
    const { now, see } = await withGarlic();
    expect(await see({ unsafe: 0 })).toBe(0);
    expect(await see({ unsafe: 2 })).toBe(1);
    expect(await see({ unsafe: 2 })).toBe(0);
    await see({ status: 'active', unsafe: null });
    expect((await now()).onAmazon).toMatchObject({ status: 'active', unsafe: 2 });
    expect(await see({ unsafe: 0 })).toBe(1);
    expect((await now()).onAmazon?.unsafe).toBeUndefined();
  });
});

describe('dates that Amazon shows', () => {
  const earlier = '2026-12-05T07:59:00.000Z';

  it('take the place of others, which are kept until the seller has seen it', async () => {
    const { now, see, set } = await withGarlic();
    expect(await see({ end: earlier })).toBe(1);
    expect(await now()).toMatchObject({
      start: dates.start,
      end: earlier,
      onAmazon: { was: { end: dates.end } },
    });
    // The first of those known before is what the seller knows.
    const again = '2026-12-08T07:59:00.000Z';
    await see({ end: again });
    expect(await now()).toMatchObject({ end: again, onAmazon: { was: { end: dates.end } } });
    await set({ end: again });
    expect((await now()).onAmazon).not.toHaveProperty('was');
  });

  it('are not taken again once the seller typed others, until they change', async () => {
    const { now, see, set } = await withGarlic();
    await see({ end: earlier });
    await set({ end: dates.end });
    expect(await see({ end: earlier })).toBe(0);
    expect((await now()).end).toBe(dates.end);
    await see({ end: '2026-12-08T07:59:00.000Z' });
    expect((await now()).end).toBe('2026-12-08T07:59:00.000Z');
  });

  it('fill in what was not known without a word, and never empty what was', async () => {
    const { now, see } = await withGarlic({ end: null });
    await see({ start: null, end: earlier });
    expect(await now()).toMatchObject({ start: dates.start, end: earlier });
    expect((await now()).onAmazon).not.toHaveProperty('was');
  });

  it('are the same within their minute, and wrong where they end before they start', async () => {
    const { now, see } = await withGarlic({ end: '2026-12-11T07:59:59.000Z' });
    await see({ end: dates.end });
    expect(await now()).toMatchObject({ end: '2026-12-11T07:59:59.000Z' });
    expect((await now()).onAmazon).not.toHaveProperty('was');
    expect(await see({ start: dates.end, end: dates.start })).toBe(0);
  });
});
