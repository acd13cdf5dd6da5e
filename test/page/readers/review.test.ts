import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormReadings, Reading } from '../../../src/domain/reading';
import { wordsFor } from '../../seller-central/words';
import { type Reader, startReader } from '../reader';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
}, 60_000);
afterAll(() => reader?.close());

const ja = wordsFor('ja_JP');

function summary(products: string, more: Readonly<Record<string, string>> = {}): string {
  const rows = {
    [ja.internalDescription]: 'Garlic-IG-01',
    [ja.trackingId]: 'CC-JP-01',
    [ja.buyerPurchases]: `${ja.quantityAtLeast}: 1`,
    [ja.purchasedItems]: products,
    [ja.buyerGets]: `${ja.percentOff}: 20%`,
    [ja.startDate]: '2026/11/30 12:00 AM',
    [ja.endDate]: '2026/12/10 11:59 PM',
    [ja.claimCode]: ja.singleUse,
    [ja.onePerCustomer]: 'はい',
    [ja.combinability]: ja.preferential,
    [ja.detailPage]: 'いいえ',
    ...more,
  };
  const lines = Object.entries(rows).map(([name, value]) => `<tr><td>${name}</td><td>${value}</td></tr>`);
  return `<!doctype html><html lang="ja-JP"><body><h1>${ja.types.PERCENTAGE_OFF}</h1><table>${lines.join('')}</table></body></html>`;
}

const shown = (reading: Reading<unknown> | undefined) =>
  reading?.kind === 'read' ? reading.value : `<${reading?.reason}>`;
const rests = (readings: FormReadings | null, name: keyof FormReadings) => {
  const reading = readings?.[name] as Reading<unknown> | undefined;
  return reading?.kind === 'read' ? (reading.evidence.unverified ?? []) : null;
};

describe('a summary in Japanese', () => {
  it('is read with its own words', async () => {
    const read = await reader.summary(summary('Garlic press (1 ASIN)'));
    expect(
      Object.fromEntries(
        Object.entries(read ?? {}).map(([name, reading]) => [name, shown(reading as never)]),
      ),
    ).toMatchObject({
      claimCode: 'single-use',
      discount: { kind: 'percent', value: 20 },
      onePerCustomer: true,
      combinability: { chosen: 'preferential' },
      productSelection: { kind: 'list', name: 'Garlic press (1 ASIN)' },
      detailPage: false,
      minimum: { kind: 'quantity', value: 1 },
      start: { date: '2026-11-30', time: '00:00' },
      trackingId: 'CC-JP-01',
    });
  });

  it('rests on the words that nobody confirmed', async () => {
    const read = await reader.summary(summary('Garlic press (1 ASIN)'));
    expect(rests(read, 'onePerCustomer')).toEqual([ja.onePerCustomer.toLowerCase()]);
    expect(rests(read, 'productSelection')).toContain('Garlic press (1 ASIN)');
  });

  it.each([
    ['the whole catalog', ja.entireCatalog, { kind: 'entire', name: ja.entireCatalog }],
    [
      'the whole catalog in another language',
      'Gesamter Katalog',
      { kind: 'entire', name: 'Gesamter Katalog' },
    ],
    ['another setting’s choice', ja.percentOff, '<ambiguous>'],
  ])('takes no list for %s', async (_, text, value) => {
    expect(shown((await reader.summary(summary(text)))?.productSelection)).toEqual(value);
  });

  it('is none where hardly a label is known', async () => {
    expect(await reader.summary('<!doctype html><html lang="ja"><body><p>確認</p></body></html>')).toBeNull();
  });
});
