import { describe, expect, it } from 'vitest';
import {
  getPromotion,
  holdNext,
  issueCode,
  issueNext,
  listIssuances,
  listVoids,
  planVoid,
  redeem,
  releaseHeld,
  releaseHold,
  selfCheck,
  undoVoid,
  voidRanges,
  withdrawImport,
} from '../../../src/ledger/index';
import {
  cancel,
  code,
  codes,
  everything,
  freshLedger,
  importCodes,
  promotion,
  putBack,
  rowsOf,
  to,
} from '../helpers';

const why = { reason: 'leaked', by: 'Sam' };

describe('canceling', () => {
  it('says before what can be canceled and what can’t', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(6));
    await importCodes(db, codes(1, 'BBBB'), { into: promotion({ name: 'Other' }) });
    await issueNext(db, promotionId, 2, to('Anna'));
    await redeem(db, code(0), '1', '');
    await cancel(db, promotionId, [code(5)]);
    const before = await everything(db);
    const plan = await planVoid(db, promotionId, [
      ...[0, 1, 2, 3, 5].map((n) => code(n)),
      ...[code(0, 'BBBB'), code(0, 'NONE')],
    ]);
    expect(plan).toMatchObject({ left: 2, out: 1 });
    expect(plan.ranges).toEqual([{ batch: 1, from: 1, count: 3 }]);
    expect(Object.fromEntries(plan.refused)).toEqual({ used: 1, canceled: 1, elsewhere: 1, unknown: 1 });
    expect(await everything(db)).toEqual(before);
  });

  it('takes all of a list out of the line as one act, with the reason in the history', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(2500));
    await issueNext(db, promotionId, 2, to('Anna'));
    const list = [1, 2, 3, 999, 1000, 1001, 2400].map((n) => code(n));
    expect(await cancel(db, promotionId, list, ' leaked ')).toMatchObject({ count: 7 });
    const { counts } = await getPromotion(db, promotionId);
    expect(counts).toMatchObject({ total: 2500, available: 2492, issued: 1, void: 7 });
    const rows = (await rowsOf(db, promotionId)).filter((row) => row.state === 'void');
    expect(rows.map((row) => [row.code, row.note])).toEqual(list.map((each) => [each, 'leaked']));
    expect(await listVoids(db, promotionId)).toMatchObject([
      { count: 7, reason: 'leaked', by: 'Sam', undone: false },
    ]);
    expect((await issueNext(db, promotionId, 2, to(''))).codes).toEqual([code(4), code(5)]);
    expect((await selfCheck(db)).faults).toEqual([]);
  });

  it('cancels none when one of them changed since they were looked at', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(9));
    await issueNext(db, promotionId, 3, to('Anna'));
    const { ranges } = await planVoid(
      db,
      promotionId,
      [0, 1, 7].map((n) => code(n)),
    );
    await redeem(db, code(1), '1', '');
    const before = await everything(db);
    await expect(voidRanges(db, promotionId, ranges, why)).rejects.toMatchObject({ code: 'moved' });
    await expect(voidRanges(db, promotionId, [], why)).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await everything(db)).toEqual(before);
  });
});

describe('taking a canceling back', () => {
  it('brings what was out back to whom had it, what was on hold back there, and the rest to the end of the line', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(6));
    const { issuance } = await issueNext(db, promotionId, 2, to('Anna'));
    await holdNext(db, promotionId, 1, { to: 'Mia', note: '', until: null, by: '' });
    const { act } = await cancel(
      db,
      promotionId,
      [0, 2, 3].map((n) => code(n)),
    );
    expect(await listIssuances(db, promotionId)).toMatchObject([{ issuance, out: 1 }]);
    expect(await undoVoid(db, promotionId, act, 'Sam')).toEqual({ left: 1, out: 1, held: 1 });
    expect(await releaseHeld(db, promotionId, '')).toEqual({ released: 1 });
    await expect(undoVoid(db, promotionId, act, '')).rejects.toMatchObject({ code: 'not-found' });
    expect(await listVoids(db, promotionId)).toMatchObject([{ act, undone: true }]);
    expect(await listIssuances(db, promotionId)).toMatchObject([{ issuance, out: 2 }]);
    expect((await rowsOf(db, promotionId))[0]).toMatchObject({ state: 'issued', issuedTo: 'Anna' });
    expect((await selfCheck(db)).faults).toEqual([]);
    expect(await putBack(db, issuance, '')).toEqual({ returned: 2 });
    const { codes: next } = await issueNext(db, promotionId, 6, to(''));
    expect(next).toEqual([4, 5, 3, 2, 0, 1].map((n) => code(n)));
    expect((await selfCheck(db)).faults).toEqual([]);
  });

  it('leaves alone what another act canceled since', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(3));
    const first = await cancel(db, promotionId, [code(0)], 'first');
    await undoVoid(db, promotionId, first.act, '');
    await issueCode(db, code(0), to('Ben'));
    await cancel(db, promotionId, [code(0)], 'second');
    await expect(undoVoid(db, promotionId, first.act, '')).rejects.toMatchObject({ code: 'not-found' });
    expect((await getPromotion(db, promotionId)).counts).toMatchObject({ void: 1, issued: 0 });
  });

  it('does not count as having been out, where the code was only on hold', async () => {
    const db = await freshLedger();
    const { promotionId, batchId } = await importCodes(db, codes(3));
    const { hold } = await holdNext(db, promotionId, 1, { to: 'Kim', note: '', until: null, by: '' });
    const { act } = await cancel(db, promotionId, [code(0)], 'not needed');
    await undoVoid(db, promotionId, act, '');
    await releaseHold(db, promotionId, hold, '');
    await withdrawImport(db, batchId, '');
    expect((await getPromotion(db, promotionId)).counts.total).toBe(0);
  });
});
