import { describe, expect, it } from 'vitest';
import type { DuplicateLine } from '../../../src/ledger/imports/plan-import';
import {
  addToInbox,
  confirmImport,
  getPromotion,
  issueNext,
  listBatches,
  listInbox,
  listPromotions,
  matchPromotion,
  planImport,
  revision,
  selfCheck,
} from '../../../src/ledger/index';
import { inWords } from '../../../src/words/problem-words';
import { code, codes, fileOf, freshLedger, importCodes, promotion, to } from '../helpers';

const target = { promotion: promotion(), as: { kind: 'new' }, name: 'g', quantityAsked: 10, by: '' } as const;

const worded = (line: DuplicateLine) => ({ ...line, where: inWords(line.where) });

describe('import', () => {
  it('stores codes in blocks, as one span, and counts them', async () => {
    const db = await freshLedger();
    const { promotionId, batchId, added } = await importCodes(db, codes(2500));
    expect(added).toBe(2500);
    expect(await db.count('blocks')).toBe(3);
    expect(await db.count('entries')).toBe(0);
    expect(await db.getAll('spans')).toMatchObject([{ from: 0, count: 2500, state: 'available' }]);
    const { counts } = await getPromotion(db, promotionId);
    expect(counts).toMatchObject({ total: 2500, available: 2500, issued: 0, redeemedKnown: false });
    expect(await listBatches(db, promotionId)).toMatchObject([{ id: batchId, count: 2500, available: 2500 }]);
    expect(await selfCheck(db)).toMatchObject({ ok: true, faults: [] });
  });

  it('plans without writing, and tells duplicates within the file by line', async () => {
    const db = await freshLedger();
    const plan = await planImport(db, fileOf([code(1), code(2), code(1), code(1)]));
    expect(plan.added).toBe(2);
    expect([...plan.addedIndexes]).toEqual([0, 1]);
    expect(plan.duplicates.map(worded)).toEqual([
      { file: 'codes.txt', line: 3, text: code(1), where: 'line 1 of this file' },
      { file: 'codes.txt', line: 4, text: code(1), where: 'line 1 of this file' },
    ]);
    expect(await revision(db)).toBe(0);
    expect(await listPromotions(db)).toEqual([]);
  });

  it('names the other file of a ZIP', async () => {
    const db = await freshLedger();
    const file = {
      ...fileOf([code(1), code(1)]),
      files: ['a.txt', 'b.txt'],
      codeFiles: Uint16Array.of(0, 1),
    };
    const { duplicates } = await planImport(db, { ...file, codeLines: Uint32Array.of(7, 9) });
    expect(duplicates.map(worded)).toEqual([
      { file: 'b.txt', line: 9, text: code(1), where: 'line 7 of a.txt' },
    ]);
  });

  it('finds duplicates over the whole ledger, and says what became of each', async () => {
    const db = await freshLedger();
    const { promotionId } = await importCodes(db, codes(1500));
    await importCodes(db, codes(10, 'BBBB'), { into: promotion({ name: 'Other', marketplace: 'DE' }) });
    await issueNext(db, promotionId, 2, to('Anna'));
    const plan = await planImport(db, fileOf([code(1), code(5000), code(1400), code(3, 'BBBB')]));
    expect(plan.added).toBe(1);
    expect(plan.duplicates.map(({ line, where }) => [line, inWords(where)])).toEqual([
      [1, expect.stringMatching(/^already in Garlic-IG-01 \(US\), given out to Anna on .*\d/)],
      [3, 'already in Garlic-IG-01 (US), not given out'],
      [4, 'already in Other (DE), not given out'],
    ]);
  });

  it('adds codes that differ only by 0/O or 1/I, and flags them', async () => {
    const db = await freshLedger();
    await importCodes(db, ['AAAA-OOOOOO-IIIIII']);
    const plan = await planImport(
      db,
      fileOf(['AAAA-0OOOOO-IIIIII', 'BBBB-B1BBBB-CCCCCC', 'BBBB-BIBBBB-CCCCCC']),
    );
    expect(plan).toMatchObject({ added: 3, duplicates: [], lookAlikes: 2 });
  });

  it('refuses a plan that the ledger has moved past', async () => {
    const db = await freshLedger();
    const [one, two] = [await planImport(db, fileOf(codes(5))), await planImport(db, fileOf(codes(5)))];
    await confirmImport(db, one, target);
    await expect(confirmImport(db, two, target)).rejects.toMatchObject({ code: 'moved' });
    expect(await db.count('batches')).toBe(1);
    const again = await planImport(db, fileOf(codes(5)));
    await expect(confirmImport(db, again, target)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('lets one of two that confirm at the same time win', async () => {
    const db = await freshLedger();
    const plans = await Promise.all([planImport(db, fileOf(codes(5))), planImport(db, fileOf(codes(5)))]);
    const results = await Promise.allSettled(plans.map((plan) => confirmImport(db, plan, target)));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await listPromotions(db)).map(({ counts }) => counts.total)).toEqual([5]);
  });

  it('removes the waiting file in the same transaction', async () => {
    const db = await freshLedger();
    const item = { name: 'a.zip', bytes: Uint8Array.of(1), group: 'a', quantity: 5, marketplace: null };
    const inboxId = await addToInbox(db, { ...item, account: null, promotion: null });
    const plan = await planImport(db, fileOf(codes(5)));
    const nowhere = { ...target, promotion: { id: 'gone' }, inboxId };
    await expect(confirmImport(db, plan, nowhere)).rejects.toMatchObject({ code: 'not-found' });
    expect(await listInbox(db)).toMatchObject([{ id: inboxId, bytes: Uint8Array.of(1) }]);
    await confirmImport(db, plan, { ...target, inboxId });
    expect(await listInbox(db)).toEqual([]);
  });

  it('gives out a whole file, or the listed part of it, at once', async () => {
    const db = await freshLedger();
    const all = await importCodes(db, codes(5), { as: { kind: 'given-out', to: 'Voucher site' } });
    expect(all).toMatchObject({ added: 5, givenOut: 5 });
    const listed = [code(2, 'BBBB'), code(3, 'BBBB'), code(8, 'BBBB'), code(99), code(1)];
    const part = await importCodes(db, codes(10, 'BBBB'), {
      into: { id: all.promotionId },
      as: { kind: 'part-given-out', codes: listed, to: 'Ben' },
    });
    expect(part.givenOut).toBe(3);
    const { counts, lastIssuedAt } = await getPromotion(db, all.promotionId);
    expect(counts).toMatchObject({ total: 15, issued: 8, available: 7 });
    // Not from here: the last code given out here decides which promotion a popup shows first.
    expect(lastIssuedAt).toBeNull();
    expect(await db.count('entries')).toBe(3);
    expect((await selfCheck(db)).faults).toEqual([]);
  });

  it('keeps the same name in two stores apart, and binds to the known promotion otherwise', async () => {
    const db = await freshLedger();
    const us = await importCodes(db, codes(1, 'AAAA'));
    const de = await importCodes(db, codes(1, 'BBBB'), { into: promotion({ marketplace: 'DE' }) });
    const again = await importCodes(db, codes(1, 'CCCC'), { into: promotion({ name: ' garlic-ig-01 ' }) });
    const other = await importCodes(db, codes(1, 'DDDD'), { into: promotion({ account: 'Second shop' }) });
    expect(de.promotionId).not.toBe(us.promotionId);
    expect(again.promotionId).toBe(us.promotionId);
    expect(other.promotionId).toBe(us.promotionId);
    const third = await importCodes(db, codes(1, 'EEEE'), { into: promotion({ account: 'Third shop' }) });
    expect(third.promotionId).not.toBe(us.promotionId);
    expect((await matchPromotion(db, 'GARLIC-ig-01 ', 'DE'))?.id).toBe(de.promotionId);
    expect(await matchPromotion(db, 'Garlic-IG-01', 'FR')).toBeNull();
  });

  it('keeps two promotions of the same name apart by Tracking ID and by Amazon id', async () => {
    const db = await freshLedger();
    const spring = await importCodes(db, codes(1, 'AAAA'), { into: promotion({ trackingId: 'spring-1' }) });
    const summer = await importCodes(db, codes(1, 'BBBB'), { into: promotion({ trackingId: 'summer-1' }) });
    expect(summer.promotionId).not.toBe(spring.promotionId);
    expect((await matchPromotion(db, 'Summer-1', 'US'))?.id).toBe(summer.promotionId);
    const known = await importCodes(db, codes(1, 'CCCC'), {
      into: promotion({ trackingId: 'spring-1', amazonId: 'A2' }),
    });
    expect(known.promotionId).toBe(spring.promotionId);
    const renamed = await importCodes(db, codes(1, 'DDDD'), {
      into: promotion({ name: 'New name', amazonId: 'A2' }),
    });
    expect(renamed.promotionId).toBe(spring.promotionId);
  });
});
