import { zipSync } from 'fflate';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Importer } from '../src/actions/import/importing';
import { localPool } from '../src/actions/local-pool';
import { type Db, listPromotions } from '../src/ledger';
import { inWords } from '../src/words/problem-words';
import { forget } from './actions/fake-platform';
import { codes, freshLedger } from './ledger/helpers';

vi.mock('../src/platform/native', async () => ({
  browser: (await import('./actions/fake-platform')).browser,
}));

const [A = '', B = '', C = '', D = ''] = codes(4, '7GM3');
const header =
  'code,state,promotion,tracking_id,batch,issued_at,issued_to,channel,redeemed_at,order_id,note,marketplace,valid_until,issued_by';
const rows = [
  `${A},issued,W3,TRK,w3.txt,2026-05-01T09:30:00.000Z,Anna,IG,,,,US,2026-12-31T07:59:00Z,Sam`,
  `${B},available,W3,TRK,w3.txt,,,,,,,US,2026-12-31T07:59:00Z,`,
  `${C},void,W3,TRK,w3.txt,,,,,,,US,2026-12-31T07:59:00Z,`,
  `${D},issued,W3,TRK,w3.txt,2026-05-01T09:30:00.000Z,Ben,IG,2026-05-02T10:00:00Z,701-1234567-1234567,,US,2026-12-31T07:59:00Z,Sam`,
];
/** A history as the export writes it, each line changed as a spreadsheet or a person would. */
function history(change: (line: string, n: number) => string = (line) => line, end = '\r\n'): string {
  return `\ufeff${[header, ...rows].map(change).join(end)}${end}`;
}
const cells = (line: string, change: (cells: string[]) => string[], separator = ',') =>
  change(line.split(',')).join(separator);
const times = (to: (y: string, m: string, d: string, time: string) => string) => (line: string) =>
  line.replace(/(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)[^,]*/g, (_, y, m, d, time) => to(y, m, d, time));
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

async function counts() {
  const [only, ...more] = await listPromotions(db);
  expect(more).toEqual([]);
  const { total, available, issued, void: canceled, redeemed } = only?.counts ?? {};
  return [total, available, issued, canceled, redeemed];
}

describe('our own history, wherever it has been', () => {
  it.each([
    ['untouched', history()],
    ['trailing commas', history((line) => `${line},,`)],
    ['a column of one’s own', history((line, n) => `${line},${n === 0 ? 'my notes' : 'called back'}`)],
    ['columns moved', history((line) => cells(line, (all) => [...all.slice(5), 'x', ...all.slice(0, 5)]))],
    ['semicolons', history((line) => line.replaceAll(',', ';'))],
    ['semicolons, told', `sep=;\r\n${history((line) => line.replaceAll(',', ';')).slice(1)}`],
    ['all quoted', history((line) => cells(line, (all) => all.map((each) => `"${each}"`)))],
    ['in one column', history((line) => `"${line}"`)],
    ['in one column of several', history((line) => `"${line}";;`)],
    ['blanks around each cell', history((line) => cells(line, (all) => all.map((each) => ` ${each} `)))],
    ['carriage returns', history(undefined, '\r')],
    [
      'states in capitals',
      history((line) => line.replace(/,(issued|available|void),/, (s) => s.toUpperCase())),
    ],
    ['the store in small letters', history((line) => line.replace(',US,', ',us,'))],
    [
      'names of columns as words',
      history((line, n) => (n > 0 ? line : line.replaceAll('_', ' ').replace('code', 'Code'))),
    ],
    ['times as 5/1/2026 9:30', history(times((y, m, d, time) => `${Number(m)}/${Number(d)}/${y} ${time}`))],
    ['times as 01.05.2026 09:30', history(times((y, m, d, time) => `${d}.${m}.${y} ${time}`))],
    ['other dashes', history((line) => line.replace(/^(\w{4})-(\w{6})-/, '$1–$2−'))],
    ['a column of the same name', history((line, n) => `${n === 0 ? 'state' : ''},${line}`)],
  ])('%s', async (name, text) => {
    const seen = await read(text);
    expect(seen).toMatchObject({ added: 4, rejected: 0, as: 'new' });
    if (name.startsWith('times')) expect(seen.file.remarks.map(inWords).join()).toContain('It was left out');
    expect(seen.file.history?.map(({ issuedAt }) => issuedAt.slice(0, 10))).not.toContain('2026-01-05');
    await importer.confirm();
    expect(await counts()).toEqual([4, 1, 2, 1, 1]);
    // Once more, into the ledger that has it.
    expect(await read(text)).toMatchObject({ added: 0, rejected: 0 });
    await importer.confirm();
    expect(await counts()).toEqual([4, 1, 2, 1, 1]);
  });

  it.each([
    ['Sent to', 'Cara'],
    ['Used?', 'x'],
    ['使用済み', '済'],
  ])('with a column “%s” of one’s own asks about what it calls out', async (name, mark) => {
    const seen = await read(history((line, n) => `${line},${n === 0 ? name : n === 2 ? mark : ''}`));
    expect(seen).toMatchObject({ as: 'ask', told: ['left', 'out', 'left', 'left'] });
    importer.fill({ as: 'told' });
    await importer.confirm();
    expect(await counts()).toEqual([4, 0, 3, 1, 1]);
  });
});

