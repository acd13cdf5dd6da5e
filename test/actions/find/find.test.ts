import { expect, it, vi } from 'vitest';
import { Desk } from '../../../src/actions/desk/desk';
import { copyAnswer, findAnswers } from '../../../src/actions/find/find';
import { findActs } from '../../../src/actions/find/find-acts';
import { localPool } from '../../../src/actions/local-pool';
import { type Db, handOver, holdNext, issueNext, redeem, updatePromotion } from '../../../src/ledger';
import { cancel, codes, freshLedger, importCodes, promotion, putBack } from '../../ledger/helpers';
import { done, forget } from '../fake-platform';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../fake-platform')).browser,
}));

vi.mock('../../../src/platform/clipboard', async () => ({
  copyText: (await import('../fake-platform')).copyText,
}));

async function find(db: Db, text: string, shown?: number) {
  const pool = localPool(db);
  const promotions = await pool.listPromotions();
  return findAnswers(pool, text, { promotions, ...(shown === undefined ? {} : { shown }) });
}

const answersTo = async (db: Db, text: string) => (await find(db, text)).answers;

it('copies a code that somebody has, and no more once it was taken back', async () => {
  forget();
  const db = await freshLedger();
  const list = codes(3);
  const { promotionId } = await importCodes(db, list);
  const { issuance } = await issueNext(db, promotionId, 1, { to: 'Anna', channel: '', note: '', by: '' });
  expect(await copyAnswer(localPool(db), list[0] ?? '')).toBe('copied');
  expect(done.copied).toEqual([list[0]]);
  done.lets = false;
  expect(await copyAnswer(localPool(db), list[0] ?? '')).toBe('refused');
  done.lets = true;
  await putBack(db, issuance, '');
  expect(await copyAnswer(localPool(db), list[0] ?? '')).toBe('not-out');
  expect(await copyAnswer(localPool(db), list[1] ?? ''), 'left all the time').toBe('not-out');
  // The two asked for while it was out.
  expect(done.copied).toHaveLength(2);
});

it('names what happened to a code, and shows in full only what was asked in full', async () => {
  const db = await freshLedger();
  const list = codes(5);
  const ended = promotion({ end: '2020-01-01T00:00:00.000Z' });
  const { promotionId } = await importCodes(db, list, { into: ended });
  await issueNext(db, promotionId, 1, { to: 'Anna', channel: '', note: '', by: '' });
  const [byName] = await answersTo(db, 'anna');
  expect(byName).toMatchObject({ code: list[0], isOut: true });
  expect(byName?.shown).not.toBe(list[0]);
  expect(byName?.told).toContain('Anna');
  expect(byName?.works).toContain('until');
  expect(byName?.reasons[0]).toMatchObject({ sure: true, text: expect.stringContaining('ended') });
  expect(byName?.reasons.some((reason) => !reason.sure)).toBe(true);
  const [inMessage] = await answersTo(db, `Hi! my code ${list[0]?.toLowerCase()} fails`);
  expect(inMessage?.shown).toBe(list[0]);
  await redeem(db, list[0] ?? '', '111-1', '');
  const [used] = await answersTo(db, list[0] ?? '');
  expect(used?.reasons[0]?.text).toContain('used in order 111-1');
  expect(used).toMatchObject({ isOut: false, told: expect.stringContaining('order 111-1') });
  await handOver(db, promotionId, 1, { to: 'Kim', by: '' });
  expect((await answersTo(db, list[1] ?? ''))[0]?.told).toBe('Handed over to Kim.');
  const [left] = await answersTo(db, list[4] ?? '');
  expect(left?.told).toContain('not given out');
  expect(await answersTo(db, 'nobody')).toEqual([]);
});

it('says of a canceled code who has it, unless it came back before', async () => {
  const db = await freshLedger();
  const list = codes(3);
  const { promotionId } = await importCodes(db, list);
  const to = { channel: 'Instagram', note: '', by: '' };
  await issueNext(db, promotionId, 1, { ...to, to: 'Anna' });
  const { issuance } = await issueNext(db, promotionId, 1, { ...to, to: 'Ben' });
  await putBack(db, issuance, '');
  await cancel(db, promotionId, list, 'leaked');
  const told = await Promise.all(list.map(async (code) => (await answersTo(db, code))[0]?.told));
  expect(told[0]).toMatch(/^Given out to Anna through Instagram on .*\. Canceled\.$/);
  expect(told[1]).toMatch(/^Canceled\. Previously: Ben.*then taken back\.$/);
  expect(told[2]).toBe('Canceled.');
});

it('names the products as the seller did, else as Amazon’s form did', async () => {
  const db = await freshLedger();
  const [code = ''] = codes(1);
  const { promotionId } = await importCodes(db, [code], {
    into: promotion({ selection: 'Garlic press (1 ASIN)' }),
  });
  expect((await answersTo(db, code))[0]?.products).toBe('Garlic press (1 ASIN)');
  await updatePromotion(db, promotionId, { productName: 'Garlic press, steel' });
  expect((await answersTo(db, code))[0]?.products).toBe('Garlic press, steel');
});

it('says for whom a code is on hold, and shows in full a code asked for with blanks', async () => {
  const db = await freshLedger();
  const [code = ''] = codes(1);
  const { promotionId } = await importCodes(db, [code]);
  await holdNext(db, promotionId, 1, { to: 'Dora', note: '', until: new Date('2027-01-02T12:00Z'), by: '' });
  const [kept] = await answersTo(db, `Is ${code.replaceAll('-', ' ')} mine?`);
  expect(kept?.told).toMatch(/^On hold for Dora until .*2027.*: not given out\.$/);
  expect(kept?.shown).toBe(code);
  expect((await answersTo(db, 'dora'))[0]?.shown).not.toBe(code);
});

