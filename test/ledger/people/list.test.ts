import { describe, expect, it } from 'vitest';
import {
  type Db,
  editIssuance,
  findCodes,
  getIssuance,
  getPromotion,
  issueNext,
  issueToList,
  lastGivenTo,
  listPeople,
  planList,
  redeem,
  selfCheck,
  takeBack,
  undoTakeBack,
  updatePromotion,
} from '../../../src/ledger/index';
import {
  code,
  codes,
  everything,
  freshLedger,
  importCodes,
  promotion,
  putBack,
  rowsOf,
  to,
} from '../helpers';

const about = { channel: 'Newsletter', note: 'spring.csv', by: 'Sam' };

export function person(name: string, handle = '', channel = '', note = '') {
  return { to: name, handle, channel, note };
}

async function given(db: Db, count = 5) {
  const { promotionId } = await importCodes(db, codes(count));
  const people = [person('Anna', 'anna@x.org'), person('Bert', '', 'TikTok', 'VIP'), person('Carl')];
  const { issuance } = await issueToList(db, promotionId, people, about);
  return { promotionId, issuance };
}

const placeOf = async (db: Db, issuance: string, name: string) => {
  const found = (await listPeople(db, issuance)).find((each) => each.to === name);
  if (!found) throw new Error(`no ${name}`);
  return found.place;
};

describe('giving out to a list', () => {
  it('gives one code to each in order, as one act', async () => {
    const db = await freshLedger();
    const { promotionId, issuance } = await given(db);
    expect(
      (await rowsOf(db, promotionId)).map((row) => [row.code, row.issuedTo, row.channel, row.note]),
    ).toEqual([
      [code(0), 'Anna', 'Newsletter', 'anna@x.org'],
      [code(1), 'Bert', 'TikTok', 'VIP'],
      [code(2), 'Carl', 'Newsletter', ''],
      [code(3), '', '', ''],
      [code(4), '', '', ''],
    ]);
    expect(await getIssuance(db, issuance)).toMatchObject({
      count: 3,
      people: 3,
      out: 3,
      note: 'spring.csv',
    });
    expect(await db.count('entries')).toBe(1);
    expect(await db.count('spans')).toBe(2);
    expect((await selfCheck(db)).faults).toEqual([]);
  });

  it('writes one entry for each unbroken range, and people in blocks of 1,000', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(1200));
    const { issuance } = await issueNext(db, promotionId, 5, to('Eve'));
    await issueNext(db, promotionId, 5, to('Eve'));
    await putBack(db, issuance, '');
    await importCodes(db, codes(10, 'BBBB'), { into: { id: promotionId } });
    const people = Array.from({ length: 1205 }, (_, i) => person(`P${i}`));
    const act = await issueToList(db, promotionId, people, about);
    expect(act.ranges.map(({ batch, from, count }) => [batch, from, count])).toEqual([
      [1, 10, 1190],
      [2, 0, 10],
      [1, 0, 5],
    ]);
    expect(await db.getAllKeys('people')).toEqual([
      [4, 0],
      [4, 1],
      [5, 0],
      [6, 0],
    ]);
    const listed = await listPeople(db, act.issuance);
    expect(listed.map((each) => [each.code, each.to])).toEqual(act.codes.map((each, i) => [each, `P${i}`]));
    expect((await selfCheck(db)).faults).toEqual([]);
  });

  it('gives nothing where codes are too few, the ledger moved, or it is canceled on the way', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(1500));
    const people = (count: number) => Array.from({ length: count }, (_, i) => person(`P${i}`));
    const before = await everything(db);
    await expect(issueToList(db, promotionId, people(1501), about)).rejects.toMatchObject({
      code: 'not-enough',
    });
    await expect(issueToList(db, promotionId, [], about)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(issueToList(db, promotionId, people(3), { ...about, revision: 77 })).rejects.toMatchObject({
      code: 'moved',
    });
    const stop = new AbortController();
    const told: number[] = [];
    const onProgress = (done: number, total: number) => {
      told.push(done, total);
      stop.abort();
    };
    const canceled = issueToList(db, promotionId, people(1500), {
      ...about,
      onProgress,
      signal: stop.signal,
    });
    await expect(canceled).rejects.toMatchObject({ code: 'canceled' });
    expect(told).toEqual([1000, 1500]);
    expect(await everything(db)).toEqual(before);
  });

  it('gives 10,000 codes to 10,000 people in one entry, and none of them to 10,001', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(10_000));
    const people = Array.from({ length: 10_001 }, (_, i) => person(`P${i}`));
    await expect(issueToList(db, promotionId, people, about)).rejects.toMatchObject({ code: 'not-enough' });
    expect(await db.count('people')).toBe(0);
    const issued = await issueToList(db, promotionId, people.slice(1), about);
    expect([await db.count('entries'), await db.count('people'), await db.count('spans')]).toEqual([
      1, 10, 1,
    ]);
    expect(await lastGivenTo(db, promotionId, 'p10000')).toMatchObject({ code: issued.codes[9999] });
  });

  it('lets two workspaces with the same list give it out once', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(10));
    const people = [person('Anna'), person('Bert')];
    const [one, two] = [await planList(db, promotionId, people), await planList(db, promotionId, people)];
    const acts = [one, two].map(({ revision }) =>
      issueToList(db, promotionId, people, { ...about, revision }).catch((error) => error.code),
    );
    expect(await Promise.all(acts)).toEqual([expect.objectContaining({ codes: codes(2) }), 'moved']);
    expect((await planList(db, promotionId, people)).had).toMatchObject([{ to: 'Anna' }, { to: 'Bert' }]);
    expect((await getPromotion(db, promotionId)).counts.issued).toBe(2);
  });

  it('keeps what ends a line out of a field, and no field endless', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(2));
    const long = 'Ä'.repeat(500);
    const people = [person('A\tn\nn\u2028a', 'x'.repeat(5000)), person(long)];
    const { issuance } = await issueToList(db, promotionId, people, about);
    const listed = await listPeople(db, issuance);
    expect(listed.map((each) => [each.to, each.handle.length])).toEqual([
      ['A n n a', 1000],
      [long, 0],
    ]);
    expect((await selfCheck(db)).faults).toEqual([]);
  });
});

