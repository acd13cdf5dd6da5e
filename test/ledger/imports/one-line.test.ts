import { expect, it } from 'vitest';
import {
  backupLines,
  type Db,
  forwardOf,
  getPromotion,
  handOver,
  issueCode,
  issueNext,
  listPromotions,
  planImport,
  planRestore,
  readBackup,
  releaseDue,
  releaseHeld,
  restoreBackup,
  selfCheck,
  takeBack,
  takeHandOver,
  undoVoid,
  withdrawImport,
} from '../../../src/ledger/index';
import { cancel, codes, fileOf, freshLedger, importCodes, rowsOf, to } from '../helpers';

const copyOf = async (db: Db) => (await backupLines(db)).lines;

async function load(into: Db, lines: string[]) {
  return restoreBackup(into, await planRestore(into, await readBackup(lines), '2026-05-03T10:00:00Z'), '');
}

async function states(db: Db): Promise<string[]> {
  const rows: string[] = [];
  for (const { promotion } of await listPromotions(db))
    for (const row of await rowsOf(db, promotion.id)) rows.push(row.state);
  return rows;
}

const sound = async (db: Db) => expect((await selfCheck(db)).faults).toEqual([]);
const idIn = async (db: Db) => (await listPromotions(db))[0]?.promotion.id ?? '';

/** So that what happens next bears another time. */
const later = () => new Promise((resolve) => setTimeout(resolve, 3));

/** A ledger with `count` codes and another that has them by a copy, released. */
async function pair(count: number) {
  const a = await freshLedger();
  const { promotionId: id, batchId } = await importCodes(a, codes(count));
  const b = await freshLedger();
  await load(b, await copyOf(a));
  await releaseHeld(b, id, '');
  return { a, b, id, batchId };
}

it('what a copy gave out of an import that was taken out here is known, before and after it comes anew', async () => {
  for (const order of ['import first', 'copy first']) {
    const { a, b, id, batchId } = await pair(4);
    await issueNext(b, id, 2, to('Anna'));
    await withdrawImport(a, batchId, '');
    if (order === 'import first') await importCodes(a, codes(4));
    await load(a, await copyOf(b));
    // Those that are left in the copy stay out.
    if (order === 'copy first') expect(await states(a)).toEqual(['issued', 'issued']);
    if (order === 'copy first') await importCodes(a, codes(4));
    // What the copy has as left, and is left here, too, is held back here.
    else expect(await releaseHeld(a, id, '')).toEqual({ released: 2 });
    expect((await issueNext(a, id, 2, to('Bob'))).codes).toEqual(codes(4).slice(2));
    await sound(a);
  }
});

it('codes that a copy has in its line, and those that come back into it, are held back here', async () => {
  const { a, b, id } = await pair(3);
  const { issuance } = await issueNext(a, id, 1, to('Anna'));
  await load(b, await copyOf(a));
  await takeBack(b, issuance, 'none', '');
  expect(await load(a, await copyOf(b))).toMatchObject({ caughtUp: 1, heldBack: 3 });
  expect(await states(a)).toEqual(['held', 'held', 'held']);
  await sound(a);
  await load(b, await copyOf(a));
  expect(await states(b)).toEqual(['available', 'available', 'available']);
  await sound(b);
});

it('two parts of one list, as many codes in each, are not taken for the same import', async () => {
  const list = codes(10);
  const a = await freshLedger();
  const { promotionId: id } = await importCodes(a, codes(1, 'SEED'));
  const [b, c] = [await freshLedger(), await freshLedger()];
  for (const db of [b, c]) await load(db, await copyOf(a));
  await importCodes(a, list, { into: { id } });
  await importCodes(b, list.slice(0, 5), { into: { id } });
  await importCodes(c, list.slice(5), { into: { id } });
  for (const db of [b, c]) await load(db, await copyOf(a));
  await issueCode(c, list[2] ?? '', to('Anna'));
  await load(b, await copyOf(c));
  const out = (await rowsOf(b, id)).filter((row) => row.state === 'issued');
  expect(out.map((row) => row.code)).toEqual([list[2]]);
  for (const db of [b, c]) await sound(db);
});

it('codes that come back in a file of the colleague’s own are left here, by the history, too', async () => {
  const [a, b] = [await freshLedger(), await freshLedger()];
  const { promotionId: id } = await importCodes(a, codes(3));
  await takeHandOver(b, await handOver(a, id, 2, { to: 'B', by: 'A' }), '');
  await takeHandOver(a, await handOver(b, await idIn(b), 1, { to: 'A', by: 'B' }), '');
  expect(await states(a)).toEqual(['available', 'moved', 'available']);
  await sound(a);
  expect(await states(b)).toEqual(['moved', 'available']);
  await sound(b);
});

it('a return that an earlier version wrote under the file that brought it still stands', async () => {
  const [a, b] = [await freshLedger(), await freshLedger()];
  const { promotionId: id } = await importCodes(a, codes(2));
  await takeHandOver(b, await handOver(a, id, 2, { to: 'B', by: 'A' }), '');
  const back = await handOver(b, await idIn(b), 2, { to: 'A', by: 'B' });
  await takeHandOver(a, back, '');
  for (const entry of await a.getAll('entries'))
    if (entry.kind === 'release') await a.put('entries', { ...entry, issuance: back.file });
  await sound(a);
});

