import { expect, it, vi } from 'vitest';
import { copyAnswer, findAnswers } from '../../../src/actions/desk/find';
import { localPool } from '../../../src/actions/local-pool';
import { handOver, holdNext, issueNext, redeem, updatePromotion } from '../../../src/ledger';
import { cancel, codes, freshLedger, importCodes, promotion, putBack } from '../../ledger/helpers';
import { done, forget } from '../fake-platform';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../fake-platform')).browser,
}));

vi.mock('../../../src/platform/clipboard', async () => ({
  copyText: (await import('../fake-platform')).copyText,
}));

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
  const [byName] = await findAnswers(localPool(db), 'anna');
  expect(byName).toMatchObject({ code: list[0], isOut: true });
  expect(byName?.shown).not.toBe(list[0]);
  expect(byName?.told).toContain('Anna');
  expect(byName?.works).toContain('until');
  expect(byName?.reasons[0]).toMatchObject({ sure: true, text: expect.stringContaining('ended') });
  expect(byName?.reasons.some((reason) => !reason.sure)).toBe(true);
  const [inMessage] = await findAnswers(localPool(db), `Hi! my code ${list[0]?.toLowerCase()} fails`);
  expect(inMessage?.shown).toBe(list[0]);
  await redeem(db, list[0] ?? '', '111-1', '');
  const [used] = await findAnswers(localPool(db), list[0] ?? '');
  expect(used?.reasons[0]?.text).toContain('used in order 111-1');
  expect(used).toMatchObject({ isOut: false, told: expect.stringContaining('order 111-1') });
  await handOver(db, promotionId, 1, { to: 'Kim', by: '' });
  expect((await findAnswers(localPool(db), list[1] ?? ''))[0]?.told).toBe('Handed over to Kim.');
  const [left] = await findAnswers(localPool(db), list[4] ?? '');
  expect(left?.told).toContain('not given out');
  expect(await findAnswers(localPool(db), 'nobody')).toEqual([]);
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
  const told = await Promise.all(list.map(async (code) => (await findAnswers(localPool(db), code))[0]?.told));
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
  expect((await findAnswers(localPool(db), code))[0]?.products).toBe('Garlic press (1 ASIN)');
  await updatePromotion(db, promotionId, { productName: 'Garlic press, steel' });
  expect((await findAnswers(localPool(db), code))[0]?.products).toBe('Garlic press, steel');
});

it('says for whom a code is on hold, and shows in full a code asked for with blanks', async () => {
  const db = await freshLedger();
  const [code = ''] = codes(1);
  const { promotionId } = await importCodes(db, [code]);
  await holdNext(db, promotionId, 1, { to: 'Dora', note: '', until: new Date('2027-01-02T12:00Z'), by: '' });
  const [kept] = await findAnswers(localPool(db), `Is ${code.replaceAll('-', ' ')} mine?`);
  expect(kept?.told).toMatch(/^On hold for Dora until .*2027.*: not given out\.$/);
  expect(kept?.shown).toBe(code);
  expect((await findAnswers(localPool(db), 'dora'))[0]?.shown).not.toBe(code);
});
