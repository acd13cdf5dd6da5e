import { expect, it, vi } from 'vitest';
import { reservedLists, sentKey } from '../../../src/actions/give-list/reserved';
import { localPool } from '../../../src/actions/local-pool';
import { issueToList, listIssuances, markUses, takeBack } from '../../../src/ledger/index';
import { markSent } from '../../../src/stored/sent-messages';
import { codes, freshLedger, importCodes, promotion } from '../../ledger/helpers';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../fake-platform')).browser,
}));

it('who has no message yet still waits for it, whatever became of those who have theirs', async () => {
  const db = await freshLedger();
  const pool = localPool(db);
  const start = new Date(Date.now() + 60_000).toISOString();
  const { promotionId } = await importCodes(db, codes(5), { into: promotion({ start }) });
  const people = ['Anna', 'Bob', 'Cleo', 'Dora'].map((to) => ({ to, handle: '', channel: '', note: '' }));
  const { issuance } = await issueToList(db, promotionId, people, { channel: '', note: 'Friends', by: '' });
  const [anna, bob, cleo] = await pool.listPeople(issuance);
  if (!anna || !bob || !cleo) throw new Error('nobody');
  const waiting = async () => {
    const own = (await pool.getPromotion(promotionId)).promotion;
    const acts = await listIssuances(db, promotionId);
    return (await reservedLists(pool, own, acts, Date.now() + 120_000)).map((list) => list.waiting);
  };
  expect(await waiting()).toEqual([4]);
  await markSent(issuance, [sentKey(anna), sentKey(bob)]);
  expect(await waiting()).toEqual([2]);
  await markUses(db, [{ code: anna.code, order: '111-0000000-0000001' }], '');
  await takeBack(db, issuance, 'all', '', bob.place);
  expect(await waiting()).toEqual([2]);
  await takeBack(db, issuance, 'all', '', cleo.place);
  expect(await waiting()).toEqual([1]);
});