describe('one of the people', () => {
  it('is found by name, handle, channel and code', async () => {
    const db = await freshLedger();
    const { promotionId } = await given(db);
    for (const asked of ['anna', 'ANNA@x.org', code(0)])
      expect(await findCodes(db, asked)).toMatchObject([{ code: code(0), to: 'Anna', handle: 'anna@x.org' }]);
    expect(await findCodes(db, 'tiktok')).toMatchObject([{ code: code(1), to: 'Bert' }]);
    expect((await findCodes(db, 'newsletter')).map((each) => each.to)).toEqual(['Anna', 'Bert', 'Carl']);
    expect(await findCodes(db, 'Hi, it is Carl, my code fails')).toMatchObject([{ code: code(2) }]);
    for (const name of ['anna', 'Anna@X.org'])
      expect(await lastGivenTo(db, promotionId, name)).toMatchObject({ code: code(0), count: 1, to: 'Anna' });
    expect(await lastGivenTo(db, promotionId, 'newsletter')).toBeNull();
    // A later list is known, too.
    await issueToList(db, promotionId, [person('Anna', 'new@x.org')], about);
    expect(await lastGivenTo(db, promotionId, 'Anna')).toMatchObject({ code: code(3) });
  });

  it('is taken back alone, asked whether it was seen, and the answer is undone', async () => {
    const db = await freshLedger();
    const { promotionId, issuance } = await given(db);
    const [anna, bert] = [await placeOf(db, issuance, 'Anna'), await placeOf(db, issuance, 'Bert')];
    const took = await takeBack(db, issuance, 'none', '', anna);
    expect(took).toMatchObject({ returned: 1, canceled: 0 });
    expect(await takeBack(db, issuance, 'all', '', bert)).toMatchObject({ returned: 0, canceled: 1 });
    expect((await listPeople(db, issuance)).map((each) => each.state)).toEqual([
      'returned',
      'void',
      'issued',
    ]);
    expect((await rowsOf(db, promotionId)).map((row) => [row.state, row.issuedTo])).toEqual([
      ['available', ''],
      ['void', 'Bert'],
      ['issued', 'Carl'],
      ['available', ''],
      ['available', ''],
    ]);
    expect((await rowsOf(db, promotionId))[0]?.note).toMatch(/^was out before: Anna, Newsletter/);
    expect((await findCodes(db, 'anna'))[0]).toMatchObject({ state: 'available', earlier: [{ to: 'Anna' }] });
    expect(await undoTakeBack(db, issuance, took.act, '')).toEqual({ out: 1 });
    expect((await rowsOf(db, promotionId))[0]).toMatchObject({ state: 'issued', issuedTo: 'Anna' });
    expect((await selfCheck(db)).faults).toEqual([]);
  });

  it('is edited alone and keeps the handle; all of them at once are not', async () => {
    const db = await freshLedger();
    const { promotionId, issuance } = await given(db);
    const anna = await placeOf(db, issuance, 'Anna');
    const whom = { to: 'Anne', channel: 'Mail', note: '' };
    await editIssuance(db, issuance, whom, '', anna);
    const rows = await rowsOf(db, promotionId);
    expect(rows.map((row) => row.issuedTo)).toEqual(['Anne', 'Bert', 'Carl', '', '']);
    expect(rows[0]?.note).toMatch(/^anna@x\.org; was noted before as: Anna, Newsletter/);
    expect(await lastGivenTo(db, promotionId, 'Anna')).toBeNull();
    expect(await lastGivenTo(db, promotionId, 'anna@x.org')).toMatchObject({ to: 'Anne' });
    expect(await getIssuance(db, issuance)).toMatchObject({ to: '', channel: 'Newsletter' });
    await expect(editIssuance(db, issuance, whom, '')).rejects.toMatchObject({ code: 'not-allowed' });
    expect((await takeBack(db, issuance, 'none', '')).returned).toBe(3);
    expect((await selfCheck(db)).faults).toEqual([]);
  });

  it('whose code was used keeps it', async () => {
    const db = await freshLedger();
    const { promotionId, issuance } = await given(db);
    await redeem(db, code(1), '7', '');
    const [anna, bert] = [await placeOf(db, issuance, 'Anna'), await placeOf(db, issuance, 'Bert')];
    await expect(takeBack(db, issuance, 'all', '', bert)).rejects.toMatchObject({ code: 'already-redeemed' });
    expect(await takeBack(db, issuance, 'all', '', anna)).toMatchObject({ canceled: 1 });
    expect((await rowsOf(db, promotionId))[1]).toMatchObject({ issuedTo: 'Bert', orderId: '7' });
  });
});

