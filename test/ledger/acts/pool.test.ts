import { describe, expect, it } from 'vitest';
import { seal, unseal } from '../../../src/files';
import {
  getPromotion,
  givenTo,
  handOver,
  handOverAgain,
  handOverLines,
  holdNext,
  issueCode,
  issueNext,
  listHolds,
  readHandOver,
  releaseDue,
  releaseHeld,
  releaseHold,
  revision,
  selfCheck,
  takeHandOver,
} from '../../../src/ledger/index';
import { worded, wordedNow } from '../../worded';
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

const hold = (name: string, until: Date | null = null) => ({ to: name, note: '', until, by: 'Sam' });

describe('a certain code', () => {
  it('goes out alone, wherever it stands in the line, and can be taken back', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(5));
    const issued = await issueCode(db, ` ${code(3).toLowerCase()} `, to('Anna'));
    expect(issued).toMatchObject({ codes: [code(3)], promotionId, to: 'Anna' });
    expect((await issueNext(db, promotionId, 4, to(''))).codes).toEqual([0, 1, 2, 4].map((n) => code(n)));
    await expect(worded(issueCode(db, code(3), to('Ben')))).rejects.toThrow(
      /Garlic-IG-01 \(US\), given out to Anna/,
    );
    expect(await putBack(db, issued.issuance, '')).toEqual({ returned: 1 });
    expect((await selfCheck(db)).faults).toEqual([]);
  });

  it('goes out also when it is held, but not once canceled', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(3));
    await holdNext(db, promotionId, 2, hold('Anna'));
    await issueCode(db, code(1), to('Anna'));
    await cancel(db, promotionId, [code(0)], 'typo');
    await expect(issueCode(db, code(0), to('Ben'))).rejects.toMatchObject({ code: 'not-allowed' });
    expect((await getPromotion(db, promotionId)).counts).toMatchObject({
      held: 0,
      issued: 1,
      void: 1,
      available: 1,
    });
    expect((await selfCheck(db)).faults).toEqual([]);
  });
});

describe('holding codes', () => {
  it('keeps them out of the line until released', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(4));
    const kept = await holdNext(db, promotionId, 2, hold('Anna'));
    expect(await listHolds(db, promotionId)).toEqual([kept]);
    await expect(issueNext(db, promotionId, 3, to(''))).rejects.toMatchObject({ code: 'not-enough' });
    expect(await releaseHold(db, promotionId, kept.hold, 'Sam')).toEqual({ released: 2 });
    expect((await issueNext(db, promotionId, 4, to(''))).codes).toEqual([2, 3, 0, 1].map((n) => code(n)));
    await expect(releaseHold(db, promotionId, kept.hold, '')).rejects.toMatchObject({ code: 'not-found' });
    expect((await selfCheck(db)).faults).toEqual([]);
  });

  it('ends by itself when its time is over, and only then', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(4));
    await holdNext(db, promotionId, 1, hold('Anna', new Date('2026-05-03T12:00:00Z')));
    await holdNext(db, promotionId, 1, hold('Ben'));
    const before = await revision(db);
    expect(await releaseDue(db, new Date('2026-05-03T11:59:59Z'), '')).toBe(0);
    expect(await revision(db)).toBe(before);
    expect(await releaseDue(db, new Date('2026-05-03T12:00:00Z'), '')).toBe(1);
    expect((await listHolds(db, promotionId)).map((each) => each.to)).toEqual(['Ben']);
    expect(await releaseHeld(db, promotionId, '')).toEqual({ released: 1 });
    expect((await selfCheck(db)).faults).toEqual([]);
  });
});

describe('one code per person', () => {
  it('finds what the same person has of this promotion, not of another', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(5));
    const other = await importCodes(db, codes(2, 'BBBB'), { into: promotion({ name: 'Other' }) });
    await issueNext(db, other.promotionId, 1, to('Anna'));
    const { issuance } = await issueNext(db, promotionId, 1, to(' anna '));
    await issueNext(db, promotionId, 1, to('Annabel'));
    expect(await givenTo(db, promotionId, 'ANNA')).toMatchObject([{ code: code(0), state: 'issued' }]);
    expect(await givenTo(db, promotionId, '')).toEqual([]);
    await putBack(db, issuance, '');
    expect(await givenTo(db, promotionId, 'Anna')).toEqual([]);
  });
});

describe('handing codes over to a colleague', () => {
  const options = { madeAt: '2026-05-03T10:00:00.000Z', passphrase: 'blue garlic 7' };

  it('moves them from one ledger into the other, through a locked file', async () => {
    const giver = await freshLedger();
    const taker = await freshLedger();
    const { promotionId } = await importCodes(giver, codes(1200));
    const given = await handOver(giver, promotionId, 1100, { to: 'Kim', by: 'Sam' });
    expect((await getPromotion(giver, promotionId)).counts).toMatchObject({ available: 100, moved: 1100 });
    const file = await seal('hand-over', handOverLines(given), options);
    const read = readHandOver(await unseal('f', file, 'hand-over', options.passphrase));
    expect(read).toEqual(given);
    expect(await takeHandOver(taker, read, 'Kim')).toEqual({ added: 1100, returned: 0, alreadyHere: 0 });
    const before = await everything(taker);
    await expect(worded(takeHandOver(taker, read, 'Kim'))).rejects.toThrow(/already received here on/);
    expect(await everything(taker)).toEqual(before);
    expect((await selfCheck(taker)).faults).toEqual([]);
    expect((await selfCheck(giver)).faults).toEqual([]);
    await expect(worded(issueCode(giver, code(0), to('Ben')))).rejects.toThrow(/handed over to Kim/);
    expect((await rowsOf(giver, promotionId))[0]?.state).toBe('moved');
  });

  it('can make a lost file again, and take an unused one back, once', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(5));
    const given = await handOver(db, promotionId, 2, { to: 'Kim', by: 'Sam' });
    expect(await handOverAgain(db, given.file)).toEqual(given);
    expect(await takeHandOver(db, given, '')).toEqual({ added: 0, returned: 2, alreadyHere: 0 });
    await expect(takeHandOver(db, given, '')).rejects.toMatchObject({ code: 'not-allowed' });
    expect((await issueNext(db, promotionId, 5, to(''))).codes).toEqual([2, 3, 4, 0, 1].map((n) => code(n)));
    expect((await selfCheck(db)).faults).toEqual([]);
  });

  it('leaves codes alone that are here in another state', async () => {
    const giver = await freshLedger();
    const taker = await freshLedger();
    const { promotionId } = await importCodes(giver, codes(3));
    const there = await importCodes(taker, codes(1));
    await issueNext(taker, there.promotionId, 1, to('Anna'));
    const given = await handOver(giver, promotionId, 3, { to: '', by: '' });
    expect(await takeHandOver(taker, given, '')).toEqual({ added: 2, returned: 0, alreadyHere: 1 });
    expect((await getPromotion(taker, there.promotionId)).counts).toMatchObject({ issued: 1, available: 2 });
  });

  it('refuses a file without its parts', () => {
    expect(() => wordedNow(() => readHandOver(['{"file":"x"}', 'A']))).toThrow(/isn’t valid/);
    expect(() => wordedNow(() => readHandOver([]))).toThrow(/isn’t valid/);
  });
});
