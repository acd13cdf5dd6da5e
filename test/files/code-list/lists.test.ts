import { describe, expect, test } from 'vitest';
import { readCodeFile, readPastedCodes } from '../../../src/files';
import { inWords } from '../../../src/words/problem-words';
import { A, B, C, readText, summary, utf8 } from '../helpers';

const none = { rejected: [], suspects: [], blank: 0, header: 0 };

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++)
    view.setUint16(index * 2, text.charCodeAt(index), !bigEndian);
  return bytes;
}

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('encodings', () => {
  const text = `Claim Code\r\n${A}\r\n${B}\r\n`;
  test.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with mark', utf8(`\ufeff${text}`)],
    ['UTF-16 LE with mark', utf16(`\ufeff${text}`, false)],
    ['UTF-16 BE with mark', utf16(`\ufeff${text}`, true)],
    ['UTF-16 LE', utf16(text, false)],
    ['UTF-16 BE', utf16(text, true)],
  ])('%s', async (_, bytes) => {
    expect(summary(await readCodeFile('codes.txt', bytes))).toEqual({
      ...none,
      codes: [A, B],
      at: [2, 3],
      header: 1,
    });
  });

  test('Windows-1252 where UTF-8 makes no sense', async () => {
    const file = await readCodeFile('codes.csv', latin1(`código;persona\r\n${A};Iñaki\r\n`));
    expect(summary(file)).toEqual({ ...none, codes: [A], at: [2], header: 1 });
  });

  test('a UTF-16 file cut in the middle of a character shows its last line as broken', async () => {
    const file = await readCodeFile('codes.txt', utf16(`\ufeff${A}\n${B}`, false).slice(0, -1));
    expect(file.codes).toEqual([A]);
    expect(file.rejected).toHaveLength(1);
  });
});

describe('lines', () => {
  test.each([
    ['LF', `${A}\n${B}\n`, [A, B], [1, 2], {}],
    ['no final line break', `${A}\n${B}`, [A, B], [1, 2], {}],
    ['CR', `${A}\r${B}\r`, [A, B], [1, 2], {}],
    ['mixed ends', `${A}\r${B}\r\n${C}\n`, [A, B, C], [1, 2, 3], {}],
    ['blank lines', `\n${A}\n \t\n\r\n${B}\n\n`, [A, B], [2, 5], { blank: 4 }],
    ['lines of separators only', `${A},x,1\n,,\n${B},y,2\n`, [A, B], [1, 3], { blank: 1 }],
    ['lower case', `${A.toLowerCase()}\n`, [A], [1], {}],
    ['blanks around', `  ${A}\t\n\u00a0${B}\u00a0\n`, [A, B], [1, 2], {}],
    ['quotes around', `"${A}"\n'${B}'\n“${C}”\n`, [A, B, C], [1, 2, 3], {}],
    ['duplicates stay', `${A}\n${A}\n`, [A, A], [1, 2], {}],
    ['a stray quote swallows nothing', `"${A}\n${B}\n"${C}\n`, [A, B, C], [1, 2, 3], {}],
    ['other dashes', `${A.replaceAll('-', '–')}\n${B.replaceAll('-', '−')}\n`, [A, B], [1, 2], {}],
    ['what can’t be seen', `\u202a${A.replace('-', '-\u200b')}\u202c\n${B}\ufe0f\n`, [A, B], [1, 2], {}],
    ['full width', '７ＧＭ３－ＹＹＹＹＹ３－ＺＺＺＺＺＺ\n', [A], [1], {}],
    ['Japanese and Chinese around', `コードは${A}です\n优惠码${B}，\n`, [A, B], [1, 2], {}],
    ['codes without dashes', 'ABCDEFGH12345678\n', ['ABCDEFGH12345678'], [1], {}],
  ])('%s', async (_, text, codes, at, rest) => {
    expect(summary(await readText(text))).toEqual({ ...none, codes, at, ...rest });
  });

  test.each([
    'Claim Code',
    'code',
    'Codes',
    '"Claim Codes"',
    'claim_code',
    'CODE:',
    'Gutscheincode',
    'クーポンコード',
  ])('header %s', async (header) => {
    expect(summary(await readText(`${header}\n${A}\n`))).toEqual({ ...none, codes: [A], at: [2], header: 1 });
  });

  test('a header repeated below, as in files put together', async () => {
    const file = await readText(`Claim Code,Note\n${A},x\nClaim Code,Note\n${B},y\n`);
    expect(summary(file)).toEqual({ ...none, codes: [A, B], at: [2, 4], header: 2 });
  });

  test('below the first code, a word like a header is just a word', async () => {
    const file = await readText(`${A}\ncode\n${B}\n`);
    expect(summary(file)).toMatchObject({
      codes: [A, B],
      header: 0,
      rejected: [expect.stringMatching(/^2: /)],
    });
  });

  test('a title above the header is shown, not dropped', async () => {
    const file = await readText(`Garlic press\nClaim Code,Note\n${A},x\n`);
    expect(summary(file)).toMatchObject({ codes: [A], header: 1, rejected: [expect.stringMatching(/^1: /)] });
  });
});

