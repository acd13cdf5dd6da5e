import { describe, expect, it } from 'vitest';
import {
  backupLines,
  type Db,
  editIssuance,
  editPerson,
  findCodes,
  forgetPerson,
  handOver,
  holdNext,
  issueNext,
  issueToList,
  lastGivenTo,
  listPeople,
  mendFrom,
  planList,
  planRestore,
  readBackup,
  redeem,
  restoreBackup,
  selfCheck,
  takeBack,
  voidRanges,
  whoHasWhat,
} from '../../../src/ledger/index';
import { codes, everything, freshLedger, importCodes, rowsOf, to } from '../helpers';

const about = { channel: 'Newsletter', note: 'spring.csv', by: 'Sam' };
const person = (name: string, handle = '', channel = '', note = '') => ({ to: name, handle, channel, note });
const anna = [{ to: 'Anna Blum', handle: '' }];

/** A ledger in which Anna stands wherever a name can, beside Bert. */
async function full() {
  const db = await freshLedger();
  const { promotionId } = await importCodes(db, codes(40));
  const single = await issueNext(db, promotionId, 1, to('Anna Blum', 'Instagram', 'likes pepper'));
  await issueNext(db, promotionId, 1, to('Bert', 'Anna Blum', 'sister of anna  BLUM; asked twice'));
  const list = await issueToList(
    db,
    promotionId,
    [
      person('Carl', 'carl@x.org', '', 'sent by Anna Blum'),
      person('ANNA BLUM', 'anna@x.org', 'TikTok', 'VIP'),
      person('Bert', '', '', 'tall'),
    ],
    about,
  );
  // Written wrong at first, then corrected.
  const wrong = await issueNext(db, promotionId, 1, to('Hanna Plum', 'Instagram'));
  await editIssuance(db, wrong.issuance, { to: 'Anna Blum', channel: 'Instagram', note: '' }, 'Sam');
  const back = await issueNext(db, promotionId, 1, to('Anna Blum'));
  await takeBack(db, back.issuance, 'none', 'Sam');
  await issueNext(db, promotionId, 1, to('', 'Anna Blum'));
  const [seen] = single.ranges;
  await voidRanges(db, promotionId, seen ? [seen] : [], { reason: 'Anna Blum lost it', by: 'Sam' });
  await holdNext(db, promotionId, 2, { to: 'Anna Blum', note: 'for Anna Blum', until: null, by: 'Sam' });
  await handOver(db, promotionId, 3, { to: 'Anna Blum', by: 'Sam' });
  await redeem(db, list.codes[1] ?? '', '111-2', 'Sam');
  return { db, promotionId, list, single };
}

const text = async (db: Db) =>
  JSON.stringify(await everything(db), (_, v) => (typeof v === 'bigint' ? String(v) : v));
const states = async (db: Db, promotionId: string) =>
  (await rowsOf(db, promotionId)).map((row) => [row.code, row.state, row.redeemedAt, row.orderId]);
const saved = async (db: Db) => (await backupLines(db)).lines;
const load = async (db: Db, lines: readonly string[]) => {
  const backup = await readBackup(lines);
  await mendFrom(db, backup);
  const plan = await planRestore(db, backup, new Date().toISOString());
  return restoreBackup(db, plan, 'Sam');
};