it('an old handover file of one’s own brings back nothing that went to somebody else since', async () => {
  const [a, b] = [await freshLedger(), await freshLedger()];
  const { promotionId: id } = await importCodes(a, codes(2));
  const first = await handOver(a, id, 2, { to: 'B', by: 'A' });
  await takeHandOver(b, first, '');
  await takeHandOver(a, await handOver(b, await idIn(b), 2, { to: 'A', by: 'B' }), '');
  await handOver(a, id, 2, { to: 'C', by: 'A' });
  expect(await takeHandOver(a, first, '')).toEqual({ added: 0, returned: 0, alreadyHere: 2 });
  expect(await states(a)).toEqual(['moved', 'moved']);
  await sound(a);
});

it('codes taken over stay with whom they are, whatever the giver’s copy tells, and whichever came first', async () => {
  for (const order of ['file first', 'copy first']) {
    const [a, b] = [await freshLedger(), await freshLedger()];
    const { promotionId: id } = await importCodes(a, codes(3));
    const file = await handOver(a, id, 2, { to: 'B', by: 'A' });
    if (order === 'copy first') await load(b, await copyOf(a));
    await takeHandOver(b, file, '');
    for (let i = 0; i < 2; i++) await load(b, await copyOf(a));
    expect(await states(b)).toEqual(['available', 'available', 'held']);
    await sound(b);
    await load(a, await copyOf(b));
    expect((await getPromotion(a, id)).counts.available).toBe(1);
    await sound(a);
  }
});

it('codes handed over to a colleague are in nobody else’s line, whoever’s copy is loaded first', async () => {
  for (const order of ['taker first', 'giver first']) {
    const { a, b: c, id } = await pair(3);
    const b = await freshLedger();
    await takeHandOver(b, await handOver(a, id, 2, { to: 'B', by: 'A' }), '');
    for (const db of order === 'taker first' ? [b, a] : [a, b]) await load(c, await copyOf(db));
    expect(await states(c)).toEqual(['moved', 'moved', 'available']);
    await sound(c);
    // What only a copy tells of who took them changes nothing for the one who did.
    for (const db of [c, a]) await load(b, await copyOf(db));
    expect(await states(b)).toEqual(['available', 'available', 'held']);
    await sound(b);
  }
});

it('codes taken over, and put back there by the giver’s own file, are held back here', async () => {
  const { a, id } = await pair(2);
  const b = await freshLedger();
  const file = await handOver(a, id, 2, { to: 'B', by: 'A' });
  for (const db of [a, b]) await takeHandOver(db, file, '');
  await load(b, await copyOf(a));
  expect(await states(b)).toEqual(['held', 'held']);
  await sound(b);
});

it('codes handed back and forth are in the line of whom they are with, whoever loads whose copy', async () => {
  const [a, b] = [await freshLedger(), await freshLedger()];
  const { promotionId: id } = await importCodes(a, codes(2));
  await takeHandOver(b, await handOver(a, id, 2, { to: 'B', by: 'A' }), '');
  await takeHandOver(a, await handOver(b, await idIn(b), 2, { to: 'A', by: 'B' }), '');
  await load(b, await copyOf(a));
  expect(await states(b)).toEqual(['moved', 'moved']);
  await takeHandOver(b, await handOver(a, id, 2, { to: 'B', by: 'A' }), '');
  await load(a, await copyOf(b));
  await load(b, await copyOf(a));
  expect(await states(a)).toEqual(['moved', 'moved']);
  expect(await states(b)).toEqual(['available', 'available']);
  for (const db of [a, b]) await sound(db);
});

it('codes taken over, and then again as their computer is made anew from its copy, stay there', async () => {
  const { a, id } = await pair(3);
  const b = await freshLedger();
  await takeHandOver(b, await handOver(a, id, 2, { to: 'B', by: 'A' }), '');
  const anew = await freshLedger();
  await load(anew, await copyOf(b));
  await load(anew, await copyOf(a));
  expect(await states(anew)).toEqual(['held', 'held', 'held']);
  await sound(anew);
});

it('a history tells codes moved, then their file is taken', async () => {
  const [a, b] = [await freshLedger(), await freshLedger()];
  const { promotionId: id } = await importCodes(a, codes(3));
  const file = await handOver(a, id, 2, { to: 'B', by: 'A' });
  const rows = await rowsOf(a, id);
  await importCodes(
    b,
    rows.map((row) => row.code),
    { rows },
  );
  expect(await takeHandOver(b, file, '')).toMatchObject({ returned: 2 });
  await sound(b);
});

it('a code held back, canceled, and put back is held back again, and so until its hold ends', async () => {
  const { a, id } = await pair(3);
  const b = await freshLedger();
  await load(b, await copyOf(a));
  const { act } = await cancel(b, id, codes(2));
  expect(await undoVoid(b, id, act, '')).toEqual({ left: 0, out: 0, held: 2 });
  expect(await states(b)).toEqual(['held', 'held', 'held']);
  await sound(b);
  expect(await releaseDue(b, new Date('2099-01-01'), '')).toBe(0);
  expect(await releaseHeld(b, id, '')).toEqual({ released: 3 });
  await sound(b);
});

it('a history from before a code went out anew does not tell that it came back', async () => {
  const db = await freshLedger();
  const { promotionId: id } = await importCodes(db, codes(1));
  const { issuance } = await issueNext(db, id, 1, to('Anna'));
  await takeBack(db, issuance, 'none', '');
  const old = await rowsOf(db, id);
  await later();
  await issueNext(db, id, 1, to('Bob'));
  const file = fileOf(
    old.map((row) => row.code),
    'history.csv',
    old,
  );
  expect(forwardOf(await planImport(db, file), { kind: 'new' }).cameBack).toEqual([]);
});
