import { describe, expect, it, vi } from 'vitest';
import { refreshedSigns } from '../../../src/actions/alerts/refresh-signs';
import { noSigns } from '../../../src/domain/alerts/signs';
import {
  type Db,
  issueNext,
  offersOfSelection,
  readPromotions,
  rememberOffer,
  updatePromotion,
} from '../../../src/ledger';
import { sample } from '../../files/reports/helpers';
import { codes, freshLedger, importCodes, promotion, to } from '../../ledger/helpers';
import { takeFile } from '../../ledger/reports/helpers';

const trackingId = 'Percentage Off 2026/09/15 14-1-31-265';
const hour = 3_600_000;

async function look(db: Db, before = {}, now = Date.now()) {
  const { promotions } = await readPromotions(db);
  return refreshedSigns(db, promotions, before, { now, limit: () => 1 });
}

describe('the signs of a promotion', () => {
  it('are its pace, what went out early, and what reports and offers tell', async () => {
    const db = await freshLedger();
    const start = new Date(Date.now() + hour).toISOString();
    const into = promotion({ trackingId, account: 'Acme', selection: 'Garlic press', start });
    const { promotionId: id } = await importCodes(db, codes(20), { into });
    await importCodes(db, codes(5, 'BBBB'), {
      into: { id },
      as: { kind: 'given-out', to: 'before', channel: '' } as never,
    });
    await issueNext(db, id, 3, to('Anna'));
    const store = { account: 'Acme', marketplace: 'US' } as const;
    await rememberOffer(db, { ...store, sku: 'GP-1', asin: null, limit: null, price: null });
    await offersOfSelection(db, { ...store, selection: 'Garlic press', items: ['GP-1', 'GP-2'], limit: 1 });
    const first = (await look(db))[id];
    // Codes that came in as given out say nothing of a pace; they may well be out early.
    expect(first).toMatchObject({ lastWeek: 3, early: 8, overLimit: 1, reportedTo: null, leak: null });
  });

  it('raise the alarm of a leak only from reports on that very promotion', async () => {
    const db = await freshLedger();
    const { promotionId: id } = await importCodes(db, codes(10), { into: promotion({ trackingId }) });
    const other = promotion({ name: 'Other', trackingId: 'IG-01' });
    const { promotionId: without } = await importCodes(db, codes(10, 'BBBB'), { into: other });
    await takeFile(db, sample('all-orders.us.utf8.crlf.txt'));
    const signs = await look(db);
    expect(signs[id]?.leak).toEqual({ kind: 'more-than-out', count: 2, uses: 2 });
    expect(signs[id]?.reportedTo).toBeGreaterThan(20_000);
    // At once: reports come in long after the codes, or right after.
    const early = await look(db, { [id]: { ...noSigns, at: Date.now(), of: '0  ' } });
    expect(early[id]?.leak).not.toBeNull();
    expect(signs[without]).toMatchObject({ leak: null, reportedTo: null });
    await issueNext(db, id, 2, to('Anna'));
    expect((await look(db, {}, Date.now() + hour))[id]?.leak?.kind).not.toBe('more-than-out');
  });

  it('are looked up again once counts changed, with a rest, and after hours; else they stay the same object', async () => {
    const db = await freshLedger();
    const { promotionId: id } = await importCodes(db, codes(20));
    const now = Date.now();
    const first = await look(db, {}, now);
    expect(await look(db, first, now + hour)).toBe(first);
    await issueNext(db, id, 3, to('Anna'));
    expect(await look(db, first, now + 59_000)).toBe(first);
    const second = await look(db, first, now + 61_000);
    expect(second[id]?.lastWeek).toBe(3);
    expect(await look(db, second, now + 7 * hour)).not.toBe(second);
    await updatePromotion(db, id, { archived: new Date().toISOString() });
    expect(await look(db, second, now + 61_000)).toEqual({});
  });

  it('stay as they were where they can’t be looked up', async () => {
    const db = await freshLedger();
    const { promotionId: id } = await importCodes(db, codes(20));
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { promotions } = await readPromotions(db);
    db.close();
    const before = { [id]: { ...noSigns, lastWeek: 9 } };
    expect(await refreshedSigns(db, promotions, before, { now: Date.now(), limit: () => 1 })).toEqual(before);
    expect(warned).toHaveBeenCalled();
    warned.mockRestore();
  });

  it('of one that can’t be looked up stay, and those of the others beside it are found', async () => {
    const db = await freshLedger();
    const { promotionId: id } = await importCodes(db, codes(20), { into: promotion({ trackingId }) });
    const other = promotion({ name: 'Other', trackingId: 'Percentage Off 2026/09/15 14-1-31-266' });
    await importCodes(db, codes(10, 'BBBB'), { into: other });
    await issueNext(db, id, 3, to('Anna'));
    await takeFile(db, sample('all-orders.us.utf8.crlf.txt'));
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { promotions } = await readPromotions(db);
    const gone = promotions.map((item): typeof item =>
      item.promotion.id === id
        ? item
        : {
            ...item,
            promotion: { ...item.promotion, id: 'gone' },
            counts: { ...item.counts, provisional: 0 },
          },
    );
    const found = await refreshedSigns(db, gone, {}, { now: Date.now(), limit: () => 1 });
    expect(Object.keys(found)).toEqual([id]);
    expect(found[id]).toMatchObject({ lastWeek: 3 });
    expect(warned).toHaveBeenCalledOnce();
    warned.mockRestore();
  });
});
