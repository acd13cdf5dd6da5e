import { describe, expect, it } from 'vitest';
import { codesInLine, codesInText, withCodes } from '../../../src/domain/codes/codes-in-text';
import { accountOf } from '../../../src/domain/codes/text-account';
import { askedText } from '../../../src/domain/text/asked-text';

const code = 'MJBV-FEFEY6-MGSSNY';

const anyway = [
  'MJBV−FEFEY6−MGSSNY',
  'MJBVーFEFEY6ーMGSSNY',
  'ＭＪＢＶ－ＦＥＦＥＹ６－ＭＧＳＳＮＹ',
  'MJBV-\u200bFEFEY6-\u200bMGSSNY',
  'MJBV-FE\u00adFEY6-MGSSNY',
  'MJBV\u00adFEFEY6\u00adMGSSNY',
  'MJBV\u2060-\u2060FEFEY6\u2060-\u2060MGSSNY',
  'コードはMJBV-FEFEY6-MGSSNYです',
  'コードーMJBV‐FEFEY6‐MGSSNY、',
  '优惠码：MJBV-FEFEY6-MGSSNY，谢谢',
  '코드MJBV-FEFEY6-MGSSNY입니다',
  'الرمز\u200fMJBV-FEFEY6-MGSSNY\u200e',
  'Your code (mjbv–fefey6–mgssny), enjoy!',
  '“MJBV-FEFEY6-MGSSNY”',
  '<b>MJBV-FEFEY6-MGSSNY</b>',
  '1. MJBV-FEFEY6-MGSSNY\u{1f381}',
];

describe('a code amid a text', () => {
  it.each(anyway)('%s', (text) => {
    expect(codesInText(text)).toEqual([code]);
    expect(askedText(text).codes).toEqual([code]);
    expect(accountOf(text)).toMatchObject({ lines: 1, read: 1, doubtful: [], wordy: [], blank: 0 });
  });

  it.each([
    ['MJBV FEFEY6 MGSSNY', code],
    ['MJBV_FEFEY6_MGSSNY', code],
    ['code: MJBV - FEFEY6 - MGSSNY', code],
    ['MJBV-FEFEY6-MGSSNY-Anna', code],
    ['Anna-MJBV-FEFEY6-MGSSNY', code],
    ['is it mjbvfefey6mgssny?', 'MJBVFEFEY6MGSSNY'],
    ['ABCDEFGHJKLMNPQR', 'ABCDEFGHJKLMNPQR'],
  ])('is compared, but never added by its look: %s', (text, known) => {
    expect(codesInText(text)).toEqual([known]);
    expect(codesInLine(text, 'adding')).toEqual([]);
  });

  it.each([
    '7GMß-YYYYY3-ZZZZZZ',
    '7GMı-YYYYY3-ZZZZZZ',
    '7GMſ-YYYYY3-ZZZZZZ',
    '7GMﬁ-YYYYY3-ZZZZZZ',
    'éMJBV-FEFEY6-MGSSNY',
    'MJBV-FEFEY6-MGSSNYИ',
    'XMJBV-FEFEY6-MGSSNY',
    'MJBV-FEFEY6-MGSSNY\u0301',
  ])('is no part of a longer word: %s', (text) => {
    expect(codesInText(text)).toEqual([]);
    expect(accountOf(text).doubtful).toHaveLength(1);
  });

  it.each([
    '701-1234567-1234567',
    '2026-11-28T22:24:50.647Z',
    'https://www.amazon.com/promocode/A2KA67KJQ3R6',
    'B08N5WRWNW, 4012345678901',
    'Your coupon SUMMER',
  ])('is not seen in %s', (text) => {
    expect(codesInText(text)).toEqual([]);
    expect(accountOf(`${text} x`)).toMatchObject({ doubtful: [], wordy: [{ line: 1 }] });
  });
});

it('accounts for every line of a list of sent codes', () => {
  const text = [
    'JJTS‐YGTFXA‐ZQ4FUN',
    'SRN7-Z6A2BK-EX3XU8',
    'TCUX–UQF5WU–XXUDXT',
    '',
    '会员 Q8HQ-33ZTQS-6S2ESX，谢谢',
    'TUD5-BDZL6W-RK96R8-Anna',
    'SL4P-QVGCT5-44H8T',
    'S4CC-K5JPDM-874FQC, 8B37-NQ22WS',
    'thanks!',
    'SRN7Z6A2BKEX3XU8',
  ].join('\r\n');
  const account = accountOf(text, 'sent.txt');
  expect(account.codes.map((each) => [each.code, each.at.line])).toEqual([
    ['JJTS-YGTFXA-ZQ4FUN', 1],
    ['SRN7-Z6A2BK-EX3XU8', 2],
    ['TCUX-UQF5WU-XXUDXT', 3],
    ['Q8HQ-33ZTQS-6S2ESX', 5],
    ['TUD5-BDZL6W-RK96R8', 6],
    ['S4CC-K5JPDM-874FQC', 8],
  ]);
  expect(account).toMatchObject({
    lines: 10,
    read: 6,
    blank: 1,
    doubtful: [
      { file: 'sent.txt', line: 7, text: 'SL4P-QVGCT5-44H8T' },
      { line: 8, text: '8B37-NQ22WS' },
    ],
    wordy: [{ line: 9, text: 'thanks!' }],
  });
});

it('shows a text with its codes shortened, and nothing else of it changed', () => {
  const shown = withCodes(
    'Hi Anna, ＭＪＢＶ－ＦＥＦＥＹ６－ＭＧＳＳＮＹ and (mjbv-fe\u00adfey6-mgssny) are yours.',
    () => '…',
  );
  expect(shown).toBe('Hi Anna, … and (…) are yours.');
  expect(withCodes('MJBV\u00adFEFEY6\u00adMGSSNY!', () => '…')).toBe('…!');
});
