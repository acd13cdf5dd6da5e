import { beforeAll, describe, expect, it } from 'vitest';
import { type Db, findCodes, findNear, findPage, issueNext } from '../../../src/ledger/index';
import { codes, freshLedger, importCodes, promotion, to } from '../helpers';

const real = '7GM3-YKQ2Y3-ZP8ZZB';

describe('finding a code that was typed with a slip', () => {
  let db: Db;
  const near = async (typed: string) => (await findNear(db, typed)).map(({ code }) => code);

  beforeAll(async () => {
    db = await freshLedger();
    await importCodes(db, codes(1500));
    await importCodes(db, [real, 'QQQQ-WWWWWW-EEEEE4'], { into: promotion({ name: 'Other' }) });
  });

  it.each([
    ['a wrong letter', '7GM3-YKQ2Y3-ZP8ZZ8'],
    ['a wrong letter of another promotion’s', 'QQQP-WWWWWW-EEEEE4'],
    ['two wrong letters', '7GM3-YKQ2Y3-2P8Z2B'],
    ['a letter missing', '7GM3-YKQ2Y-ZP8ZZB'],
    ['two letters missing', '7GM3-YKQ2Y-ZP8ZZ'],
    ['a letter missing and one misread', '7GM3-YKQ2Y-ZPBZZB'],
    ['a letter too many', '7GM3-YKQ2YY3-ZP8ZZB'],
    ['a letter too many and a wrong one', '7GM3-YKQ2YY3-ZP8ZZC'],
    ['two letters too many', '77GM3-YKQ2YY3-ZP8ZZB'],
    ['two letters that changed places', '7GM3-YQK2Y3-ZP8ZZB'],
    ['no dashes', '7gm3ykq2y3zp8zz8'],
    ['words around it', 'Hi, 7GM3-YKQ2Y3-ZP8ZZ8 does not work!'],
  ])('finds what was meant: %s', async (_, typed) => {
    expect(await findCodes(db, typed)).toEqual([]);
    expect(await near(typed)).toEqual([typed.includes('WWW') ? 'QQQQ-WWWWWW-EEEEE4' : real]);
  });

  it('finds nothing for three slips, nor for what is no code', async () => {
    for (const none of ['7GM3-YKQ2Y3-ZPAAAB', 'garlic press 2026', '1234567890123456', '7GM3-YKQ2', ''])
      expect(await near(none), none).toEqual([]);
  });

  it('gives up when something else is looked for', async () => {
    expect(await findNear(db, '7GM3-YKQ2Y3-2P8Z2B', AbortSignal.abort())).toEqual([]);
  });
});

it('tells how many answer beside those that are shown', async () => {
  const db = await freshLedger();
  const { promotionId } = await importCodes(db, codes(60));
  await issueNext(db, promotionId, 50, to('RebateKey'));
  expect(await findPage(db, 'rebatekey', 20, 100)).toMatchObject({
    total: 50,
    more: false,
    found: { length: 20 },
  });
  expect(await findPage(db, 'rebatekey', 5, 30)).toMatchObject({
    total: 30,
    more: true,
    found: { length: 5 },
  });
});
