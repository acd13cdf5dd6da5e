import { describe, expect, it } from 'vitest';
import {
  type Db,
  editIssuance,
  findCodes,
  getIssuance,
  getPromotion,
  issueNext,
  lastGivenTo,
  listIssuances,
  listVoids,
  redeem,
  selfCheck,
  sentOf,
  takeBack,
  undoTakeBack,
  undoVoid,
  unredeem,
} from '../../../src/ledger/index';
import { worded } from '../../worded';
import { cancel, code, codes, everything, freshLedger, importCodes, rowsOf, to } from '../helpers';

async function given(count: number, whom = to('Anna', 'Instagram')) {
  const db = await freshLedger();
  const { promotionId } = await importCodes(db, codes(10));
  const { issuance } = await issueNext(db, promotionId, count, whom);
  return { db, promotionId, issuance };
}

const sound = async (db: Db) => expect((await selfCheck(db)).faults).toEqual([]);
const rest = async (db: Db, id: string) => (await issueNext(db, id, 1, to('Bob'))).codes[0];

describe('taking back', () => {
  it('a code that somebody may have seen cancels it for good, and keeps whom it went to', async () => {
    const { db, promotionId, issuance } = await given(1);
    expect(await takeBack(db, issuance, 'all', 'Sam')).toMatchObject({ returned: 0, canceled: 1 });
    expect((await getPromotion(db, promotionId)).counts).toMatchObject({ available: 9, issued: 0, void: 1 });
    const given9 = await issueNext(db, promotionId, 9, to('Vipon'));
    expect(given9.codes).not.toContain(code(0));
    expect(await findCodes(db, 'Anna')).toMatchObject([{ code: code(0), state: 'void', to: 'Anna' }]);
    expect((await rowsOf(db, promotionId))[0]).toMatchObject({
      ...{ state: 'void', issuedTo: 'Anna', channel: 'Instagram' },
      note: 'taken back, may have been seen',
    });
    expect(await listVoids(db, promotionId)).toMatchObject([{ count: 1, seen: true, undone: false }]);
    await sound(db);
  });

  it('a code that nobody saw puts it back at the end of the line, with its history', async () => {
    const { db, promotionId, issuance } = await given(1);
    expect(await takeBack(db, issuance, 'none', 'Sam')).toMatchObject({ returned: 1, canceled: 0 });
    expect(await findCodes(db, code(0))).toMatchObject([
      { state: 'available', to: '', earlier: [{ to: 'Anna', channel: 'Instagram' }] },
    ]);
    for (let i = 1; i < 10; i++) expect(await rest(db, promotionId)).toBe(code(i));
    expect(await rest(db, promotionId)).toBe(code(0));
    expect((await rowsOf(db, promotionId))[0]?.note).toMatch(/^was out before: Anna, Instagram, /);
    expect((await findCodes(db, 'Anna')).map((each) => each.to)).toEqual(['Bob']);
    await sound(db);
  });

  it('some codes of a batch: those that were sent are canceled, the others are put back', async () => {
    const { db, promotionId, issuance } = await given(6, to('Vipon'));
    const sent = [code(1), code(2), code(4).replaceAll('O', '0'), code(9), 'NONE-NONE12-NONE12'];
    expect(await sentOf(db, issuance, sent)).toEqual({ sent: 3, rest: 3, strangers: 2 });
    expect(await takeBack(db, issuance, sent, '')).toMatchObject({ returned: 3, canceled: 3 });
    const states = (await rowsOf(db, promotionId)).map((row) => row.state).slice(0, 6);
    expect(states).toEqual(['available', 'void', 'void', 'available', 'void', 'available']);
    expect(await getIssuance(db, issuance)).toMatchObject({ count: 6, out: 0, returned: 3 });
    await sound(db);
  });

  it.each(['none', 'all', [code(1)]] as const)('can be undone right after (%s)', async (seen) => {
    const { db, promotionId, issuance } = await given(3);
    const before = await rowsOf(db, promotionId);
    const { act } = await takeBack(db, issuance, seen, '');
    expect(await undoTakeBack(db, issuance, act, '')).toEqual({ out: 3 });
    expect(await rowsOf(db, promotionId)).toEqual(before);
    expect(await lastGivenTo(db, promotionId, 'anna')).toMatchObject({ count: 3, canceled: 0 });
    await sound(db);
    await expect(undoTakeBack(db, issuance, act, '')).rejects.toMatchObject({ code: 'moved' });
    // And taken back once more, it is the same as the first time.
    expect(await takeBack(db, issuance, seen, '')).toMatchObject({ promotionId });
    await sound(db);
  });

  it('is not undone once one of its codes went elsewhere', async () => {
    const { db, promotionId, issuance } = await given(1);
    const { act } = await takeBack(db, issuance, 'none', '');
    await issueNext(db, promotionId, 10, to('Vipon'));
    const before = await everything(db);
    await expect(undoTakeBack(db, issuance, act, '')).rejects.toMatchObject({ code: 'moved' });
    expect(await everything(db)).toEqual(before);
  });

  it('keeps what was canceled before', async () => {
    const { db, promotionId, issuance } = await given(2);
    await cancel(db, promotionId, [code(0)], 'leaked');
    const { act } = await takeBack(db, issuance, 'none', '');
    await undoTakeBack(db, issuance, act, '');
    expect((await rowsOf(db, promotionId)).map((row) => row.state).slice(0, 2)).toEqual(['void', 'issued']);
    await sound(db);
  });
});

