import { expect, it } from 'vitest';
import {
  type CopiedRows,
  checksum,
  copyRows,
  findCodes,
  forgetPerson,
  issueNext,
  issueToList,
  listPromotions,
  passOver,
  rememberOffer,
  selfCheck,
  takeRows,
} from '../../../src/ledger';
import { code, codes, freshLedger, importCodes, to } from '../helpers';

it('copies a ledger that several share, whole, and nothing of this computer alone', async () => {
  const one = await freshLedger();
  const { promotionId } = await importCodes(one, codes(2500));
  await importCodes(one, codes(30, 'BBBB'), { name: 'other.txt' });
  await issueNext(one, promotionId, 3, to('Anna'));
  const people = Array.from({ length: 1200 }, (_, i) => ({
    to: `Ben ${i}`,
    handle: '',
    channel: '',
    note: '',
  }));
  await issueToList(one, promotionId, people, { channel: 'Mail', note: '', by: 'Sam' });
  await forgetPerson(one, [{ to: 'Anna', handle: '' }]);
  await rememberOffer(one, { account: null, marketplace: 'US', sku: 'S', asin: null, limit: 1 });
  await passOver(one, 7);
  const copied: CopiedRows[] = [];
  for await (const part of copyRows(one, 100)) copied.push(part);
  const other = await freshLedger();
  await takeRows(other, copied);
  expect(await checksum(other)).toBe(await checksum(one));
  expect((await selfCheck(other)).faults).toEqual([]);
  expect(await listPromotions(other)).toEqual(await listPromotions(one));
  expect((await findCodes(other, code(2499))).length).toBe(1);
  expect(await other.count('offers')).toBe(0);
  // Once there is something, nothing is written over.
  await expect(takeRows(other, copied)).rejects.toMatchObject({ code: 'not-allowed' });
  const odd = copied.map((part) => (part.store === 'spans' ? { ...part, rows: [{ batch: 1 }] } : part));
  const third = await freshLedger();
  await expect(takeRows(third, odd)).rejects.toMatchObject({ code: 'damaged' });
  expect(await third.count('blocks')).toBe(0);
});
