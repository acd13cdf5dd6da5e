import { describe, expect, it } from 'vitest';
import {
  getPromotion,
  issueNext,
  issueToList,
  listVoids,
  redeem,
  replaceCode,
  selfCheck,
  undoVoid,
  updatePromotion,
  whoHasWhat,
} from '../../../src/ledger/index';
import { cancel, code, codes, everything, freshLedger, importCodes, to } from '../helpers';

const about = { reason: 'Replaced', by: 'Sam' };

describe('replacing a code', () => {
  it('cancels it and gives the next one to the same person, both or neither', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(3));
    await issueToList(db, promotionId, [{ to: 'Anna', handle: 'a@x.org', channel: 'TikTok', note: 'VIP' }], {
      channel: '',
      note: '',
      by: 'Sam',
    });
    const { codes: next } = await replaceCode(db, code(0), about);
    expect(next).toEqual([code(1)]);
    expect(
      (await whoHasWhat(db)).map(({ to, handle, channel, note, state }) => [
        to,
        handle,
        channel,
        note,
        state,
      ]),
    ).toEqual([
      ['Anna', 'a@x.org', 'TikTok', 'VIP', 'void'],
      ['Anna', 'a@x.org', 'TikTok', 'VIP', 'issued'],
    ]);
    expect((await getPromotion(db, promotionId)).counts).toMatchObject({ available: 1, issued: 1, void: 1 });
    expect((await selfCheck(db)).faults).toEqual([]);
    const [act] = await listVoids(db, promotionId);
    expect(await undoVoid(db, promotionId, act?.act ?? '', 'Sam')).toEqual({ left: 0, out: 1, held: 0 });
    await issueNext(db, promotionId, 1, to('Bert'));
    const before = await everything(db);
    await expect(replaceCode(db, code(1), about)).rejects.toMatchObject({ code: 'not-enough' });
    expect(await everything(db)).toEqual(before);
  });

  it('gives another for one that was canceled before, and refuses what nobody has or was used', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(9));
    await issueNext(db, promotionId, 2, to('Anna'));
    await cancel(db, promotionId, [code(0)]);
    expect((await replaceCode(db, code(0), about)).codes).toEqual([code(2)]);
    await redeem(db, code(1), '111', 'Sam');
    await expect(replaceCode(db, code(1), about)).rejects.toMatchObject({ code: 'already-redeemed' });
    await expect(replaceCode(db, code(5), about)).rejects.toMatchObject({ code: 'not-allowed' });
    await updatePromotion(db, promotionId, { givingEnded: new Date().toISOString() });
    await expect(replaceCode(db, code(2), about)).rejects.toMatchObject({ code: 'not-allowed' });
    expect((await selfCheck(db)).faults).toEqual([]);
  });
});
