import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HistoryRow } from '../../../src/domain/codes/code-file';
import { type CodeLife, codeLives, farthest, lifeOfRow } from '../../../src/domain/codes/code-life';
import { plainRow } from '../../../src/files/history/history-row';
import {
  confirmImport,
  type Db,
  forwardOf,
  getPromotion,
  handOver,
  issueNext,
  listPromotions,
  planImport,
  promotionsTold,
  selfCheck,
  undoImport,
} from '../../../src/ledger/index';
import { code, codes, fileOf, freshLedger, importCodes, promotion, putBack, rowsOf, to } from '../helpers';

function row(n: number, told: Partial<HistoryRow> = {}): HistoryRow {
  return { ...plainRow(code(n)), promotion: 'Garlic-IG-01', marketplace: 'US', ...told };
}

/** A row that tells this life. */
function rowOf(n: number, life: CodeLife): HistoryRow {
  const out = { issuedAt: '2026-05-01T10:00:00Z', issuedTo: 'Anna', channel: 'Mail', issuedBy: 'Kim' };
  if (life === 'used')
    return row(n, { ...out, state: 'issued', redeemedAt: '2026-05-02T10:00:00Z', orderId: '1' });
  return row(n, life === 'issued' || life === 'void' ? { ...out, state: life } : { state: life });
}

async function load(db: Db, rows: readonly HistoryRow[], takeBack = false) {
  const plan = await planImport(
    db,
    fileOf(
      rows.map((each) => each.code),
      'history.csv',
      [...rows],
    ),
  );
  const target = {
    promotion: promotion(),
    as: { kind: 'new' },
    name: '',
    quantityAsked: null,
    by: '',
    takeBack,
  } as const;
  return { plan, done: await confirmImport(db, plan, target) };
}

const lives = async (db: Db, id: string) => (await rowsOf(db, id)).map(lifeOfRow);
const sound = async (db: Db) => expect((await selfCheck(db)).faults).toEqual([]);

describe('a history over codes that are here', () => {
  it.each(codeLives.flatMap((here) => codeLives.map((told) => [here, told] as const)))(
    'moves %s to %s only if that is farther',
    async (here, told) => {
      const db = await freshLedger();
      await load(db, [row(9), rowOf(0, here), row(8)]);
      const id = (await listPromotions(db))[0]?.promotion.id ?? '';
      const plan = await planImport(db, fileOf([code(0)], 'h.csv', [rowOf(0, told)]));
      const { further } = forwardOf(plan, { kind: 'new' });
      expect(further.length).toBe(farthest(here, told) === here ? 0 : 1);
      if (further.length === 0) return;
      const { done } = await load(db, [rowOf(0, told)]);
      expect(done).toMatchObject({ added: 0, forwarded: 1, promotionId: id });
      expect(await lives(db, id)).toEqual(['available', told, 'available']);
      await sound(db);
      await undoImport(db, done, '');
      expect(await lives(db, id)).toEqual(['available', here, 'available']);
      await sound(db);
    },
  );

  it('of several rows takes the farthest, whichever stands first, and counts what differs', async () => {
    const db = await freshLedger();
    const old = [rowOf(0, 'available'), rowOf(1, 'issued'), rowOf(2, 'used')];
    const newer = [rowOf(0, 'issued'), rowOf(1, 'issued'), rowOf(2, 'available')];
    const { plan, done } = await load(db, [...old, ...newer]);
    expect(plan).toMatchObject({ added: 3, differing: 2 });
    expect(plan.duplicates).toHaveLength(3);
    expect(await lives(db, done.promotionId)).toEqual(['issued', 'issued', 'used']);
    expect((await rowsOf(db, done.promotionId))[0]).toMatchObject({ issuedTo: 'Anna', issuedBy: 'Kim' });
    await sound(db);
  });

  it('catches a ledger up that has its codes as left', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(20));
    const rows = Array.from({ length: 12 }, (_, i) => rowOf(i, i < 10 ? 'issued' : 'available'));
    const { done } = await load(db, [...rows, rowOf(30, 'available')]);
    expect(done).toMatchObject({ added: 1, forwarded: 10, givenOut: 0 });
    expect((await getPromotion(db, promotionId)).counts).toMatchObject({
      total: 21,
      available: 11,
      issued: 10,
    });
    expect((await issueNext(db, promotionId, 1, to('Bob'))).codes).toEqual([code(10)]);
    await sound(db);
    await undoImport(db, { ...done, batchIds: [] }, '');
    expect((await getPromotion(db, promotionId)).counts).toMatchObject({ available: 20, issued: 1 });
    await sound(db);
  });

  it('offers, but never assumes, that a code came back', async () => {
    const source = await freshLedger();
    const { promotionId: there } = await importCodes(source, codes(3));
    const { issuance } = await issueNext(source, there, 1, to('Anna'));
    const [out] = await rowsOf(source, there);
    await putBack(source, issuance, '');
    const newer = await rowsOf(source, there);
    const db = await freshLedger();
    const { done } = await load(db, [out as HistoryRow]);
    expect(await lives(db, done.promotionId)).toEqual(['issued']);
    const plan = await planImport(
      db,
      fileOf(
        newer.map((each) => each.code),
        'h.csv',
        newer,
      ),
    );
    expect(forwardOf(plan, { kind: 'new' })).toMatchObject({ further: [], cameBack: [{ here: 'issued' }] });
    await load(db, newer);
    expect(await lives(db, done.promotionId)).toEqual(['issued', 'available', 'available']);
    const again = await load(db, newer, true);
    expect(again.done).toMatchObject({ added: 0, forwarded: 0, returned: 1 });
    expect(await lives(db, done.promotionId)).toEqual(['available', 'available', 'available']);
    await sound(db);
    await undoImport(db, again.done, '');
    expect((await lives(db, done.promotionId))[0]).toBe('issued');
    await sound(db);
  });

  it('a list said to be given out marks what is left here, too', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(6));
    await handOver(db, promotionId, 1, { to: 'Kim', by: '' });
    const plan = await planImport(db, fileOf(codes(4)));
    const about = { promotion: { id: promotionId }, name: '', quantityAsked: null, by: '' };
    const as = { kind: 'part-given-out', codes: [code(0), code(1), code(5)], to: 'Vipon' } as const;
    expect(forwardOf(plan, as).further).toHaveLength(2);
    expect(await confirmImport(db, plan, { ...about, as })).toMatchObject({ added: 0, forwarded: 2 });
    const rows = await rowsOf(db, promotionId);
    expect(rows.map((each) => [each.state, each.issuedTo])).toEqual([
      ...[
        ['issued', 'Vipon'],
        ['issued', 'Vipon'],
        ['available', ''],
        ['available', ''],
        ['available', ''],
        ['available', ''],
      ],
    ]);
    await sound(db);
    const all = await planImport(db, fileOf(codes(4)));
    await confirmImport(db, all, { ...about, as: { kind: 'given-out', to: '' } });
    expect((await getPromotion(db, promotionId)).counts).toMatchObject({ issued: 4, available: 2, moved: 0 });
    await sound(db);
  });

  it('tells a code of a wrong state by its dates', async () => {
    const db = await freshLedger();
    const { done } = await load(db, [row(0, { issuedAt: '2026-05-01T10:00:00Z' }), row(1)]);
    expect(await lives(db, done.promotionId)).toEqual(['issued', 'available']);
    await sound(db);
  });
});

