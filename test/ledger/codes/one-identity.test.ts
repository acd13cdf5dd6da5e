import { describe, expect, it } from 'vitest';
import {
  backupLines,
  confirmImport,
  type Db,
  findCodes,
  handOver,
  holdNext,
  issueCode,
  issueNext,
  lastGivenTo,
  listVoids,
  openLedger,
  planImport,
  planRestore,
  planVoid,
  readBackup,
  redeem,
  releaseHeld,
  releaseHold,
  restoreBackup,
  selfCheck,
  undoVoid,
} from '../../../src/ledger/index';
import { type Migration, migrations } from '../../../src/ledger/store/migrations';
import { worded } from '../../worded';
import {
  cancel,
  code,
  codes,
  fileOf,
  freshLedger,
  freshName,
  importCodes,
  putBack,
  rowsOf,
  to,
} from '../helpers';

const hold = { to: 'Kim', note: '', until: null, by: '' };
const unbroken = (text: string) => text.replaceAll('-', '');

describe('one code, however it is written', () => {
  it('is added once, in one file and over several', async () => {
    const db = await freshLedger();
    const list = codes(4);
    const plan = await planImport(db, fileOf([...list, ...list.map(unbroken)]));
    expect(plan.added).toBe(4);
    expect(plan.lookAlikes).toBe(0);
    await importCodes(db, list.slice(0, 2));
    expect((await planImport(db, fileOf(list.map(unbroken)))).added).toBe(2);
  });

  it('is found, given out, marked as used and canceled in any writing, and shown as it is kept', async () => {
    const db = await freshLedger();
    const [one, two, three] = codes(3) as [string, string, string];
    const { promotionId } = await importCodes(db, [one, unbroken(two), three]);
    const en = one.replaceAll('-', '–');
    expect((await issueCode(db, en, to('Anna'))).codes).toEqual([one]);
    expect((await issueCode(db, two, to('Bert'))).codes).toEqual([unbroken(two)]);
    await redeem(db, unbroken(one).toLowerCase(), '1', '');
    expect((await findCodes(db, two)).map((each) => each.code)).toEqual([unbroken(two)]);
    const plan = await planVoid(db, promotionId, [two, unbroken(three)]);
    expect(plan).toMatchObject({ left: 1, out: 1 });
    expect(await rowsOf(db, promotionId)).toMatchObject([
      { redeemedAt: expect.stringContaining('20') },
      {},
      {},
    ]);
  });

  it('marks the codes listed as sent', async () => {
    const db = await freshLedger();
    const list = codes(3);
    const as = { kind: 'part-given-out', codes: [unbroken(list[1] ?? '')], to: '' } as const;
    const { promotionId } = await importCodes(db, list, { as });
    expect((await rowsOf(db, promotionId)).map((row) => row.state)).toEqual([
      'available',
      'issued',
      'available',
    ]);
  });
});

it('knows a person by what a reader sees of the name', async () => {
  const db = await freshLedger();
  const { promotionId } = await importCodes(db, codes(5));
  await issueNext(db, promotionId, 1, to('José García'));
  for (const name of ['José García', 'José  García', 'José\u00a0García', 'ＪＯＳＥ\u0301 garcía'])
    expect(await lastGivenTo(db, promotionId, name)).toMatchObject({ to: 'José García' });
  expect(await findCodes(db, 'josé garcía')).toHaveLength(1);
});

/** A ledger as it was before a code was its letters: each import was taken in, though its codes were here. */
async function before(make: (db: Db) => Promise<void>): Promise<Db> {
  const name = freshName();
  const all = migrations.splice(0);
  // The other steps make stores that today's acts need; this one changes what is in them.
  const isMeant = (each: Migration) => each.name === 'oneIdentity';
  migrations.push(...all.filter((each) => !isMeant(each)));
  try {
    const old = await openLedger({ name });
    await make(old);
    old.close();
  } finally {
    migrations.push(...all.filter(isMeant));
  }
  return openLedger({ name });
}

/** Takes codes in beside those that are here, as they were before codes were compared by their letters. */
async function addAnyway(db: Db, list: readonly string[], act?: () => Promise<unknown>): Promise<void> {
  const [known, spans] = [await db.getAll('batches'), await db.getAll('spans')];
  for (const batch of known) await db.put('batches', { ...batch, withdrawn: true });
  await db.clear('spans');
  await importCodes(db, list);
  await act?.();
  await Promise.all([
    ...known.map((row) => db.put('batches', row)),
    ...spans.map((row) => db.put('spans', row)),
  ]);
}