describe('columns', () => {
  test.each([
    ['comma', `code,note\n${A},x\n${B},y\n`],
    ['semicolon', `code;note\n${A};x\n${B};y\n`],
    ['tab', `code\tnote\n${A}\tx\n${B}\ty\n`],
    ['the code not first', `note,code\nx,${A}\ny,${B}\n`],
    ['words we do not know above', `Who,Voucher\nx,${A}\ny,${B}\n`],
    ['quoted', `"code","note"\n"${A}","x, ""y"""\n"${B}",\n`],
  ])('%s', async (_, text) => {
    expect(summary(await readText(text, 'codes.csv'))).toEqual({
      ...none,
      codes: [A, B],
      at: [2, 3],
      header: 1,
    });
  });

  test('without a header a code is found by its shape', async () => {
    const file = await readText(`1,${A},B07XYZ1234\n2,${B},4012345678901\n`);
    expect(summary(file)).toEqual({ ...none, codes: [A, B], at: [1, 2] });
  });

  test('only the named column counts, and the preview says so', async () => {
    const file = await readText(`code,earlier code\n${A},${C}\n,${B}\n`);
    expect(summary(file)).toMatchObject({
      codes: [A],
      rejected: ['3: The column “code” is empty on this line.'],
    });
    expect(file.remarks.map(inWords)).toEqual(['Only the column “code” in “codes.txt” was read.']);
  });

  test.each([
    ['two columns of codes', `Code 1,Code 2\n${A},${B}\n${C},\n`],
    ['two columns with states', `Code,Status,Code,Status\n${A},sent,${B},\n${C},,,\n`],
    ['codes left beside codes sent', `Available,Sent\n${A},${B}\n${C},\n`],
    ['codes sent beside codes left', `Used codes;Unused codes\n${A};${B}\n${C};\n`],
    ['two promotions side by side', `Garlic,Onion\n${A},${B}\n${C},\n`],
  ])('no code is lost beside another: %s', async (_, text) => {
    const file = await readText(text, 'codes.csv');
    expect(file.codes).toEqual([C]);
    expect(summary(file).rejected).toEqual([expect.stringContaining('2: This line has 2 codes')]);
  });

  test('line numbers are those of the file after a quoted line break', async () => {
    const file = await readText(`code,note\n${A},"a\r\nb\nc"\n${B},x\nnonsense,y\n`);
    expect(summary(file)).toMatchObject({
      codes: [A, B],
      at: [2, 5],
      rejected: [expect.stringMatching(/^6: /)],
    });
    expect(file.lines).toBe(4);
  });

  test('an open quote in a column swallows no code below it', async () => {
    const file = await readText(`code,note\n${A},"open\n${B},5"\n${C},z\n`);
    expect(file.codes).toEqual([A, B, C]);
  });
});