describe('a name that was wrong', () => {
  it('is changed while the code stays out; the history keeps what it said', async () => {
    const { db, promotionId, issuance } = await given(2);
    const { lastIssuedAt } = await getPromotion(db, promotionId);
    await editIssuance(db, issuance, { to: 'Anne', channel: 'Mail', note: 'blog' }, 'Kim');
    expect(await listIssuances(db, promotionId)).toMatchObject([
      { issuance, to: 'Anne', channel: 'Mail', note: 'blog', by: 'Sam', count: 2, out: 2 },
    ]);
    const [row] = await rowsOf(db, promotionId);
    expect(row).toMatchObject({ state: 'issued', issuedTo: 'Anne', channel: 'Mail', issuedBy: 'Sam' });
    expect(row?.note).toMatch(/^blog; was noted before as: Anna, Instagram, /);
    expect(await findCodes(db, 'anna')).toMatchObject([
      { to: 'Anne', earlier: [{ to: 'Anna', edited: true }] },
      { to: 'Anne' },
    ]);
    expect(await lastGivenTo(db, promotionId, 'anna')).toBeNull();
    expect(await lastGivenTo(db, promotionId, 'ANNE')).toMatchObject({ count: 2, issuance });
    expect((await getPromotion(db, promotionId)).lastIssuedAt).toBe(lastIssuedAt);
    await sound(db);
  });

  it('is changed again, and taken back, canceled, undone under the last one', async () => {
    const { db, promotionId, issuance } = await given(1);
    for (const name of ['Anne', 'Ann'])
      await editIssuance(db, issuance, { to: name, channel: '', note: '' }, '');
    await redeem(db, code(0), '1', '');
    await unredeem(db, code(0), '');
    const { act: canceled } = await cancel(db, promotionId, [code(0)], 'x');
    await sound(db);
    await undoVoid(db, promotionId, canceled, '');
    await sound(db);
    const { act } = await takeBack(db, issuance, 'none', '');
    await sound(db);
    await undoTakeBack(db, issuance, act, '');
    await sound(db);
    expect((await rowsOf(db, promotionId))[0]).toMatchObject({ state: 'issued', issuedTo: 'Ann' });
  });

  it('can’t be changed once nothing is out', async () => {
    const { db, issuance } = await given(1);
    await takeBack(db, issuance, 'none', '');
    await expect(editIssuance(db, issuance, { to: 'X', channel: '', note: '' }, '')).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('a canceled code that was out', () => {
  it('can be marked as used, for Amazon takes it, and is canceled again once that is taken back', async () => {
    const { db, promotionId, issuance } = await given(1);
    await takeBack(db, issuance, 'all', '');
    await redeem(db, code(0), '114-1', '');
    expect((await getPromotion(db, promotionId)).counts).toMatchObject({ issued: 1, void: 0, redeemed: 1 });
    expect((await rowsOf(db, promotionId))[0]).toMatchObject({ issuedTo: 'Anna', orderId: '114-1' });
    await sound(db);
    await unredeem(db, code(0), '');
    expect((await getPromotion(db, promotionId)).counts).toMatchObject({ issued: 0, void: 1, redeemed: 0 });
    await sound(db);
  });

  it('that never went out can’t', async () => {
    const { db, promotionId } = await given(1);
    await cancel(db, promotionId, [code(5)], '');
    await expect(worded(redeem(db, code(5), '1', ''))).rejects.toThrow(/canceled before it was given out/);
  });
});
