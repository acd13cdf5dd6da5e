import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { HistoryRow } from '../../../src/domain/codes/code-file';
import { marketplaceCodes } from '../../../src/domain/marketplaces';
import { codeStates } from '../../../src/domain/promotion';
import { historyAsCsv, historyHeader, readCodeFile } from '../../../src/files';
import { inWords } from '../../../src/words/problem-words';
import { A, B, C, codeNumber, readText, summary, utf8 } from '../helpers';

const columns =
  'code,state,promotion,tracking_id,batch,issued_at,issued_to,channel,redeemed_at,order_id,note,marketplace,valid_until,issued_by';

const row: HistoryRow = {
  code: A,
  state: 'issued',
  promotion: 'Garlic press, spring',
  trackingId: 'GARLIC-IG-01',
  batch: 'Group 1',
  issuedAt: '2026-05-01T09:30:00+02:00',
  issuedTo: '=cmd|"/c calc"!A1',
  channel: '@anna',
  redeemedAt: '',
  orderId: '',
  note: 'first line\r\nsecond "line"',
  marketplace: 'DE',
  validUntil: '2026-05-31T21:59:59Z',
  issuedBy: "'+1",
};

const marks = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '\r\n', "'", '"', ',', ';', '＝', ' ', A);
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.array(marks, { maxLength: 8 }).map((each) => each.join('')),
);
const time = fc.oneof(
  fc.constant(''),
  fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map((date) => date.toISOString()),
);
const anyRow: fc.Arbitrary<HistoryRow> = fc.record({
  code: fc.nat(1e9).map(codeNumber),
  state: fc.constantFrom(...codeStates),
  promotion: anyText,
  trackingId: anyText,
  batch: anyText,
  issuedAt: time,
  issuedTo: anyText,
  channel: anyText,
  redeemedAt: time,
  orderId: anyText,
  note: anyText,
  marketplace: fc.constantFrom('' as const, ...marketplaceCodes),
  validUntil: time,
  issuedBy: anyText,
});

/** A code that says when or to whom it was given out is out, whatever its state is called. */
function asGivenOut(each: HistoryRow): HistoryRow {
  const told = [each.issuedAt, each.issuedTo, each.redeemedAt, each.orderId].some(
    (text) => text.trim() !== '',
  );
  return each.state === 'available' && told ? { ...each, state: 'issued' } : each;
}

describe('history out and in again', () => {
  test('any text comes back exactly', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 5 }), async (rows) => {
        const file = await readText(historyHeader() + historyAsCsv(rows), 'history.csv');
        expect(file.rejected).toEqual([]);
        expect(file.history).toEqual(rows.map(asGivenOut));
        expect(file.codes).toEqual(rows.map((each) => each.code));
        expect(file).toMatchObject({ header: 1, lines: rows.length + 1 });
      }),
      { numRuns: 1000 },
    );
  });

  test('a note of control characters is still text', async () => {
    const odd = { ...row, note: '\u0001'.repeat(500) };
    expect((await readText(historyHeader() + historyAsCsv([odd]))).history).toEqual([odd]);
  });

  test('no cell begins as a formula, nor does a piece of one where semicolons split cells', () => {
    fc.assert(
      fc.property(anyText, (note) => {
        const csv = historyAsCsv([{ ...row, note, issuedTo: '', issuedBy: '' }]);
        const from = csv.indexOf(row.channel) + row.channel.length;
        const cell = csv.slice(csv.indexOf(',', csv.indexOf(',', from) + 1) + 1, csv.lastIndexOf(',DE,'));
        const content = cell.replace(/^"|"$/g, '').replaceAll('""', '"');
        expect(content.split(/[;\t\r\n]/).filter((piece) => /^[=+\-@＝＋－＠]/.test(piece))).toEqual([]);
        expect(content).not.toMatch(/^[\t\r]/);
      }),
      { numRuns: 2000 },
    );
  });

  test('the columns of the contract, CRLF, and quotes only where needed', () => {
    expect(historyHeader()).toBe(`\ufeff${columns}\r\n`);
    expect(historyAsCsv([row])).toBe(
      `${A},issued,"Garlic press, spring",GARLIC-IG-01,Group 1,2026-05-01T09:30:00+02:00,"'=cmd|""/c calc""!A1",'@anna,,,"first line\r\nsecond ""line""",DE,2026-05-31T21:59:59Z,''+1\r\n`,
    );
    expect(historyAsCsv([])).toBe('');
  });

  test('as a spreadsheet saves it: semicolons, everything quoted, a mark in front', async () => {
    const plain = { ...row, promotion: 'Garlic', note: '' };
    const csv = (historyHeader() + historyAsCsv([plain]).replace(/"'=.*?A1"/, "'=cmd"))
      .split('\r\n')
      .filter(Boolean);
    const saved = csv.map((line) =>
      line
        .split(',')
        .map((cell) => `"${cell}"`)
        .join(';'),
    );
    const file = await readText(`\ufeff${saved.join('\n')}\n`);
    expect(file.history).toEqual([{ ...plain, issuedTo: '=cmd' }]);
  });
});