describe('what is no code is shown with what is wrong', () => {
  test.each([
    ['7GM3-YYYYY3-ZZZ', '“7GM3-YYYYY3-ZZZ” has 4-6-3 characters; a code has 4-6-6.'],
    ['7GM3-YYYYY3', '“7GM3-YYYYY3” has 4-6 characters; a code has 4-6-6.'],
    ['7.00E+12', 'Excel changed it to 7.00E+12. Use the code from Amazon’s original file.'],
    [
      '#NAME?',
      '“#NAME?” is what a spreadsheet shows instead of a value. Use the code from Amazon’s original file.',
    ],
    ['7GMß-YYYYY3-ZZZZZZ', '“7GMß-YYYYY3-ZZZZZZ” contains “ß” (U+00DF), which no code contains.'],
    ['7GMı-YYYYY3-ZZZZZZ', '“7GMı-YYYYY3-ZZZZZZ” contains “ı” (U+0131), which no code contains.'],
    ['7GMſ-YYYYY3-ZZZZZZ', '“7GMſ-YYYYY3-ZZZZZZ” contains “ſ” (U+017F), which no code contains.'],
    ['7GMﬁ-YYYYY3-ZZZZZZ', '“7GMﬁ-YYYYY3-ZZZZZZ” contains “ﬁ” (U+FB01), which no code contains.'],
    [
      '7GM3-YYYYY3-ZZZZZ\u0410',
      '“7GM3-YYYYY3-ZZZZZ\u0410” contains “\u0410” (U+0410), which no code contains.',
    ],
    [
      '7GM3_YYYYY3_ZZZZZZ',
      '“7GM3_YYYYY3_ZZZZZZ” is almost a code. A code has 4-6-6 characters: only letters and digits, with “-” in between.',
    ],
    ['701-1234567-1234567', '“701-1234567-1234567” looks like an Amazon order number, not a code.'],
    ['7GM3Y', '“7GM3Y” has 5 characters and no “-”. A code has 4-6-6 characters with “-” in between.'],
    ['hello there', 'This line has no claim code.'],
    [`${B} ${C}`, 'This line has 2 codes. Put each one on its own line.'],
    [`${B},${C}`, 'This line has 2 codes. Put each one on its own line.'],
  ])('%s', async (line, reason) => {
    const file = await readText(`${A}\n${line}\n`);
    expect(summary(file)).toEqual({ ...none, codes: [A], at: [1], rejected: [`2: ${reason}`] });
    expect(file.rejected[0]).toMatchObject({ file: 'codes.txt', line: 2, text: line });
  });

  test('a multi-use code is kept apart', async () => {
    expect(summary(await readText(`${A}\nGARLIC50\n`))).toMatchObject({
      codes: [A],
      suspects: ['2: GARLIC50'],
    });
  });

  test('a file of nothing but truncated codes is still worth showing', async () => {
    expect((await readText('7GM3-YYYYY3-ZZZ\n')).rejected).toHaveLength(1);
  });

  test('a very long line is shown cut', async () => {
    const file = await readText(`${A}\n${'word '.repeat(10_000)}\n`);
    expect(file.rejected[0]?.text).toHaveLength(201);
  });

  test('another column named state, but not our history', async () => {
    const file = await readText(`code,state\n${A},issued\n`);
    expect(file.history).toBeNull();
    expect(file.toldStates).toEqual(['out']);
  });

  test.each([
    ['Code,Status,Sent to', 'Used,Anna', ',', ['out', 'left']],
    ['code;eingelöst', 'ja', 'nein', ['out', 'left']],
    ['Promo code\tUsed?', 'x', '', ['out', 'left']],
    ['优惠码,状态', '已使用', '未使用', ['out', 'left']],
    ['プロモーションコード,送付済み', '済', '', ['out', 'left']],
    ['Who,Voucher,Date sent', '', '2026-05-01', ['unclear', 'out']],
  ])('a column on what became of the codes: %s', async (header, one, two, told) => {
    const separator = /[,;\t]/.exec(header)?.[0] ?? ',';
    const row = (code: string, rest: string) =>
      header.startsWith('Who') ? `x,${code},${rest}` : `${code}${separator}${rest}`;
    const file = await readText(`${header}\n${row(A, one)}\n${row(B, two)}\n`, 'codes.csv');
    expect(file).toMatchObject({ codes: [A, B], history: null, toldStates: told });
    expect(file.remarks.map(inWords).join()).toContain('what happened to its codes');
  });

  test('a list without such a column tells no states', async () => {
    for (const note of ['for Anna', 'video in May', '5 stars', 'New York', 'user review'])
      expect((await readText(`code,note\n${A},${note}\n`)).toldStates, note).toBeNull();
  });

  test('a first line that only tells the separator', async () => {
    const file = await readText(`sep=;\r\ncode;note\r\n${A};a,b\r\n`, 'codes.csv');
    expect(summary(file)).toEqual({ ...none, codes: [A], at: [3], header: 2 });
  });

  test('codes of letters alone, where others stand without hyphens', async () => {
    const file = await readText('WPJYUBHYGUYMUQBW\n5CJZT3L64KKRT4SX\n');
    expect(file.codes).toEqual(['WPJYUBHYGUYMUQBW', '5CJZT3L64KKRT4SX']);
    expect((await readText(`${A}\nINTERNATIONALISE\n`)).rejected).toHaveLength(1);
  });
});

