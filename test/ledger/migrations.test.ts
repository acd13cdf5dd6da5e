import { unwrap } from 'idb';
import { describe, expect, it } from 'vitest';
import {
  getInboxItem,
  issueNext,
  listInbox,
  listPromotions,
  openLedger,
  planImport,
  selfCheck,
} from '../../src/ledger/index';
import { readDump, restoreDump, shapeOf } from './dump';
import { code, codes, fileOf, freshLedger, freshName, rowsOf, to } from './helpers';

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

  it('has the shape of today', async () => {
    const db = await freshLedger();
    expect(shapeOf(unwrap(db))).toEqual(dump.stores.map(({ rows: _, ...shape }) => shape));
  });
});
