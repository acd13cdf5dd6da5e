import { expect, it } from 'vitest';
import { localPool } from '../../../src/actions/local-pool';
import type { HistoryRow } from '../../../src/domain/codes/code-file';
import {
  getPromotion,
  issueNext,
  markNamed,
  markNamedByAll,
  markUses,
  openLedger,
  planImport,
  redeem,
  removeReport,
  revision,
  selfCheck,
  undoImport,
  undoUses,
} from '../../../src/ledger/index';
import { sentenceOf } from '../../../src/words/problem-words';
import { sample } from '../../files/reports/helpers';
import { code, codes, fileOf, freshLedger, freshName, importCodes, promotion, rowsOf, to } from '../helpers';
import { takeFile } from './helpers';

/** An Order Report of such orders, each with the claim codes that its promotions name. */
function orderReport(orders: readonly (readonly [order: string, ...claims: string[]])[]): File {
  const promotions = (claims: readonly string[]) =>
    claims
      .map(
        (claim) =>
          `<Promotion><PromotionClaimCode>${claim}</PromotionClaimCode><MerchantPromotionID>IG-01</MerchantPromotionID>` +
          '<Component><Type>Principal</Type><Amount currency="USD">-4.00</Amount></Component></Promotion>',
      )
      .join('');
  const messages = orders.map(
    ([order, ...claims]) =>
      `<Message><OrderReport><AmazonOrderID>${order}</AmazonOrderID><OrderDate>2026-09-16T08:00:00-07:00</OrderDate>` +
      `<Item>${promotions(claims)}</Item></OrderReport></Message>`,
  );
  const text = `<?xml version="1.0"?><AmazonEnvelope><MessageType>OrderReport</MessageType>${messages.join('\n')}</AmazonEnvelope>`;
  return new File([text], 'orders.xml');
}

const order = (n: number) => `111-0000000-${String(n).padStart(7, '0')}`;

it('marks the codes that a report names as used, once, and keeps the marks when it is removed', async () => {
  const db = await freshLedger();
  const { promotionId } = await importCodes(db, codes(5), { into: promotion({ trackingId: 'IG-01' }) });
  await issueNext(db, promotionId, 3, to('Anna'));
  await redeem(db, code(2), order(9), '');
  const file = orderReport([
    [order(1), code(0), '_SITE_WIDE_'],
    [order(2), code(1).toLowerCase(), 'SAVE20'],
    [order(3), code(2), 'SAVE20'],
    [order(4), '_SITE_WIDE_'],
  ]);
  const { id } = await takeFile(db, file);
  expect(await markNamed(db, id, 'Sam')).toEqual({ ours: 3, marked: 2, other: 1, unknown: 1 });
  expect(await markNamed(db, id, 'Sam')).toEqual({ ours: 3, marked: 0, other: 1, unknown: 1 });
  const used = async () => (await rowsOf(db, promotionId)).map(({ orderId }) => orderId);
  expect(await used()).toEqual([order(1), order(2), order(9), '', '']);
  await removeReport(db, id);
  expect(await used()).toEqual([order(1), order(2), order(9), '', '']);
  expect((await selfCheck(db)).ok).toBe(true);
});

it('marks codes that come in after the report, and writes nothing where none is due', async () => {
  const db = await freshLedger();
  await takeFile(
    db,
    orderReport([
      [order(1), code(0)],
      [order(2), code(7)],
    ]),
  );
  await takeFile(db, orderReport([[order(3), code(1), 'SAVE20']]));
  const { promotionId } = await importCodes(db, codes(5), { into: promotion({ trackingId: 'IG-01' }) });
  await markNamedByAll(db, 'Sam');
  expect((await rowsOf(db, promotionId)).map(({ orderId }) => orderId)).toEqual([
    order(1),
    order(3),
    '',
    '',
    '',
  ]);
  const before = await revision(db);
  await markNamedByAll(db, 'Sam');
  expect(await revision(db)).toBe(before);
  expect((await selfCheck(db)).ok).toBe(true);
});

it('tells why an import can’t be undone of which a report names a code, also once the report is gone', async () => {
  const db = await freshLedger();
  const { id } = await takeFile(db, orderReport([[order(1), code(0)]]));
  const { promotionId, batchId } = await importCodes(db, codes(3));
  await markNamedByAll(db, 'Sam');
  await removeReport(db, id);
  const undo = () =>
    undoImport(db, { batchIds: [batchId], entries: [] }, '').catch((error: unknown) => sentenceOf(error));
  expect(await undo()).toBe(
    'Orders show that codes from codes.txt were already used, so this import can’t be undone.',
  );
  await issueNext(db, promotionId, 1, to('Anna'));
  expect(await undo()).toBe('Codes from codes.txt were already given out, so this import can’t be undone.');
});

it('keeps a code marked that an import told as used, too, when that import is undone', async () => {
  const name = freshName();
  const db = await openLedger({ name });
  const pool = localPool(db);
  const { promotionId } = await importCodes(db, codes(2));
  const used = { ...(await rowsOf(db, promotionId))[0], state: 'issued', orderId: order(1) } as HistoryRow;
  const plan = await planImport(db, fileOf([code(0)], 'history.csv', [used]));
  const target = { promotion: { id: promotionId }, as: { kind: 'new' }, name: 'x', by: '' } as const;
  const done = await pool.confirmImport(plan, { ...target, quantityAsked: null });
  const { id } = await takeFile(db, orderReport([[order(1), code(0)]]));
  expect(await markNamed(db, id, '')).toMatchObject({ ours: 1, marked: 0 });
  await pool.undoImport(done, '');
  expect((await rowsOf(db, promotionId)).map(({ state, orderId }) => [state, orderId])).toEqual([
    ['issued', order(1)],
    ['available', ''],
  ]);
  expect((await selfCheck(db)).faults).toEqual([]);
});

it('has nothing to say of a report that names no code', async () => {
  const db = await freshLedger();
  await importCodes(db, codes(5));
  const { id } = await takeFile(db, sample('all-orders.us.utf8.crlf.txt'));
  expect(await markNamed(db, id, '')).toBeNull();
  expect(await markNamed(db, 'gone', '')).toBeNull();
});

it('counts a code that is marked, unmarked, and marked again beside what reports tell', async () => {
  const db = await freshLedger();
  const into = promotion({ trackingId: 'Percentage Off 2026/09/15 14-1-31-265' });
  const { promotionId } = await importCodes(db, codes(5), { into });
  await issueNext(db, promotionId, 3, to('Anna'));
  await takeFile(db, sample('all-orders.us.utf8.crlf.txt'));
  const used = async () => (await getPromotion(db, promotionId)).counts.redeemed;
  expect(await used()).toBe(2);
  const list = [{ code: code(0), order: order(8) }];
  const { marked } = await markUses(db, list, '');
  expect(await used()).toBe(3);
  await undoUses(db, marked, '');
  expect(await used()).toBe(2);
  await markUses(db, list, '');
  expect(await used()).toBe(3);
});
