import { describe, expect, it } from 'vitest';
import {
  availableCodes,
  getPromotion,
  issueNext,
  issueRanges,
  lastIssuance,
  listIssuances,
  openLedger,
  redeem,
  selfCheck,
} from '../../../src/ledger/index';
import { worded } from '../../worded';
import { cancel, code, codes, freshLedger, freshName, importCodes, putBack, to } from '../helpers';

describe('giving out', () => {
  it('goes through imports in order and codes in file order', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(3, 'AAAA'));
    await importCodes(db, codes(3, 'BBBB'), { into: { id: promotionId } });
    const first = await issueNext(db, promotionId, 2, to('Anna', 'Instagram'));
    expect(first.codes).toEqual(codes(2, 'AAAA'));
    const second = await issueNext(db, promotionId, 3, to('Ben'));
    expect(second.codes).toEqual([code(2, 'AAAA'), ...codes(2, 'BBBB')]);
    expect(second.ranges).toEqual([
      { batch: 1, from: 2, count: 1 },
      { batch: 2, from: 0, count: 2 },
    ]);
    expect((await db.getAll('entries')).map(({ issuance }) => issuance)).toEqual([
      first.issuance,
      second.issuance,
      second.issuance,
    ]);
    const { counts, lastIssuedAt } = await getPromotion(db, promotionId);
    expect(counts).toMatchObject({ total: 6, available: 1, issued: 5 });
    expect(lastIssuedAt).toBe(second.at);
  });

  it('says how many are left when too many are asked for, and gives out none', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(2));
    const asking = issueNext(db, promotionId, 3, to('Anna'));
    await expect(worded(asking)).rejects.toMatchObject({
      code: 'not-enough',
      message: expect.stringContaining('Only 2 codes are left'),
    });
    expect((await getPromotion(db, promotionId)).counts.available).toBe(2);
    for (const wrong of [0, -1, 1.5, Number.NaN]) {
      await expect(issueNext(db, promotionId, wrong, to(''))).rejects.toMatchObject({ code: 'not-allowed' });
    }
    await expect(issueNext(db, 'gone', 1, to(''))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('puts returned codes after all fresh ones, the oldest return first', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(6));
    const [one, two, three] = [
      await issueNext(db, promotionId, 1, to('')),
      await issueNext(db, promotionId, 2, to('')),
      await issueNext(db, promotionId, 1, to('')),
    ];
    for (const { issuance } of [two, three, one]) await putBack(db, issuance, 'Sam');
    const left: string[] = [];
    for await (const part of availableCodes(db, promotionId)) left.push(...part.codes);
    expect(left).toEqual([4, 5, 1, 2, 3, 0].map((n) => code(n)));
    expect((await issueNext(db, promotionId, 6, to(''))).codes).toEqual(left);
    expect((await selfCheck(db)).faults).toEqual([]);
  });

  it('undoes an issuance over several ranges whole, once', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(3, 'AAAA'));
    await importCodes(db, codes(3, 'BBBB'), { into: { id: promotionId } });
    const { issuance } = await issueNext(db, promotionId, 5, to('Anna'));
    expect(await lastIssuance(db, promotionId)).toMatchObject({
      issuance,
      count: 5,
      firstCode: code(0),
      returned: 0,
    });
    expect(await putBack(db, issuance, 'Sam')).toEqual({ returned: 5 });
    await expect(putBack(db, issuance, 'Sam')).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(putBack(db, 'gone', 'Sam')).rejects.toMatchObject({ code: 'not-found' });
    expect(await lastIssuance(db, promotionId)).toBeNull();
    expect(await listIssuances(db, promotionId)).toMatchObject([
      { issuance, returned: 5, out: 0, to: 'Anna' },
    ]);
    expect(await getPromotion(db, promotionId)).toMatchObject({
      counts: { available: 6, issued: 0 },
      lastIssuedAt: null,
    });
  });

  it('refuses to undo what was used in an order, and leaves canceled codes canceled', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(4));
    const used = await issueNext(db, promotionId, 2, to('Anna'));
    await redeem(db, code(1), '114-1', 'Sam');
    await expect(putBack(db, used.issuance, '')).rejects.toMatchObject({ code: 'already-redeemed' });
    const lost = await issueNext(db, promotionId, 2, to('Ben'));
    await cancel(db, promotionId, [code(2)], 'leaked');
    expect(await listIssuances(db, promotionId)).toMatchObject([{ out: 1 }, { out: 2, redeemed: 1 }]);
    expect(await putBack(db, lost.issuance, '')).toEqual({ returned: 1 });
    expect((await listIssuances(db, promotionId))[0]).toMatchObject({ out: 0, returned: 1 });
    const { counts } = await getPromotion(db, promotionId);
    expect(counts).toMatchObject({ total: 4, available: 1, issued: 2, void: 1, redeemed: 1 });
    expect((await lastIssuance(db, promotionId))?.issuance).toBe(used.issuance);
    expect((await selfCheck(db)).faults).toEqual([]);
  });

  it('lists the newest issuances first, up to a limit', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(5));
    for (const name of ['a', 'b', 'c']) await issueNext(db, promotionId, 1, to(name));
    expect((await listIssuances(db, promotionId)).map((each) => each.to)).toEqual(['c', 'b', 'a']);
    expect((await listIssuances(db, promotionId, 2)).map((each) => each.to)).toEqual(['c', 'b']);
  });

  it('gives out exactly the ranges asked for, or nothing once one of them moved', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(2300));
    const ranges = [];
    for await (const { range } of availableCodes(db, promotionId)) ranges.push(range);
    expect(ranges.map(({ count }) => count)).toEqual([1000, 1000, 300]);
    await issueRanges(db, promotionId, [{ batch: 1, from: 1500, count: 3 }], to('Anna'));
    await expect(issueRanges(db, promotionId, ranges, to('Site'))).rejects.toMatchObject({ code: 'moved' });
    expect((await getPromotion(db, promotionId)).counts.issued).toBe(3);
    const twice = [
      { batch: 1, from: 0, count: 2 },
      { batch: 1, from: 1, count: 2 },
    ];
    await expect(issueRanges(db, promotionId, twice, to(''))).rejects.toMatchObject({ code: 'moved' });
    const beyond = [{ batch: 1, from: 2299, count: 2 }];
    await expect(issueRanges(db, promotionId, beyond, to(''))).rejects.toMatchObject({ code: 'moved' });
    const rest = await issueRanges(db, promotionId, ranges.slice(0, 1), to('Site'));
    expect(rest.codes).toEqual(codes(1000));
    expect((await selfCheck(db)).faults).toEqual([]);
  });

  it('never gives a code out twice nor skips one, from two connections at once', async () => {
    const name = freshName();
    const [one, two] = [await openLedger({ name }), await openLedger({ name })];
    const { promotionId } = await importCodes(one, codes(400));
    const asked = Array.from({ length: 300 }, (_, i) =>
      issueNext(i % 2 ? one : two, promotionId, 1, to(`p${i}`)),
    );
    const given = (await Promise.all(asked)).flatMap((issued) => issued.codes);
    expect(given.sort()).toEqual(codes(300).sort());
    expect((await getPromotion(two, promotionId)).counts).toMatchObject({ available: 100, issued: 300 });
    expect((await selfCheck(one)).faults).toEqual([]);
  });

  it('gives the last codes to exactly as many as there are', async () => {
    const name = freshName();
    const [one, two] = [await openLedger({ name }), await openLedger({ name })];
    const { promotionId } = await importCodes(one, codes(5));
    const asked = Array.from({ length: 10 }, (_, i) => issueNext(i % 2 ? one : two, promotionId, 1, to('')));
    const results = await Promise.allSettled(asked);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect((await selfCheck(one)).faults).toEqual([]);
  });
});
