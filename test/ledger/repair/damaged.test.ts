import { describe, expect, it } from 'vitest';
import {
  availableCodes,
  backupLines,
  type Db,
  findCodes,
  handOver,
  history,
  holdNext,
  issueNext,
  listInbox,
  listIssuances,
  listPromotions,
  listProofs,
  matchPromotion,
  mendFrom,
  planImport,
  planRestore,
  readBackup,
  readPromotions,
  redeem,
  restoreBackup,
  selfCheck,
  unredeem,
} from '../../../src/ledger/index';
import { inWords } from '../../../src/words/problem-words';
import { worded } from '../../worded';
import {
  code,
  codes,
  collect,
  everything,
  fileOf,
  freshLedger,
  importCodes,
  promotion,
  to,
} from '../helpers';

/** Two promotions, of 1,500 codes and of 20; some of the first are given out. */
async function two(): Promise<{ db: Db; big: string; small: string }> {
  const db = await freshLedger();
  const big = (await importCodes(db, codes(1500))).promotionId;
  const onion = promotion({ name: 'Onion' });
  const small = (await importCodes(db, codes(20, 'BBBB'), { into: onion, name: 'onions.txt' })).promotionId;
  await issueNext(db, big, 1, to('Wilma'));
  return { db, big, small };
}

const damages: [string, RegExp, (db: Db) => Promise<unknown>][] = [
  [
    'lost',
    /Codes 1 to 1,?000 of the import “codes.txt” in Garlic-IG-01 \(US\) are damaged: they are missing/,
    (db) => db.delete('blocks', [1, 0]),
  ],
  [
    'altered',
    /are damaged: they don’t match what was stored/,
    async (db) => {
      const block = (await db.get('blocks', [1, 0]))!;
      await db.put('blocks', { ...block, text: block.text.replace(code(1), code(7, 'CCCC')) });
    },
  ],
  [
    'cut short, its checksum made to fit',
    /are damaged: 2 found, 1000 expected/,
    async (db) => {
      const text = `${code(0)}\n${code(1)}`;
      const { crc32OfText } = await import('../../../src/domain/text/crc32');
      await db.put('blocks', { format: 1, batch: 1, n: 0, text, crc: crc32OfText(text) });
    },
  ],
];

describe.each(damages)('a block that is %s', (_name, words, spoil) => {
  it('gives out, puts on hold, hands over and exports no code, and costs none', async () => {
    const { db, big } = await two();
    await spoil(db);
    const before = await everything(db);
    const refused = { name: 'LedgerProblem', code: 'damaged', message: expect.stringMatching(words) };
    await expect(worded(issueNext(db, big, 1, to('Bob')))).rejects.toMatchObject(refused);
    const about = { to: '', note: '', until: null, by: '' };
    await expect(worded(holdNext(db, big, 1, about))).rejects.toMatchObject(refused);
    await expect(worded(handOver(db, big, 1, { to: 'Kim', by: '' }))).rejects.toMatchObject(refused);
    await expect(
      worded(
        (async () => {
          for await (const _ of availableCodes(db, big));
        })(),
      ),
    ).rejects.toMatchObject(refused);
    expect(await everything(db)).toEqual(before);
  });

  it('is told of that promotion alone; all else goes on', async () => {
    const { db, big, small } = await two();
    await spoil(db);
    expect((await issueNext(db, small, 1, to('Bob'))).codes).toEqual([code(0, 'BBBB')]);
    expect((await listPromotions(db)).map((each) => each.counts.available).sort()).toEqual([1499, 19]);
    expect((await listIssuances(db, big)).map((act) => [act.to, act.firstCode])).toEqual([
      ['Wilma', '(damaged)'],
    ]);
    expect((await findCodes(db, 'Wilma')).map((found) => found.code)).toEqual(['(damaged)']);
    expect((await findCodes(db, code(1200))).map((found) => found.code)).toEqual([code(1200)]);
    const leftOut: string[] = [];
    expect(await collect(history(db, big, (fault) => leftOut.push(inWords(fault))))).toHaveLength(500);
    expect(leftOut).toEqual([expect.stringMatching(words)]);
    await importCodes(db, codes(5, 'DDDD'), { into: { id: small } });
  });

  it('is fixed from a backup', async () => {
    const { db, big } = await two();
    const backup = await readBackup((await backupLines(db)).lines);
    const before = await db.getAll('blocks');
    await spoil(db);
    await mendFrom(db, backup);
    expect(await db.getAll('blocks')).toEqual(before);
    expect((await issueNext(db, big, 1, to('Bob'))).codes).toEqual([code(1)]);
    expect((await selfCheck(db)).faults).toEqual([]);
  });
});

