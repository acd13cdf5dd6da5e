import { expect, it } from 'vitest';
import {
  backupLines,
  type Db,
  handOver,
  issueNext,
  listPromotions,
  planRestore,
  readBackup,
  releaseHeld,
  restoreBackup,
  selfCheck,
  takeBack,
  takeHandOver,
} from '../../../src/ledger/index';
import { storeNames } from '../../../src/ledger/store/schema';
import { codes, freshLedger, importCodes, rowsOf, to } from '../helpers';

async function load(into: Db, from: Db, madeAt = new Date().toISOString()) {
  const backup = await readBackup((await backupLines(from)).lines);
  return restoreBackup(into, await planRestore(into, backup, madeAt), '');
}

const later = () => new Promise((resolve) => setTimeout(resolve, 3));
const idIn = async (db: Db) => (await listPromotions(db))[0]?.promotion.id ?? '';

async function left(db: Db): Promise<string[]> {
  const rows = await rowsOf(db, await idIn(db));
  return rows.filter((row) => row.state === 'available').map((row) => row.code);
}

const sound = async (...all: Db[]) => {
  for (const db of all) expect((await selfCheck(db)).faults).toEqual([]);
};

it('two computers that added the same list have each code left on one once a copy is loaded', async () => {
  const [a, b] = [await freshLedger(), await freshLedger()];
  for (const db of [a, b]) await importCodes(db, codes(4));
  await issueNext(a, await idIn(a), 1, to('Anna'));
  expect(await load(b, a)).toMatchObject({ added: 0, caughtUp: 1, heldBack: 3 });
  expect(await left(b)).toEqual([]);
  await load(a, b);
  expect(await left(a)).toEqual(codes(4).slice(1));
  await sound(a, b);
});

it('the seller’s release stands for copies saved before it, not for later ones', async () => {
  const [a, b] = [await freshLedger(), await freshLedger()];
  await importCodes(a, codes(3));
  const madeAt = new Date().toISOString();
  await load(b, a, madeAt);
  await releaseHeld(b, await idIn(a), '');
  await load(b, a, madeAt);
  expect(await left(b)).toHaveLength(3);
  await later();
  expect(await load(b, a)).toMatchObject({ heldBack: 3 });
  expect(await left(b)).toEqual([]);
  await releaseHeld(b, await idIn(a), '');
  expect((await issueNext(b, await idIn(a), 3, to('Bob'))).codes).toEqual(codes(3));
  await sound(a, b);
});

it('a ledger’s own copy holds nothing back', async () => {
  const db = await freshLedger();
  await importCodes(db, codes(3));
  const backup = await readBackup((await backupLines(db)).lines);
  await issueNext(db, await idIn(db), 1, to('Anna'));
  const plan = await planRestore(db, backup, new Date().toISOString());
  expect(await restoreBackup(db, plan, '')).toEqual({ added: 0, heldBack: 0, caughtUp: 0, conflicts: 0 });
  expect(await left(db)).toEqual(codes(3).slice(1));
});

it('a ledger that was copied with its browser’s profile is another one once anything happened there', async () => {
  const [a, b] = [await freshLedger(), await freshLedger()];
  await importCodes(a, codes(3));
  await backupLines(a);
  for (const store of storeNames)
    for (const key of await a.getAllKeys(store))
      await b.put(
        store,
        (await a.get(store, key as never)) as never,
        store === 'meta' ? String(key) : undefined,
      );
  await issueNext(b, await idIn(b), 1, to('Bob'));
  expect(await load(a, b)).toMatchObject({ caughtUp: 1, heldBack: 2 });
  expect(await left(a)).toEqual([]);
  await sound(a, b);
});

it('a code that is out here, and left there, is held back once it comes back', async () => {
  const [a, b] = [await freshLedger(), await freshLedger()];
  for (const db of [a, b]) await importCodes(db, codes(1));
  const { issuance } = await issueNext(b, await idIn(b), 1, to('Bob'));
  await load(b, a);
  await takeBack(b, issuance, 'none', '');
  expect(await left(b)).toEqual([]);
  await sound(a, b);
});

it('a hand-over file loaded at both ends leaves its codes with one, whoever loads whose copy', async () => {
  for (const order of ['giver', 'taker']) {
    const [a, b] = [await freshLedger(), await freshLedger()];
    const { promotionId } = await importCodes(a, codes(2));
    const file = await handOver(a, promotionId, 2, { to: 'B', by: 'A' });
    for (const db of [a, b]) await takeHandOver(db, file, '');
    await later();
    await (order === 'giver' ? load(a, b) : load(b, a));
    const both = await left(b);
    expect((await left(a)).filter((code) => both.includes(code))).toEqual([]);
    await sound(a, b);
  }
});

it('a code whose giving-out is lost from the history comes into the line by no other act, and a copy mends it', async () => {
  const [a, b] = [await freshLedger(), await freshLedger()];
  for (const db of [a, b]) await importCodes(db, codes(4));
  const id = await idIn(a);
  const anna = await issueNext(a, id, 1, to('Anna'));
  const { issuance } = await issueNext(a, id, 1, to('Ben'));
  await issueNext(b, await idIn(b), 3, to('Cleo'));
  await load(a, b);
  const own = await readBackup((await backupLines(a)).lines);
  const [entry] = await a.getAllFromIndex('entries', 'issuance', anna.issuance);
  const cleo = (await a.getAll('entries')).find((each) => each.to === 'Cleo');
  for (const each of [entry, cleo]) await a.delete('entries', each?.seq ?? 0);
  const damaged = expect.objectContaining({ code: 'damaged' });
  await expect(takeBack(a, issuance, 'none', '')).rejects.toEqual(damaged);
  await restoreBackup(a, await planRestore(a, own, new Date().toISOString()), '');
  expect((await rowsOf(a, id)).map((row) => row.state)).toEqual(['issued', 'issued', 'issued', 'held']);
});