describe('pasted text', () => {
  test('a list written across is read piece by piece', async () => {
    const file = await readPastedCodes(`${A}, ${B}\n${C}\n`);
    expect(summary(file)).toEqual({ ...none, codes: [A, B, C], at: [1, 1, 2] });
    expect(file).toMatchObject({ name: 'Pasted text', files: ['Pasted text'], lines: 3 });
  });

  test('words beside a code are told, and a line without one is shown', async () => {
    const file = await readPastedCodes(`Hi Anna,\nyour code is ${A.toLowerCase()}. Enjoy!\n2) ${B}\n`);
    expect(summary(file)).toMatchObject({
      codes: [A, B],
      at: [2, 3],
      rejected: [expect.stringMatching(/^1: /)],
    });
    expect(file.toldStates).toEqual(['unclear', 'left']);
    expect(file.remarks.map(inWords)).toEqual([
      expect.stringContaining('has something next to 1 of its codes, on line 2'),
      '“Pasted text” has other words next to the code on 2 lines (first: line 2). Only the codes were read.',
    ]);
  });

  test('words of a code’s lengths are none', async () => {
    const file = await readPastedCodes(`${A}\nhttps://x.org/best-garlic-peeler\nour hand-picked-things\n`);
    expect(summary(file)).toMatchObject({ codes: [A], rejected: [expect.any(String), expect.any(String)] });
  });

  test('a code is never cut out of a longer word', async () => {
    const file = await readPastedCodes(`${A}\nX${B}\n${B}Y\n${B}-77\nÉ${C}\n`);
    expect(file.codes).toEqual([A]);
    expect(file.rejected).toHaveLength(4);
  });
});

