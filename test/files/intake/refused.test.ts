import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { maxFileBytes, readCodeFile, readPastedCodes, readSentFile, seal } from '../../../src/files';
import { sentenceOf } from '../../../src/words/problem-words';
import { problemOf, readText, utf8 } from '../helpers';

const signIn = `<!doctype html><html lang="en-us"><head><title>Amazon Sign-In</title></head>
<body><form name="signIn" action="https://sellercentral.amazon.com/ap/signin"><input id="ap_email"></form></body></html>`;
const mhtml = `From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<input id=3D"ap_email">`;
const junk = Uint8Array.from({ length: 5000 }, (_, index) => (index * index * 31 + index * 7) % 256);

test.each([
  ['nothing', '', 'empty'],
  ['a mark alone', '\ufeff', 'empty'],
  ['blank lines', '\n \r\n\t\n', 'empty'],
  ['prose', 'Dear seller,\nthank you for your message.\n', 'no-codes'],
  ['a header alone', 'Claim Code\n', 'no-codes'],
  [
    'a web page',
    '\n<!-- saved from url=(0014)about:internet -->\n<html><body>7GM3-YYYYY3-ZZZZZZ</body></html>',
    'web-page',
  ],
  ['a web page below many comments', `${'<!-- x -->'.repeat(500)}\n<html>`, 'web-page'],
  ['comments alone', `${'<!---->'.repeat(500)}x`, 'no-codes'],
  ['the sign-in page', signIn, 'web-page'],
  ['the sign-in page saved in one file', mhtml, 'web-page'],
  ['a PDF', '%PDF-1.7\n7GM3-YYYYY3-ZZZZZZ', 'not-text'],
  ['an RTF', '{\\rtf1 7GM3-YYYYY3-ZZZZZZ}', 'not-text'],
])('%s', async (_, text, code) => {
  const problem = await problemOf(readText(text, 'codes.txt'));
  expect(problem.code).toBe(code);
  expect(sentenceOf(problem)).toContain('“codes.txt”');
});

test.each([
  ['binary junk', junk],
  ['zeros', new Uint8Array(1000)],
  ['UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0, 65, 0, 0, 0, 66, 0, 0, 0)],
  ['an old Excel workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3)],
])('%s', async (_, bytes) => {
  expect((await problemOf(readCodeFile('codes.txt', bytes))).code).toBe('not-text');
});

test('the sign-in page is named, with what to do', async () => {
  const words = 'is a web page (Amazon’s sign-in page), not the codes. Sign in, then download again.';
  expect(sentenceOf(await problemOf(readText(signIn)))).toContain(words);
  expect(sentenceOf(await problemOf(readText(mhtml)))).toContain(words);
});

test('a web page that only mentions other things is not called the sign-in page', async () => {
  expect(sentenceOf(await problemOf(readText('<html><body>Promotions</body></html>')))).not.toContain(
    'sign-in page',
  );
});

const reports = new URL('reports/', import.meta.url);

test.each(readdirSync(reports))('%s, an order report, is told from a list of codes', async (name) => {
  const bytes = new Uint8Array(readFileSync(new URL(name, reports)));
  for (const read of [readCodeFile, readSentFile]) {
    const problem = await problemOf(read(name, bytes));
    expect(problem.code).toBe('order-report');
    expect(sentenceOf(problem)).toContain(`“${name}”`);
    expect(sentenceOf(problem)).toContain('It holds no claim codes');
  }
});

test('60 MB of text is refused by its size, with both sizes', async () => {
  const problem = await problemOf(readCodeFile('big.txt', new Uint8Array(60 * 1024 * 1024).fill(65)));
  expect(problem.code).toBe('too-large');
  expect(sentenceOf(problem)).toMatch(/“big\.txt” is 60 MB; Claimcheck reads files up to 40 MB/);
});

test('a paste that is too large', async () => {
  expect((await problemOf(readPastedCodes('A'.repeat(maxFileBytes + 1)))).code).toBe('too-large');
});

test('a file of other things stops early', async () => {
  const problem = await problemOf(
    readCodeFile('log.txt', utf8(`7GM3-YYYYY3-ZZZZZZ\n${'x\n'.repeat(300_000)}`)),
  );
  expect(problem.code).toBe('no-codes');
  expect(sentenceOf(problem)).toMatch(/More than 200,000 lines.*line 2 of “log\.txt”/);
});

test.each([
  ['backup', null, 'a backup', 'Restore a backup'],
  ['backup', 'a passphrase', 'a backup', 'Restore a backup'],
  ['hand-over', 'a passphrase', 'a handover file', 'Receive codes'],
] as const)('a %s of ours (passphrase: %s) is led to its place', async (kind, passphrase, what, where) => {
  const bytes = await seal(kind, ['{}'], { madeAt: '2026-06-15T12:00:00.000Z', passphrase });
  const problem = await problemOf(readCodeFile('all.claimcheck', bytes));
  expect(problem.code).toBe('sealed');
  expect(sentenceOf(problem)).toBe(
    `“all.claimcheck” is ${what}. Open Settings and choose it under “${where}”.`,
  );
});

test.each([
  ['Email Address,First Name\nanna@example.org,Anna\nben@example.org,Ben\n'],
  ['anna@example.org\nben@example.org\n'],
])('a mailing list is shown the way to its codes: %j', async (text) => {
  expect(sentenceOf(await problemOf(readText(text, 'people.csv')))).toBe(
    '“people.csv” contains no claim codes. It looks like a list of people. To give each of them a code, open the promotion and click “Give out to a list”.',
  );
});
