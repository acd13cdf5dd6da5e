import { describe, expect, it } from 'vitest';
import {
  backupLines,
  type Db,
  findCodes,
  getPromotion,
  holdNext,
  issueNext,
  markUses,
  planUses,
  readBackup,
  redeem,
  selfCheck,
  undoUses,
} from '../../../src/ledger/index';
import { cancel, code, codes, everything, freshLedger, importCodes, rowsOf, to } from '../helpers';

const order = (n: number) => `111-0000000-${String(n).padStart(7, '0')}`;
const use = (n: number, of = n) => ({ code: code(n), order: order(of) });

/** Codes 0 to 3 are out, 0 of them used and 1 canceled; 4 and 5 are on hold, 6 canceled, the others left. */
async function withCodes(db: Db): Promise<string> {
  const { promotionId } = await importCodes(db, codes(10));
  await issueNext(db, promotionId, 4, to('Anna'));
  await holdNext(db, promotionId, 2, { to: 'Mia', note: '', until: null, by: 'Sam' });
  await redeem(db, code(0), order(0), 'Sam');
  await cancel(db, promotionId, [code(1)]);
  await cancel(db, promotionId, [code(6)]);
  return promotionId;
}

const states = async (db: Db, id: string) =>
  (await rowsOf(db, id)).map((row) => `${row.state}${row.orderId ? ` ${row.orderId}` : ''}`);
/** The history told once more comes to what is stored. */
const isSound = async (db: Db) => {
  expect(await selfCheck(db)).toMatchObject({ ok: true, faults: [], mended: [] });
  await readBackup((await backupLines(db)).lines);
};

describe('a list of orders and codes', () => {
  const list = [use(0), use(1), use(2), use(4), use(6), use(7), use(0, 9), use(2), use(3, 2)];
  const verdicts = ['same', 'mark', 'mark', 'mark-left', 'canceled', 'mark-left', 'other', 'same', 'mark'];

  it('is judged line by line before anything happens', async () => {
    const db = await freshLedger();
    await withCodes(db);
    const before = await everything(db);
    const judged = await planUses(db, [...list, { code: 'ZZZZ-ZZZZZZ-ZZZZZZ', order: order(1) }]);
    expect(judged.map(({ verdict }) => verdict)).toEqual([...verdicts, 'unknown']);
    expect(judged[6]).toEqual({ verdict: 'other', known: order(0) });
    expect(await everything(db)).toEqual(before);
  });

  it('marks all that can be, and takes codes that are left out of the line', async () => {
    const db = await freshLedger();
    const id = await withCodes(db);
    const { marked, judged } = await markUses(db, list, 'Sam');
    expect(judged.map(({ verdict }) => verdict)).toEqual(verdicts);
    expect(marked).toHaveLength(5);
    expect(await states(db, id)).toEqual([
      ...[`issued ${order(0)}`, `issued ${order(1)}`, `issued ${order(2)}`, `issued ${order(2)}`],
      ...[`issued ${order(4)}`, 'held', 'void', `issued ${order(7)}`, 'available', 'available'],
    ]);
    expect((await getPromotion(db, id)).counts).toMatchObject({
      ...{ available: 2, held: 1, issued: 6, void: 1, redeemed: 6, redeemedKnown: true },
    });
    expect((await issueNext(db, id, 2, to('Ben'))).codes).toEqual([code(8), code(9)]);
    expect((await findCodes(db, order(7)))[0]?.code).toBe(code(7));
    await isSound(db);
    expect((await markUses(db, list, 'Sam')).marked).toEqual([]);
  });

  it('is undone as one, each code where it was', async () => {
    const db = await freshLedger();
    const id = await withCodes(db);
    const before = { states: await states(db, id), counts: (await getPromotion(db, id)).counts };
    const { marked } = await markUses(db, list, 'Sam');
    expect(await undoUses(db, marked, 'Sam')).toEqual({ undone: 5 });
    expect(await states(db, id)).toEqual(before.states);
    const { redeemedKnown: _, ...counts } = before.counts;
    expect((await getPromotion(db, id)).counts).toMatchObject(counts);
    await isSound(db);
    expect(await undoUses(db, marked, 'Sam')).toEqual({ undone: 0 });
    expect((await markUses(db, list, 'Sam')).marked).toHaveLength(5);
    await isSound(db);
  });

  it('is undone as the history has it, whatever the mark says', async () => {
    const db = await freshLedger();
    const id = await withCodes(db);
    const before = await states(db, id);
    const { marked } = await markUses(db, [use(2), use(4)], 'Sam');
    const [row] = await findCodes(db, code(2));
    const given = (await db.getAll('entries')).find(({ issuance }) => issuance === row?.issuance);
    const [out, held] = marked;
    if (!given || !out || !held) throw new Error('not marked');
    // Anna has the one, Mia was promised the other: neither goes into the line.
    await undoUses(db, [{ ...out, issue: given.seq }, held], 'Eve');
    expect(await states(db, id)).toEqual(before);
    await isSound(db);
  });

  it('leaves what is not here alone', async () => {
    const db = await freshLedger();
    const before = await everything(db);
    expect(await markUses(db, [use(0)], 'Sam')).toEqual({
      marked: [],
      judged: [{ verdict: 'unknown', known: '' }],
    });
    expect(await everything(db)).toEqual(before);
  });
});
