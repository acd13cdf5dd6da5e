import { expect, it } from 'vitest';
import { issueToList, updatePromotion } from '../../../src/ledger/index';
import { codes, everything, freshLedger, importCodes } from '../helpers';

it.each(['givingEnded', 'archived'] as const)('gives a list nothing while %s', async (mark) => {
  const db = await freshLedger();
  const { promotionId } = await importCodes(db, codes(5));
  await updatePromotion(db, promotionId, { [mark]: '2026-01-01T00:00:00.000Z' });
  const before = await everything(db);
  const people = [{ to: 'Anna', handle: '', channel: '', note: '' }];
  const giving = issueToList(db, promotionId, people, { channel: '', note: '', by: '' });
  await expect(giving).rejects.toMatchObject({ code: 'not-allowed' });
  expect(await everything(db)).toEqual(before);
});
