import { beforeEach, describe, expect, it } from 'vitest';
import {
  cancelLease,
  type Db,
  getPromotion,
  giveLeased,
  issueCode,
  issueNext,
  leasedCodes,
  listHolds,
  listLeases,
  listVoids,
  markUses,
  planVoid,
  releaseHold,
  returnLease,
  selfCheck,
  takeBack,
  takeLease,
  toldGiving,
  undoImport,
  undoVoid,
  updatePromotion,
  voidRanges,
  withdrawImport,
} from '../../../src/ledger';
import { codes, freshLedger, importCodes, rowsOf, to } from '../helpers';

const ben = { holder: 'ben/laptop', by: 'Ben' };
const list = codes(20);
let db: Db;
let id: string;
let batchId: number;

beforeEach(async () => {
  db = await freshLedger();
  ({ promotionId: id, batchId } = await importCodes(db, list));
});

const giving = (from: number, name: string, at = new Date().toISOString(), lease = 'train') => ({
  ...{ giving: `to ${name}`, lease, code: { batch: batchId, from } },
  ...{ to: name, handle: '', channel: 'Mail', note: '', at },
});

/** What is refused, as the sentence's name. */
async function refused(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (problem: unknown) => problem,
  );
  return (error as { said?: { key: string } } | null)?.said?.key ?? 'done';
}

const state = async (n: number) => (await rowsOf(db, id)).find(({ code }) => code === list[n]);
const counts = async () => (await getPromotion(db, id)).counts;

async function whole(): Promise<void> {
  expect((await selfCheck(db)).faults).toEqual([]);
}

