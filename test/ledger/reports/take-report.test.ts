import { describe, expect, it } from 'vitest';
import { listReports, removeReport } from '../../../src/ledger/index';
import { allOrders, sample } from '../../files/reports/helpers';
import { freshLedger } from '../helpers';
import { countsOf, takeFile } from './helpers';

const trackingId = 'Percentage Off 2026/09/15 14-1-31-265';
const count = (checkouts: number, about = {}) => ({
  checkouts,
  pending: 0,
  orders: checkouts,
  canceled: 0,
  ...about,
});

const row = (n: number, about: Record<string, string> = {}) => ({
  'amazon-order-id': `111-0000000-${String(n).padStart(7, '0')}`,
  'purchase-date': `2026-09-16T06:${String(n % 60).padStart(2, '0')}:00+00:00`,
  'promotion-ids': 'IG-01',
  'item-promotion-discount': '4.00',
  ...about,
});
const canceled = { 'order-status': 'Canceled', 'item-status': 'Canceled', quantity: '0' };
const pending = { 'order-status': 'Pending', 'item-status': 'Unshipped' };
const later = { 'last-updated-date': '2026-09-20T00:00:00+00:00' };

describe('a report', () => {
  it.each(['all-orders.us.utf8.crlf.txt', 'all-orders.us.utf8-bom.trailing-space-header.lf.txt'])(
    '%s counts as expected',
    async (name) => {
      const db = await freshLedger();
      const taken = await takeFile(db, sample(name));
      expect(taken).toMatchObject({ orders: 7, known: false, report: { lines: 8, rejected: 0, kept: 7 } });
      const counts = await countsOf(db);
      expect(counts[trackingId]).toEqual(count(2, { canceled: 1 }));
      expect(counts['购买折扣 2026/09/15 14-1-31-265']).toEqual(count(1));
      const rows = await db.getAll('promotionIds');
      expect(rows.filter((each) => each.amazonsOwn).map(({ id }) => id)).toEqual([
        'PLM-00000000-0000-4000-8000-000000000001',
        'US Core Free Shipping Promotion A3JU1FCINF5SD0',
        'VPC-44571-44201853 Coupon',
      ]);
    },
  );

  it('changes nothing when it comes again, however it is packed or written', async () => {
    const db = await freshLedger();
    await takeFile(db, sample('all-orders.us.utf8.crlf.txt'));
    const again = await takeFile(db, sample('all-orders.us.utf8-bom.trailing-space-header.lf.txt'));
    expect(again.known).toBe(true);
    expect(await listReports(db)).toHaveLength(1);
    expect((await countsOf(db))[trackingId]).toEqual(count(2, { canceled: 1 }));
  });

  it('keeps nothing about buyers', async () => {
    const db = await freshLedger();
    const place = { 'ship-postal-code': '98101', 'ship-country': 'US' };
    await takeFile(db, allOrders([row(1, place), row(2, place)]));
    const stored = JSON.stringify([
      await db.getAll('reports'),
      await db.getAll('reportTexts'),
      await db.getAll('promotionIds'),
    ]);
    expect(stored).not.toContain('98101');
    expect(stored).not.toContain('111-0000000');
  });
});

describe('a split checkout', () => {
  const place = { 'ship-postal-code': '98101', 'ship-country': 'US' };
  const same = { ...place, 'purchase-date': '2026-09-16T06:00:00+00:00' };

  it('is one use, and the orders stand beside it', async () => {
    const db = await freshLedger();
    await takeFile(
      db,
      allOrders([row(1, same), row(2, { ...same, 'fulfillment-channel': 'Merchant' }), row(3, place)]),
    );
    expect((await countsOf(db))['IG-01']).toEqual(count(2, { orders: 3 }));
  });

  it('is known from one file, also where another tells no places', async () => {
    const db = await freshLedger();
    const blank = { 'ship-postal-code': '', 'ship-country': '' };
    await takeFile(db, allOrders([row(1, same), row(2, same)]));
    await takeFile(
      db,
      allOrders([row(1, { ...same, ...blank, ...later }), row(2, { ...same, ...blank, ...later })]),
    );
    expect((await countsOf(db))['IG-01']).toEqual(count(1, { orders: 2 }));
  });

  it('is one, too, where a line of it was canceled and lost its ids', async () => {
    const db = await freshLedger();
    const lost = { ...same, ...canceled, 'promotion-ids': '' };
    await takeFile(db, allOrders([row(1, same), row(1, lost), row(2, same), row(3, lost), row(4, same)]));
    expect((await countsOf(db))['IG-01']).toEqual(count(1, { orders: 3 }));
  });

  it('is none at blank or different places', async () => {
    const db = await freshLedger();
    const at = (n: number, code: string) => row(n, { ...same, 'ship-postal-code': code });
    await takeFile(db, allOrders([at(1, ''), at(2, ''), at(3, '1'), at(4, '2')]));
    expect((await countsOf(db))['IG-01']).toEqual(count(4));
  });
});