describe('an index of codes that is lost or not whole', () => {
  it.each<[string, (db: Db) => Promise<unknown>]>([
    ['lost', (db) => db.delete('hashes', 1)],
    [
      'half',
      async (db) => db.put('hashes', { batch: 1, words: (await db.get('hashes', 1))!.words.slice(700) }),
    ],
    ['empty', (db) => db.put('hashes', { batch: 1, words: new BigUint64Array(1500) })],
    [
      'out of order',
      async (db) => db.put('hashes', { batch: 1, words: (await db.get('hashes', 1))!.words.toReversed() }),
    ],
  ])('%s: no code that is here counts as new, and look-ups find it', async (_name, spoil) => {
    const { db } = await two();
    await spoil(db);
    expect((await findCodes(db, code(3))).map((found) => found.code)).toEqual([code(3)]);
    expect((await planImport(db, fileOf([code(3), code(1400), code(9, 'EEEE')]))).added).toBe(1);
    expect((await db.get('hashes', 1))?.words).toHaveLength(1500);
    expect((await selfCheck(db)).mended).toEqual([]);
  });

  it('lets no copy in that may hold codes which can’t be read here any more', async () => {
    const { db } = await two();
    const other = await freshLedger();
    await importCodes(other, codes(1500), { into: promotion({ name: 'Elsewhere' }), name: 'again.txt' });
    const copy = await readBackup((await backupLines(other)).lines);
    await db.delete('hashes', 1);
    await db.delete('blocks', [1, 0]);
    await expect(planRestore(db, copy, '2026-05-03T10:00:00.000Z')).rejects.toMatchObject({
      code: 'damaged',
    });
    // The ledger's own copy knows which codes they are.
    const own = await two();
    const lines = (await backupLines(own.db)).lines;
    await own.db.delete('hashes', 1);
    await own.db.delete('blocks', [1, 0]);
    const plan = await planRestore(own.db, await readBackup(lines), '2026-05-03T10:00:00.000Z');
    expect(plan.added).toBe(0);
  });

  it('refuses to compare where the codes can’t be read either', async () => {
    const { db } = await two();
    await db.delete('hashes', 1);
    await db.delete('blocks', [1, 1]);
    await expect(planImport(db, fileOf([code(3)]))).rejects.toMatchObject({ code: 'damaged' });
    expect(await db.get('hashes', 1)).toBeUndefined();
  });
});

const strange: [string, (row: Record<string, unknown>) => unknown][] = [
  ['without `createdAt`', ({ createdAt: _, ...row }) => row],
  ['with `amazonIds` empty', (row) => ({ ...row, amazonIds: null })],
  ['with a number for a name', (row) => ({ ...row, name: 5 })],
  ['with a store that there is none of', (row) => ({ ...row, marketplace: 'constructor' })],
  ['with a time that is none', (row) => ({ ...row, end: '9999-99-99' })],
];

describe.each(strange)('a promotion’s row %s', (_name, spoil) => {
  it('is told as damaged and hides no other; its codes can be exported, and a backup fixes it', async () => {
    const { db, big, small } = await two();
    const backup = await readBackup((await backupLines(db)).lines);
    const row = (await db.get('promotions', big))!;
    await db.put('promotions', spoil({ ...row }) as never);
    const { promotions, damaged } = await readPromotions(db);
    expect(promotions.map((each) => each.promotion.id)).toEqual([small]);
    expect(damaged.map((each) => ({ ...each, fault: inWords(each.fault) }))).toMatchObject([
      { id: big, fault: expect.stringMatching(/`\w+` is /) },
    ]);
    expect((await matchPromotion(db, 'Onion', 'US'))?.id).toBe(small);
    expect((await findCodes(db, 'Wilma')).map((found) => found.code)).toEqual([code(0)]);
    expect(await collect(history(db, big))).toHaveLength(1500);
    await expect(issueNext(db, big, 1, to(''))).rejects.toMatchObject({ code: 'damaged' });
    await importCodes(db, codes(3, 'DDDD'), { into: promotion({ name: 'New' }) });
    expect(await mendFrom(db, backup)).toBe(1);
    expect(await db.get('promotions', big)).toEqual(row);
  });
});

