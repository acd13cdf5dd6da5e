import { type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readCodeFile } from '../../../src/files';
import { inWords, sentenceOf } from '../../../src/words/problem-words';
import { A, B, C, problemOf, summary, utf8 } from '../helpers';

const zip = (files: Zippable) => zipSync(files);
const read = (bytes: Uint8Array, name = 'codes.zip') => readCodeFile(name, bytes);
const codeOf = async (bytes: Uint8Array, name?: string) => (await problemOf(read(bytes, name))).code;

/** Where a signature of four bytes begins, the n-th time. */
function find(bytes: Uint8Array, signature: number, nth = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let seen = 0;
  for (let at = 0; at + 4 <= bytes.length; at++) {
    if (view.getUint32(at, true) === signature && seen++ === nth) return at;
  }
  throw new Error('no such signature');
}

/** A copy with a number changed in the central directory's n-th entry. */
function patched(bytes: Uint8Array, offset: number, size: 2 | 4, value: number, nth = 0): Uint8Array {
  const copy = bytes.slice();
  const at = find(copy, 0x02014b50, nth) + offset;
  const view = new DataView(copy.buffer);
  if (size === 2) view.setUint16(at, value, true);
  else view.setUint32(at, value, true);
  return copy;
}

const good = zip({ 'Garlic-IG-01.txt': utf8(`${A}\r\n${B}\r\n`) });