describe('several reports', () => {
  const older = allOrders([row(1, pending), row(2, pending), row(3)], 'older.txt');
  const newer = allOrders(
    [row(1, { ...later }), row(2, { ...later, ...canceled, 'promotion-ids': '' }), row(4, later)],
    'newer.txt',
  );

  it.each([
    ['in order', [older, newer]],
    ['newest first', [newer, older]],
  ])('%s: the newer state of each order counts', async (_, files) => {
    const db = await freshLedger();
    for (const file of files) await takeFile(db, file);
    expect((await countsOf(db))['IG-01']).toEqual(count(3, { canceled: 1 }));
  });

  it('one taken out again counts no more', async () => {
    const db = await freshLedger();
    await takeFile(db, older);
    const { id } = await takeFile(db, newer);
    await removeReport(db, id);
    expect((await countsOf(db))['IG-01']).toEqual(count(3, { pending: 2 }));
    expect(await db.count('reportBlocks')).toBe(1);
    expect(await db.count('orderLists')).toBe(1);
  });

  it('a canceled item ends its promotion’s use, under an order that was shipped', async () => {
    const db = await freshLedger();
    await takeFile(db, allOrders([row(1)]));
    const item = { ...later, 'item-status': 'Canceled', 'promotion-ids': '' };
    await takeFile(db, allOrders([row(1, item), row(1, { ...later, 'promotion-ids': '' })]));
    expect((await countsOf(db))['IG-01']).toMatchObject({ checkouts: 0 });
  });

  it('a canceled item that lost its ids counts as canceled beside one that keeps its own', async () => {
    const db = await freshLedger();
    const other = { 'promotion-ids': 'YT-02' };
    await takeFile(db, allOrders([row(1), row(1, other)]));
    await takeFile(
      db,
      allOrders([row(1, { ...later, ...canceled, 'promotion-ids': '' }), row(1, { ...later, ...other })]),
    );
    const counts = await countsOf(db);
    expect(counts['IG-01']).toEqual(count(0, { canceled: 1 }));
    expect(counts['YT-02']).toEqual(count(1));
  });

  it('one that was cut off behind a canceled item takes nothing from a whole one', async () => {
    const db = await freshLedger();
    const half = row(1, { ...canceled, 'order-status': 'Shipped' });
    await takeFile(db, allOrders([half]));
    await takeFile(db, allOrders([half, row(1)]));
    expect((await countsOf(db))['IG-01']).toEqual(count(1));
  });

  it('FBA Promotions are linked by orders met in both, and orders only there count', async () => {
    const db = await freshLedger();
    const header =
      'shipment-date,currency,item-promotion-discount,item-promotion-id,description,promotion-rule-value,amazon-order-id,shipment-id,shipment-item-id';
    const shipped = (n: number) =>
      `2026-09-17T00:00:00-07:00,USD,4.00,34200000001,A.P. 20% - Jane,59,111-0000000-${String(n).padStart(7, '0')},D,${n}`;
    const fba = new File([[header, ...[1, 2, 3, 9].map(shipped)].join('\n')], 'fba.csv');
    await takeFile(db, allOrders([row(1), row(2), row(3, { 'promotion-ids': 'IG-01,Other' })]));
    await takeFile(db, fba);
    const rows = await db.getAll('promotionIds');
    expect(rows.find(({ id }) => id === 'fba:34200000001')).toMatchObject({
      description: 'A.P. 20% - Jane',
      sameAs: { id: 'IG-01', met: 3 },
    });
    expect((await countsOf(db))['IG-01']).toEqual(count(4));
  });
});

describe('an import that is ended', () => {
  it('leaves nothing', async () => {
    const db = await freshLedger();
    const stop = new AbortController();
    stop.abort();
    await expect(takeFile(db, allOrders([row(1)]), stop.signal)).rejects.toMatchObject({ code: 'canceled' });
    for (const store of ['reports', 'reportTexts', 'reportBlocks', 'promotionIds', 'orderLists'] as const)
      expect(await db.count(store)).toBe(0);
  });

  it('by the browser leaves what the next one clears away', async () => {
    const db = await freshLedger();
    await db.put('reportBlocks', {
      format: 1,
      report: 'lost',
      n: 0,
      count: 1,
      bytes: new Uint8Array(27),
      crc: 0,
    });
    await takeFile(db, allOrders([row(1)]));
    expect((await db.getAllKeys('reportBlocks')).map(([report]) => report)).not.toContain('lost');
  });
});
