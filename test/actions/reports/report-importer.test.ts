import { expect, it, vi } from 'vitest';
import { localPool } from '../../../src/actions/local-pool';
import { ReportImporter } from '../../../src/actions/reports/report-importer';
import { allOrders, sample } from '../../files/reports/helpers';
import { code, codes, fileOf, freshLedger, importCodes, promotion } from '../../ledger/helpers';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../fake-platform')).browser,
}));

const us = 'all-orders.us.utf8.crlf.txt';

async function importing() {
  const db = await freshLedger();
  const into = promotion({ trackingId: 'Percentage Off 2026/09/15 14-1-31-265' });
  await importCodes(db, codes(10), { into });
  const pool = localPool(db);
  return { pool, reports: new ReportImporter(pool) };
}

it('reads several reports one after the other, and says what each came to', async () => {
  const { pool, reports } = await importing();
  const names: (string | undefined)[] = [];
  reports.subscribe(() => names.push(reports.state.reading?.name));
  await reports.take([sample(us), new File(['x'], 'x.txt'), sample('all-orders.jp.cp932.crlf.txt')]);
  expect(new Set(names)).toEqual(new Set([us, 'x.txt', 'all-orders.jp.cp932.crlf.txt', undefined]));
  expect(reports.state.results).toMatchObject([
    { taken: { lines: 8, orders: 7, matched: 3, rejected: 0, known: false } },
    { taken: null, problem: expect.stringContaining('“x.txt” isn’t a report that names promotions') },
    { taken: { lines: 1, orders: 1 } },
  ]);
  expect((await pool.listPromotions())[0]?.counts).toMatchObject({ redeemed: 2, redeemedKnown: true });
});

it('takes reports out of what was dropped, and leaves the rest', async () => {
  const { pool, reports } = await importing();
  const list = new File(['7GM3-YYYYY3-ZZZZZZ\n'], 'codes.txt');
  const unshipped = new File(['order-id\torder-item-id\tpromise-date\n'], 'all_orders.txt');
  expect(await reports.sift([list, sample(us), unshipped])).toEqual([list]);
  await reports.take([]);
  expect(reports.state.results[1]?.problem).toContain('orders to ship');
  expect(await pool.listReports()).toHaveLength(1);
});

it('removes a report again', async () => {
  const { pool, reports } = await importing();
  await reports.take([sample(us)]);
  await reports.remove(reports.state.results[0]?.taken?.id ?? '');
  expect(reports.state.results).toEqual([]);
  expect((await pool.listPromotions())[0]?.counts).toMatchObject({ redeemedKnown: false });
});

it('stops when told to, and leaves out what waits', async () => {
  const { pool, reports } = await importing();
  const done = reports.take([allOrders(Array(20_000).fill({})), sample(us)]);
  reports.cancel();
  await done;
  expect(reports.state.results.map(({ problem }) => problem)).toEqual([
    'Canceled. Nothing of the report was saved.',
  ]);
  expect(await pool.listReports()).toEqual([]);
});

/** An order of a report in XML that names these claim codes. */
function orderNaming(...codes: readonly string[]): File {
  const claims = codes.map(
    (claim) =>
      `<Promotion><PromotionClaimCode>${claim}</PromotionClaimCode><MerchantPromotionID>X</MerchantPromotionID></Promotion>`,
  );
  const text = `<AmazonEnvelope><MessageType>OrderReport</MessageType><Message><OrderReport>
<AmazonOrderID>111-0000000-0000007</AmazonOrderID><OrderDate>2026-09-16T08:00:00-07:00</OrderDate>
<Item>${claims.join('')}</Item></OrderReport></Message></AmazonEnvelope>`;
  return new File([text], 'orders.xml');
}

it('marks a code that comes in after the report that names it', async () => {
  const { pool, reports } = await importing();
  await reports.take([orderNaming(code(20))]);
  expect(await pool.findCodes('111-0000000-0000007')).toEqual([]);
  const plan = await pool.planImport(fileOf(codes(3, 'AAAA', 20)));
  const [first] = await pool.listPromotions();
  const into = { id: first?.promotion.id ?? '' };
  const as = { kind: 'new' } as const;
  await pool.confirmImport(plan, { promotion: into, as, name: 'more', quantityAsked: null, by: '' });
  expect((await pool.findCodes('111-0000000-0000007'))[0]?.code).toBe(code(20));
});

it('says which claim codes a report names, and what became of them', async () => {
  const { pool, reports } = await importing();
  await reports.take([orderNaming(code(0), 'SAVE20'), sample(us)]);
  expect(reports.state.results.map(({ taken }) => taken?.named)).toEqual([
    { ours: 1, marked: 1, other: 0, unknown: 1 },
    null,
  ]);
  expect((await pool.findCodes('111-0000000-0000007'))[0]?.code).toBe(code(0));
});
