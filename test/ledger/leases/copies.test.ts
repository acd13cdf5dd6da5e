import { expect, it } from 'vitest';
import {
  backupLines,
  cancelLease,
  type Db,
  getPromotion,
  giveLeased,
  issueNext,
  listHolds,
  listLeases,
  planRestore,
  readBackup,
  releaseHeldByCopies,
  restoreBackup,
  returnLease,
  selfCheck,
  takeLease,
} from '../../../src/ledger';
import { codes, freshLedger, importCodes, rowsOf, to } from '../helpers';

const ben = { holder: 'ben/laptop', by: 'Ben' };
const list = codes(12);

async function saved(db: Db): Promise<string[]> {
  const { lines } = await backupLines(db);
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

async function restore(db: Db, lines: readonly string[]): Promise<void> {
  const backup = await readBackup(lines);
  await restoreBackup(db, await planRestore(db, { ...backup, kept: [] }, new Date().toISOString()), 'Sam');
  expect((await selfCheck(db)).faults).toEqual([]);
}

/** What is on hold, but for what is only since a copy was loaded. */
async function heldElse(db: Db, id: string): Promise<number> {
  const holds = await listHolds(db, id);
  return holds.reduce((sum, { note, count }) => sum + (note.startsWith('May have been') ? 0 : count), 0);
}

const giving = (batch: number, from: number, name: string) => ({
  ...{ giving: `to ${name}`, lease: 'train', code: { batch, from } },
  ...{ to: name, handle: '', channel: '', note: '', at: new Date().toISOString() },
});

it('keeps a lease while an older copy of the same codes is loaded', async () => {
  const db = await freshLedger();
  const { promotionId: id, batchId } = await importCodes(db, list);
  await issueNext(db, id, 2, to('Anna'));
  const before = await saved(db);
  await takeLease(db, id, 4, 'train', ben);
  await giveLeased(db, giving(batchId, 2, 'Bert'), ben);
  await restore(db, before);
  expect(await listLeases(db)).toMatchObject([{ lease: 'train', holder: ben.holder, left: 3 }]);
  await giveLeased(db, giving(batchId, 3, 'Cleo'), ben);
  expect(await returnLease(db, 'train', [{ batch: batchId, from: 4, count: 2 }], ben)).toEqual({
    returned: 2,
  });
  expect(await heldElse(db, id)).toBe(0);
  expect((await getPromotion(db, id)).counts).toMatchObject({ issued: 4 });
  expect((await selfCheck(db)).faults).toEqual([]);
});

it('doesn’t end a lease anew that a copy knows and that has ended since', async () => {
  const db = await freshLedger();
  const { promotionId: id, batchId } = await importCodes(db, list);
  await takeLease(db, id, 4, 'train', ben);
  const during = await saved(db);
  await returnLease(db, 'train', [{ batch: batchId, from: 0, count: 4 }], ben);
  await restore(db, during);
  expect(await listLeases(db)).toEqual([]);
  expect(await heldElse(db, id)).toBe(0);
});

it('stays with its holder where a copy knows it, too', async () => {
  const db = await freshLedger();
  const { promotionId: id, batchId } = await importCodes(db, list);
  await takeLease(db, id, 4, 'train', ben);
  await restore(db, await saved(db));
  expect(await listLeases(db)).toMatchObject([{ holder: ben.holder, left: 4 }]);
  await giveLeased(db, giving(batchId, 0, 'Anna'), ben);
  expect(await heldElse(db, id)).toBe(3);
});

it('is nobody’s where a copy of it is loaded anew: its codes may be out, like all that came with it', async () => {
  const db = await freshLedger();
  const { promotionId: id, batchId } = await importCodes(db, list);
  await takeLease(db, id, 4, 'train', ben);
  await giveLeased(db, giving(batchId, 0, 'Anna'), ben);
  const own = await freshLedger();
  await restore(own, await saved(db));
  expect(await listLeases(own)).toEqual([]);
  expect((await rowsOf(own, id)).find(({ code }) => code === list[0])).toMatchObject({ issuedTo: 'Anna' });
  expect(await releaseHeldByCopies(own, id, 'Sam')).toEqual({ released: 11 });
  expect((await selfCheck(own)).faults).toEqual([]);
});

it('keeps what was canceled with its lease canceled, whoever loads a copy', async () => {
  const db = await freshLedger();
  const { promotionId: id, batchId } = await importCodes(db, list);
  await takeLease(db, id, 4, 'train', ben);
  const during = await saved(db);
  await cancelLease(db, id, 'train', 'Olga');
  await giveLeased(db, giving(batchId, 0, 'Anna'), ben);
  await restore(db, during);
  const own = await freshLedger();
  await restore(own, await saved(db));
  for (const each of [db, own]) {
    expect((await getPromotion(each, id)).counts).toMatchObject({ void: 4 });
    const row = (await rowsOf(each, id)).find(({ code }) => code === list[0]);
    expect(row).toMatchObject({ state: 'void', issuedTo: 'Anna' });
  }
});
