import { expect, it } from 'vitest';
import { comparedRows } from '../../../src/actions/reports/compared';
import { comparePromotions, issueNext, listPromotions } from '../../../src/ledger/index';
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

it('compares nothing without a report', async () => {
  const db = await freshLedger();
  await importCodes(db, codes(2), { into: promotion({ trackingId: 'IG-01' }) });
  expect(await comparePromotions(db)).toEqual([]);
});
