import { expect, it } from 'vitest';
import { seal, unseal } from '../../../src/files';
import {
  backupLines,
  findCodes,
  getPromotion,
  issueNext,
  markPromotions,
  planRestore,
  readBackup,
  restoreBackup,
  updatePromotion,
} from '../../../src/ledger/index';
import { code, codes, freshLedger, importCodes, promotion, to } from '../helpers';

const at = '2026-06-15T12:00:00.000Z';
const madeAt = '2026-06-16T12:00:00.000Z';

it('marks several promotions at once, names those it can’t read, and keeps earlier marks', async () => {
  const db = await freshLedger();
  const ids: string[] = [];
  for (const name of ['A', 'B', 'C']) {
    const into = promotion({ name });
    ids.push((await importCodes(db, codes(2, `AAA${name}`), { into })).promotionId);
  }
  const [a = '', b = '', c = ''] = ids;
  await updatePromotion(db, b, { archived: '2026-01-01T00:00:00.000Z' });
  const broken = await db.get('promotions', c);
  await db.put('promotions', { ...broken, name: 7 } as never);
  expect(await markPromotions(db, [a, b, c, 'gone', a], 'archived', at)).toEqual({
    changed: [a],
    unreadable: [c, 'gone'],
  });
  expect((await getPromotion(db, a)).promotion.archived).toBe(at);
  expect((await getPromotion(db, b)).promotion.archived).toBe('2026-01-01T00:00:00.000Z');
  expect(await markPromotions(db, [a], 'archived', null)).toEqual({ changed: [a], unreadable: [] });
  expect((await getPromotion(db, a)).promotion.archived).toBeNull();
  expect(await markPromotions(db, [a], 'archived', null)).toEqual({ changed: [], unreadable: [] });
  expect((await markPromotions(db, [a, b], 'givingEnded', at)).changed).toEqual([a, b]);
});

it('an archived promotion keeps its counts, is found, gives out, and travels in a backup', async () => {
  const db = await freshLedger();
  const { promotionId } = await importCodes(db, codes(5));
  await issueNext(db, promotionId, 2, to('Anna'));
  await updatePromotion(db, promotionId, { archived: at });
  expect((await getPromotion(db, promotionId)).counts).toMatchObject({ total: 5, available: 3, issued: 2 });
  expect((await findCodes(db, code(0))).map(({ promotion: { name } }) => name)).toEqual(['Garlic-IG-01']);
  const file = await seal('backup', (await backupLines(db)).lines, { madeAt, passphrase: null });
  const backup = await readBackup(await unseal('copy', file, 'backup', null));
  const empty = await freshLedger();
  await restoreBackup(empty, await planRestore(empty, backup, madeAt), 'Sam');
  expect((await getPromotion(empty, promotionId)).promotion.archived).toBe(at);
  // What stands here is not put away by an older file, nor brought back by one.
  await updatePromotion(db, promotionId, { archived: null });
  await restoreBackup(db, await planRestore(db, backup, madeAt), 'Sam').catch(() => undefined);
  expect((await getPromotion(db, promotionId)).promotion.archived).toBeNull();
});

it('new codes bring an archived promotion back', async () => {
  const db = await freshLedger();
  const { promotionId } = await importCodes(db, codes(2));
  for (const into of [promotion(), { id: promotionId }]) {
    await updatePromotion(db, promotionId, { archived: at });
    await importCodes(db, codes(2, 'id' in into ? 'CCCC' : 'BBBB'), { into });
    expect((await getPromotion(db, promotionId)).promotion.archived).toBeNull();
  }
});