describe('codes that are struck out', () => {
  const told = async (text: string) => {
    const { codes, toldStates, remarks } = await readPastedCodes(text);
    return {
      codes,
      states: toldStates,
      remarks: remarks.map(inWords).filter((each) => each.includes('struck')),
    };
  };
  const one = (line: number) => [
    `“Pasted text” has 1 code struck out, on line ${line}. Below, choose which of the file’s codes count as given out.`,
  ];

  test.each([
    ['Markdown', `~~${A}~~\n${B}\n`],
    ['Markdown in a list', `- ~~${A}~~\n- ${B}\n`],
    ['Markdown with words', `1. ~~${A} for Anna~~\n2. ${B} for Ben\n`],
    ['a chat', `~${A}~\n${B}\n`],
    ['HTML', `<s>${A}</s>\n${B}\n`],
    ['older HTML', `<li><STRIKE class="x">${A}</STRIKE></li>\n<li>${B}</li>\n`],
    ['deleted in HTML', `<del>${A}</del>\n${B}\n`],
    ['styled', `<span style="text-decoration: line-through">${A}</span>\n<span>${B}</span>\n`],
    ['a forum', `[s]${A}[/s]\n${B}\n`],
    ['a table', `code,batch\n~~${A}~~,1\n${B},1\n`],
    ['over lines', `<s>\n${A}\n</s>\n${B}\n`],
    ['over lines in Markdown', `~~${A}\n${C}~~\n${B}\n`],
  ])('%s: asked about, never new', async (_, text) => {
    const { codes, states, remarks } = await told(text);
    const byCode = Object.fromEntries(codes.map((code, i) => [code, states?.[i]]));
    expect(byCode).toMatchObject({ [A]: 'unclear', [B]: 'left' });
    expect(remarks[0]).toMatch(/^“Pasted text” has [12] codes? struck out/);
  });

  test('the first line is told', async () => {
    expect((await told(`${B}\n\n~~${A}~~\n`)).remarks).toEqual(one(3));
  });

  test('one that words call given out is', async () => {
    expect(await told(`~~${A}~~ used\n${B}\n`)).toMatchObject({ states: ['out', 'left'], remarks: [] });
  });

  test.each([
    ['beside it', `~~old~~ ${A}\n~~old~~ ${B}\n`],
    ['about so many', `~20 ${A}\n~20 ${B}\n`],
    ['a fence', `~~~\n${A}\n${B}\n~~~\n`],
    ['other marks', `<b>${A}</b>\n<b>${B}</b>\n`],
  ])('what is not: %s', async (_, text) => {
    expect(await told(text)).toMatchObject({ codes: [A, B], remarks: [] });
  });
});

describe('dates beside codes', () => {
  const dates = async (...written: string[]) => {
    const codes = [A, B, C];
    const rows = written.map((date, i) => `${codes[i]},Anna ${i},${date}`);
    const { people, remarks } = await readPastedCodes(`Code,Given to,Date\n${rows.join('\n')}\n`);
    return {
      dates: people?.map((each) => each?.at && new Date(each.at).toDateString().slice(4, 10)),
      notes: people?.map((each) => each?.note),
      remarks: remarks.map(inWords).filter((each) => each.includes('clear')),
    };
  };

  test.each([
    ['month first, told below', ['11/04/2026', '11/05/2026', '11/13/2026'], ['Nov 04', 'Nov 05', 'Nov 13']],
    ['day first, told below', ['04/11/2026', '05/11/2026', '13/11/2026'], ['Nov 04', 'Nov 05', 'Nov 13']],
    ['told above', ['11/13/2026', '11/04/2026', '11/11/2026'], ['Nov 13', 'Nov 04', 'Nov 11']],
    ['with dots', ['04.11.2026', '05.11.2026', '13.11.2026'], ['Nov 04', 'Nov 05', 'Nov 13']],
  ])('%s', async (_, written, read) => {
    expect(await dates(...written)).toEqual({ dates: read, notes: ['', '', ''], remarks: [] });
  });

  test('that no row makes clear, or of which rows disagree, stay in the notes, and the preview says so', async () => {
    expect(await dates('11/04/2026', '11/05/2026', '11/11/2026')).toEqual({
      dates: ['', '', 'Nov 11'],
      notes: ['11/04/2026', '11/05/2026', ''],
      remarks: [
        '2 dates in “Pasted text” aren’t clear (04/05/2026 may be in April or in May). They’re kept in the codes’ notes.',
      ],
    });
    expect(await dates('11/04/2026', '13/11/2026', '11/13/2026')).toMatchObject({
      dates: ['', 'Nov 13', 'Nov 13'],
      notes: ['11/04/2026', '', ''],
      remarks: [expect.stringContaining('1 date in')],
    });
    expect(await dates('last week', '11/04/2026', '11/13/2026')).toMatchObject({
      dates: ['', 'Nov 04', 'Nov 13'],
      notes: ['last week', '', ''],
      remarks: [expect.stringContaining('1 date in')],
    });
  });
});
