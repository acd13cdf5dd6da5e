import { describe, expect, it } from 'vitest';
import type { HistoryRow } from '../../../src/domain/codes/code-file';
import {
  getPromotion,
  issueNext,
  lastIssuance,
  listIssuances,
  redeem,
  selfCheck,
} from '../../../src/ledger/index';
import { cancel, code, codes, freshLedger, importCodes, promotion, putBack, rowsOf, to } from '../helpers';

async function eventful() {
  const db = await freshLedger();
  const details = { trackingId: 'IG-01', end: '2026-12-31T08:00:00.000Z' };
  const { promotionId } = await importCodes(db, codes(8), { into: promotion(details), name: 'Lot 1' });
  const back = await issueNext(db, promotionId, 2, to('Anna', 'Instagram', 'story'));
  await putBack(db, back.issuance, 'Sam');
  await issueNext(db, promotionId, 3, to('Ben', 'Mail', 'thanks'));
  await redeem(db, code(3), '114-1', 'Sam');
  await cancel(db, promotionId, [code(4)], 'leaked');
  await cancel(db, promotionId, [code(5)], 'typo');
  return { db, promotionId, back };
}

describe('history', () => {
  it('has one row per code in its present state, in file order', async () => {
    const { db, promotionId } = await eventful();
    const rows = await rowsOf(db, promotionId);
    expect(rows.map((row) => row.code)).toEqual(codes(8));
    expect(rows.map((row) => row.state)).toEqual([
      'available',
      'available',
      'issued',
      'issued',
      'void',
      'void',
      'available',
      'available',
    ]);
    const { counts } = await getPromotion(db, promotionId);
    expect(rows.filter((row) => row.state === 'issued')).toHaveLength(counts.issued);
    expect(rows[3]).toMatchObject({
      promotion: 'Garlic-IG-01',
      trackingId: 'IG-01',
      batch: 'Lot 1',
      issuedTo: 'Ben',
      channel: 'Mail',
      issuedBy: 'Sam',
      note: 'thanks',
      orderId: '114-1',
      redeemedAt: expect.stringMatching(/Z$/),
      marketplace: 'US',
      validUntil: '2026-12-31T08:00:00.000Z',
    });
    expect(rows[4]).toMatchObject({ issuedTo: 'Ben', note: 'leaked; thanks' });
    expect(rows[5]).toMatchObject({ issuedTo: '', issuedAt: '', note: 'typo' });
  });

  it('notes that a code was out before', async () => {
    const { db, promotionId, back } = await eventful();
    const [row] = await rowsOf(db, promotionId);
    expect(row).toMatchObject({ state: 'available', issuedTo: '', issuedAt: '' });
    expect(row?.note).toMatch(/^was out before: Anna, Instagram \(story\), .*Z to .*Z$/);
    expect(row?.note).toContain(back.at);
  });

  it('tells returns that reach over blocks', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(2100));
    const { issuance } = await issueNext(db, promotionId, 2050, to('Anna'));
    await putBack(db, issuance, '');
    const noted = (await rowsOf(db, promotionId)).map((row) => row.note !== '');
    expect(noted.lastIndexOf(true)).toBe(2049);
    expect(noted.filter(Boolean)).toHaveLength(2050);
  });

  it('is read back exactly, states included', async () => {
    const { db, promotionId } = await eventful();
    const rows = await rowsOf(db, promotionId);
    const other = await freshLedger();
    const into = promotion({ trackingId: 'IG-01', end: '2026-12-31T08:00:00.000Z' });
    const again = await importCodes(other, codes(8), { into, rows, name: 'Lot 1' });
    expect(await rowsOf(other, again.promotionId)).toEqual(rows);
    expect((await getPromotion(other, again.promotionId)).counts).toEqual(
      (await getPromotion(db, promotionId)).counts,
    );
    expect((await selfCheck(other)).faults).toEqual([]);
    // Codes that were out before stand behind the fresh ones there too.
    const next = await issueNext(other, again.promotionId, 4, to(''));
    expect(next.codes).toEqual([6, 7, 0, 1].map((n) => code(n)));
  });

  it('brings back whole issuances, the last one last', async () => {
    const row = (n: number, details: Partial<HistoryRow>): HistoryRow => ({
      ...{
        code: code(n),
        state: 'issued',
        promotion: 'P',
        trackingId: '',
        batch: '',
        issuedTo: '',
        channel: '',
      },
      ...{
        redeemedAt: '',
        orderId: '',
        note: '',
        marketplace: '',
        validUntil: '',
        issuedBy: '',
        issuedAt: '',
      },
      ...details,
    });
    const late = { issuedAt: '2026-05-02T12:00:00+02:00', issuedTo: 'Late' };
    const day = (n: number) => ({ issuedAt: `2026-05-02T0${n}:00:00Z`, issuedTo: `${n}` });
    const rest = [row(7, { state: 'held' }), row(8, { state: 'moved' })];
    const rows = [row(0, late), ...[3, 1, 5, 2, 4].map((n, i) => row(1 + i, day(n))), row(6, late), ...rest];
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(9), { rows });
    const acts = await listIssuances(db, promotionId);
    expect(acts.map((act) => act.to)).toEqual(['Late', '5', '4', '3', '2', '1']);
    expect(acts[0]).toMatchObject({ count: 2, at: '2026-05-02T10:00:00.000Z' });
    const last = await lastIssuance(db, promotionId);
    expect(last).toMatchObject({ to: 'Late' });
    expect(await putBack(db, last?.issuance ?? '', '')).toEqual({ returned: 2 });
    const { counts } = await getPromotion(db, promotionId);
    expect(counts).toMatchObject({ total: 9, available: 2, issued: 5, held: 1, moved: 1 });
    expect((await selfCheck(db)).faults).toEqual([]);
  });

  it('keeps the issuances of two imported histories apart', async () => {
    const { db, promotionId } = await eventful();
    const rows = await rowsOf(db, promotionId);
    const other = await freshLedger();
    const one = await importCodes(other, codes(8), { rows });
    const two = await importCodes(other, codes(8, 'BBBB'), { rows, into: promotion({ name: 'Two' }) });
    const last = await lastIssuance(other, one.promotionId);
    await expect(putBack(other, last?.issuance ?? '', '')).rejects.toMatchObject({
      code: 'already-redeemed',
    });
    expect((await lastIssuance(other, two.promotionId))?.issuance).not.toBe(last?.issuance);
  });
});
