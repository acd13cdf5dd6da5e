import { describe, expect, it } from 'vitest';
import {
  availableCodes,
  backupLines,
  type Db,
  getPromotion,
  heldByCopies,
  holdNext,
  issueNext,
  planRestore,
  readBackup,
  releaseHeldByCopies,
  restoreBackup,
} from '../../../src/ledger/index';
import { codes, freshLedger, importCodes, promotion, to } from '../helpers';

const madeAt = '2026-05-03T10:00:00.000Z';

async function copyInto(target: Db, source: Db, at = madeAt): Promise<void> {
  const backup = await readBackup((await backupLines(source)).lines);
  await restoreBackup(target, await planRestore(target, backup, at), 'Sam');
}

/** A lost ledger of two promotions, 5 and 3 codes, loaded again. */
async function loaded() {
  const source = await freshLedger();
  const { promotionId: garlic } = await importCodes(source, codes(6), { into: promotion() });
  const { promotionId: onion } = await importCodes(source, codes(3, 'BBBB'), {
    into: promotion({ name: 'Onion' }),
  });
  await issueNext(source, garlic, 1, to('Anna'));
  const db = await freshLedger();
  await copyInto(db, source);
  const counts = async (id: string) => (await getPromotion(db, id)).counts;
  return { db, source, garlic, onion, counts };
}

describe('codes kept back by loading a copy', () => {
  it('are told by promotion, with the day from which they may have gone out', async () => {
    const { db, garlic, onion } = await loaded();
    const held = await heldByCopies(db);
    expect(held.toSorted((a, b) => b.count - a.count)).toEqual([
      { promotionId: garlic, count: 5, since: madeAt },
      { promotionId: onion, count: 3, since: madeAt },
    ]);
    expect(await heldByCopies(await freshLedger())).toEqual([]);
  });

  it('are released all at once, in their order', async () => {
    const { db, garlic, onion, counts } = await loaded();
    expect(await releaseHeldByCopies(db, null, 'Sam')).toEqual({ released: 8 });
    expect(await counts(garlic)).toMatchObject({ available: 5, held: 0, issued: 1 });
    expect(await counts(onion)).toMatchObject({ available: 3, held: 0 });
    const line: string[] = [];
    for await (const part of availableCodes(db, garlic)) line.push(...part.codes);
    expect(line).toEqual(codes(6).slice(1));
    expect(await heldByCopies(db)).toEqual([]);
    await expect(releaseHeldByCopies(db, null, '')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are released of one promotion alone', async () => {
    const { db, garlic, onion, counts } = await loaded();
    expect(await releaseHeldByCopies(db, onion, 'Sam')).toEqual({ released: 3 });
    expect(await counts(garlic)).toMatchObject({ available: 0, held: 5 });
  });

  it('are none that the seller put on hold', async () => {
    const { db, garlic, counts } = await loaded();
    await releaseHeldByCopies(db, garlic, '');
    await holdNext(db, garlic, 2, { to: 'Ben', note: '', until: null, by: '' });
    expect((await heldByCopies(db)).map(({ count }) => count)).toEqual([3]);
    await releaseHeldByCopies(db, null, '');
    expect(await counts(garlic)).toMatchObject({ available: 3, held: 2 });
  });
});
