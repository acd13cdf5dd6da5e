import { expect, it } from 'vitest';
import {
  type CopiedRows,
  checksum,
  type Db,
  findCodes,
  firstRows,
  forgetPerson,
  issueNext,
  issueToList,
  listPromotions,
  passOver,
  rememberOffer,
  restRows,
  selfCheck,
  stampWith,
  stillComing,
  takeBack,
  takeFirst,
  takeRest,
} from '../../../src/ledger';
import { actStamps } from '../../../src/team/replay/act-stamps';
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
  const [first, rest] = await copied(one);
  const other = await freshLedger();
  await takeFirst(other, first, rest.length);
  await takeAll(other, rest);
  expect(await stillComing(other)).toBe(0);
  expect(await checksum(other)).toBe(await checksum(one));
  expect((await selfCheck(other)).faults).toEqual([]);
  expect(await listPromotions(other)).toEqual(await listPromotions(one));
  expect((await findCodes(other, code(2499))).length).toBe(1);
  expect(await other.count('offers')).toBe(0);
  // Once there is something, nothing is written over.
  await expect(takeFirst(other, first, 1)).rejects.toMatchObject({ code: 'not-allowed' });
  const third = await freshLedger();
  const odd = { store: 'spans', rows: [{ batch: 1 }] } as const;
  await expect(takeFirst(third, [...first, odd], 1)).rejects.toMatchObject({ code: 'damaged' });
  await expect(takeRest(third, odd, 1)).rejects.toMatchObject({ code: 'damaged' });
  await expect(takeRest(third, { store: 'counts', rows: [] }, 1)).rejects.toMatchObject({ code: 'damaged' });
  expect(await third.count('blocks')).toBe(0);
});

it('gives out the next codes while the history is still coming, and comes to the same as where it never was away', async () => {
  const one = await freshLedger();
  const { promotionId } = await importCodes(one, codes(2500));
  const { promotionId: second } = await importCodes(one, codes(60, 'BBBB'), { name: 'other.txt' });
  // Codes that came back stand at the end of the line, between others that are out.
  for (const name of ['Anna', 'Ben', 'Cleo']) {
    const { issuance } = await issueNext(one, promotionId, 3, to(name));
    if (name === 'Ben') await takeBack(one, issuance, 'none', 'Sam');
  }
  await issueNext(one, second, 58, to('Dora'));
  const [first, rest] = await copied(one);
  const other = await freshLedger();
  await takeFirst(other, first, rest.length);
  // What happens while each part comes happens there too; the last codes of one promotion, and those that came back.
  const acts = [
    (db: Db) => issueNext(db, second, 2, to('Emil')),
    (db: Db) => issueNext(db, promotionId, 1, to('Fay')),
    (db: Db) =>
      issueToList(db, promotionId, [{ to: 'Gus', handle: '', channel: '', note: '' }], {
        channel: '',
        note: '',
        by: '',
      }),
  ];
  for (const [i, act] of acts.entries()) {
    const id = crypto.randomUUID();
    const given: string[][] = [];
    for (const db of [one, other]) {
      stampWith(
        db,
        actStamps({ id, seq: i + 1, time: Date.UTC(2027, 0, i + 1) }, () => undefined),
      );
      given.push((await act(db)).codes);
      stampWith(db, null);
    }
    expect(given[1]).toEqual(given[0]);
    const part = rest[i];
    if (part) await takeRest(other, part, rest.length - i - 1);
  }
  expect(await stillComing(other)).toBe(rest.length - acts.length);
  await takeAll(other, rest.slice(acts.length));
  expect(await checksum(other)).toBe(await checksum(one));
  expect((await selfCheck(other)).faults).toEqual([]);
});

async function copied(db: Db): Promise<[CopiedRows[], CopiedRows[]]> {
  const rest: CopiedRows[] = [];
  for await (const part of restRows(db)) rest.push(part);
  return [await firstRows(db), rest];
}

async function takeAll(db: Db, rest: readonly CopiedRows[]): Promise<void> {
  for (const [i, part] of rest.entries()) await takeRest(db, part, rest.length - i - 1);
}
