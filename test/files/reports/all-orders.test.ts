import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { reportSources, startReport } from '../../../src/files';
import { sentenceOf } from '../../../src/words/problem-words';
import { problemOf } from '../helpers';
import { allOrders, linesOf, orderRow, sample, usHeader } from './helpers';

const trackingId = 'Percentage Off 2026/09/15 14-1-31-265';

describe('the sample files', () => {
  it.each(['all-orders.us.utf8.crlf.txt', 'all-orders.us.utf8-bom.trailing-space-header.lf.txt'])(
    '%s gives all its lines',
    async (name) => {
      const read = await linesOf(sample(name));
      expect(read).toMatchObject({ kind: 'all-orders', lines: 8, rejected: 0 });
      expect(read.rows.map(({ order, state, ids }) => [order.slice(4, 11), state, ids])).toEqual([
        ['0000001', 'firm', trackingId],
        ['0000002', 'firm', `${trackingId},US Core Free Shipping Promotion A3JU1FCINF5SD0`],
        ['0000002', 'firm', trackingId],
        ['0000003', 'canceled', trackingId],
        ['0000004', 'pending', ''],
        ['0000005', 'firm', 'PLM-00000000-0000-4000-8000-000000000001'],
        ['0000006', 'firm', 'VPC-44571-44201853 Coupon,Duplicated A12RHGVGRWOT3S 1560498941486'],
        ['0000007', 'firm', '购买折扣 2026/09/15 14-1-31-265'],
      ]);
      expect(read.rows[1]).toMatchObject({
        ...{
          line: 3,
          units: 3,
          discount: 1200,
          currency: 'USD',
          channel: 'Amazon.com',
          fulfilment: 'amazon',
        },
        ...{
          at: Date.parse('2026-09-17T01:00:00Z') / 1000,
          updated: Date.parse('2026-09-17T09:00:00Z') / 1000,
        },
      });
    },
  );

  it('Windows-1252 and Shift_JIS are found out', async () => {
    const eu = await linesOf(sample('all-orders.eu.cp1252.crlf.txt'));
    expect(eu.rows).toMatchObject([{ channel: 'Amazon.de', discount: 200, currency: 'EUR' }]);
    expect(eu.rows[0]?.ids).toContain(trackingId);
    const jp = await linesOf(sample('all-orders.jp.cp932.crlf.txt'));
    expect(jp.rows).toMatchObject([
      { at: Date.parse('2026-03-05T01:00:00Z') / 1000, discount: 20_000, currency: 'JPY', ids: trackingId },
    ]);
  });

  it('FBA Promotions keep each description beside its id', async () => {
    const read = await linesOf(sample('fba-promotions.us.csv'));
    expect(read).toMatchObject({ kind: 'fba-promotions', lines: 4, rejected: 0 });
    expect(read.rows.filter(({ ids }) => ids === '34200000001')).toHaveLength(3);
    expect(read.tables.descriptions.get('34200000001')).toBe('A.P. 20% (1) - Jane, "IG"');
  });
});

describe('a Tracking ID beyond ASCII', () => {
  const cell = '購入割引 ① 2026/09/15';
  // 購入割引 ① in Shift_JIS as Windows writes it, and 购买折扣 in GBK.
  const inJapanese = Uint8Array.of(0x8d, 0x77, 0x93, 0xfc, 0x8a, 0x84, 0x88, 0xf8, 0x20, 0x87, 0x40);
  const inChinese = Uint8Array.of(0xb9, 0xba, 0xc2, 0xf2, 0xd5, 0xdb, 0xbf, 0xdb);
  const withBytes = (bytes: Uint8Array<ArrayBuffer>, row: Record<string, string>) => {
    const [before = '', after = ''] = orderRow({ ...row, 'promotion-ids': '@@' }).split('@@');
    return new File([`${usHeader.join('\t')}\n${before}`, bytes, `${after}\n`], 'orders.txt');
  };

  it('is read in UTF-8 and UTF-16', async () => {
    const text = `${usHeader.join('\t')}\r\n${orderRow({ 'promotion-ids': cell })}`;
    const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
    for (const file of [new File([text], 'a.txt'), new File([utf16], 'a.txt')])
      expect((await linesOf(file)).rows[0]?.ids).toBe(cell);
  });

  it('is read in Shift_JIS and GBK', async () => {
    const japan = withBytes(inJapanese, { 'sales-channel': 'Amazon.co.jp' });
    expect((await linesOf(japan)).rows[0]?.ids).toBe('購入割引 ①');
    expect((await linesOf(withBytes(inChinese, {}))).rows[0]?.ids).toBe('购买折扣');
  });

  it.each(['Küche', 'École', 'Rabatt für Müsli', 'Été à Paris', 'NIÑOS'])(
    'is read in Windows-1252: %s',
    async (id) => {
      const bytes = Uint8Array.from(Buffer.from(id, 'latin1'));
      expect((await linesOf(withBytes(bytes, { 'sales-channel': 'Amazon.de' }))).rows[0]?.ids).toBe(id);
    },
  );
});