describe('history lines that are wrong', () => {
  const line = (patch: Partial<Record<keyof HistoryRow, string>>) =>
    historyAsCsv([{ ...row, note: '', ...patch } as HistoryRow]);

  test.each([
    ['state', line({ state: 'sold' }), /The state is “sold”; it must be one of available, held/],
    ['marketplace', line({ marketplace: 'XX' }), /The store \(column “marketplace”\) is “XX”/],
    ['code', line({ code: '7GM3-YYYYY3-ZZZ' }), /has 4-6-3 characters/],
    ['columns', `${A}\r\n`, /This line has 1 of the history’s 14 columns/],
    ['more columns', `${line({}).trim()},x\r\n`, /This line has 15 of the history’s 14 columns/],
    [
      'quotes',
      line({}).replace('"Garlic press', '""Garlic press'),
      /quotation marks on this line don’t match/,
    ],
  ])('%s', async (_, broken, reason) => {
    const file = await readText(historyHeader() + broken + historyAsCsv([{ ...row, code: B }]));
    expect(summary(file)).toMatchObject({ codes: [B], at: [3], header: 1 });
    expect(file.rejected.map((each) => [each.line, inWords(each.reason)])).toEqual([
      [2, expect.stringMatching(reason)],
    ]);
    expect(file.history).toEqual([{ ...row, code: B }]);
  });

  test('blank lines and a repeated header are no rows', async () => {
    const file = await readText(
      `${historyHeader()}\r\n${historyAsCsv([row])},,,,,,,,,,,,,\r\n${historyHeader()}`,
    );
    expect(summary(file)).toMatchObject({ codes: [A], at: [3], blank: 2, header: 2 });
  });
});

test('a history beside a plain list in one ZIP keeps rows and codes parallel', async () => {
  const csv = utf8(historyHeader() + historyAsCsv([row]));
  const file = await readCodeFile(
    'a.zip',
    zipSync({ 'a.txt': utf8(`${B}\n`), 'b.csv': csv, 'c.txt': utf8(`${C}\n`) }),
  );
  expect(file.codes).toEqual([B, A, C]);
  expect(file.history?.map((each) => [each.code, each.state])).toEqual([
    [B, 'available'],
    [A, 'issued'],
    [C, 'available'],
  ]);
});

