import { describe, expect, it } from 'vitest';
import { dayIn } from '../../../src/domain/orders/coverage';
import {
  backupLines,
  correctDays,
  type Db,
  getPromotion,
  listReports,
  planRestore,
  promotionResults,
  readBackup,
  recountIfDue,
  removeReport,
  restoreBackup,
  selfCheck,
} from '../../../src/ledger/index';
import { allOrders, sample, usHeader } from '../../files/reports/helpers';
import { codes, freshLedger, importCodes, promotion } from '../helpers';
import { takeFile } from './helpers';

const span = (first: string, last: string) => ({ first: dayIn(first) ?? -1, last: dayIn(last) ?? -1 });
const september = span('2026-09-01', '2026-09-30');
const bought = (day: string, id = '111-0000001-0000001') => ({
  ...{ 'amazon-order-id': id, 'purchase-date': `${day}T10:00:00+00:00` },
  'last-updated-date': `${day}T12:00:00+00:00`,
});

async function withReport(db: Db) {
  const into = promotion({ trackingId: 'IG-01', start: '2026-09-02T00:00:00.000Z' });
  const { promotionId } = await importCodes(db, codes(5), { into });
  const { id } = await takeFile(db, allOrders([bought('2026-09-10'), bought('2026-09-20')]));
  return { promotionId, id };
}

describe('the days of a report, corrected', () => {
  it('count as covered everywhere, until what its orders show is right again', async () => {
    const db = await freshLedger();
    const { promotionId, id } = await withReport(db);
    const read = span('2026-09-10', '2026-09-20');
    const known = async () => (await getPromotion(db, promotionId)).counts.redeemedKnown;
    expect((await promotionResults(db, promotionId)).covered).toEqual([read]);
    expect(await known()).toBe(false);
    await correctDays(db, id, september);
    expect((await promotionResults(db, promotionId)).covered).toEqual([september]);
    expect(await known()).toBe(true);
    expect((await listReports(db))[0]).toMatchObject({ days: read, daysTold: september });
    expect((await selfCheck(db)).ok).toBe(true);
    await correctDays(db, id, null);
    expect((await promotionResults(db, promotionId)).covered).toEqual([read]);
    await correctDays(db, id, september);
    await correctDays(db, id, read);
    expect((await listReports(db))[0]).not.toHaveProperty('daysTold');
  });

  it('are refused where they can’t be', async () => {
    const db = await freshLedger();
    const { id } = await withReport(db);
    await expect(correctDays(db, id, span('2026-09-12', '2026-09-30'))).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await removeReport(db, id);
    await expect(correctDays(db, id, september)).rejects.toMatchObject({ code: 'not-found' });
    const settlement = new File(
      ['settlement-id\torder-id\tamount\tposted-date-time\tpromotion-id\tamount-type\tamount-description\n'],
      's.txt',
    );
    const other = await takeFile(db, settlement).catch(() => null);
    if (other)
      await expect(correctDays(db, other.id, september)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('come along with a backup, also onto the same report without them', async () => {
    const db = await freshLedger();
    const { id } = await withReport(db);
    const other = await freshLedger();
    const load = async () => {
      const { lines } = await backupLines(db);
      const plan = await planRestore(other, await readBackup(lines), '2026-10-01T00:00:00.000Z');
      await restoreBackup(other, plan, '');
      await recountIfDue(other);
    };
    await load();
    expect((await listReports(other))[0]).not.toHaveProperty('daysTold');
    await correctDays(db, id, september);
    await load();
    expect(await listReports(other)).toMatchObject([{ daysTold: september }]);
  });
});

describe('quiet months', () => {
  it('each count, though they keep the same orders, or none', async () => {
    const db = await freshLedger();
    await takeFile(db, allOrders([bought('2026-09-10')], 'september.txt'));
    const october = allOrders([bought('2026-10-10', '111-0000002-0000002')], 'october.txt');
    expect(await takeFile(db, october)).toMatchObject({ known: false });
    expect(await takeFile(db, october)).toMatchObject({ known: true });
    const empty = (name: string) => new File([`${usHeader.join('\t')}\r\n`], name);
    const first = await takeFile(db, empty('august.txt'));
    expect(await takeFile(db, empty('july.txt'))).toMatchObject({ known: false, orders: 0 });
    expect(await takeFile(db, empty('july.txt'))).toMatchObject({ known: true });
    await correctDays(db, first.id, span('2026-08-01', '2026-08-31'));
    expect((await listReports(db)).find(({ id }) => id === first.id)).toMatchObject({ days: null });
  });

  it('the same report is the same under another name', async () => {
    const db = await freshLedger();
    await takeFile(db, sample('all-orders.us.utf8.crlf.txt'));
    const bytes = await sample('all-orders.us.utf8.crlf.txt').arrayBuffer();
    expect(await takeFile(db, new File([bytes], 'again.txt'))).toMatchObject({ known: true });
  });
});