describe('our own history, with something written into it', () => {
  const row = (code: string, state: string, more: string[] = []) => {
    const all = header.split(',').map((name) => ({ code, state, promotion: 'W3' })[name] ?? '');
    for (const each of more) {
      const [name = '', text = ''] = each.split('=');
      all[header.split(',').indexOf(name)] = text;
    }
    return all.join(',');
  };

  it.each([
    ['a note', header, row(A, 'available', ['note=sent to Ben']), row(B, 'available'), ['out', 'left']],
    ['a channel', header, row(A, 'available', ['channel=IG']), row(B, 'available'), ['out', 'left']],
    ['names', `${header},Wer`, `${row(A, 'available')},Ben`, row(B, 'available'), ['unclear', 'left']],
    ['boxes', `${header},ok`, `${row(A, 'available')},TRUE`, row(B, 'available'), ['unclear', 'left']],
  ])('%s', async (_, names, one, two, told) => {
    expect(await read(`${names}\n${one}\n${two}\n`)).toMatchObject({ as: 'ask', told });
  });

  it('what an export says of an earlier life asks nothing', async () => {
    const was = 'note=was out before: Ben (sent), 2026-05-01T09:30:00.000Z to 2026-05-02T09:30:00.000Z';
    expect(await read(`${header}\n${row(A, 'available', [was])}\n${row(B, 'available')}\n`)).toMatchObject({
      as: 'new',
    });
  });

  it('a column that is there twice is read where it is filled', async () => {
    await read(`${header},issued_to\n${row(A, 'available')},Ben\n${row(B, 'available')},\n`);
    await importer.confirm();
    expect(await counts()).toEqual([2, 1, 1, 0, 0]);
  });

  it('two exports side by side lose no code', async () => {
    const seen = await read(
      `${header},${header}\n${row(A, 'available')},${row(B, 'issued')}\n${row(C, 'available')}\n`,
    );
    expect(seen).toMatchObject({ added: 1, rejected: 1 });
  });
});