describe('the table', () => {
  it('may have its columns in any order, and others between them', async () => {
    const header = ['promotion-ids', 'url', ...usHeader.slice(0, -1).toReversed(), ' is-iba '];
    const file = new File(
      [`${header.join('\t')}\n${orderRow({ 'promotion-ids': 'IG-01' }, header)}`],
      'o.txt',
    );
    expect((await linesOf(file)).rows).toMatchObject([{ ids: 'IG-01', state: 'firm', units: 1 }]);
  });

  it('keeps quotes within its fields, also one that opens and never closes', async () => {
    const rows = [{ 'product-name': '"19" rack', 'promotion-ids': 'IG "01"' }, { 'promotion-ids': 'IG-02' }];
    expect((await linesOf(allOrders(rows))).rows.map(({ ids }) => ids)).toEqual(['IG "01"', 'IG-02']);
  });

  it('may be CSV with quotes, line breaks within them, and semicolons', async () => {
    for (const mark of [',', ';']) {
      const quoted = (text: string) =>
        text
          .split('\t')
          .map((each) => `"${each.replaceAll('"', '""')}"`)
          .join(mark);
      const row = orderRow({ 'product-name': 'one\r\n"two", three', 'promotion-ids': 'A,B "c"' });
      const file = new File([`${quoted(usHeader.join('\t'))}\r\n${quoted(row)}\r\n${quoted(row)}`], 'o.csv');
      expect(await linesOf(file)).toMatchObject({ lines: 2, rows: [{ ids: 'A,B "c"' }, { ids: 'A,B "c"' }] });
    }
  });

  it('may come packed, and several in one ZIP', async () => {
    const text = await allOrders([{ 'promotion-ids': 'IG-01' }]).bytes();
    const packed = new File([gzipSync(text)], 'orders.txt.gz');
    expect((await linesOf(packed)).rows).toMatchObject([{ ids: 'IG-01' }]);
    const both = zipSync({ 'a.txt': text, 'b/b.txt': text, '__MACOSX/a.txt': text });
    const sources = await reportSources(new File([both as BlobPart], 'reports.zip'));
    expect(sources.map(({ name }) => name)).toEqual(['a.txt', 'b/b.txt']);
    for (const source of sources) expect((await startReport(source)).kind).toBe('all-orders');
  });

  it('is found in a ZIP whatever its folders are called, and of hidden files there is none', async () => {
    const text = await allOrders([{ 'promotion-ids': 'IG-01' }]).bytes();
    const names = ['./a.txt', '../b.txt', 'c\\', 'c\\c.txt', 'c\\.DS_Store', '__MACOSX\\._c.txt'];
    const packed = zipSync(Object.fromEntries(names.map((name) => [name, text])));
    const sources = await reportSources(new File([packed as BlobPart], 'reports.zip'));
    expect(sources.map(({ name }) => name)).toEqual(['./a.txt', '../b.txt', 'c/c.txt']);
  });

  it('is refused where a ZIP changed on the way, and an office file by its name', async () => {
    const text = await allOrders([{ 'promotion-ids': 'IG-01' }]).bytes();
    const packed = zipSync({ 'a.txt': text }, { level: 0 });
    const at = Buffer.from(packed).indexOf('IG-01');
    const spoilt = packed.with(at + 4, packed[at + 4] === 50 ? 51 : 50);
    const problem = await problemOf(linesOf(new File([spoilt as BlobPart], 'orders.zip')));
    expect(problem.code).toBe('damaged');
    const other = packed.slice();
    new DataView(other.buffer).setUint16(Buffer.from(other).indexOf('PK\x01\x02') + 10, 12, true);
    expect((await problemOf(reportSources(new File([other as BlobPart], 'o.zip')))).code).toBe(
      'unsupported-zip',
    );
    const book = zipSync({ '[Content_Types].xml': text, 'xl/workbook.xml': text });
    const refused = await problemOf(reportSources(new File([book as BlobPart], 'orders.xlsx')));
    expect(sentenceOf(refused)).toContain('“orders.xlsx” is an Excel workbook');
  });

  it('cut off while packed is refused as damaged', async () => {
    const bytes = gzipSync(Buffer.from(await allOrders(Array(5000).fill({})).text()));
    const problem = await problemOf(linesOf(new File([bytes.subarray(0, 200)], 'orders.txt.gz')));
    expect(problem.code).toBe('damaged');
  });
});