it('finds promotions by name, Tracking ID and store, and the people who go by a name', async () => {
  const db = await freshLedger();
  const { promotionId } = await importCodes(db, codes(30), {
    into: promotion({ name: 'Garlic press', trackingId: 'GP-MAY', marketplace: 'DE' }),
  });
  await issueNext(db, promotionId, 2, { to: 'Anna Blum', channel: '', note: '', by: '' });
  await issueNext(db, promotionId, 25, { to: 'RebateKey', channel: '', note: '', by: '' });
  const names = async (text: string) =>
    (await find(db, text)).promotions.map(({ promotion, left }) => [promotion.name, left]);
  for (const text of ['garlic', 'gp-may', 'de', 'Germany'])
    expect(await names(text), text).toEqual([['Garlic press', 3]]);
  expect(await names('pepper')).toEqual([]);
  const { people, answers } = await find(db, 'blum');
  expect(people).toEqual([{ name: 'Anna Blum', handle: '', codes: 2 }]);
  expect(answers).toHaveLength(2);
  const platform = await find(db, 'rebatekey');
  expect(platform).toMatchObject({ total: 25, more: false, answers: { length: 20 } });
  expect((await find(db, 'rebatekey', 25)).answers).toHaveLength(25);
});

it('shows a code that is close to what was typed as such, and never in full', async () => {
  const db = await freshLedger();
  const { promotionId } = await importCodes(db, ['7GM3-YKQ2Y3-ZP8ZZB']);
  await issueNext(db, promotionId, 1, { to: 'Anna', channel: '', note: '', by: '' });
  const [near] = await answersTo(db, 'my code 7GM3-YKQ2Y3-ZP8ZZ8 fails');
  expect(near).toMatchObject({
    near: true,
    code: '7GM3-YKQ2Y3-ZP8ZZB',
    shown: '7GM3-••••••-•••ZZB',
    fails: 'typo',
  });
  expect((await answersTo(db, '7GM3-YKQ2Y3-ZP8ZZB'))[0]).toMatchObject({ near: false, fails: 'check' });
});

it('shows where codes close to what was typed differ from it, so that they can be told apart', async () => {
  const near = async (typed: string, ...here: string[]) => {
    const db = await freshLedger();
    await importCodes(db, here);
    const found = await answersTo(db, typed);
    return found.map(({ shown, marks }) => `${shown} ${marks.map((at) => shown[at]).join('')}`).sort();
  };
  const typed = '7GM3-YKQ2X3-ZP8ZZB';
  expect(await near(typed, '7GM3-YKQ2Y3-ZP8ZZB', '7GM3-YQK2X3-ZP8ZZB', '7GM3-YKQ2X3-ZP7ZZB')).toEqual(
    ['7GM3-••••Y•-•••ZZB Y', '7GM3-•QK•••-•••ZZB QK', '7GM3-••••••-••7ZZB 7'].sort(),
  );
  // Two slips; a letter left out; one too many, and the letter behind it; O for 0 is no slip.
  expect(await near(typed, '7GM3-AKQ2X3-ZP8ZBB')).toEqual(['7GM3-A•••••-•••ZBB AB']);
  expect(await near('7GM3-YKQX3-ZP8ZZB', typed)).toEqual(['7GM3-•••2••-•••ZZB 2']);
  expect(await near('7GM3-YKQ92X3-ZP8ZZB', typed)).toEqual(['7GM3-•••2••-•••ZZB 2']);
  expect(await near('7GM3-OKQ2X4-ZP8ZZB', '7GM3-0KQ2X3-ZP8ZZB')).toEqual(['7GM3-•••••3-•••ZZB 3']);
});

it('acts on one code of a lot alone, and answers the shopper in the store’s language', async () => {
  forget();
  const db = await freshLedger();
  const into = promotion({ marketplace: 'DE', end: '2020-01-01T22:59:00.000Z' });
  const { promotionId } = await importCodes(db, codes(9), { into });
  await issueNext(db, promotionId, 5, { to: 'RebateKey', channel: '', note: '', by: '' });
  const pool = localPool(db);
  const desk = new Desk(pool);
  await desk.refresh();
  const acts = findActs(desk, pool);
  const answer = async (at: number) => {
    const [found] = (await acts.find(codes(9)[at] ?? '', 20)).answers;
    if (!found) throw new Error('not found');
    return found;
  };
  expect(await acts.copyReply(await answer(0))).toBe(true);
  const [reply = ''] = done.copied;
  expect(reply).toMatch(/^Hallo! .*AAAA….*\nDie Aktion ist beendet.*\nEr galt bis 1\. Januar 2020/);
  expect(reply).not.toContain(codes(1)[0]);
  expect(await acts.takeBack(await answer(1), 'all')).toContain('anceled');
  expect(await acts.replace(await answer(2))).toContain('RebateKey');
  expect((await answer(0)).isOut).toBe(true);
  expect(await answer(1)).toMatchObject({ isOut: false, canceled: true, fails: 'ended' });
  const { counts } = await pool.getPromotion(promotionId);
  expect(counts).toMatchObject({ issued: 4, void: 2, available: 3 });
});