describe('a list that says what became of its codes asks first', () => {
  it.each([
    ...['Status', 'Sent?', 'Used', 'USED (y/n)', 'Sent_to', 'sentTo', 'Sent to (name)', 'Date of sending'],
    ...['Handed out', 'Is redeemed', 'Order ID', 'Ausgegeben', 'Ausgegeben an', 'Versendet am', 'Envoyé le'],
    ...['Utilisé ?', 'Enviado a', 'Usato da', 'Verzonden op', 'Wysłano do', 'Skickad till', 'Kullanıldı mı'],
    ...[
      '使用済み',
      '使用日',
      '是否使用',
      '已领取',
      '사용 여부',
      'Статус',
      'Отправлен',
      'Κατάσταση',
      'Đã gửi',
    ],
    ...[
      'Cancelled',
      'Void?',
      'Storniert',
      'Annulé',
      'Anulado',
      'Annullato',
      'İptal',
      'Аннулирован',
      '作废',
      '취소',
    ],
  ])('“%s”', async (name) => {
    expect(await read(`Code,${name}\r\n${A},x\r\n${B},\r\n`)).toMatchObject({
      as: 'ask',
      told: ['out', 'left'],
    });
  });

  it.each<[name: string, cell: string, told: string]>([
    ['Available', 'No', 'out'],
    ['Available', 'yes', 'left'],
    ['Unused', 'x', 'left'],
    ['Verfügbar', '0', 'out'],
    ['Used', 'not used yet', 'left'],
    ['Used', 'FALSCH', 'left'],
    ['Used', '☐', 'left'],
    ['Status', 'nicht verwendet', 'left'],
    ['Status', 'not available', 'out'],
    ['状态', '未使用', 'left'],
    ['Sent to', 'New York', 'out'],
    ['Used', 'who knows', 'out'],
    ...['❌', '✗', '×', '🚫', '0 left'].map((cell): [string, string, string] => ['Available', cell, 'out']),
    ['Available', '?', 'unclear'],
    ...[
      '无效',
      '無効',
      '不可用',
      '不要使用',
      '无法使用',
      '不明',
      '미확인',
      '안됨',
      'cancelled',
      '0 remaining',
    ].map((cell): [string, string, string] => ['Status', cell, 'out']),
    ...['不', '无', '無し', '미사용', '안 보냄'].map((cell): [string, string, string] => [
      'Status',
      cell,
      'left',
    ]),
  ])('“%s”: “%s” is %s', async (name, cell, told) => {
    expect((await read(`Code,${name}\n${A},${cell}\n`)).told).toEqual([told]);
  });

  it.each([
    ['beside the code', `${A} used\n${B}\n`],
    ['in brackets', `${A} (sent to Anna)\n${B}\n`],
    ['before it', `Given to Anna: ${A}\n${B}\n`],
    ['a tick', `✅ ${A}\n${B}\n`],
    ['a box', `- [x] ${A}\n- [ ] ${B}\n`],
    ['a cell without a header', `${A},used\n${B},\n`],
    ['that it was canceled', `${A} CANCELLED\n${B}\n`],
    ['that it leaked, in a note', `code,note\n${A},leaked on Reddit\n${B},\n`],
    ['a note', `code,note\n${A},ausgegeben\n${B},for Ben\n`],
    ['a line above', `Sent:\n${A}\n\nLeft:\n${B}\n`],
    ['a line above, Japanese', `使用済み\n${A}\n未使用\n${B}\n`],
  ])('%s', async (_, text) => {
    expect(await read(text)).toMatchObject({ as: 'ask', told: ['out', 'left'] });
  });

  it.each([
    ['a name', `Code,Name\n${A},Anna\n${B},\n`],
    ['a first name', `Code,Given name,Family name\n${A},Anna,Lee\n${B},,\n`],
    ['an address', `code;E-Mail\n${A};anna@x.org\n${B};\n`],
    ['an order', `code,Order ID\n${A},111-2233445-6677889\n${B},\n`],
  ])('a list of people: %s', async (_, text) => {
    expect(await read(text)).toMatchObject({ as: 'ask', told: ['out', 'left'] });
  });

  it.each([
    ['somebody has one that is not used', `Code,E-mail,Redeemed\n${A},anna@x.org,No\n${B},,No\n`],
    ['a name without a header', `${A},Anna\n${B},\n`],
    ['a date without a header', `${A};2026-10-01\n${B};\n`],
    ['a date', `Code,Date\n${A},2026-10-01\n${B},\n`],
    ['a column of another name', `Code,Wer\n${A},Anna\n${B},\n`],
    ['a box without a header', `${A},TRUE\n${B},FALSE\n`],
    ['a cross behind the code', `${A} x\n${B}\n`],
    ['a name behind the code', `${A} – Anna\n${B}\n`],
    ['a line below the code', `${A}\nsent to Anna\n\nleft\n${B}\n`],
  ])('what may tell it: %s', async (_, text) => {
    expect(await read(text)).toMatchObject({ as: 'ask', told: ['unclear', 'left'] });
  });

  it.each([
    ['boxes under a sign', `Code,✓\n${A},TRUE\n${B},FALSE\n`, ['unclear', 'unclear']],
    ['names under a heading', `Sent:\nAnna:\n${A}\nBen:\n${B}\n`, ['unclear', 'unclear']],
    ['boxes of what is free', `Code,Free\n${A},FALSE\n${B},TRUE\n`, ['out', 'left']],
  ])('by marks and headings: %s', async (_, text, told) => {
    expect(await read(text)).toMatchObject({ as: 'ask', told });
  });

  it('above the codes themselves', async () => {
    expect((await read(`Used codes,Note\n${A},x\n${B},y\n`)).told).toEqual(['out', 'out']);
  });

  it('in a ZIP beside a silent list and a history, each code as the one that knows', async () => {
    const zip = zipSync({
      'a.txt': bytes(`${A}\n${B}\n`),
      'b.csv': bytes(`code,Status\n${A},Used\n${B},\n`),
      'c.csv': bytes(`${header}\n${rows[2]}\n`),
    });
    expect((await read(zip, 'codes.zip')).told).toEqual(['out', 'left', 'out', 'left', 'left']);
  });
});

