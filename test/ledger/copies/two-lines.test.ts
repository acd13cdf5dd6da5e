import { describe, expect, it } from 'vitest';
import {
  backupLines,
  type Db,
  handOver,
  holdNext,
  issueCode,
  issueNext,
  planRestore,
  readBackup,
  releaseHeld,
  releaseHold,
  restoreBackup,
  selfCheck,
  takeBack,
  takeHandOver,
  undoTakeBack,
  undoVoid,
} from '../../../src/ledger/index';
import { cancel, code, codes, freshLedger, importCodes, rowsOf, to } from '../helpers';

/** So that what happens next bears another time. */
const later = () => new Promise((resolve) => setTimeout(resolve, 3));

async function load(into: Db, from: Db) {
  const { lines } = await backupLines(from);
  return restoreBackup(into, await planRestore(into, await readBackup(lines), '2026-05-03T10:00:00Z'), '');
}

const states = async (db: Db, id: string) => (await rowsOf(db, id)).map((row) => row.state);
const sound = async (db: Db) => expect((await selfCheck(db)).faults).toEqual([]);

/** Two computers that know the same: of three codes the first went to Anna, the second is canceled. */
async function two() {
  const [a, b] = [await freshLedger(), await freshLedger()];
  const { promotionId: id } = await importCodes(a, codes(3));
  const { issuance } = await issueNext(a, id, 1, to('Anna'));
  const { act } = await cancel(a, id, [code(1)]);
  await load(b, a);
  await releaseHeld(b, id, '');
  await later();
  return { a, b, id, issuance, act };
}

/** What each computer puts back, and then how many codes both would give out by themselves. */
const ways = {
  'the same act taken back': async (db: Db, { issuance }: Awaited<ReturnType<typeof two>>) =>
    takeBack(db, issuance, 'none', ''),
  'the same canceling undone': async (db: Db, { id, act }: Awaited<ReturnType<typeof two>>) =>
    undoVoid(db, id, act, ''),
};

describe.each(Object.entries(ways))('%s on two computers', (_, putBack) => {
  it('leaves the code in the line of neither that has loaded the other’s copy', async () => {
    const both = await two();
    const { a, b, id } = both;
    await putBack(a, both);
    await later();
    await putBack(b, both);
    const inLine = async (db: Db) =>
      (await rowsOf(db, id)).filter((row) => row.state === 'available').map((row) => row.code);
    expect(await inLine(a)).toHaveLength(2);
    expect(await load(a, b)).toMatchObject({ heldBack: 2, conflicts: 0, caughtUp: 0 });
    expect(await inLine(a)).toEqual([]);
    await load(b, a);
    expect(await inLine(b)).toEqual([code(2)]);
    for (const db of [a, b]) await sound(db);
    // Once the seller has released it, no copy known already holds it back again.
    await releaseHeld(a, id, '');
    await load(a, b);
    expect(await inLine(a)).toHaveLength(2);
    await sound(a);
  });

  it('lets the code not slip into the line from somebody’s hands, or from a hold that ends', async () => {
    for (const since of ['given out', 'on hold'] as const) {
      const both = await two();
      const { a, b, id } = both;
      await putBack(a, both);
      await later();
      await putBack(b, both);
      const [back] = (await rowsOf(a, id)).filter((row) => row.state === 'available');
      const given = since === 'given out' ? await issueCode(a, back?.code ?? '', to('Bob')) : null;
      const about = { to: 'Ben', note: '', until: null, by: '' };
      const hold = given ? null : await holdNext(a, id, 2, about);
      await load(a, b);
      if (given) await takeBack(a, given.issuance, 'none', '');
      if (hold) await releaseHold(a, id, hold.hold, '');
      expect((await rowsOf(a, id)).find((row) => row.code === back?.code)?.state).toBe('held');
      await sound(a);
    }
  });
});

it('a code given out and taken back there is not in the line here, too', async () => {
  const { a, b, id } = await two();
  const { issuance } = await issueNext(b, id, 1, to('Cleo'));
  await takeBack(b, issuance, 'none', '');
  await load(a, b);
  expect(await states(a, id)).toEqual(['issued', 'void', 'held']);
  await sound(a);
});

it('a hold on both, and a handover on both, ended on both', async () => {
  for (const how of ['hold', 'hand over'] as const) {
    const [a, b] = [await freshLedger(), await freshLedger()];
    const { promotionId: id } = await importCodes(a, codes(2));
    const about = { to: 'Ben', note: '', until: null, by: '' };
    const hold = how === 'hold' ? await holdNext(a, id, 1, about) : null;
    const file = hold ? null : await handOver(a, id, 1, about);
    await load(b, a);
    for (const db of [a, b]) {
      if (file) await takeHandOver(db, file, '');
      await releaseHeld(db, id, '').catch(() => undefined);
      await later();
    }
    const before = await states(b, id);
    expect(before[0]).toBe('available');
    await load(b, a);
    if (hold) expect((await states(b, id))[0]).toBe('held');
    for (const db of [a, b]) await sound(db);
  }
});

describe('a take-back undone', () => {
  it('though its code was held back meanwhile by a copy', async () => {
    const { a, b, id, issuance } = await two();
    const { act } = await takeBack(a, issuance, 'none', '');
    await later();
    await takeBack(b, issuance, 'none', '');
    await load(a, b);
    expect((await states(a, id))[0]).toBe('held');
    expect(await undoTakeBack(a, issuance, act, '')).toEqual({ out: 1 });
    expect((await states(a, id))[0]).toBe('issued');
    await sound(a);
    await load(b, a);
    expect((await states(b, id))[0]).toBe('issued');
    await sound(b);
  });

  it('is not, where its code was held for somebody, or out since', async () => {
    for (const since of ['hold', 'out'] as const) {
      const { a, b, id, issuance } = await two();
      await issueNext(a, id, 1, to('Cleo'));
      const { act } = await takeBack(a, issuance, 'none', '');
      await later();
      await takeBack(b, issuance, 'none', '');
      if (since === 'hold') await holdNext(a, id, 1, { to: 'Ben', note: '', until: null, by: '' });
      else await takeBack(a, (await issueNext(a, id, 1, to('Bob'))).issuance, 'none', '');
      await load(a, b);
      expect((await states(a, id))[0]).toBe('held');
      await expect(undoTakeBack(a, issuance, act, '')).rejects.toMatchObject({ code: 'moved' });
    }
  });

  it.each(['a first', 'b first'])('here only, comes to given out on both (%s)', async (order) => {
    const { a, b, id, issuance } = await two();
    const { act } = await takeBack(a, issuance, 'none', '');
    await later();
    await undoTakeBack(a, issuance, act, '');
    await takeBack(b, issuance, 'none', '');
    for (const [into, from] of order === 'a first'
      ? ([
          [a, b],
          [b, a],
        ] as const)
      : ([
          [b, a],
          [a, b],
        ] as const))
      await load(into, from);
    const c = await freshLedger();
    await load(c, a);
    await load(c, b);
    for (const db of [a, b, c]) {
      expect((await states(db, id))[0]).toBe('issued');
      await sound(db);
    }
    // Who knows all of it can take it back, and that stands on the others.
    await later();
    await takeBack(a, issuance, 'none', '');
    for (const db of [b, c]) {
      await load(db, a);
      expect((await states(db, id))[0]).toBe('held');
      await sound(db);
    }
  });
});
