import { describe, expect, it } from 'vitest';
import { issueNext, markUses, promotionResults, takeBack, undoTakeBack } from '../../../src/ledger/index';
import { allOrders } from '../../files/reports/helpers';
import { code, codes, freshLedger, importCodes, promotion, to } from '../helpers';
import { takeFile } from './helpers';

const order = (n: number) => `111-0000000-${String(n).padStart(7, '0')}`;

async function withCodes() {
  const db = await freshLedger();
  const { promotionId } = await importCodes(db, codes(20), { into: promotion({ trackingId: 'IG-01' }) });
  const out = async () => {
    const { wentOut, everOut, outBefore } = await promotionResults(db, promotionId);
    return { went: wentOut.map(({ count, channel }) => [count, channel]), everOut, outBefore };
  };
  return { db, promotionId, out };
}

describe('what went out of a promotion', () => {
  it('is what was not taken back unseen, and is out again once that is undone', async () => {
    const { db, promotionId, out } = await withCodes();
    const first = await issueNext(db, promotionId, 5, to('Anna', 'IG'));
    await issueNext(db, promotionId, 2, to('Ben', 'Mail'));
    expect(await out()).toEqual({
      went: [
        [5, 'IG'],
        [2, 'Mail'],
      ],
      everOut: 7,
      outBefore: false,
    });
    const { act } = await takeBack(db, first.issuance, codes(2), 'Sam');
    expect(await out()).toEqual({
      went: [
        [2, 'IG'],
        [2, 'Mail'],
      ],
      everOut: 4,
      outBefore: false,
    });
    await undoTakeBack(db, first.issuance, act, 'Sam');
    expect(await out()).toEqual({
      went: [
        [5, 'IG'],
        [2, 'Mail'],
      ],
      everOut: 7,
      outBefore: false,
    });
    await takeBack(db, first.issuance, 'none', 'Sam');
    expect(await out()).toEqual({ went: [[2, 'Mail']], everOut: 2, outBefore: false });
  });

  it('went nobody knows when, where a code was used that was left here', async () => {
    const { db, promotionId, out } = await withCodes();
    await issueNext(db, promotionId, 2, to('Ben', 'Mail'));
    await markUses(db, [{ code: code(9), order: order(1) }], '');
    expect(await out()).toEqual({ went: [[2, 'Mail']], everOut: 3, outBefore: true });
  });
});

describe('an order', () => {
  const fba = (rows: readonly string[]) =>
    new File(
      [
        `shipment-date,currency,item-promotion-discount,item-promotion-id,description,promotion-rule-value,amazon-order-id\n${rows.join('\n')}`,
      ],
      'fba.csv',
    );
  const shipped = (n: number) => `2026-09-17T00:00:00-07:00,USD,4.00,34200000001,Spring,59,${order(n)}`;
  const row = (n: number, ids: string) => ({ 'amazon-order-id': order(n), 'promotion-ids': ids });

  it('that only a report of shipments has came at a time that nobody knows', async () => {
    const { db, promotionId } = await withCodes();
    await takeFile(db, fba([1, 2, 3, 4].map(shipped)));
    await takeFile(db, allOrders([row(1, 'IG-01'), row(2, 'IG-01')]));
    const { orders, possiblyOne } = await promotionResults(db, promotionId);
    expect(orders.map(({ late, at }) => [late, new Date(at * 1000).toISOString()])).toEqual([
      [undefined, '2026-09-16T06:58:10.000Z'],
      [undefined, '2026-09-16T06:58:10.000Z'],
      [true, '2026-09-17T07:00:00.000Z'],
      [true, '2026-09-17T07:00:00.000Z'],
    ]);
    expect(possiblyOne).toBe(1);
  });

  it('with a coupon beside the promotion has the discount of both, with free shipping its own', async () => {
    const { db, promotionId } = await withCodes();
    const ids = ['IG-01,PLM-1', 'IG-01,US Core Free Shipping Promotion A3JU1FCINF5SD0', 'IG-01'];
    await takeFile(db, allOrders(ids.map((each, n) => row(n + 1, each))));
    const { orders } = await promotionResults(db, promotionId);
    expect(orders.map(({ shared }) => shared)).toEqual([true, false, false]);
  });
});
