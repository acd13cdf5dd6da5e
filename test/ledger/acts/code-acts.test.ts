import { describe, expect, it } from 'vitest';
import {
  getPromotion,
  handOver,
  holdNext,
  issueNext,
  listBatches,
  listIssuances,
  planImport,
  redeem,
  releaseHold,
  selfCheck,
  takeHandOver,
  undoVoid,
  unredeem,
  withdrawImport,
} from '../../../src/ledger/index';
import { worded } from '../../worded';
import { cancel, code, codes, fileOf, freshLedger, importCodes, putBack, rowsOf, to } from '../helpers';

describe('noting orders', () => {
  it('counts a code that was given out, and remembers the order as typed', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(3));
    const { issuance } = await issueNext(db, promotionId, 2, to('Anna'));
    expect(await redeem(db, ` ${code(0).toLowerCase()} `, ' 114-abc ', 'Sam')).toEqual({ promotionId });
    expect((await getPromotion(db, promotionId)).counts).toMatchObject({
      issued: 2,
      redeemed: 1,
      redeemedKnown: true,
    });
    expect(await listIssuances(db, promotionId)).toMatchObject([{ issuance, redeemed: 1 }]);
    await expect(worded(redeem(db, code(0), '115', ''))).rejects.toMatchObject({
      code: 'already-redeemed',
      message: expect.stringContaining('114-abc'),
    });
  });

  it('refuses codes that are not out or not known', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(3));
    await cancel(db, promotionId, [code(2)]);
    for (const n of [1, 2])
      await expect(redeem(db, code(n), '1', '')).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(redeem(db, code(9), '1', '')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('can be taken back; that something was counted stays known', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(3));
    const { issuance } = await issueNext(db, promotionId, 1, to('Anna'));
    await redeem(db, code(0), '114', '');
    await unredeem(db, code(0), '');
    await expect(unredeem(db, code(0), '')).rejects.toMatchObject({ code: 'not-allowed' });
    expect((await getPromotion(db, promotionId)).counts).toMatchObject({ redeemed: 0, redeemedKnown: true });
    expect(await putBack(db, issuance, '')).toEqual({ returned: 1 });
    expect((await selfCheck(db)).faults).toEqual([]);
  });
});

describe('taking an import out', () => {
  it('is counted and compared with no more, and can come again', async () => {
    const db = await freshLedger();
    const { promotionId, batchId } = await importCodes(db, codes(5));
    await withdrawImport(db, batchId, '');
    expect((await getPromotion(db, promotionId)).counts).toMatchObject({ total: 0, available: 0, void: 0 });
    expect(await listBatches(db, promotionId)).toMatchObject([{ withdrawn: true, available: 0 }]);
    await expect(withdrawImport(db, batchId, '')).rejects.toMatchObject({ code: 'not-found' });
    await expect(redeem(db, code(0), '', '')).rejects.toMatchObject({ code: 'not-found' });
    expect((await planImport(db, fileOf(codes(5)))).added).toBe(5);
    await importCodes(db, codes(5));
    expect((await getPromotion(db, promotionId)).counts.total).toBe(5);
    await issueNext(db, promotionId, 1, to(''));
    expect(await redeem(db, code(0), '1', '')).toEqual({ promotionId });
    expect((await selfCheck(db)).faults).toEqual([]);
  });

  it('is refused once anything was given out, also when it came back', async () => {
    const db = await freshLedger();
    const { promotionId, batchId } = await importCodes(db, codes(5));
    const { issuance } = await issueNext(db, promotionId, 1, to(''));
    await expect(withdrawImport(db, batchId, '')).rejects.toMatchObject({ code: 'not-allowed' });
    await putBack(db, issuance, '');
    await expect(withdrawImport(db, batchId, '')).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('is refused while codes are on hold, and goes once they are left again', async () => {
    const db = await freshLedger();
    const { promotionId, batchId } = await importCodes(db, codes(5));
    const { hold } = await holdNext(db, promotionId, 2, { to: 'Mia', note: '', until: null, by: '' });
    await expect(worded(withdrawImport(db, batchId, ''))).rejects.toThrow(/on hold/);
    await releaseHold(db, promotionId, hold, '');
    await withdrawImport(db, batchId, '');
    expect((await getPromotion(db, promotionId)).counts.total).toBe(0);
  });

  it('is refused once anything was handed over, also when it came back', async () => {
    const db = await freshLedger();
    const { promotionId, batchId } = await importCodes(db, codes(5));
    const file = await handOver(db, promotionId, 2, { to: 'Kim', by: '' });
    await expect(worded(withdrawImport(db, batchId, ''))).rejects.toThrow(/given out/);
    await takeHandOver(db, file, '');
    await expect(worded(withdrawImport(db, batchId, ''))).rejects.toThrow(/given out/);
  });

  it('is refused while a code is canceled, which would be left again once it is imported anew', async () => {
    const db = await freshLedger();
    const { promotionId, batchId } = await importCodes(db, codes(5));
    const { act } = await cancel(db, promotionId, [code(1)], 'leaked');
    await expect(withdrawImport(db, batchId, '')).rejects.toThrow(/problemImportHasCanceled/);
    expect((await planImport(db, fileOf(codes(5)))).added).toBe(0);
    await undoVoid(db, promotionId, act, '');
    await withdrawImport(db, batchId, '');
    expect((await selfCheck(db)).faults).toEqual([]);
  });

  it('takes codes out that came as canceled: the list that told it tells it again', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(2));
    await cancel(db, promotionId, [code(1)], 'leaked');
    const rows = await rowsOf(db, promotionId);
    const other = await freshLedger();
    const { batchId } = await importCodes(other, codes(2), { rows });
    await withdrawImport(other, batchId, '');
    expect((await planImport(other, fileOf(codes(2)))).added).toBe(2);
  });
});