describe('codes that stood here in two ways of writing', () => {
  it('count once, in the farthest state, and the other is told as canceled', async () => {
    const list = codes(7, 'AAA9');
    const at = (i: number) => list[i] ?? '';
    const db = await before(async (old) => {
      const { promotionId } = await importCodes(old, list);
      await issueNext(old, promotionId, 2, to('Anna'));
      await redeem(old, at(1), '1', '');
      await cancel(old, promotionId, [at(2)]);
      await addAnyway(old, list.slice(0, 5).map(unbroken));
      const [, second] = await old.getAll('batches');
      const spans = await old.getAll('spans', IDBKeyRange.bound([second?.id ?? 0, 0], [second?.id ?? 0, 9]));
      expect(spans).toMatchObject([{ count: 5, state: 'available' }]);
      expect((await selfCheck(old)).faults).toEqual([]);
    });
    const id = (await db.getAll('promotions'))[0]?.id ?? '';
    const rows = await rowsOf(db, id);
    expect(rows.map((row) => `${row.code.length} ${row.state}`)).toEqual([
      ...[
        '18 issued',
        '18 issued',
        '18 void',
        '18 available',
        '18 available',
        '18 available',
        '18 available',
      ],
      ...['16 void', '16 void', '16 void', '16 void', '16 void'],
    ]);
    expect((await selfCheck(db)).faults).toEqual([]);
    expect((await issueNext(db, id, 4, to('Bert'))).codes).toEqual(list.slice(3));
    const [told] = await listVoids(db, id);
    expect(told).toMatchObject({
      count: 5,
      final: true,
      reason: expect.stringContaining('stands here twice'),
    });
    await expect(worded(undoVoid(db, id, told?.act ?? '', ''))).rejects.toThrow('is saved twice');
    expect(await findCodes(db, unbroken(at(0)))).toMatchObject([{ code: at(0), to: 'Anna' }]);
    expect((await planVoid(db, id, [unbroken(at(3))])).out).toBe(1);
  });

  it('keep the one that somebody has, though it came later, and its time', async () => {
    const [one = '', two = ''] = codes(2);
    const db = await before(async (old) => {
      await importCodes(old, [one, two]);
      await issueCode(old, one, to('Bert'));
      await redeem(old, one, '8', '');
      await addAnyway(old, [unbroken(one), unbroken(two)], async () => {
        for (const [each, name] of [
          [one, 'Carl'],
          [two, 'Anna'],
        ] as const)
          await issueCode(old, unbroken(each), to(name));
        await redeem(old, unbroken(one), '7', '');
      });
    });
    const rows = await rowsOf(db, (await db.getAll('promotions'))[0]?.id ?? '');
    expect(rows.map((row) => [row.code, row.state])).toEqual([
      [one, 'issued'],
      [two, 'void'],
      [unbroken(one), 'void'],
      [unbroken(two), 'issued'],
    ]);
    expect(await db.getAll('counts')).toMatchObject([
      { available: 0, issued: 2, void: 2, redeemed: 1, total: 4 },
    ]);
    expect((await selfCheck(db)).faults).toEqual([]);
  });

  const second = {
    'given out': {
      act: (db: Db, _: string, code: string) => issueCode(db, code, to('Bob')),
      after: 'issued',
    },
    'handed over': {
      act: (db: Db, id: string) => handOver(db, id, 1, { to: 'Bob', by: '' }),
      after: 'moved',
    },
  };
  it.each(Object.entries(second))(
    'and were both out, one %s, are not left once the other comes back',
    async (_, way) => {
      const [one = ''] = codes(1, 'AAA9');
      const issued: string[] = [];
      const db = await before(async (old) => {
        const { promotionId } = await importCodes(old, [one]);
        issued.push((await issueCode(old, one, to('Anna'))).issuance);
        await addAnyway(old, [unbroken(one)], () => way.act(old, promotionId, unbroken(one)));
      });
      const id = (await db.getAll('promotions'))[0]?.id ?? '';
      expect((await rowsOf(db, id)).map((row) => row.state)).toEqual(['issued', 'void']);
      expect((await selfCheck(db)).faults).toEqual([]);
      await putBack(db, issued[0] ?? '', '');
      expect((await rowsOf(db, id)).map((row) => row.state)).toEqual([way.after, 'void']);
      expect((await selfCheck(db)).faults).toEqual([]);
    },
  );

  it('and one of which was canceled come back to what the other was', async () => {
    const [out = '', used = '', both = ''] = codes(3, 'AAA9');
    const acts: string[] = [];
    const db = await before(async (old) => {
      const { promotionId } = await importCodes(old, [out, used, both]);
      acts.push((await cancel(old, promotionId, [out, used, both])).act);
      await addAnyway(old, [out, used, both].map(unbroken), async () => {
        for (const each of [out, used]) await issueCode(old, unbroken(each), to('Bob'));
        await redeem(old, unbroken(used), '7', '');
        acts.push((await cancel(old, promotionId, [unbroken(both)])).act);
      });
    });
    const id = (await db.getAll('promotions'))[0]?.id ?? '';
    const states = async () => (await rowsOf(db, id)).map((row) => row.state);
    for (const [i, last] of ['void', 'available'].entries()) {
      await undoVoid(db, id, acts[i] ?? '', '');
      expect(await states()).toEqual(['issued', 'void', last, 'void', 'issued', 'void']);
      expect((await selfCheck(db)).faults).toEqual([]);
    }
  });

  it('are marked by a list where they count', async () => {
    const [one = ''] = codes(1, 'AAA9');
    const db = await before(async (old) => {
      const { promotionId } = await importCodes(old, [one]);
      const first = await holdNext(old, promotionId, 1, hold);
      await addAnyway(old, [unbroken(one)], () => holdNext(old, promotionId, 1, hold));
      await releaseHold(old, promotionId, first.hold, '');
    });
    const id = (await db.getAll('promotions'))[0]?.id ?? '';
    expect((await rowsOf(db, id)).map((row) => row.state)).toEqual(['void', 'held']);
    await releaseHeld(db, id, '');
    const plan = await planImport(db, fileOf([one]));
    const as = { kind: 'given-out', to: 'Anna' } as const;
    await confirmImport(db, plan, { promotion: { id }, as, name: '', quantityAsked: null, by: '' });
    expect((await rowsOf(db, id)).map((row) => row.state)).toEqual(['void', 'issued']);
    expect((await selfCheck(db)).faults).toEqual([]);
  });

  it('still count once where their copy is loaded, into an empty ledger or over the same codes', async () => {
    const list = codes(2, 'AAA9');
    const db = await before(async (old) => {
      await importCodes(old, list);
      await addAnyway(old, list.map(unbroken));
    });
    const { lines } = await backupLines(db);
    for (const filled of [false, true]) {
      const other = await freshLedger();
      if (filled) await importCodes(other, list);
      const plan = await planRestore(other, await readBackup(lines), '2026-05-03T10:00:00Z');
      await restoreBackup(other, plan, '');
      const rows = await rowsOf(other, (await other.getAll('promotions'))[0]?.id ?? '');
      expect(rows.map((row) => row.state)).toEqual(
        filled ? ['held', 'held'] : ['held', 'held', 'void', 'void'],
      );
      expect((await selfCheck(other)).faults).toEqual([]);
    }
  });

  it('changes nothing else: look-alikes stay two, imports that were withdrawn do not count', async () => {
    const list = [code(1).replace(/[A-Z]$/, 'O'), code(2)];
    const db = await before(async (old) => {
      await importCodes(old, [list[0] ?? '', list[1] ?? '']);
      await addAnyway(old, [unbroken(list[0] ?? '').replace(/O$/, '0')]);
    });
    expect(await db.getAll('counts')).toMatchObject([{ available: 3, void: 0 }]);
    expect((await selfCheck(db)).faults).toEqual([]);
  });

  it('names entries anew', async () => {
    const db = await before(async (old) => {
      const { promotionId } = await importCodes(old, codes(2));
      const { issuance } = await issueNext(old, promotionId, 1, to('José  García', 'IG'));
      const entry = (await old.getAllFromIndex('entries', 'issuance', issuance))[0];
      if (entry) await old.put('entries', { ...entry, names: ['josé  garcía', 'ig'] });
    });
    const id = (await db.getAll('promotions'))[0]?.id ?? '';
    expect(await lastGivenTo(db, id, 'José García')).not.toBeNull();
  });
});
