import { describe, expect, it } from 'vitest';
import {
  backupLines,
  type Db,
  getPromotion,
  issueNext,
  markId,
  planRestore,
  readBackup,
  readPromotions,
  recountIfDue,
  redeem,
  restoreBackup,
  selfCheck,
  unknownIds,
} from '../../../src/ledger/index';
import { inWords } from '../../../src/words/problem-words';
import { allOrders, sample } from '../../files/reports/helpers';
import { code, codes, freshLedger, importCodes, promotion } from '../helpers';
import { countsOf, takeFile } from './helpers';

const trackingId = 'Percentage Off 2026/09/15 14-1-31-265';

async function withPromotion(
  db: Db,
  details: Parameters<typeof promotion>[0],
  series = 'AAAA',
): Promise<string> {
  return (await importCodes(db, codes(10, series), { into: promotion(details) })).promotionId;
}

describe('a promotion’s used codes', () => {
  it('are unknown without reports, and counted from them by its Tracking ID', async () => {
    const db = await freshLedger();
    const id = await withPromotion(db, { trackingId });
    expect((await getPromotion(db, id)).counts).toMatchObject({ redeemed: 0, redeemedKnown: false });
    await takeFile(db, sample('all-orders.us.utf8.crlf.txt'));
    const counts = { redeemed: 2, redeemedKnown: true, provisional: 0 };
    expect((await getPromotion(db, id)).counts).toMatchObject(counts);
    expect((await readPromotions(db)).promotions[0]?.counts).toMatchObject(counts);
  });

  it('stay unknown where no report names it and days are missing', async () => {
    const db = await freshLedger();
    const other = await withPromotion(db, { trackingId: 'IG-01' });
    await takeFile(db, sample('all-orders.us.utf8.crlf.txt'));
    expect((await getPromotion(db, other)).counts).toMatchObject({ redeemedKnown: false });
  });

  it('are none where reports cover every day since its start', async () => {
    const db = await freshLedger();
    const start = '2026-09-17T00:00:00.000Z';
    const other = await withPromotion(db, { trackingId: 'IG-01', start });
    await takeFile(db, sample('all-orders.us.utf8.crlf.txt'));
    expect((await getPromotion(db, other)).counts).toMatchObject({ redeemed: 0, redeemedKnown: true });
  });

  it('count in their own store alone', async () => {
    const db = await freshLedger();
    const germany = await withPromotion(db, { trackingId, marketplace: 'DE' });
    const japan = await withPromotion(db, { name: 'Japan', trackingId, marketplace: 'JP' }, 'BBBB');
    await takeFile(db, sample('all-orders.us.utf8.crlf.txt'));
    await takeFile(db, sample('all-orders.eu.cp1252.crlf.txt'));
    expect((await getPromotion(db, germany)).counts).toMatchObject({ redeemed: 1, redeemedKnown: true });
    expect((await getPromotion(db, japan)).counts).toMatchObject({ redeemed: 0 });
  });

  it('are refused a count where two promotions share the Tracking ID at one time', async () => {
    const db = await freshLedger();
    const first = await withPromotion(db, { trackingId, account: 'one' });
    await withPromotion(db, { name: 'Twin', trackingId, account: 'other' }, 'BBBB');
    const promotions = await db.getAll('promotions');
    await takeFile(db, sample('all-orders.us.utf8.crlf.txt'));
    // The same Tracking ID binds to one promotion; a twin can only come from elsewhere, such as a backup.
    if (promotions.length < 2)
      await db.put('promotions', { ...(promotions[0] as never as object), id: 'twin' } as never);
    expect((await getPromotion(db, first)).counts).toMatchObject({ redeemedKnown: false });
  });

  it('marked by hand in an order of a report are one use, in another order one more', async () => {
    const db = await freshLedger();
    const id = await withPromotion(db, { trackingId });
    await issueNext(db, id, 3, { to: 'Anne', channel: '', note: '', by: '' });
    await takeFile(db, sample('all-orders.us.utf8.crlf.txt'));
    await redeem(db, code(0), '111-0000001-0000001', '');
    expect((await getPromotion(db, id)).counts.redeemed).toBe(2);
    await redeem(db, code(1), '111-9999999-9999999', '');
    expect((await getPromotion(db, id)).counts.redeemed).toBe(3);
  });
});

