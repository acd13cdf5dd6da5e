import { describe, expect, it } from 'vitest';
import { reallyGivenOut, toldOf } from '../../../src/domain/allocation';
import {
  getPromotion,
  givenSince,
  issueNext,
  lastGivenTo,
  redeem,
  tellLeftThere,
  unredeem,
} from '../../../src/ledger/index';
import { worded } from '../../worded';
import { cancel, codes, freshLedger, importCodes, promotion, putBack, to } from '../helpers';

describe('somebody named again', () => {
  it('has the last code that was given to exactly this name and not taken back', async () => {
    const db = await freshLedger();
    const list = codes(10);
    const { promotionId } = await importCodes(db, list);
    const other = await importCodes(db, codes(3, 'BBBB'), { into: promotion({ name: 'Peeler' }) });
    await issueNext(db, promotionId, 1, to('Anna'));
    const second = await issueNext(db, promotionId, 1, to('Anna'));
    await issueNext(db, promotionId, 1, to('Annabel', 'anna'));
    expect(await lastGivenTo(db, promotionId, ' anna ')).toMatchObject({
      code: list[1],
      count: 1,
      to: 'Anna',
    });
    await redeem(db, list[1] ?? '', '1', '');
    expect(await lastGivenTo(db, promotionId, 'Anna')).toMatchObject({ used: 1, canceled: 0 });
    await unredeem(db, list[1] ?? '', '');
    await putBack(db, second.issuance, '');
    expect(await lastGivenTo(db, promotionId, 'Anna')).toMatchObject({ code: list[0], used: 0 });
    await cancel(db, promotionId, [list[0] ?? '']);
    expect(await lastGivenTo(db, promotionId, 'Anna')).toMatchObject({ count: 1, canceled: 1 });
    expect(await lastGivenTo(db, other.promotionId, 'Anna')).toBeNull();
    expect(await lastGivenTo(db, promotionId, 'Ann')).toBeNull();
  });
});

describe('what was given out today', () => {
  it('counts single codes by who gave them, batches by where they went, without what was taken back', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(200));
    for (const name of ['Anna', 'Bert']) await issueNext(db, promotionId, 1, { ...to(name), by: 'Mia' });
    await issueNext(db, promotionId, 100, to('Vipon'));
    const { issuance } = await issueNext(db, promotionId, 5, to('LandingCube'));
    await putBack(db, issuance, '');
    const today = await givenSince(db, '2000-01-01T00:00:00.000Z');
    expect([...today.by]).toEqual([['Mia', 2]]);
    expect([...today.to]).toEqual([['Vipon', 100]]);
    expect((await givenSince(db, '2999-01-01T00:00:00.000Z')).to.size).toBe(0);
  });

  it('follows what is added later, counts nothing twice, and takes off what is taken back', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(200));
    const today = () => givenSince(db, '2000-01-01T00:00:00.000Z');
    expect((await today()).to.size).toBe(0);
    const { issuance } = await issueNext(db, promotionId, 5, to('Vipon'));
    await today();
    await issueNext(db, promotionId, 7, to('Vipon'));
    const twoAtOnce = await Promise.all([today(), today()]);
    for (const { to } of [...twoAtOnce, await today()]) expect([...to]).toEqual([['Vipon', 12]]);
    await putBack(db, issuance, '');
    expect([...(await today()).to]).toEqual([['Vipon', 7]]);
  });
});

describe('a batch at a platform', () => {
  it('keeps every number told, and what was really given out', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(200));
    const { issuance } = await issueNext(db, promotionId, 100, to('Vipon'));
    const told = async () => (await getPromotion(db, promotionId)).promotion.leftThere;
    expect(reallyGivenOut(100, await told(), issuance)).toBeNull();
    await tellLeftThere(db, promotionId, issuance, 80, 'Mia');
    await tellLeftThere(db, promotionId, issuance, 37, 'Mia');
    expect(reallyGivenOut(100, await told(), issuance)).toBe(63);
    expect(toldOf(await told(), issuance).map((each) => each.left)).toEqual([37, 80]);
    await expect(worded(tellLeftThere(db, promotionId, issuance, 101, ''))).rejects.toThrow('0 to 100');
    await putBack(db, issuance, '');
    await expect(worded(tellLeftThere(db, promotionId, issuance, 1, ''))).rejects.toThrow('aren’t given out');
  });
});
