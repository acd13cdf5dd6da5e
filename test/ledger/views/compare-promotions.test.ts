import { expect, it } from 'vitest';
import { comparedRows } from '../../../src/actions/reports/compared';
import { discountsGiven } from '../../../src/domain/orders/counted';
import {
  comparePromotions,
  issueNext,
  listPromotions,
  markId,
  type NewPromotion,
  promotionResults,
  resultsOfSeveral,
} from '../../../src/ledger/index';
import { allOrders } from '../../files/reports/helpers';
import { codes, freshLedger, importCodes, promotion, to } from '../helpers';
import { takeFile } from '../reports/helpers';

const bought = (n: number, id: string, about: Record<string, string> = {}) => ({
  ...{ 'amazon-order-id': `111-0000000-${String(n).padStart(7, '0')}`, 'promotion-ids': id },
  ...{ 'purchase-date': `2026-09-20T10:00:${String(n).padStart(2, '0')}+00:00`, ...about },
});

it('puts promotions side by side: rate, channel where one had all, discount per order', async () => {
  const db = await freshLedger();
  const add = async (name: string, series: string) =>
    (await importCodes(db, codes(6, series), { into: promotion({ name, trackingId: name }) })).promotionId;
  const [vipon, mixed] = [await add('Vipon', 'AAAA'), await add('Mixed', 'BBBB')];
  await add('Nothing', 'CCCC');
  await issueNext(db, vipon, 4, to('Vipon'));
  await issueNext(db, mixed, 2, to('Anna', 'Mail'));
  await issueNext(db, mixed, 2, to('Ben', 'Chat'));
  const discount = { 'item-promotion-discount': '5.00', currency: 'USD' };
  const orders = [1, 2, 3].map((n) => bought(n, 'Vipon', discount));
  await takeFile(db, allOrders([...orders, bought(4, 'Mixed', { ...discount, 'order-status': 'Pending' })]));

  const promotions = (await listPromotions(db)).map((each) => each.promotion);
  const rows = comparedRows(await comparePromotions(db), promotions);
  expect(
    rows.map((row) => ({ ...row, promotion: row.promotion.name, rate: row.rate !== null })),
  ).toMatchObject([
    {
      promotion: 'Vipon',
      channel: 'Vipon',
      out: 4,
      used: 3,
      rate: true,
      cost: { each: 500, currency: 'USD' },
    },
    { promotion: 'Mixed', channel: null, out: 4, used: 1, rate: true },
  ]);
  expect(rows).toHaveLength(2);
});

it('adds up the same discounts as the orders of each promotion, one by one', async () => {
  const db = await freshLedger();
  const add = async (name: string, about: Partial<NewPromotion>) =>
    (await importCodes(db, codes(6, name.repeat(4)), { into: promotion({ name, ...about }) })).promotionId;
  const ids = [
    await add('A', { trackingId: 'IG-01' }),
    await add('B', { trackingId: 'IG-02', marketplace: 'CA' }),
    await add('C', {
      trackingId: 'IG-02',
      start: '2026-09-20T09:00:00.000Z',
      end: '2026-09-20T10:00:05.000Z',
    }),
    await add('D', { trackingId: null }),
  ];
  await markId(db, 'OTHER', ids[3] ?? '', 'Sam');
  await markId(db, 'MORE', ids[3] ?? '', 'Sam');
  const orders = Array.from({ length: 24 }, (_, n) =>
    bought(n, ['IG-01', 'IG-02', 'OTHER', 'MORE, OTHER', 'IG-01, IG-02'][n % 5] ?? '', {
      'item-promotion-discount': n % 7 === 0 ? '' : `${n}.50`,
      'order-status': n % 6 === 0 ? 'Cancelled' : 'Shipped',
      ...(n % 4 === 0
        ? { 'sales-channel': 'Amazon.ca', currency: 'CAD' }
        : { 'sales-channel': 'Amazon.com', currency: 'USD' }),
    }),
  );
  await takeFile(db, allOrders(orders));
  const compared = await comparePromotions(db);
  const all = await resultsOfSeveral(db, ids);
  expect(compared.length).toBeGreaterThan(2);
  for (const { promotionId, count, discounts } of compared) {
    const told = all[ids.indexOf(promotionId)];
    expect(told?.use).toEqual({ kind: 'counted', count });
    expect(discounts).toEqual(discountsGiven(told?.orders ?? []));
    // The same when one promotion is read by itself.
    expect(await promotionResults(db, promotionId)).toEqual(told);
  }
});

it('compares nothing without a report', async () => {
  const db = await freshLedger();
  await importCodes(db, codes(2), { into: promotion({ trackingId: 'IG-01' }) });
  expect(await comparePromotions(db)).toEqual([]);
});