describe('a lease', () => {
  it('takes the next codes out of the line for its holder alone', async () => {
    await issueNext(db, id, 2, to('Anna'));
    expect(await takeLease(db, id, 5, 'train', ben)).toEqual({ lease: 'train', count: 5 });
    expect(await counts()).toMatchObject({ available: 13, held: 5, issued: 2 });
    const about = { lease: 'train', holder: ben.holder, name: 'Ben', taken: 5, left: 5 };
    expect(await listLeases(db)).toMatchObject([about]);
    const [lease] = await leasedCodes(db, id, ben.holder);
    expect(lease?.codes.map(({ code }) => code)).toEqual(list.slice(2, 7));
    expect(await leasedCodes(db, id, 'ben/phone')).toEqual([]);
    expect(await listHolds(db, id)).toMatchObject([{ to: 'Ben', count: 5, lease: ben.holder }]);
    expect(await state(2)).toMatchObject({ state: 'held', note: 'taken offline by Ben' });
    // Asked again, since the answer was lost.
    expect(await takeLease(db, id, 5, 'train', ben)).toEqual({ lease: 'train', count: 5 });
    expect(await counts()).toMatchObject({ available: 13, held: 5 });
    expect((await issueNext(db, id, 1, to('Bert'))).codes).toEqual([list[7]]);
    await whole();
  });

  it('is no other’s, nor to be had in another way', async () => {
    await takeLease(db, id, 5, 'train', ben);
    expect(await refused(takeLease(db, id, 5, 'train', { ...ben, holder: 'ben/phone' }))).toBe(
      'problemLeaseOther',
    );
    expect(await refused(issueCode(db, list[0] ?? '', to('Anna')))).toBe('problemLeased');
    expect(await refused(releaseHold(db, id, 'train', 'Olga'))).toBe('problemLeased');
    const ranges = [{ batch: batchId, from: 4, count: 2 }];
    expect(await refused(voidRanges(db, id, ranges, { reason: '', by: 'Olga' }))).toBe('problemLeased');
    expect((await planVoid(db, id, list.slice(4, 6))).refused).toEqual(new Map([['leased', 1]]));
    expect(await refused(returnLease(db, 'train', ranges, { ...ben, holder: 'ben/phone' }))).toBe(
      'problemLeaseOther',
    );
    expect(await refused(giveLeased(db, giving(0, 'Anna'), { ...ben, holder: 'cleo/pc' }))).toBe(
      'problemLeaseOther',
    );
    expect(await refused(giveLeased(db, giving(9, 'Anna'), ben))).toBe('problemLeaseOther');
    expect(await refused(withdrawImport(db, batchId, 'Olga'))).toBe('problemImportKeptBack');
    expect(await counts()).toMatchObject({ available: 15, held: 5, issued: 0, void: 0 });
    await whole();
  });

  it('isn’t taken of what is stopped, nor for more than there are', async () => {
    expect(await refused(takeLease(db, id, 21, 'train', ben))).toBe('problemOnlyLeftIn');
    await updatePromotion(db, id, { givingEnded: new Date().toISOString() });
    expect(await refused(takeLease(db, id, 5, 'train', ben))).toBe('problemGivingStopped');
  });

  it('has what went out stand in the history with its own time, once however often it is told', async () => {
    await takeLease(db, id, 5, 'train', ben);
    const at = new Date().toISOString();
    const told = giving(1, 'Anna', at);
    expect(await toldGiving(db, told)).toBeNull();
    for (let time = 0; time < 2; time++)
      expect(await giveLeased(db, told, ben)).toEqual({ promotionId: id, canceled: false });
    expect(await toldGiving(db, told)).toEqual({ promotionId: id, canceled: false });
    expect(await state(1)).toMatchObject({
      ...{ state: 'issued', issuedTo: 'Anna', channel: 'Mail', issuedBy: 'Ben', issuedAt: at },
    });
    expect(await counts()).toMatchObject({ held: 4, issued: 1 });
    expect(await listLeases(db)).toMatchObject([{ taken: 5, left: 4 }]);
    await whole();
  });

  it('believes no clock that says it went out before it was leased, or in time to come', async () => {
    await takeLease(db, id, 5, 'train', ben);
    const [lease] = await listLeases(db);
    await giveLeased(db, giving(0, 'Early', '2001-01-01T00:00:00Z'), ben);
    const before = new Date().toISOString();
    await giveLeased(db, giving(1, 'Late', '2099-01-01T00:00:00Z'), ben);
    expect(await state(0)).toMatchObject({ issuedAt: lease?.at });
    const late = (await state(1))?.issuedAt ?? '';
    expect(late >= before && late <= new Date().toISOString()).toBe(true);
  });

  it('returns what was not given out to the end of the line', async () => {
    await takeLease(db, id, 5, 'train', ben);
    await giveLeased(db, giving(0, 'Anna'), ben);
    // The second is given out, though nobody here knows it yet.
    const ranges = [{ batch: batchId, from: 2, count: 3 }];
    expect(await returnLease(db, 'train', ranges, ben)).toEqual({ returned: 3 });
    expect(await returnLease(db, 'train', ranges, ben)).toEqual({ returned: 0 });
    expect(await counts()).toMatchObject({ available: 18, held: 1, issued: 1 });
    await giveLeased(db, giving(1, 'Bert'), ben);
    expect(await listLeases(db)).toEqual([]);
    const { codes: all } = await issueNext(db, id, 18, to('Cleo'));
    expect(all.slice(-3)).toEqual(list.slice(2, 5));
    await whole();
  });

  it('is canceled for good by an owner; what went out before stays with whom it went to', async () => {
    await takeLease(db, id, 5, 'train', ben);
    const { act, canceled } = await cancelLease(db, id, 'train', 'Olga');
    expect(canceled).toBe(5);
    expect(await refused(cancelLease(db, id, 'train', 'Olga'))).toBe('problemLeaseGone');
    expect(await refused(undoVoid(db, id, act, 'Olga'))).toBe('problemLeaseForGood');
    expect(await listVoids(db, id)).toMatchObject([{ act, count: 5, final: true }]);
    expect(await state(0)).toMatchObject({
      state: 'void',
      note: 'canceled while taken offline',
      issuedTo: '',
    });
    expect(await giveLeased(db, giving(0, 'Anna'), ben)).toEqual({ promotionId: id, canceled: true });
    expect(await giveLeased(db, giving(0, 'Anna'), ben)).toEqual({ promotionId: id, canceled: true });
    expect(await toldGiving(db, giving(0, 'Anna'))).toMatchObject({ canceled: true });
    expect(await state(0)).toMatchObject({ state: 'void', issuedTo: 'Anna', issuedBy: 'Ben' });
    expect(await counts()).toMatchObject({ available: 15, held: 0, issued: 0, void: 5 });
    // Amazon takes it all the same.
    await markUses(db, [{ code: list[0] ?? '', order: '111-1' }], 'Olga');
    expect(await counts()).toMatchObject({ issued: 1, redeemed: 1, void: 4 });
    await whole();
  });

  it('tells who had a code of which an order told first', async () => {
    await takeLease(db, id, 5, 'train', ben);
    await markUses(db, [{ code: list[0] ?? '', order: '111-1' }], 'Olga');
    for (let time = 0; time < 2; time++) await giveLeased(db, giving(0, 'Anna'), ben);
    expect(await toldGiving(db, giving(0, 'Anna'))).toMatchObject({ canceled: false });
    expect(await state(0)).toMatchObject({ issuedTo: 'Anna', orderId: '111-1' });
    expect(await counts()).toMatchObject({ held: 4, issued: 1, redeemed: 1 });
    expect((await db.getAll('entries')).filter(({ kind }) => kind === 'edit')).toHaveLength(1);
    await whole();
  });

  it('says where a code went out twice, and changes nothing', async () => {
    await takeLease(db, id, 5, 'train', ben);
    await giveLeased(db, giving(0, 'Anna'), ben);
    expect(await refused(giveLeased(db, giving(0, 'Bert'), ben))).toBe('problemLeasedOutTo');
    expect(await state(0)).toMatchObject({ issuedTo: 'Anna' });
  });

  it('can have what went out taken back like any other', async () => {
    await takeLease(db, id, 5, 'train', ben);
    await giveLeased(db, giving(0, 'Anna'), ben);
    expect(await takeBack(db, 'to Anna', 'none', 'Ben')).toMatchObject({ returned: 1 });
    // Told once more, since the answer was lost: it is known.
    await giveLeased(db, giving(0, 'Anna'), ben);
    expect(await state(0)).toMatchObject({ state: 'available' });
    await whole();
  });

  it('has a code that went out after all taken out of the line', async () => {
    await takeLease(db, id, 5, 'train', ben);
    await returnLease(db, 'train', [{ batch: batchId, from: 0, count: 5 }], ben);
    await giveLeased(db, giving(0, 'Anna'), ben);
    expect(await counts()).toMatchObject({ available: 19, issued: 1, held: 0 });
    await whole();
  });
});

it('is ended by nobody who undoes it as if an import had told of it', async () => {
  const undo = async (kind: string) => {
    const entries = (await db.getAll('entries')).filter((entry) => entry.kind === kind);
    return undoImport(db, { batchIds: [], entries: entries.map(({ seq }) => seq) }, 'Eve');
  };
  await takeLease(db, id, 2, 'ride', ben);
  await expect(undo('hold')).rejects.toMatchObject({ code: 'not-allowed' });
  expect((await getPromotion(db, id)).counts).toMatchObject({ available: 18, held: 2 });
  await cancelLease(db, id, 'ride', 'Olga');
  await expect(undo('void')).rejects.toMatchObject({ code: 'not-allowed' });
  expect((await getPromotion(db, id)).counts).toMatchObject({ available: 18, void: 2 });
});
