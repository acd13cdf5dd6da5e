import { describe, expect, test } from 'vitest';
import { readCodeFile, readSentFile } from '../../../src/files';
import { likeliestCharset } from '../../../src/files/intake/charsets';
import { A, B, problemOf, readText } from '../helpers';

/** Lists of two people as programs of these languages save them: the set, its first line, all bytes. */
const lists: [string, string, string][] = [
  [
    'gb18030',
    '姓名,渠道,优惠码',
    '0NXD+yzH/rXALNPFu93C6wrVxc6wLNChuuzK6Sw3R00zLVlZWVlZMy1aWlpaWloKzfW3vCzOotDFyLosN0dBNC1YWFhYWFgtWVlZWVlZCg==',
  ],
  [
    'big5',
    '姓名,優惠碼',
    'qW2mVyzAdbRmvVgKs6+kaqTlLDdHTTMtWVlZWVkzLVpaWlpaWgqqTKRwrPwsN0dBNC1YWFhYWFgtWVlZWVlZCg==',
  ],
  [
    'shift_jis',
    '名前,プロモーションコード',
    'lryRTyyDdoONg4KBW4NWg4eDk4NSgVuDaAqTY5KGkb6YWSw3R00zLVlZWVlZMy1aWlpaWloKjbKToYnUjnEsN0dBNC1YWFhYWFgtWVlZWVlZCg==',
  ],
  [
    'euc-jp',
    '名前,プロモーションコード',
    'zL7BsCyl16XtpeKhvKW3peel86WzobylyQrFxMPmpLWk8yw3R00zLVlZWVlZMy1aWlpaWloKpLWkr6TpLDdHQTQtWFhYWFhYLVlZWVlZWQo=',
  ],
  [
    'euc-kr',
    '이름,쿠폰 코드',
    'wMy4pyzE7cb5IMTateUKsei5zrz2LDdHTTMtWVlZWVkzLVpaWlpaWgq52sH2v7UsN0dBNC1YWFhYWFgtWVlZWVlZCg==',
  ],
  [
    'windows-1251',
    'Имя,Код',
    'yOz/LMru5ArA7e3gIMji4O3u4uAsN0dNMy1ZWVlZWTMtWlpaWlpaCs+48vAg0ezo8O3u4iw3R0E0LVhYWFhYWC1ZWVlZWVkK',
  ],
  [
    'koi8-r',
    'Имя,Код',
    '6c3RLOvPxArhzs7BIOnXwc7P18EsN0dNMy1ZWVlZWTMtWlpaWlpaCvCj1NIg883J0s7P1yw3R0E0LVhYWFhYWC1ZWVlZWVkK',
  ],
  [
    'windows-1252',
    'Persona,código',
    'UGVyc29uYSxj82RpZ28KSfFha2kgTXXxb3osN0dNMy1ZWVlZWTMtWlpaWlpaCkpvc+kgR2FyY+1hLDdHQTQtWFhYWFhYLVlZWVlZWQo=',
  ],
  [
    'windows-1253',
    'Όνομα,Κωδικός',
    'vO3v7OEsyvnk6er88grM4fHf4SDQ4fDh5O/w7/3r7/UsN0dNMy1ZWVlZWTMtWlpaWlpaCsPp/vHj7/IsN0dBNC1YWFhYWFgtWVlZWVlZCg==',
  ],
  [
    'windows-874',
    'ชื่อ,โค้ด',
    'qtfozSzipOm0CsrBqtLCLDdHTTMtWVlZWVkzLVpaWlpaWgrB0sXVLDdHQTQtWFhYWFhYLVlZWVlZWQo=',
  ],
  [
    'windows-1255',
    'שם,קוד',
    '+e0s9+XjCuPl4yDr5O8sN0dNMy1ZWVlZWTMtWlpaWlpaCvjn7CDs5eksN0dBNC1YWFhYWFgtWVlZWVlZCg==',
  ],
  [
    'windows-1256',
    'الاسم,الرمز',
    'x+HH0+Msx+HR49IK483jzyDa4e0sN0dNMy1ZWVlZWTMtWlpaWlpaCt3H2OPJLDdHQTQtWFhYWFhYLVlZWVlZWQo=',
  ],
];

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

describe.each(lists)('%s', (charset, header, base64) => {
  const bytes = bytesOf(base64);

  test('its codes are read, its letters are those of its language', async () => {
    const file = await readCodeFile('codes.csv', bytes);
    expect(file).toMatchObject({
      codes: [A, B],
      rejected: [],
      header: 1,
      charset: { used: charset, sample: header },
    });
  });

  test('read in any other set, its codes are the same', async () => {
    for (const wanted of ['windows-1252', 'gb18030', 'shift_jis', 'koi8-r'] as const) {
      const file = await readCodeFile('codes.csv', bytes, undefined, { charset: wanted });
      expect(file.codes).toEqual([A, B]);
      expect(file.charset?.used).toBe(wanted);
    }
  });

  test('its sent codes are read', async () => {
    const { codes, lines, read } = await readSentFile('codes.csv', bytes);
    expect([codes.map(({ code }) => code), lines, read]).toEqual([[A, B], 3, 2]);
  });
});

test('a file that tells its own character set has no choice', async () => {
  expect((await readText(`code,who\n${A},张伟\n`)).charset).toBeNull();
});

test('what is no text in any set stays refused', async () => {
  const junk = Uint8Array.from({ length: 5000 }, (_, index) => (index * index * 31 + index * 7) % 256);
  expect((await problemOf(readCodeFile('a.csv', junk))).code).toBe('not-text');
});

test('where bytes read equally well, the user’s language decides', () => {
  const bytes = Uint8Array.of(0xc0, 0xa3);
  expect(likeliestCharset(bytes, ['ko-KR'])).toBe('euc-kr');
  expect(likeliestCharset(bytes, ['zh-CN'])).toBe('gb18030');
});
