import { describe, expect, it } from 'vitest';
import { type Db, issueNext, redeem, selfCheck, withdrawImport } from '../../../src/ledger/index';
import { inWords } from '../../../src/words/problem-words';
import { code, codes, freshLedger, importCodes, putBack, to } from '../helpers';

async function busyLedger(): Promise<Db> {
  const db = await freshLedger();
  const { promotionId } = await importCodes(db, codes(1500));
  const { issuance } = await issueNext(db, promotionId, 10, to('Anna'));
  await putBack(db, issuance, '');
  await issueNext(db, promotionId, 10, to('Ben'));
  await redeem(db, code(15), '1', '');
  return db;
}

const faults: [string, RegExp, (db: Db) => Promise<unknown>][] = [
  [
    'a code altered in its block',
    /codes 1 to 1,?000 are damaged: .*checksum/,
    async (db) => {
      const block = await db.get('blocks', [1, 0]);
      await db.put('blocks', { ...block!, text: block!.text.replace('A', 'B') });
    },
  ],
  [
    'a lost block',
    /codes 1,?001 to 1,?500 are damaged: they are missing/,
    (db) => db.delete('blocks', [1, 1]),
  ],
  [
    'a code that has two states',
    /two ranges/,
    async (db) => {
      const span = await db.get('spans', [1, 10]);
      await db.put('spans', { ...span!, from: 12, count: 3 });
    },
  ],
  ['a code without a state', /two ranges or in none/, (db) => db.delete('spans', [1, 10])],
  [
    'a state without an entry',
    /code 21 is issued, but the history says available/,
    async (db) => {
      const span = await db.get('spans', [1, 20]);
      await db.put('spans', { ...span!, state: 'issued' });
    },
  ],
  ['a lost entry', /but the history says/, (db) => db.delete('entries', 3)],
  [
    'a code given out twice',
    /gives out a code that is already given out/,
    async (db) => {
      const entry = await db.get('entries', 3);
      await db.put('entries', { ...entry!, seq: 99 });
    },
  ],
  [
    'a damaged promotion',
    /The promotion “Garlic-IG-01” is damaged: `createdAt` is missing/,
    async (db) => {
      const [{ createdAt: _, ...row } = { createdAt: '' }] = await db.getAll('promotions');
      await db.put('promotions', row as never);
    },
  ],
  [
    'a damaged entry',
    /history entry 3 has a problem \(`at` is “never”/,
    async (db) => db.put('entries', { ...(await db.get('entries', 3))!, at: 'never' }),
  ],
  [
    'a wrong count',
    /available is counted as 7, but the history says 1490/,
    async (db) => {
      const [row] = await db.getAll('counts');
      await db.put('counts', { ...row!, available: 7 });
    },
  ],
];

describe('self-check', () => {
  it('finds nothing in a ledger that is well', async () => {
    expect(await selfCheck(await busyLedger())).toEqual({ ok: true, faults: [], mended: [] });
  });

  it('holds nobody up, and takes nothing that happens meanwhile for a fault', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(60_000));
    const { batchId } = await importCodes(db, codes(2000, 'BBBB'), { into: { id: promotionId } });
    let checked = false;
    const check = selfCheck(db).finally(() => {
      checked = true;
    });
    let acts = 0;
    for (; !checked; acts++) {
      const { issuance } = await issueNext(db, promotionId, 3, to('Anna'));
      if (acts % 3 === 0) await putBack(db, issuance, '');
      if (acts === 1) await withdrawImport(db, batchId, '');
      if (acts === 2) await importCodes(db, codes(2, 'CCCC'), { into: { id: promotionId } });
    }
    expect(acts).toBeGreaterThan(2);
    expect((await check).faults).toEqual([]);
    expect((await selfCheck(db)).faults).toEqual([]);
  });

  it.each<[string, (words: BigUint64Array) => BigUint64Array | null]>([
    ['lost', () => null],
    ['without a code', (words) => words.slice(1)],
    ['of other codes', (words) => words.map((word) => word ^ (1n << 40n))],
  ])('builds an index again that is %s', async (_name, spoil) => {
    const db = await busyLedger();
    const row = (await db.get('hashes', 1))!;
    const words = spoil(row.words);
    if (words) await db.put('hashes', { batch: 1, words });
    else await db.delete('hashes', 1);
    const { ok, mended } = await selfCheck(db);
    expect(ok).toBe(true);
    expect(mended.map(inWords)).toEqual([expect.stringContaining('was rebuilt')]);
    expect((await db.get('hashes', 1))?.words).toEqual(row.words);
    expect((await selfCheck(db)).mended).toEqual([]);
  });

  it.each(faults)('finds %s', async (_name, sentence, inject) => {
    const db = await busyLedger();
    await inject(db);
    const result = await selfCheck(db);
    expect(result.ok).toBe(false);
    expect(result.faults.map(inWords).join('\n')).toMatch(sentence);
  });
});
