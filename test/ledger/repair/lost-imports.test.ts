import { describe, expect, it } from 'vitest';
import {
  backupLines,
  type Db,
  findCodes,
  holdNext,
  issueNext,
  mendFrom,
  planImport,
  planRestore,
  readBackup,
  releaseHeld,
  restoreBackup,
  selfCheck,
} from '../../../src/ledger/index';
import { codes, fileOf, freshLedger, importCodes, putBack, rowsOf, to } from '../helpers';

/** Two imports, and a copy; then the first code of the first one goes out. */
async function two() {
  const db = await freshLedger();
  const { promotionId: id, batchId } = await importCodes(db, codes(3));
  await importCodes(db, codes(3, 'BBBB'), { into: { id } });
  const copy = await readBackup((await backupLines(db)).lines);
  await issueNext(db, id, 1, to('Anna'));
  return { db, id, batchId, copy };
}

const damaged = expect.objectContaining({ code: 'damaged' });

async function changed(db: Db, batchId: number, change: object): Promise<void> {
  const row = await db.get('batches', batchId);
  if (row) await db.put('batches', { ...row, ...change });
}

describe('an import whose row is lost', () => {
  it('is not taken for one that is not here: its codes come in by no list and no copy', async () => {
    const { db, batchId, copy } = await two();
    await db.delete('batches', batchId);
    await expect(planImport(db, fileOf(codes(3)))).rejects.toEqual(damaged);
    await expect(planRestore(db, copy, '2026-05-03T10:00:00Z')).rejects.toEqual(damaged);
  });

  it('gets it back from a copy, which then can be loaded', async () => {
    const { db, id, batchId, copy } = await two();
    await db.delete('batches', batchId);
    expect(await mendFrom(db, copy)).toBe(1);
    await restoreBackup(db, await planRestore(db, copy, '2026-05-03T10:00:00Z'), '');
    expect((await selfCheck(db)).faults).toEqual([]);
    expect((await rowsOf(db, id)).map((row) => row.state)).toEqual([
      'issued',
      ...Array.from({ length: 5 }, () => 'available'),
    ]);
  });

  it('gets none of an import that holds other codes', async () => {
    const { db, batchId } = await two();
    const other = await freshLedger();
    await importCodes(other, codes(3, 'CCCC'));
    await db.delete('batches', batchId);
    expect(await mendFrom(db, await readBackup((await backupLines(other)).lines))).toBe(0);
  });
});

it.each(['x', 1, {}])(
  'codes of an import of which it can’t be told whether it was taken out are not new (%j)',
  async (withdrawn) => {
    const { db, batchId } = await two();
    await changed(db, batchId, { withdrawn });
    expect((await planImport(db, fileOf(codes(3)))).added).toBe(0);
  },
);

it('codes of an import that damage calls taken out are neither new nor gone, and the self-check tells', async () => {
  const { db, id, batchId, copy } = await two();
  await changed(db, batchId, { withdrawn: true });
  expect((await planImport(db, fileOf(codes(3)))).added).toBe(0);
  expect((await planRestore(db, copy, '2026-05-03T10:00:00Z')).added).toBe(0);
  expect((await findCodes(db, codes(3)[0] ?? ''))[0]).toMatchObject({ to: 'Anna' });
  expect((await issueNext(db, id, 1, to('Bob'))).codes).toEqual([codes(3)[1]]);
  expect((await rowsOf(db, id)).map((row) => row.issuedTo)).toEqual(['Anna', 'Bob', '', '', '', '']);
  expect((await selfCheck(db)).ok).toBe(false);
});

it('codes whose states are lost are not new, and only lists that hold them are refused', async () => {
  const { db, id, batchId } = await two();
  await db.delete('spans', IDBKeyRange.bound([batchId, 0], [batchId, 9]));
  await expect(planImport(db, fileOf(codes(3)))).rejects.toEqual(damaged);
  expect((await planImport(db, fileOf(codes(3, 'CCCC')))).added).toBe(3);
  expect((await issueNext(db, id, 1, to('Bob'))).codes).toEqual(codes(1, 'BBBB'));
});

it('codes on hold whose range reaches into the next one take none of that back into the line', async () => {
  const db = await freshLedger();
  const { promotionId: id } = await importCodes(db, codes(4));
  await holdNext(db, id, 1, { to: 'Kim', note: '', until: null, by: '' });
  await issueNext(db, id, 2, to('Anna'));
  const [held] = await db.getAll('spans');
  if (held) await db.put('spans', { ...held, count: 3 });
  await expect(releaseHeld(db, id, '')).rejects.toEqual(damaged);
  expect((await issueNext(db, id, 1, to('Bob'))).codes).toEqual([codes(4)[3]]);
});

it('a range of codes that reaches into the next one gives out none of that', async () => {
  const db = await freshLedger();
  const { promotionId: id } = await importCodes(db, codes(4));
  const { issuance } = await issueNext(db, id, 4, to('Anna'));
  await putBack(db, issuance, '');
  await issueNext(db, id, 2, to('Bob'));
  const [, rest] = await db.getAll('spans');
  if (rest) await db.put('spans', { ...rest, count: 1 });
  if (rest) await db.put('spans', { ...rest, from: rest.from + 1, count: 1, state: 'issued' });
  if (rest) await db.put('spans', { ...rest, count: 9 });
  await expect(issueNext(db, id, 1, to('Cleo'))).rejects.toEqual(damaged);
});
