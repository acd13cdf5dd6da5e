import { describe, expect, test } from 'vitest';
import { codesInText } from '../../../src/domain/codes/codes-in-text';
import { codesAsCsv, codesAsText, fileName } from '../../../src/files';
import { A, B, C, readText } from '../helpers';

test('codes as text and as CSV, and back', async () => {
  expect(codesAsText([A, B])).toBe(`${A}\n${B}\n`);
  expect(codesAsText([])).toBe('');
  expect(codesAsCsv(new Set([A, B]))).toBe(`code\r\n${A}\r\n${B}\r\n`);
  expect((await readText(codesAsText([A, B]))).codes).toEqual([A, B]);
  expect(await readText(codesAsCsv([A, B]))).toMatchObject({ codes: [A, B], header: 1, lines: 3 });
});

test('a list of codes given out: any text around them, each code once', () => {
  const text = `code,who\n${A},Anna\n"${B.toLowerCase()}";x\nsent ${A}, ABCDEFGH12345678 and 7GM3-YYYYY3 (${C})`;
  expect(codesInText(text)).toEqual([A, B, 'ABCDEFGH12345678', C]);
  expect(codesInText('nothing here')).toEqual([]);
});

describe('file names', () => {
  const date = new Date(2026, 4, 1, 23, 59);
  const name = (promotion: string, marketplace: string | null = 'US') =>
    fileName({ promotion, what: 'unissued', marketplace, date, extension: 'csv' });

  test.each([
    ['Garlic-IG-01', 'Garlic-IG-01_US_codes-left_2026-05-01.csv'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-f-g-h-i-j_US_codes-left_2026-05-01.csv'],
    ['../../etc/passwd', 'etc-passwd_US_codes-left_2026-05-01.csv'],
    ['CON.x', 'CON-x_US_codes-left_2026-05-01.csv'],
    ['  ', 'promotion_US_codes-left_2026-05-01.csv'],
    ['Knoblauch für Köche', 'Knoblauch-für-Köche_US_codes-left_2026-05-01.csv'],
    ['a\u202egpj\u0000', 'a-gpj_US_codes-left_2026-05-01.csv'],
  ])('%s', (promotion, expected) => {
    expect(name(promotion)).toBe(expected);
  });

  test('a name of any length fits, and no character is cut in two', () => {
    const long = name('𠮷'.repeat(300));
    expect(new TextEncoder().encode(long).length).toBeLessThan(256);
    expect(long).not.toMatch(/\p{Cs}/u);
  });

  test('without a store, and the other files', () => {
    expect(name('x', null)).toBe('x_codes-left_2026-05-01.csv');
    expect(fileName({ promotion: 'x', what: 'history', marketplace: 'DE', date, extension: 'csv' })).toBe(
      'x_DE_history_2026-05-01.csv',
    );
  });
});