describe('a history after a spreadsheet had it', () => {
  const rows = [
    row,
    { ...row, code: B, state: 'available', issuedAt: '', issuedTo: '', channel: '', issuedBy: '' },
  ].map((each) => ({ ...each, promotion: 'Garlic', note: '' })) as HistoryRow[];
  const lines = (
    historyHeader() + historyAsCsv(rows.map((each) => ({ ...each, issuedTo: 'Anna', issuedBy: '' })))
  )
    .replace('\ufeff', '')
    .trim()
    .split('\r\n');
  const plain = lines.map((line) => line.split(','));
  const states = async (text: string) => {
    const file = await readText(text, 'history.csv');
    expect(file.rejected).toEqual([]);
    return file.history?.map(({ code, state, channel }) => [code, state, channel]);
  };
  const right = [
    [A, 'issued', '@anna'],
    [B, 'issued', ''],
  ];

  test.each([
    ['empty columns at the end', plain.map((cells) => [...cells, '', ''].join(','))],
    [
      'a column of one’s own',
      plain.map((cells, i) => [...cells, i === 0 ? 'my notes' : 'called back'].join(',')),
    ],
    ['another order', plain.map((cells) => cells.toReversed().join(','))],
    ['semicolons', plain.map((cells) => cells.join(';'))],
    ['tabs', plain.map((cells) => cells.join('\t'))],
    ['bars', plain.map((cells) => cells.join('|'))],
    ['the separator told', ['sep=;', ...plain.map((cells) => cells.join(';'))]],
    ['empty cells at the end left out', plain.map((cells) => cells.join(',').replace(/,+$/, ''))],
    ['columns taken out', plain.map((cells) => cells.slice(0, 8).join(','))],
    ['capitals above', plain.map((cells, i) => (i === 0 ? cells.join(',').toUpperCase() : cells.join(',')))],
    ['lines above', ['My codes', '', ...plain.map((cells) => cells.join(','))]],
  ])('%s', async (name, changed) => {
    const file = await readText(`${changed.join('\r\n')}\r\n`, 'history.csv');
    expect(file.history?.map(({ code, state, channel }) => [code, state, channel])).toEqual(right);
    expect(file.rejected).toHaveLength(name === 'lines above' ? 1 : 0);
  });

  test('one of another order after the first', async () => {
    const text = [
      ...plain.map((cells) => cells.join(',')),
      ...plain.map((cells) => cells.toReversed().join(',')),
    ];
    expect(await states(text.join('\n'))).toEqual([...right, ...right]);
  });
});

test('rows keep the promotion and store they name', async () => {
  const other = { ...row, code: B, promotion: 'Onion', trackingId: 'O-1', marketplace: 'US' as const };
  const file = await readText(
    historyHeader() + historyAsCsv([row]) + historyHeader() + historyAsCsv([other]),
  );
  expect(
    file.history?.map(({ promotion, trackingId, marketplace }) => [promotion, trackingId, marketplace]),
  ).toEqual([
    [row.promotion, row.trackingId, 'DE'],
    ['Onion', 'O-1', 'US'],
  ]);
});

test('a code that was given out is out, whatever its state is called, and that is told', async () => {
  const file = await readText(historyHeader() + historyAsCsv([{ ...row, state: 'available' }]));
  expect(file.history?.map((each) => each.state)).toEqual(['issued']);
  expect(file.remarks.map(inWords).join()).toContain(
    'lists 1 code as “available” but shows when it was given out or who got it, on line 2. It counts as given out.',
  );
});

test.each([
  '2026-02-31T10:00:00Z',
  '9999-99-99T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-02-31',
  '01.05.2026',
  '2026-05-01T25:00:00Z',
])('%s is told, and made no other time', async (time) => {
  const file = await readText(
    historyHeader() +
      historyAsCsv([
        { ...row, note: '', issuedAt: time },
        { ...row, note: '', code: B, validUntil: time },
      ]),
  );
  expect(file.rejected).toEqual([]);
  expect(file.history?.map((each) => [each.state, each.issuedAt, each.validUntil])).toEqual([
    ['issued', '', row.validUntil],
    ['issued', row.issuedAt, ''],
  ]);
  expect(file.remarks.map(inWords)).toEqual([
    expect.stringContaining(`line 2: issued_at is “${time}”`),
    expect.stringContaining(`line 3: valid_until is “${time}”`),
  ]);
});