describe('a line', () => {
  it.each([
    ['that ends early', '111-0000001-0000001\t\t2026-09-16T06:58:10+00:00', 'short'],
    ['that runs on', `${orderRow({})}\tx`, 'long'],
    ['without an order', orderRow({ 'amazon-order-id': '12' }), 'order-id'],
    ['without a date', orderRow({ 'purchase-date': '31.02.2026 10:00:00' }), 'date'],
  ])('%s is listed with its number, and the others are read', async (_, line, fault) => {
    const text = [usHeader.join('\t'), orderRow({}), line, '', orderRow({})].join('\n');
    expect(await linesOf(new File([text], 'o.txt'))).toMatchObject({
      ...{ lines: 3, rejected: 1, bad: [{ line: 3, fault }], rows: [{ line: 2 }, { line: 5 }] },
    });
  });

  it.each([
    ['\t', 'IG-01\tfal', 0],
    ['\t', 'IG-0', 1],
    [',', '"IG-01","fal"', 0],
    [',', '"IG-01","fal', 1],
    [',', '"IG-0', 1],
  ])(
    'that ends the file without a line break is whole only with its last column (%j %s)',
    async (mark, end, rejected) => {
      const header = [...usHeader, 'is-iba'].join(mark);
      const before = orderRow({}).split('\t').slice(0, -1).join(mark);
      const text = [header, `${before}${mark}IG-01${mark}`, `${before}${mark}${end}`].join('\n');
      expect(await linesOf(new File([text], 'o.txt'))).toMatchObject({ lines: 2, rejected });
    },
  );

  it('of an order from elsewhere is passed over', async () => {
    const read = await linesOf(allOrders([{ 'amazon-order-id': 'S01-1234567-1234567' }, {}]));
    expect(read).toMatchObject({ lines: 2, rejected: 0, passed: 1 });
  });

  it.each([
    ['-6.5', 650],
    ['6,50', 650],
    ['1,234.56', 123_456],
    ['1.234,56', 123_456],
    ['1,000', 100_000],
    ['640.0', 64_000],
    ['', null],
    ['n/a', null],
  ])('with a discount of %s', async (text, discount) => {
    expect((await linesOf(allOrders([{ 'item-promotion-discount': text }]))).rows).toMatchObject([
      { discount },
    ]);
  });

  it.each([
    ['2026-09-16T06:58:10.123Z', '2026-09-16T06:58:10Z'],
    ['2026-03-05T10:00:00+09:00', '2026-03-05T01:00:00Z'],
    ['2026-03-05T10:00:00-0730', '2026-03-05T17:30:00Z'],
    ['2026-03-05 10:00:00 UTC', '2026-03-05T10:00:00Z'],
    ['05.03.2026 10:00:00 UTC', '2026-03-05T10:00:00Z'],
    ['2026/03/05 10:00', '2026-03-05T10:00:00Z'],
    ['2026-03-05', '2026-03-05T00:00:00Z'],
  ])('bought at %s', async (text, instant) => {
    const [row] = (await linesOf(allOrders([{ 'purchase-date': text }]))).rows;
    expect(row?.at).toBe(Date.parse(instant) / 1000);
  });

  it('has the number of its place, the same for the same place and in this reading alone', async () => {
    const rows = [{ 'ship-postal-code': 'sw1a 1aa' }, { 'ship-postal-code': 'SW1A1AA' }, {}];
    const [first, again] = [await linesOf(allOrders(rows)), await linesOf(allOrders(rows))];
    expect(first.rows[0]?.place).toBe(first.rows[1]?.place);
    expect(first.rows[2]?.place).toBe(0);
    expect(first.rows[0]?.place).not.toBe(again.rows[0]?.place);
  });
});

describe('a large file', () => {
  it('is read in stretches, whatever its lines are cut at', async () => {
    const many = Array.from({ length: 5000 }, (_, i) => ({
      'amazon-order-id': `111-${String(i).padStart(7, '0')}-0000001`,
      'promotion-ids': `IG-${i % 7}`,
    }));
    const read = await linesOf(allOrders(many));
    expect(read.lines).toBe(5000);
    expect(new Set(read.rows.map(({ order }) => order)).size).toBe(5000);
  });

  it('may be CSV with quotes within quotes, wherever it is cut', async () => {
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const row = orderRow({ 'product-name': '19" rack, "black"', 'promotion-ids': 'IG "01", "02"' });
    const rows = Array(8000).fill(row.split('\t').map(quoted).join(','));
    const read = await linesOf(new File([[usHeader.join(','), ...rows].join('\n')], 'o.csv'));
    expect(read).toMatchObject({ lines: 8000, rejected: 0 });
    expect(new Set(read.rows.map(({ ids }) => ids))).toEqual(new Set(['IG "01", "02"']));
  });

  it('that unpacks without end is refused', async () => {
    const line = `${orderRow({})}\n`.repeat(1000);
    const text = Buffer.from(`${usHeader.join('\t')}\n${line.repeat(700)}`);
    const problem = await problemOf(linesOf(new File([gzipSync(text)], 'bomb.txt.gz')));
    expect(problem.code).toBe('damaged');
  });

  it('ends as soon as nobody wants it any more', async () => {
    const [source] = await reportSources(allOrders(Array(20_000).fill({})));
    const reading = await startReport(source as NonNullable<typeof source>);
    const stop = new AbortController();
    const read = (async () => {
      for await (const _ of reading.rows(stop.signal)) stop.abort(new Error('enough'));
    })();
    await expect(read).rejects.toThrow('enough');
    expect(reading.lines).toBeLessThan(20_000);
  });

  it('of lines that all are bad is refused', async () => {
    const problem = await problemOf(
      linesOf(allOrders(Array(3000).fill({ 'purchase-date': '9/16/2026 6:58' }))),
    );
    expect(sentenceOf(problem)).toContain('the first is line 2');
  });
});
