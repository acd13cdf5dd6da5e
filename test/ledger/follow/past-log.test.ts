import { expect, it } from 'vitest';
import {
  addToInbox,
  issueNext,
  learnFromAmazon,
  listPromotions,
  markPromotions,
  passOver,
  rememberOffer,
  updatePromotion,
} from '../../../src/ledger';
import { codes, everything, freshLedger, importCodes, to } from '../helpers';

it('writes nothing past the log that a ledger follows, but for what is of this computer alone', async () => {
  const db = await freshLedger();
  const { promotionId } = await importCodes(db, codes(5));
  await passOver(db, 1);
  const before = await everything(db);
  const refused = { code: 'not-allowed', said: { key: 'problemPastLog' } };
  const seen = { amazonId: null, trackingId: null, start: null, end: null };
  for (const act of [
    () => issueNext(db, promotionId, 1, to('Anna')),
    () => updatePromotion(db, promotionId, { percentOff: 20 }),
    () => markPromotions(db, [promotionId], 'archived', '2026-11-30T10:00:00.000Z'),
  ])
    await expect(act()).rejects.toMatchObject(refused);
  // Nothing here is shown on that page, so there is nothing to learn.
  expect(
    await learnFromAmazon(db, { account: null, marketplace: 'US', shown: [{ ...seen, status: 'ended' }] }),
  ).toBe(0);
  expect(await everything(db)).toEqual(before);
  await rememberOffer(db, {
    account: null,
    marketplace: 'US',
    sku: 'S',
    asin: null,
    limit: 1,
    price: 10,
    stock: 5,
  });
  await addToInbox(db, {
    ...{
      name: 'a.zip',
      bytes: null,
      group: '',
      quantity: null,
      marketplace: null,
      account: null,
      promotion: null,
    },
  });
  const after = await everything(db);
  expect([after.offers?.length, after.inbox?.length]).toEqual([1, 1]);
  expect(after.promotions).toEqual(before.promotions);
  expect((await listPromotions(db)).length).toBe(1);
});
