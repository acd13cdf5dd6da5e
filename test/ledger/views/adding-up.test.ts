import { expect, it } from 'vitest';
import type { ProofDraft } from '../../../src/domain/proof';
import {
  bindProofs,
  costsBeside,
  type Db,
  offersOfSelection,
  rememberOffer,
  updatePromotion,
} from '../../../src/ledger/index';
import { codes, freshLedger, importCodes, promotion } from '../helpers';

const us = { account: 'Garlic Ltd', marketplace: 'US' } as const;
const now = Date.parse('2026-11-15T00:00:00.000Z');
const live = { start: '2026-11-01T00:00:00.000Z', end: '2026-11-30T00:00:00.000Z' };
let many = 0;

async function made(db: Db, name: string, told = {}) {
  many += 1;
  const into = promotion({ ...us, ...live, name, trackingId: name, ...told });
  const { promotionId } = await importCodes(db, codes(10, 'AAAA', many * 100), { into });
  return promotionId;
}

function bind(db: Db, trackingId: string, details: NonNullable<ProofDraft['details']>) {
  const draft = {
    ...us,
    id: trackingId,
    kind: 'percentage-off',
    trackingId,
    amazonId: null,
    name: '',
  } as const;
  const rest = { accepted: null, form: null, review: null, marks: [] };
  return bindProofs(db, { ...us, amazonId: null, trackingId, drafts: [{ ...draft, ...rest, details }] });
}

const details = { claimCode: 'single-use', percentOff: 20, start: null, end: null, selection: null } as const;

it('finds the other promotion of the same product, whether by its selection or by its link', async () => {
  const db = await freshLedger();
  const press = await made(db, 'Press', { selection: 'Presses' });
  const other = await made(db, 'Other');
  await updatePromotion(db, other, { productLink: 'https://www.amazon.com/dp/B0GARLIC01?x=1' });
  await made(db, 'Onion', { selection: 'Onions' });
  await offersOfSelection(db, { ...us, selection: 'Presses', limit: 1, items: ['GP-1'] });
  await offersOfSelection(db, { ...us, selection: 'Onions', limit: 1, items: ['B0ONION001'] });
  expect((await costsBeside(db, press, now)).addsUp).toEqual([]);
  await rememberOffer(db, { ...us, sku: 'GP-1', asin: 'B0GARLIC01', limit: 1, price: 50, stock: null });
  expect((await costsBeside(db, press, now)).addsUp).toMatchObject([
    { promotion: { name: 'Other' }, products: ['B0GARLIC01'], counts: { total: 10 } },
  ]);
  expect((await costsBeside(db, other, now)).addsUp).toMatchObject([{ promotion: { name: 'Press' } }]);
  await bind(db, 'Press', { ...details, combinability: 'exclusive' });
  expect((await costsBeside(db, other, now)).addsUp).toEqual([]);
});

it('knows a multi-use code from the form it was made with', async () => {
  const db = await freshLedger();
  const press = await made(db, 'Press');
  expect((await costsBeside(db, press, now)).kind).toBe('single-use');
  await bind(db, 'Press', { ...details, claimCode: 'group' });
  expect((await costsBeside(db, press, now)).kind).toBe('multi-use');
});

it('fills in a stock that an offer page shows, and follows it until the seller types one', async () => {
  const db = await freshLedger();
  const press = await made(db, 'Press', { selection: 'Presses' });
  await offersOfSelection(db, { ...us, selection: 'Presses', limit: 1, items: ['GP-1'] });
  const offer = { ...us, sku: 'GP-1', asin: 'B0GARLIC01', limit: 1, price: 50 };
  const stock = async () => {
    const [{ promotion } = { promotion: null }] = (await costsBeside(db, other, now)).addsUp;
    return promotion?.stock;
  };
  const other = await made(db, 'Other');
  await updatePromotion(db, other, { productLink: 'https://www.amazon.com/dp/B0GARLIC01' });
  await rememberOffer(db, { ...offer, stock: 120 });
  expect(await stock()).toBe(120);
  await rememberOffer(db, { ...offer, stock: 80 });
  expect(await stock()).toBe(80);
  await updatePromotion(db, press, { stock: 500 });
  await rememberOffer(db, { ...offer, stock: 60 });
  expect(await stock()).toBe(500);
});
