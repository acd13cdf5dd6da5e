import { unwrap } from 'idb';
import { describe, expect, it } from 'vitest';
import {
  getInboxItem,
  issueNext,
  listInbox,
  listPromotions,
  openLedger,
  planImport,
  readPromotions,
  selfCheck,
} from '../../../src/ledger/index';
import { code, codes, fileOf, freshLedger, freshName, rowsOf, to } from '../helpers';
import { readDump, restoreDump, shapeOf } from './dump';

describe('a ledger stored at version 1', () => {
  const dump = readDump('version-1.json');

  it('opens with every row and goes on working', async () => {
    const name = freshName();
    await restoreDump(name, dump);
    const db = await openLedger({ name });
    const promotions = await listPromotions(db);
    const garlic = promotions.find(({ promotion }) => promotion.trackingId === 'IG-01');
    expect(garlic?.promotion.amazonIds).toEqual(['A2KA67KJQ3R6VT']);
    expect(garlic?.counts).toEqual({
      ...{ total: 8, available: 4, held: 0, issued: 3, void: 1, moved: 0 },
      ...{ redeemed: 1, redeemedKnown: true },
    });
    expect((await selfCheck(db)).faults).toEqual([]);
    const id = garlic?.promotion.id ?? '';
    expect((await rowsOf(db, id)).map((row) => row.code)).toEqual(codes(8));
    const [waiting] = await listInbox(db);
    expect((await getInboxItem(db, waiting?.id ?? ''))?.bytes).toEqual(Uint8Array.of(80, 75));
    expect((await planImport(db, fileOf([...codes(8), ...codes(2, 'BBBB')]))).added).toBe(2);
    expect((await issueNext(db, id, 4, to('Dora'))).codes).toEqual([6, 7, 0, 1].map((n) => code(n)));
    expect((await selfCheck(db)).faults).toEqual([]);
  });

  it('opens with any one of its fields damaged, and shows what is sound', async () => {
    const strange = [undefined, null, -5, 0.5, 'x', {}];
    for (const [s, store] of dump.stores.entries()) {
      const first = store.rows[0]?.value;
      // The keys are the database's own, and it keeps none that are not valid.
      const keys = [store.keyPath ?? []].flat();
      const fields = typeof first === 'object' && first !== null ? Object.keys(first) : [];
      for (const [f, field] of fields.filter((each) => !keys.includes(each)).entries()) {
        const rows = store.rows.map((row, i) =>
          i === 0 ? { ...row, value: { ...(row.value as object), [field]: strange[(s + f) % 6] } } : row,
        );
        const name = freshName();
        await restoreDump(name, {
          ...dump,
          stores: dump.stores.map((each) => (each === store ? { ...each, rows } : each)),
        });
        const db = await openLedger({ name });
        const { promotions, damaged } = await readPromotions(db);
        expect(promotions.length + damaged.length, `${store.name} ${field}`).toBe(2);
        await selfCheck(db);
        db.close();
      }
    }
  });

  it('has the shape of today, but for the lists of people and the reports', async () => {
    const db = await freshLedger();
    const later = [
      { name: 'people', keyPath: ['entry', 'n'] },
      { name: 'reports', keyPath: 'id' },
      { name: 'reportTexts', keyPath: 'report' },
      { name: 'reportBlocks', keyPath: ['report', 'n'] },
      { name: 'promotionIds', keyPath: 'id' },
      { name: 'orderLists', keyPath: ['id', 'generation'] },
      { name: 'idMarks', keyPath: 'id' },
    ];
    const shape = shapeOf(unwrap(db)).filter(({ name }) => !later.some((each) => each.name === name));
    expect(shape).toEqual(dump.stores.map(({ rows: _, ...shape }) => shape));
    for (const each of later) expect(shapeOf(unwrap(db))).toContainEqual({ ...each, indexes: [] });
  });
});