describe('counts that are lost or damaged', () => {
  it.each<[string, (db: Db, id: string) => Promise<unknown>]>([
    ['lost', (db, id) => db.delete('counts', id)],
    [
      'no numbers',
      async (db, id) => db.put('counts', { ...(await db.get('counts', id))!, available: 'x' as never }),
    ],
    ['not adding up', async (db, id) => db.put('counts', { ...(await db.get('counts', id))!, available: 7 })],
  ])('%s: they are counted anew', async (_name, spoil) => {
    const { db, big } = await two();
    await spoil(db, big);
    const counts = async () => (await listPromotions(db)).find((each) => each.promotion.id === big)?.counts;
    expect(await counts()).toMatchObject({ total: 1500, available: 1499, issued: 1 });
    await issueNext(db, big, 2, to('Bob'));
    expect(await counts()).toMatchObject({ total: 1500, available: 1497, issued: 3 });
    expect((await selfCheck(db)).faults).toEqual([]);
  });
});

describe('the self-check after a copy was loaded', () => {
  it('takes a use that the copy tells of codes in another promotion here for no fault', async () => {
    const from = await freshLedger();
    const { promotionId } = await importCodes(from, codes(10));
    await issueNext(from, promotionId, 2, to('Wilma'));
    await redeem(from, code(0), '1', '');
    await redeem(from, code(1), '2', '');
    await unredeem(from, code(1), '');
    const { lines } = await backupLines(from);
    for (const here of [codes(1), codes(2), codes(5), codes(1, 'AAAA', 1)]) {
      const db = await freshLedger();
      await importCodes(db, here, { into: promotion({ name: 'Onion' }) });
      const plan = await planRestore(db, await readBackup(lines), '2026-05-03T10:00:00.000Z');
      await restoreBackup(db, plan, '');
      expect((await selfCheck(db)).faults).toEqual([]);
      await restoreBackup(db, await planRestore(db, plan.backup, plan.madeAt), '');
      expect((await selfCheck(db)).faults).toEqual([]);
    }
  });
});

describe('a range of codes whose row is damaged', () => {
  it.each<[string, object]>([
    ['no count', { count: null }],
    ['a count in words', { count: '12' }],
    ['a count below one', { count: -3 }],
    ['no whole mark', { issue: 0.5 }],
  ])('%s: none of it is given out, and the other promotion goes on', async (_name, spoilt) => {
    const { db, big, small } = await two();
    await db.put('spans', { ...(await db.get('spans', [1, 1]))!, ...spoilt });
    const before = await everything(db);
    await expect(issueNext(db, big, 1, to(''))).rejects.toMatchObject({ code: 'damaged' });
    expect(await everything(db)).toEqual(before);
    expect((await issueNext(db, small, 1, to(''))).codes).toEqual([code(0, 'BBBB')]);
    expect((await selfCheck(db)).faults.map(inWords).join()).toMatch(
      /one range of its codes has a problem \(`\w+` is/,
    );
  });
});

describe('damaged rows of other lists', () => {
  it('hide no others', async () => {
    const { db, big } = await two();
    const about = {
      name: 'a',
      bytes: null,
      group: '',
      quantity: null,
      marketplace: null,
      account: null,
      promotion: null,
    };
    const at = '2026-05-03T10:00:00.000Z';
    await db.add('inbox', { ...about, id: 'good', at });
    await db.add('inbox', { ...about, id: 'bad', at: undefined as never });
    expect((await listInbox(db)).map((item) => item.id)).toEqual(['good']);
    await db.add('proofs', { id: 'bad' } as never);
    expect(await listProofs(db)).toEqual([]);
    await issueNext(db, big, 1, to('Ben'));
    const [entry] = await db.getAll('entries');
    await db.put('entries', { ...entry!, at: null as never, names: null as never });
    expect((await listIssuances(db, big)).map((act) => act.to)).toEqual(['Ben']);
    expect(await findCodes(db, 'Ben')).toHaveLength(1);
    await db.put('spans', { ...(await db.get('spans', [1, 1]))!, count: null as never });
    await expect(issueNext(db, big, 1, to(''))).resolves.toBeDefined();
  });
});