describe('a history of several promotions', () => {
  it('brings each code to its own promotion and store', async () => {
    const db = await freshLedger();
    const { promotionId: garlic } = await importCodes(db, [code(50)]);
    const peeler = { promotion: 'Peeler', trackingId: 'CC-PEEL', marketplace: 'DE' } as const;
    const rows = [
      row(0),
      row(1, { ...peeler, ...rowOf(1, 'issued'), ...peeler }),
      row(2),
      row(3, peeler),
      plainRow(code(4)),
    ];
    const plan = await planImport(
      db,
      fileOf(
        rows.map((each) => each.code),
        'h.csv',
        rows,
      ),
    );
    expect(promotionsTold(plan)).toEqual([
      { name: 'Garlic-IG-01', trackingId: null, marketplace: 'US', count: 3 },
      { name: 'Peeler', trackingId: 'CC-PEEL', marketplace: 'DE', count: 2 },
    ]);
    const target = {
      promotion: 'as told',
      as: { kind: 'new' },
      name: 'h',
      quantityAsked: null,
      by: '',
    } as const;
    const done = await confirmImport(db, plan, target);
    expect(done).toMatchObject({ added: 5, givenOut: 1, promotionId: garlic });
    const all = await listPromotions(db);
    const other = all.find((each) => each.promotion.name === 'Peeler');
    expect(all).toHaveLength(2);
    expect(other).toMatchObject({
      promotion: { trackingId: 'CC-PEEL', marketplace: 'DE' },
      counts: { total: 2, issued: 1 },
    });
    expect((await rowsOf(db, garlic)).map((each) => each.code)).toEqual([
      code(50),
      code(0),
      code(2),
      code(4),
    ]);
    expect((await planImport(db, fileOf(codes(5)))).added).toBe(0);
    await sound(db);
    await undoImport(db, { batchIds: done.batchIds.slice(0, 1), entries: [] }, '');
    await sound(db);
  });
});

it('any lists in any order come to the farthest state of each code', async () => {
  const life = fc.constantFrom(...codeLives);
  const list = fc.array(fc.tuple(fc.nat(5), life), { minLength: 1, maxLength: 8 });
  const run = async (lists: [number, CodeLife][][]) => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(6));
    const expected = new Map<number, CodeLife>();
    for (const told of lists) {
      const rows = told.map(([n, each]) => rowOf(n, each));
      const plan = await planImport(
        db,
        fileOf(
          rows.map((each) => each.code),
          'h.csv',
          rows,
        ),
      );
      if (forwardOf(plan, { kind: 'new' }).further.length > 0) await load(db, rows);
      for (const [n, each] of told) expected.set(n, farthest(expected.get(n) ?? 'available', each));
      await sound(db);
    }
    expect(await lives(db, promotionId)).toEqual(codes(6).map((_, n) => expected.get(n) ?? 'available'));
    db.close();
  };
  await fc.assert(fc.asyncProperty(fc.array(list, { maxLength: 4 }), run), { numRuns: 60 });
});