describe('a list that says nothing of states is new', () => {
  it.each([
    ...['Note', 'Channel', 'Product', 'Valid until', 'Expiration date'],
    ...['配布先', '使用期限', '渠道', '사용기한'],
  ])('“%s”', async (name) => {
    expect(await read(`Code,${name}\n${A},Anna\n`)).toMatchObject({ as: 'new', told: null });
  });

  it.each([
    ['names before', `Anna: ${A}\nBen: ${B}\n`],
    ['names behind', `${A} Anna\n${B} – Ben\n`],
    ['numbers', `1. ${A}\n10) ${B}\n`],
    ['full width', `${A}\n${B}\n`.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))],
    ['only what is left', `Unused codes,Note\n${A},x\n${B},y\n`],
  ])('%s', async (_, text) => {
    expect(await read(text)).toMatchObject({ added: 2, rejected: 0, as: 'new', told: null });
  });
});

describe('lists that meet', () => {
  const given = `${B},issued,W3,TRK,w3.txt,2026-05-01T09:30:00.000Z,Ben,IG,,,,US,,`;
  const left = `${B},available,W3,TRK,w3.txt,,,,,,,US,,`;
  const asHistory = (...lines: string[]) => [header, ...lines, ''].join('\r\n');

  it.each([
    ['old, then new', `${asHistory(left)}${asHistory(given)}`],
    ['new, then old', `${asHistory(given)}\ufeff${asHistory(left)}`],
    ['a list, then a history', zipSync({ 'a.txt': bytes(B), 'b.csv': bytes(asHistory(given)) })],
    ['a history, then a list', zipSync({ 'a.csv': bytes(asHistory(given)), 'b.txt': bytes(B) })],
    [
      'a list without hyphens',
      zipSync({ 'a.txt': bytes(B.replaceAll('-', '')), 'b.csv': bytes(asHistory(given)) }),
    ],
  ])('%s: the farthest state wins', async (_, content) => {
    expect(await read(content)).toMatchObject({ added: 1 });
    await importer.confirm();
    expect(await counts()).toEqual([1, 0, 1, 0, 0]);
  });

  it('each row goes to its own promotion and store', async () => {
    await read(asHistory(left, `${C},available,Onion,,b,,,,,,,DE,,`));
    await importer.confirm();
    const made = (await listPromotions(db)).map((each) => [each.promotion.name, each.promotion.marketplace]);
    expect(made.toSorted()).toEqual([
      ['Onion', 'DE'],
      ['W3', 'US'],
    ]);
  });
});
