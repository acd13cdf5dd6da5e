import { describe, expect, it } from 'vitest';
import {
  codesAt,
  editIssuance,
  editPerson,
  issueNext,
  issueToList,
  redeem,
  selfCheck,
  takeBack,
  undoTakeBack,
  unreadableCode,
  whoHasWhat,
} from '../../../src/ledger/index';
import { cancel, code, codes, freshLedger, importCodes, to } from '../helpers';

const about = { channel: 'Newsletter', note: 'spring.csv', by: 'Sam' };
const person = (name: string, handle = '', channel = '', note = '') => ({ to: name, handle, channel, note });

describe('who has what', () => {
  it('tells of each code whom it went to and what became of it', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(20));
    await issueNext(db, promotionId, 3, to('RebateKey', 'Platform'));
    const act = await issueToList(
      db,
      promotionId,
      [person('Anna', 'a@x.org', '', 'VIP'), person('Bert', '', 'TikTok')],
      about,
    );
    const back = await issueNext(db, promotionId, 2, to('Carl'));
    await takeBack(db, back.issuance, [code(5)], 'Sam');
    await redeem(db, act.codes[0] ?? '', '111-2', 'Sam');
    await cancel(db, promotionId, [code(1)]);
    const held = await whoHasWhat(db);
    expect(
      held.map((each) => [
        each.to,
        each.handle,
        each.channel,
        each.from,
        each.count,
        each.state,
        each.orderId,
      ]),
    ).toEqual([
      ['RebateKey', '', 'Platform', 0, 1, 'issued', ''],
      ['RebateKey', '', 'Platform', 1, 1, 'void', ''],
      ['RebateKey', '', 'Platform', 2, 1, 'issued', ''],
      ['Anna', 'a@x.org', 'Newsletter', 3, 1, 'issued', '111-2'],
      ['Bert', '', 'TikTok', 4, 1, 'issued', ''],
      ['Carl', '', '', 5, 1, 'void', ''],
      ['Carl', '', '', 6, 1, 'returned', ''],
    ]);
    expect(
      held.every(({ act, state, endedAt }) => act.at !== '' && (endedAt !== '') === (state !== 'issued')),
    ).toBe(true);
    expect(held[3]?.usedAt).not.toBe('');
  });

  it('tells the last word on whom it was, with the time of giving out, and forgets a take-back that was undone', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(20));
    const { issuance, at } = await issueNext(db, promotionId, 2, to('Ana'));
    await editIssuance(db, issuance, { to: 'Anna', channel: '', note: '' }, 'Sam');
    const { act } = await takeBack(db, issuance, 'none', 'Sam');
    await undoTakeBack(db, issuance, act, 'Sam');
    expect((await whoHasWhat(db)).map((each) => [each.to, each.count, each.state, each.act.at])).toEqual([
      ['Anna', 2, 'issued', at],
    ]);
  });

  it('gives codes in the order asked for, and says which can’t be read', async () => {
    const db = await freshLedger();
    const { batchId: batch } = await importCodes(db, codes(2500));
    expect(
      await codesAt(db, [
        { batch, from: 2400, count: 2 },
        { batch, from: 999, count: 2 },
      ]),
    ).toEqual([code(2400), code(2401), code(999), code(1000)]);
    const block = await db.get('blocks', [batch, 1]);
    if (block) await db.put('blocks', { ...block, text: block.text.replace('A', 'B') });
    expect(await codesAt(db, [{ batch, from: 999, count: 2 }])).toEqual([code(999), unreadableCode]);
  });
});

describe('editing a person', () => {
  it('writes name, handle and note anew in one act each, and leaves channel and state', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(20));
    await issueToList(db, promotionId, [person('Anna', 'a@x.org', '', 'VIP'), person('Bert')], about);
    await issueNext(db, promotionId, 2, to('Anna', 'Instagram', 'likes garlic'));
    const hers = (await whoHasWhat(db)).filter((each) => each.to === 'Anna');
    expect(await editPerson(db, hers, { to: 'Anna B.', handle: 'anna@x.org', note: null }, 'Sam')).toEqual({
      codes: 3,
    });
    expect(
      (await whoHasWhat(db)).map(({ to, handle, channel, note, count }) => [
        to,
        handle,
        channel,
        note,
        count,
      ]),
    ).toEqual([
      ['Bert', '', 'Newsletter', '', 1],
      ['Anna B.', 'anna@x.org', 'Newsletter', 'VIP', 1],
      ['Anna B.', 'anna@x.org', 'Instagram', 'likes garlic', 2],
    ]);
    await editPerson(db, hers, { to: 'Anna B.', handle: '', note: 'one note' }, 'Sam');
    expect((await whoHasWhat(db)).slice(1).map(({ handle, note }) => [handle, note])).toEqual([
      ['', 'one note'],
      ['', 'one note'],
    ]);
    expect((await selfCheck(db)).faults).toEqual([]);
  });
});