describe('forgetting a person', () => {
  it('erases name, handle and notes wherever they stand, and no code changes its state', async () => {
    const { db, promotionId, list } = await full();
    const before = await states(db, promotionId);
    const counts = await db.getAll('counts');
    const spans = await db.getAll('spans');
    await forgetPerson(db, anna);
    const after = await text(db);
    expect(after.match(/anna|blum|pepper|VIP/i)?.[0]).toBeUndefined();
    // What was there before it was corrected was about them.
    expect(after.match(/plum/i)?.[0]).toBeUndefined();
    expect(after.includes('asked twice')).toBe(true);
    expect(await states(db, promotionId)).toEqual(before);
    expect(await db.getAll('counts')).toEqual(counts);
    expect(await db.getAll('spans')).toEqual(spans);
    expect((await selfCheck(db)).faults).toEqual([]);
    const listed = await listPeople(db, list.issuance);
    expect(listed.map(({ to, handle, channel, note, used }) => [to, handle, channel, note, used])).toEqual([
      ['Carl', 'carl@x.org', 'Newsletter', '', false],
      ['', '', 'TikTok', '', true],
      ['Bert', '', 'Newsletter', 'tall', false],
    ]);
  });

  it('is found by no name any more, also where names were read before', async () => {
    const { db, promotionId } = await full();
    const found = async () => [
      (await findCodes(db, 'anna blum')).length,
      (await lastGivenTo(db, promotionId, 'anna@x.org'))?.code ?? null,
      (await planList(db, promotionId, [{ to: 'Anna Blum', handle: '' }])).had[0]?.code ?? null,
    ];
    expect((await found())[0]).toBeGreaterThan(3);
    await forgetPerson(db, anna);
    expect(await found()).toEqual([0, null, null]);
    expect((await findCodes(db, 'bert')).length).toBe(2);
  });

  it('leaves whoever has the same name and another address', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(9));
    await issueToList(
      db,
      promotionId,
      [person('Anna', 'a@x.org'), person('Anna', 'b@x.org'), person('Annie', 'a@x.org')],
      about,
    );
    await forgetPerson(db, [{ to: 'Anna', handle: 'a@x.org' }]);
    expect((await whoHasWhat(db)).map(({ to, handle }) => [to, handle])).toEqual([
      ['', ''],
      ['Anna', 'b@x.org'],
      ['', ''],
    ]);
  });

  it('leaves a wrong name that was corrected to somebody else, and takes it where that one is forgotten', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(9));
    const { issuance } = await issueNext(db, promotionId, 2, to('Bert'));
    await editIssuance(db, issuance, { to: 'Anna', channel: '', note: '' }, 'Sam');
    await forgetPerson(db, [{ to: 'Bert', handle: '' }]);
    expect((await whoHasWhat(db)).map(({ to, count }) => [to, count])).toEqual([['Anna', 2]]);
    expect((await text(db)).match(/bert/i)?.[0]).toBeUndefined();
  });

  it('takes a person of a list out who was corrected, with the line that was there before', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(9));
    const { issuance } = await issueToList(
      db,
      promotionId,
      [person('Hana', 'h@x.org', '', 'tall'), person('Bert')],
      about,
    );
    const [holding] = await whoHasWhat(db);
    await editPerson(db, holding ? [holding] : [], { to: 'Anna', handle: 'anna@x.org', note: null }, 'Sam');
    await forgetPerson(db, [{ to: 'Anna', handle: 'anna@x.org' }]);
    expect((await text(db)).match(/hana|h@x|tall|anna/i)?.[0]).toBeUndefined();
    expect((await listPeople(db, issuance)).map(({ to }) => to)).toEqual(['', 'Bert']);
    expect((await selfCheck(db)).faults).toEqual([]);
  });

  it('is in no copy saved afterwards, and comes back with none saved before', async () => {
    const { db, promotionId } = await full();
    const old = await saved(db);
    expect(old.join('')).toMatch(/anna/i);
    await forgetPerson(db, anna);
    const later = await saved(db);
    expect(later.join('').match(/anna|blum/i)?.[0]).toBeUndefined();
    await load(db, old);
    expect((await text(db)).match(/anna|blum|pepper/i)?.[0]).toBeUndefined();
    expect((await selfCheck(db)).faults).toEqual([]);
    // Another computer, first the later copy, then the old one.
    const other = await freshLedger();
    await load(other, later);
    await load(other, old);
    expect((await text(other)).match(/anna|blum|pepper|plum/i)?.[0]).toBeUndefined();
    expect((await text(other)).includes('asked twice')).toBe(true);
    expect((await selfCheck(other)).faults).toEqual([]);
    expect((await rowsOf(other, promotionId)).length).toBe(40);
  });

  it('stays out of codes that only the old copy has', async () => {
    const { db, promotionId } = await full();
    const there = await freshLedger();
    await load(there, await saved(db));
    await importCodes(there, codes(5, 'BBBB'), { into: { id: promotionId } });
    await issueToList(there, promotionId, [person('Anna Blum', 'anna@x.org'), person('Dora')], about);
    const old = await saved(there);
    await forgetPerson(db, anna);
    await load(db, old);
    expect((await text(db)).match(/anna|blum/i)?.[0]).toBeUndefined();
    expect((await whoHasWhat(db)).some(({ to }) => to === 'Dora')).toBe(true);
    expect((await selfCheck(db)).faults).toEqual([]);
  });

  it('leaves nobody out who got a code after they were forgotten', async () => {
    const { db, promotionId } = await full();
    await forgetPerson(db, anna);
    await new Promise((resolve) => setTimeout(resolve, 2));
    await issueNext(db, promotionId, 1, to('Anna Blum'));
    const other = await freshLedger();
    await load(other, await saved(db));
    expect((await whoHasWhat(other)).filter(({ to }) => to === 'Anna Blum').length).toBe(1);
  });

  it('erases a name in a list that is damaged, and leaves it damaged', async () => {
    const { db, list } = await full();
    const block = (await db.getAll('people'))[0];
    if (block) await db.put('people', { ...block, crc: block.crc ^ 1 });
    await forgetPerson(db, anna);
    expect((await text(db)).match(/anna|blum/i)?.[0]).toBeUndefined();
    expect((await listPeople(db, list.issuance))[0]?.to).toBe('(damaged)');
  });

  it('keeps no name in what it leaves', async () => {
    const { db } = await full();
    await forgetPerson(db, anna);
    const keys = (await db.getAllKeys('meta')).filter((key) => key.startsWith('forgotten:'));
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) expect(key).toMatch(/^forgotten:[0-9a-f]{32}:[0-9a-f]{32}:([0-9a-f]{32})?$/);
  });
});