describe('promotion ids that nobody here has', () => {
  it('are listed, bound by one act, and ignored by another', async () => {
    const db = await freshLedger();
    const id = await withPromotion(db, {});
    await takeFile(db, sample('all-orders.us.utf8.crlf.txt'));
    const ids = async () =>
      (await unknownIds(db)).filter(({ amazonsOwn, ignored }) => !amazonsOwn && !ignored);
    expect((await ids()).map((each) => [each.id, each.all.checkouts])).toEqual([
      [trackingId, 2],
      ['Duplicated A12RHGVGRWOT3S 1560498941486', 1],
      ['购买折扣 2026/09/15 14-1-31-265', 1],
    ]);
    await markId(db, trackingId, id, '');
    expect((await getPromotion(db, id)).promotion.trackingId).toBe(trackingId);
    expect((await getPromotion(db, id)).counts).toMatchObject({ redeemed: 2, redeemedKnown: true });
    await markId(db, '购买折扣 2026/09/15 14-1-31-265', id, '');
    expect((await getPromotion(db, id)).counts).toMatchObject({ redeemed: 3 });
    expect((await getPromotion(db, id)).promotion.trackingId).toBe(trackingId);
    await markId(db, 'Duplicated A12RHGVGRWOT3S 1560498941486', null, '');
    expect(await ids()).toEqual([]);
  });
});

describe('reports in a backup', () => {
  it('come back with their counts, once', async () => {
    const db = await freshLedger();
    const id = await withPromotion(db, { trackingId });
    await takeFile(db, sample('all-orders.us.utf8.crlf.txt'));
    const { lines } = await backupLines(db);
    const other = await freshLedger();
    for (let again = 0; again < 2; again++) {
      const plan = await planRestore(other, await readBackup(lines), '2026-10-01T00:00:00.000Z');
      await restoreBackup(other, plan, '');
      expect(await recountIfDue(other)).toBe(again === 0);
    }
    expect(await other.count('reports')).toBe(1);
    expect((await getPromotion(other, id)).counts).toMatchObject({ redeemed: 2, redeemedKnown: true });
    expect((await selfCheck(other)).faults).toEqual([]);
  });

  it('with a report damaged are refused', async () => {
    const db = await freshLedger();
    await takeFile(db, sample('all-orders.us.utf8.crlf.txt'));
    const { lines } = await backupLines(db);
    const without = lines.filter((line) => !line.startsWith('{"store":"reportBlocks"'));
    expect(without.length).toBeLessThan(lines.length);
    await expect(readBackup(without)).rejects.toMatchObject({ code: 'damaged' });
  });
});

describe('the integrity check', () => {
  it('makes wrong counts anew, and tells of lost orders', async () => {
    const db = await freshLedger();
    await takeFile(db, sample('all-orders.us.utf8.crlf.txt'));
    await takeFile(db, allOrders([{ 'promotion-ids': 'IG-01' }]));
    expect(await selfCheck(db)).toMatchObject({ ok: true, mended: [] });
    const row = await db.get('promotionIds', trackingId);
    await db.put('promotionIds', {
      ...row,
      all: { checkouts: 9, pending: 0, orders: 9, canceled: 0 },
    } as never);
    expect((await selfCheck(db)).mended).toHaveLength(1);
    expect((await countsOf(db))[trackingId]?.checkouts).toBe(2);
    await db.clear('reportBlocks');
    const { ok, faults } = await selfCheck(db);
    expect(ok).toBe(false);
    expect(faults.map(inWords).join(' ')).toContain('“orders.txt” is damaged');
  });
});
