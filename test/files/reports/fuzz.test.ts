import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync, zipSync } from 'fflate';
import { describe, expect } from 'vitest';
import { usesInText } from '../../../src/domain/codes/uses-in-text';
import { reportSources, startReport } from '../../../src/files';
import type { Chance } from '../../chance';
import { anyCode, fuzz as anyFuzz, orRefused, seed, spoiled } from '../fuzzing';
import { utf8 } from '../helpers';
import { orderRow, usHeader } from './helpers';

const fuzz = (name: string, runs: number, job: (chance: Chance) => Promise<void> | void) =>
  anyFuzz(name, { parts: 5, runs }, job);

const folder = new URL('../intake/reports/', import.meta.url);
const samples = readdirSync(folder)
  .filter((name) => /\.(?:txt|csv)$/.test(name))
  .map((name) => readFileSync(new URL(name, folder)));

/** What holds of everything that is read as a report: each line is told once, and says what a line can. */
async function reads(bytes: Uint8Array): Promise<number> {
  let read = 0;
  const file = new File([bytes as BlobPart], 'orders.txt');
  for (const source of (await orRefused(reportSources(file))) ?? []) {
    await orRefused(
      (async () => {
        const reading = await startReport(source);
        let rows = 0;
        const named = { ids: 0, currency: 0, channel: 0 };
        for await (const some of reading.rows())
          for (const row of some) {
            rows++;
            for (const name of ['ids', 'currency', 'channel'] as const)
              named[name] = Math.max(named[name], row[name]);
            expect(row.hi < 2 ** 32 && row.lo < 2 ** 32 && Number.isInteger(row.at) && row.units >= 0).toBe(
              true,
            );
          }
        expect(rows + reading.rejected + reading.passed).toBe(reading.lines);
        expect(reading.bad.length).toBe(Math.min(reading.rejected, 1000));
        const { ids, currencies, channels } = reading.tables();
        expect([
          ids.length > named.ids,
          currencies.length > named.currency,
          channels.length > named.channel,
        ]).toEqual([true, true, true]);
        read += rows;
      })(),
    );
  }
  return read;
}

const bits = [
  ...[
    '"',
    '""',
    "'",
    ',',
    ';',
    '\t',
    '\t\t',
    '\r',
    '\n',
    '\r\n',
    '\0',
    ' ',
    '\ufeff',
    '\u2028',
    'é',
    '割引',
    '\u{1f600}',
  ],
  ...[
    '111-0000001-0000001',
    'S01-1234567-1234567',
    '2026-09-16T06:58:10+00:00',
    '99.99.9999',
    '-1e400',
    '1,2,3.4.5',
  ],
  ...['Cancelled', 'Pending', 'IG-01', 'IG-01,PLM-1', 'Amazon.co.jp', 'JPY', 'x'.repeat(9000), ...usHeader],
];
const tags = [
  ...[
    '<',
    '>',
    '</',
    '/>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '&',
    '&amp;',
    '&#0;',
    '&#x10ffff;',
    '&#9999999;',
  ],
  ...[
    '<Promotion>',
    '</Promotion>',
    '<PromotionClaimCode>',
    '<MerchantPromotionID>',
    '<AmazonOrderID>',
    '<Item>',
  ],
  ...[
    '<OrderReport>',
    '<OrderDate>',
    '<Amount currency="USD">',
    '111-0000001-0000001',
    '2026-09-16T08:00:00-07:00',
  ],
  ...[
    '7GM3-YYYYY3-ZZZZZZ',
    '_SITE_WIDE_',
    'IG-01',
    '-4.00',
    '\n',
    '</OrderReport>',
    '<Promotion/>',
    '\0',
    'é',
  ],
];
const text = (chance: Chance, of: readonly string[], most: number) =>
  chance.times(most, () => chance.of(of)).join('');
const xmlHead = '<?xml version="1.0"?><AmazonEnvelope><MessageType>OrderReport</MessageType>';

describe(`reports, whatever comes (FUZZ_SEED=${seed})`, () => {
  fuzz('samples, spoiled and packed', 300, async (chance) => {
    const bytes = spoiled(chance, chance.of(samples));
    await reads(bytes);
    const packed = chance.of([gzipSync(bytes), zipSync({ 'a.txt': bytes, 'b.txt': chance.of(samples) })]);
    await reads(spoiled(chance, packed));
    await reads(Uint8Array.from({ length: chance.below(2000) }, () => chance.below(256)));
  });

  fuzz('tables of anything', 300, async (chance) => {
    const mark = chance.of(['\t', ',', ';']);
    const header = chance.shuffled(usHeader).join(mark);
    const rows = chance.times(12, () =>
      chance.oneIn(2)
        ? text(chance, bits, 12)
        : orderRow({ 'promotion-ids': text(chance, bits, 3) }).replaceAll('\t', mark),
    );
    await reads(utf8([header, ...rows].join(chance.of(['\n', '\r\n', '\r']))));
  });

  fuzz('XML of anything', 300, async (chance) => {
    await reads(utf8(xmlHead + text(chance, tags, 80)));
  });

  fuzz('pasted orders and codes', 200, (chance) => {
    const order = `111-${String(chance.below(1e7)).padStart(7, '0')}-0000001`;
    const code = anyCode(chance);
    const pair = chance.shuffled([order, code]).join(chance.of([' ', '\t', ', ', ' => ', ': "']));
    expect(usesInText(pair).uses).toEqual([{ line: 1, code, order }]);
    const { uses, bad } = usesInText(`${text(chance, [...bits, order, code, '-'], 30)}`);
    for (const each of uses) expect(each.order).toMatch(/^\d{3}-\d{7}-\d{7}$/);
    const lines = [...uses, ...bad].map(({ line }) => line);
    expect(new Set(lines).size).toBe(lines.length);
  });

  fuzz('absurd lengths', 12, async (chance) => {
    const header = usHeader.join('\t');
    const good = orderRow({ 'promotion-ids': 'IG-01' });
    const long = chance
      .of(['x', '"', '\t', ',', '1', '割', ' ', '<', '<a', '&', '111-', '\0'])
      .repeat(1_000_000);
    const deep = '<a>'.repeat(300_000);
    const files: readonly string[] = [
      `${header}\n${good}\n${long}\n${good}\n`,
      `${header}\n${orderRow({ 'product-name': long.replaceAll('\t', '-'), 'promotion-ids': 'IG-01' })}\n${good}`,
      `${header}\n${orderRow({ 'promotion-ids': long.replaceAll('\t', '-') })}\n${good}`,
      `${Array.from({ length: 100_000 }, (_, i) => `column-${i}`).join('\t')}\t${header}\n${good}`,
      `${header.replaceAll('\t', ',')}\n"${long}`,
      `${xmlHead}${deep}<Promotion>${long}</Promotion>`,
      `${xmlHead}<OrderReport><AmazonOrderID>${long}</AmazonOrderID><Promotion><PromotionClaimCode>${long}`,
      long,
    ];
    await reads(utf8(chance.of(files)));
    expect(usesInText(long).uses).toEqual([]);
  });
});
