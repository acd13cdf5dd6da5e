import { zipSync } from 'fflate';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findAnswers } from '../src/actions/find/find';
import { Importer } from '../src/actions/import/importing';
import { localPool } from '../src/actions/local-pool';
import { accountOf } from '../src/domain/codes/text-account';
import { readSentFile } from '../src/files';
import { historyHeaderCells } from '../src/files/history/history-columns';
import { type Db, listPromotions } from '../src/ledger';
import { forget } from './actions/fake-platform';
import { codes, freshLedger, importCodes } from './ledger/helpers';

vi.mock('../src/platform/native', async () => ({
  browser: (await import('./actions/fake-platform')).browser,
}));

const [A = ''] = codes(1, '7GM3');
const header = historyHeaderCells.join(',');
const bytes = (text: string) => new TextEncoder().encode(text);

let db: Db;
let importer: Importer;

beforeEach(async () => {
  forget();
  db = await freshLedger();
  importer = new Importer(localPool(db));
});

async function read(content: string | Uint8Array, name = 'codes.csv') {
  await importer.readFile(new File([content as BlobPart], name));
  const { stage, form } = importer.state;
  if (stage.kind !== 'preview') throw new Error(`no preview but ${JSON.stringify(stage)}`);
  const { added, duplicates, file } = stage.plan;
  const sum = [duplicates, file.rejected, file.suspects].reduce((all, each) => all + each.length, added);
  expect(sum + file.blank + file.header, 'every line is in one place').toBe(file.lines);
  return { added, rejected: file.rejected.length, as: form.as, told: file.toldStates ?? null, file };
}

describe('one reader of codes everywhere', () => {
  const code = 'MJBV-FEFEY6-MGSSNY';
  const written = [
    ...['−', 'ー', 'ｰ', '－', '‐', '–', '—', '―', '\u00ad', '-\u200b', '\u2060-\u2060'].map((dash) =>
      code.replaceAll('-', dash),
    ),
    code.toLowerCase(),
    `優惠碼：${code}，謝謝`,
    `コードは${code}です`,
    `\u202a${code}\u202c`,
    code.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  ];

  it.each(written)('%s', async (text) => {
    await importCodes(db, [code]);
    expect(
      (await findAnswers(localPool(db), text, { promotions: [] })).answers.map((each) => each.code),
    ).toEqual([code]);
    expect(accountOf(text).codes.map((each) => each.code)).toEqual([code]);
    expect((await readSentFile('sent.txt', bytes(text))).codes.map((each) => each.code)).toEqual([code]);
    expect(await read(text, 'codes.txt')).toMatchObject({ added: 0, rejected: 0 });
  });

  it('of a sent code with a name behind it, too', async () => {
    expect(await readSentFile('sent.txt', bytes('TUD5-BDZL6W-RK96R8-Anna'))).toMatchObject({
      read: 1,
      doubtful: [],
    });
  });

  it.each([
    '7GMß-YYYYY3-ZZZZZZ',
    '7GMı-YYYYY3-ZZZZZZ',
    '7GMſ-YYYYY3-ZZZZZZ',
    '7GMﬁ-YYYYY3-ZZZZZZ',
    '7GMЗ-YYYYY3-ZZZZZZ',
  ])('%s is none', async (text) => {
    expect(await read(`${A}\n${text}\n`)).toMatchObject({ added: 1, rejected: 1 });
  });
});

describe('what can’t be read is refused in words', () => {
  const inner = zipSync({ 'codes.txt': bytes(A) });
  const ods = zipSync({
    mimetype: [bytes('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': bytes('<x/>'),
  });
  it.each<[string, string, string | Uint8Array, RegExp]>([
    [
      'a ZIP within',
      'a.zip',
      zipSync({ 'readme.txt': bytes('Here are your codes'), 'Group A.zip': inner }),
      /“Group A\.zip”/,
    ],
    ['a ZIP alone within', 'a.zip', zipSync({ 'Group A.zip': inner }), /“Group A\.zip”/],
    ['a spreadsheet', 'a.ods', ods, /OpenDocument spreadsheet/],
    ['a document of Numbers', 'a.numbers', zipSync({ 'Index/Document.iwa': bytes('x') }), /Numbers/],
    ['no ZIP', 'a.zip', 'hello\nthere\n', /named like a ZIP file but isn’t one/],
    ['other bytes', 'a.zip', Uint8Array.from({ length: 500 }, (_, i) => (i * 73) % 256), /named like a ZIP/],
    ['nothing', 'a.csv', '', /is empty/],
    ['blanks', 'a.csv', '\ufeff\r\n \r\n', /is empty/],
    ['a header alone', 'a.csv', `${header}\r\n`, /nothing below/],
    [
      'a copy of nobody knows what',
      'a.claimcheck',
      '{"claimcheck":"constructor","format":1}\nABC',
      /“constructor”/,
    ],
    ['comments without end', 'a.txt', '<!---->'.repeat(150_000), /no claim codes/],
  ])('%s', async (_, name, content, says) => {
    await importer.readFile(new File([content as BlobPart], name));
    expect(importer.state.stage).toMatchObject({ kind: 'refused', text: expect.stringMatching(says) });
    expect(await listPromotions(db)).toEqual([]);
  });
});

describe('names by the likeliest character set, codes in any', () => {
  const at = (...all: (string | number[])[]) =>
    Uint8Array.from(all.flatMap((each) => (typeof each === 'string' ? [...bytes(each)] : each)));
  it.each<[string, Uint8Array, string]>([
    [
      'gb18030',
      at([0xd3, 0xc5, 0xbb, 0xdd, 0xc2, 0xeb], ',', [0xd0, 0xd5, 0xc3, 0xfb], `\r\n${A},x\r\n`),
      '优惠码,姓名',
    ],
    ['euc-kr', at([0xc0, 0xcc, 0xb8, 0xa7], `,code\r\nx,${A}\r\n`), '이름,code'],
    ['big5', at([0xa9, 0x6d, 0xa6, 0x57], `,code\r\nx,${A}\r\n`), '姓名,code'],
    ['windows-1251', at([0xc8, 0xec, 0xff], `;code\r\nx;${A}\r\n`), 'Имя;code'],
    ['shift_jis', at([0x96, 0xbc, 0x91, 0x4f], `,code\r\nx,${A}\r\n`), '名前,code'],
  ])('%s', async (used, content, sample) => {
    const seen = await read(content);
    expect(seen).toMatchObject({ added: 1, rejected: 0 });
    expect(seen.file.charset).toEqual({ used, sample });
  });
});