describe('ZIPs that are read', () => {
  test('one text, whatever the file is called', async () => {
    const file = await read(good, 'codes.txt');
    expect(summary(file)).toMatchObject({ codes: [A, B], at: [1, 2] });
    expect(file).toMatchObject({
      name: 'codes.txt',
      files: ['Garlic-IG-01.txt'],
      remarks: [],
      history: null,
    });
    expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('several texts, each with its own line numbers', async () => {
    const file = await read(
      zip({ 'a.txt': utf8(`${A}\n\nxx\n`), 'b/c.csv': utf8(`code,n\n${B},1\n${C},2\n`) }),
    );
    expect(summary(file)).toMatchObject({ codes: [A, B, C], at: [1, 2, 3], blank: 1, header: 1 });
    expect(Array.from(file.codeFiles)).toEqual([0, 1, 1]);
    expect(file.rejected[0]).toMatchObject({ file: 'a.txt', line: 3 });
    expect(file.remarks.map(inWords)[0]).toBe('The ZIP contained 2 text files. All of them were read.');
  });

  test('hidden files, folders, ZIPs and pictures are left out', async () => {
    const file = await read(
      zip({
        'folder/': new Uint8Array(),
        'folder/codes.txt': utf8(`${A}\n`),
        '__MACOSX/folder/._codes.txt': utf8(`${B}\n`),
        'folder/.DS_Store': new Uint8Array(40),
        'folder/inner.zip': good,
        'picture.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
      }),
    );
    expect(file.codes).toEqual([A]);
    expect(file.files).toEqual(['folder/codes.txt']);
    expect(file.remarks).toHaveLength(3);
    expect(file.remarks.map(inWords).join()).toMatch(/Hidden files.*inner\.zip.*picture\.png/);
  });

  test('stored without packing', async () => {
    expect((await read(zipSync({ 'a.txt': utf8(`${A}\n`) }, { level: 0 }))).codes).toEqual([A]);
  });

  test('larger than one piece', async () => {
    const lines = Array.from(
      { length: 50_000 },
      (_, index) => `7GM3-${String((index * 7919) % 1e6).padStart(6, '0')}-ZZZZZZ`,
    );
    const file = await read(zip({ 'a.txt': utf8(lines.join('\n')) }));
    expect(file.codes).toEqual(lines);
  });
});

describe('ZIPs that other programs make', () => {
  // As `cat codes.txt | zip` makes it: sizes in a ZIP64 field, since they were not known before.
  const streamed = Uint8Array.from(
    atob(
      'UEsDBC0AAAAIAKwUfV0u8Ywe//////////8BABQALQEAEAAoAAAAAAAAABwAAAAAAAAAM3f3NdaNBAFj3Sgw4OUyd3c00Y0AA4hUJC8XAFBLAQIeAy0AAAAIAKwUfV0u8YweHAAAACgAAAABAAAAAAAAAAEAAACAEQAAAAAtUEsGBiwAAAAAAAAAHgMtAAAAAAAAAAAAAQAAAAAAAAABAAAAAAAAAC8AAAAAAAAATwAAAAAAAABQSwYHAAAAAH4AAAAAAAAAAQAAAFBLBQYAAAAAAQABAC8AAABPAAAAAAA=',
    ),
    (letter) => letter.charCodeAt(0),
  );

  test('one of a stream', async () => {
    const file = await read(streamed);
    expect(file).toMatchObject({ codes: [A, B], files: ['-'], remarks: [] });
  });

  test.each(Array.from(streamed.keys()).filter((at) => at % 5 === 0))(
    'one of a stream, cut after %s bytes',
    async (at) => {
      expect(await codeOf(streamed.slice(0, at), 'codes.txt')).toMatch(/^(truncated-zip|empty|no-codes)$/);
    },
  );

  test('an entry that begins in the folder itself', async () => {
    expect(await read(zip({ './codes.txt': utf8(`${A}\n`) }))).toMatchObject({ codes: [A], remarks: [] });
  });

  test('folders parted by backslashes, as some programs of Windows do', async () => {
    const file = await read(
      zip({
        'codes\\': new Uint8Array(),
        'codes\\a.txt': utf8(`${A}\n`),
        '__MACOSX\\codes\\._a.txt': utf8(`${B}\n`),
      }),
    );
    expect(file).toMatchObject({ codes: [A], files: ['codes/a.txt'] });
    expect(file.remarks.map(inWords)).toEqual([expect.stringContaining('Hidden files')]);
  });

  test('a ZIP inside is named where nothing else holds codes', async () => {
    const problem = await problemOf(
      read(zip({ 'readme.txt': utf8('Here are your codes\n'), 'Group A.zip': good })),
    );
    expect(problem.code).toBe('no-codes');
    expect(sentenceOf(problem)).toContain('“Group A.zip” is a ZIP inside the ZIP');
  });

  const offices: [Zippable, string, string][] = [
    [{ '[Content_Types].xml': utf8('<x/>'), 'xl/workbook.xml': utf8(A) }, 'people.xlsx', 'an Excel workbook'],
    [
      { '[Content_Types].xml': utf8('<x/>'), 'word/document.xml': utf8(A) },
      'people.docx',
      'an Office file, such as an Excel workbook',
    ],
    [
      { mimetype: utf8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': utf8(A) },
      'people.ods',
      'an OpenDocument spreadsheet',
    ],
  ];

  test.each(offices)('%#: an office file inside is left out by its name', async (files, name, what) => {
    const file = await read(zip({ 'codes.txt': utf8(`${A}\n`), [name]: zip(files) }));
    expect(file.codes).toEqual([A]);
    expect(file.remarks.map(inWords)).toEqual([
      `Left out: “${name}” is ${what}. Save the list as CSV or plain text, then choose that file.`,
    ]);
  });

  test.each(offices)('%#: an office file alone inside is named', async (files, name, what) => {
    const told = sentenceOf(await problemOf(read(zip({ [name]: zip(files) }))));
    expect(told).toContain(`“${name}” is ${what}. Save the list as`);
    expect(told).not.toContain('ZIP inside');
  });

  test('an office file inside that was cut short is a ZIP inside', async () => {
    const cut = zip({ 'xl/workbook.xml': utf8(A) }).slice(0, -10);
    const file = await read(zip({ 'codes.txt': utf8(`${A}\n`), 'people.xlsx': cut }));
    expect(file.remarks.map(inWords)[0]).toContain('“people.xlsx” is a ZIP inside the ZIP');
  });

  test.each([
    [
      { mimetype: utf8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': utf8(A) },
      'an OpenDocument spreadsheet',
    ],
    [
      { mimetype: utf8('application/vnd.oasis.opendocument.text'), 'content.xml': utf8(A) },
      'an OpenDocument file',
    ],
    [{ 'Index/Document.iwa': utf8(A), 'preview.jpg': utf8('x') }, 'a Numbers, Pages, or Keynote document'],
    [{ '[Content_Types].xml': utf8('<x/>'), 'xl/workbook.xml': utf8(A) }, 'an Excel workbook'],
  ])('%#: office files are named', async (files, what) => {
    expect(sentenceOf(await problemOf(read(zip(files), 'codes.ods')))).toContain(
      `“codes.ods” is ${what}. Save the list as`,
    );
  });
});

describe('ZIPs that are refused', () => {
  const zeros = zip({ 'a.txt': new Uint8Array(12 * 1024 * 1024) });

  test.each([
    ['cut short', good.slice(0, -10), 'truncated-zip'],
    ['cut in the middle', good.slice(0, 40), 'truncated-zip'],
    ['a byte of the text changed', patched(good, 16, 4, 12345), 'truncated-zip'],
    ['says more than it holds', patched(good, 24, 4, 500), 'truncated-zip'],
    ['local header elsewhere', patched(good, 42, 4, 3), 'truncated-zip'],
    ['packed data past the end', patched(good, 20, 4, 100_000), 'truncated-zip'],
    ['encrypted', patched(good, 8, 2, 1), 'encrypted-zip'],
    ['another packing method', patched(good, 10, 2, 9), 'unsupported-zip'],
    ['zip64', patched(good, 24, 4, 0xffffffff), 'unsupported-zip'],
    ['12 MB of zeros', zeros, 'zip-bomb'],
    ['says it unpacks to 100 MB', patched(good, 24, 4, 100 * 1024 * 1024), 'zip-bomb'],
    ['says less than it holds', patched(good, 24, 4, 5), 'zip-bomb'],
    ['12 MB of zeros that claim to be 100 bytes', patched(zeros, 24, 4, 100), 'zip-bomb'],
    [
      '101 files',
      zip(Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`${n}.txt`, utf8(A)]))),
      'zip-bomb',
    ],
    ['no file', zip({}), 'no-text-in-zip'],
    ['only a ZIP', zip({ 'inner.zip': good }), 'no-text-in-zip'],
    ['only a picture', zip({ 'a.txt': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2) }), 'no-text-in-zip'],
    ['only hidden files', zip({ '__MACOSX/._a.txt': utf8(A) }), 'no-text-in-zip'],
    [
      'an Excel workbook',
      zip({ '[Content_Types].xml': utf8('<x/>'), 'xl/a.xml': utf8(A) }),
      'no-text-in-zip',
    ],
    ['a web page', zip({ 'a.txt': utf8('<!DOCTYPE html><title>x</title>') }), 'web-page'],
    ['empty text', zip({ 'a.txt': utf8('') }), 'empty'],
    ['text without codes', zip({ 'a.txt': utf8('hello\n') }), 'no-codes'],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  test('several entries that together are too large', async () => {
    const files = zip({ 'a.txt': utf8(A), 'b.txt': utf8(B) });
    const most = 40 * 1024 * 1024;
    // Packed sizes as large, so that it is the sum that tells, not how tightly they are packed.
    const lying = [0, 1].reduce<Uint8Array>(
      (bytes, nth) => patched(patched(bytes, 24, 4, most, nth), 20, 4, most, nth),
      files,
    );
    expect(await codeOf(lying)).toBe('zip-bomb');
  });

  test('a byte of the packed data changed', async () => {
    const stored = zipSync({ 'a.txt': utf8(`${A}\n`) }, { level: 0 });
    // Behind the header, whose time may hold the same byte.
    const at = stored.indexOf('Z'.charCodeAt(0), 30 + 'a.txt'.length);
    expect(await codeOf(stored.with(at, 'Q'.charCodeAt(0)))).toBe('truncated-zip');
  });

  test('named like a ZIP, but none', async () => {
    expect(await codeOf(Uint8Array.from({ length: 999 }, (_, n) => (n * 89) % 251))).toBe('not-zip');
  });

  test('text named like a ZIP is read all the same', async () => {
    expect((await read(utf8(`${A}\n`))).codes).toEqual([A]);
  });
});
