import { expect, it } from 'vitest';
import { issueNext, markUses, promotionResults, redeem, unredeem } from '../../../src/ledger/index';
import { allOrders } from '../../files/reports/helpers';
import { code, codes, freshLedger, importCodes, promotion, to } from '../helpers';
import { takeFile } from './helpers';

const order = (n: number) => `111-0000000-${String(n).padStart(7, '0')}`;

it('tells when each used code went out and was ordered with, where a report has the order', async () => {
  const db = await freshLedger();
  const into = promotion({ trackingId: 'IG-01' });
  const { promotionId } = await importCodes(db, codes(6), { into });
  const { at } = await issueNext(db, promotionId, 3, to('Anna'));
  const bought = (n: number) => ({
    ...{ 'amazon-order-id': order(n), 'promotion-ids': 'IG-01' },
    'purchase-date': '2026-09-20T10:00:00+00:00',
  });
  await takeFile(db, allOrders([bought(1), bought(2), { ...bought(3), 'order-status': 'Cancelled' }]));
  await markUses(
    db,
    [1, 3, 9].map((n) => ({ code: code(n === 9 ? 2 : n === 3 ? 1 : 0), order: order(n) })),
    '',
  );
  const orderedAt = Date.parse('2026-09-20T10:00:00Z') / 1000;
  const givenAt = Date.parse(at) / 1000;
  const results = await promotionResults(db, promotionId);
  expect(results.marked).toBe(3);
  expect(results.byCode).toMatchObject([
    { givenAt, orderedAt, state: 'firm' },
    { givenAt, orderedAt, state: 'canceled' },
  ]);
  await unredeem(db, code(0), '');
  expect(await promotionResults(db, promotionId)).toMatchObject({
    marked: 2,
    byCode: [{ state: 'canceled' }],
  });
});

it('knows no time of giving out for codes that came in as given out', async () => {
  const db = await freshLedger();
  const into = promotion({ trackingId: 'IG-01' });
  const { promotionId } = await importCodes(db, codes(2), { into, as: { kind: 'given-out', to: 'Vipon' } });
  await takeFile(db, allOrders([{ 'amazon-order-id': order(1), 'promotion-ids': 'IG-01' }]));
  await redeem(db, code(0), order(1), '');
  expect((await promotionResults(db, promotionId)).byCode).toMatchObject([{ givenAt: null }]);
});