describe('who of a list has a code already', () => {
  it('is told by the same person rule, of this promotion before others of the same product', async () => {
    const db = await freshLedger();
    const { promotionId: old } = await importCodes(db, codes(9, 'CCCC'), {
      into: promotion({ name: 'Old' }),
    });
    const { promotionId: other } = await importCodes(db, codes(9, 'DDDD'), {
      into: promotion({ name: 'Other' }),
    });
    const { promotionId: now } = await importCodes(db, codes(9), { into: promotion({ name: 'New' }) });
    for (const id of [old, now])
      await updatePromotion(db, id, { productLink: 'https://www.amazon.com/Garlic/dp/B0ABCDEFGH?x=1' });
    await issueToList(db, old, [person('Anna', 'anna@x.org'), person('Dora')], about);
    await issueToList(db, now, [person('Anna', 'anna@x.org')], about);
    await issueNext(db, other, 1, to('Bert'));
    await issueNext(db, now, 1, to('carl@x.org'));
    const { left, had } = await planList(db, now, [
      person('ＡＮＮＡ'),
      person('Anna', 'other@x.org'),
      person('Bert'),
      person('Carl', 'CARL@x.org'),
      person('dora'),
      person('Newsletter'),
    ]);
    expect(left).toBe(7);
    expect(had.map((each) => each && [each.promotionId === now, each.code])).toEqual([
      [true, code(0)],
      null,
      null,
      [true, code(1)],
      [false, code(1, 'CCCC')],
      null,
    ]);
  });

  it('does not count what was taken back', async () => {
    const db = await freshLedger();
    const { promotionId, issuance } = await given(db);
    await takeBack(db, issuance, 'none', '', await placeOf(db, issuance, 'Anna'));
    const people = [person('Anna', 'anna@x.org'), person('Bert')];
    expect((await planList(db, promotionId, people)).had).toMatchObject([null, { code: code(1) }]);
  });
});

describe('a list of people that is damaged', () => {
  it('hides nobody else, costs no code, and is told by the self-check', async () => {
    const db = await freshLedger();
    const { promotionId, issuance } = await given(db);
    const [block] = await db.getAll('people');
    if (!block) throw new Error('none');
    for (const damage of [{ text: block.text.replace('Bert', 'Beat') }, { text: 5 }, { crc: 0 }]) {
      await db.put('people', { ...block, ...(damage as object) });
      expect((await rowsOf(db, promotionId)).map((row) => row.issuedTo)).toEqual([
        ...['(damaged)', '(damaged)', '(damaged)', '', ''],
      ]);
      expect((await selfCheck(db)).faults).toHaveLength(1);
    }
    await db.delete('people', [block.entry, 0]);
    expect((await selfCheck(db)).faults).toHaveLength(1);
    expect((await listPeople(db, issuance)).map((each) => each.code)).toEqual(codes(3));
    expect((await issueNext(db, promotionId, 1, to('Eve'))).codes).toEqual([code(3)]);
    expect((await takeBack(db, issuance, 'all', '')).canceled).toBe(3);
  });
});
