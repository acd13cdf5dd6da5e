import { expect, it } from 'vitest';
import {
  type Db,
  getPromotion,
  offersOfSelection,
  rememberOffer,
  rememberProduct,
  updatePromotion,
} from '../../../src/ledger/index';
import { codes, freshLedger, importCodes, promotion } from '../helpers';

const us = { account: 'Garlic Ltd', marketplace: 'US' } as const;
const press = { ...us, sku: 'GP-1', asin: 'B0GARLIC01', name: 'Garlic press', link: null };
const link = 'https://www.amazon.com/dp/B0GARLIC01';

async function withGarlic() {
  const db = await freshLedger();
  const into = promotion({ ...us, selection: 'Press' });
  const { promotionId } = await importCodes(db, codes(1), { into });
  const product = async () => {
    const { productName, productLink, price } = (await getPromotion(db, promotionId)).promotion;
    return [productName, productLink, price];
  };
  return { db, promotionId, product };
}

const list = (db: Db, ...items: string[]) =>
  offersOfSelection(db, { ...us, selection: 'Press', limit: 1, items });

it('fills a promotion’s product in from its offer page, whichever is known first', async () => {
  const { db, product } = await withGarlic();
  await rememberProduct(db, press);
  await rememberProduct(db, { ...press, name: null, link });
  expect(await product()).toEqual([undefined, undefined, undefined]);
  await list(db, 'B0GARLIC01');
  expect(await product()).toEqual(['Garlic press', link, undefined]);
  await rememberOffer(db, { ...us, sku: 'GP-1', asin: 'B0GARLIC01', limit: 1, price: 19.99 });
  expect(await product()).toEqual(['Garlic press', link, 19.99]);
});

it('leaves what the seller typed', async () => {
  const { db, promotionId, product } = await withGarlic();
  await updatePromotion(db, promotionId, { productName: 'The press', price: 18 });
  await list(db, 'GP-1');
  await rememberOffer(db, { ...us, sku: 'GP-1', asin: 'B0GARLIC01', limit: 1, price: 19.99 });
  await rememberProduct(db, { ...press, link });
  expect(await product()).toEqual(['The press', link, 18]);
});

it('fills in nothing for a selection of several products, not all known, or another store', async () => {
  const { db, product } = await withGarlic();
  await rememberProduct(db, press);
  await list(db, 'GP-1', 'GP-2');
  expect(await product()).toEqual([undefined, undefined, undefined]);
  await rememberProduct(db, { ...press, sku: 'GP-2', asin: 'B0GARLIC02', name: 'Another' });
  expect(await product()).toEqual([undefined, undefined, undefined]);
  await list(db);
  await rememberProduct(db, { ...press, marketplace: 'DE' });
  expect(await product()).toEqual([undefined, undefined, undefined]);
  // FBA and FBM of one product.
  await rememberProduct(db, { ...press, sku: 'GP-2' });
  await list(db, 'GP-1', 'GP-2');
  expect(await product()).toEqual(['Garlic press', undefined, undefined]);
});
