import { describe, expect, it } from 'vitest';
import {
  codeIdentity,
  codeShape,
  lookAlikeForm,
  normaliseCode,
  sameCode,
} from '../../../src/domain/codes/claim-code';

describe('codeShape', () => {
  it.each(['7GM3-YYYYY3-ZZZZZZ', '7GUE-ABCDEF-123456', 'ABCD1234EFGH5678'])('%s is single-use', (code) =>
    expect(codeShape(code)).toBe('single-use'),
  );
  it.each(['AA22XYZ1', '80D4LPOE', '109CCMQB', 'TOP10TIX'])('%s looks multi-use', (code) =>
    expect(codeShape(code)).toBe('suspect'),
  );
  it.each(['7GM3-YYYYY3-ZZZ', 'HELLO', 'PROMOTION', '', '7GM3 YYYYY3 ZZZZZZ', '7gm3-yyyyy3-zzzzzz'])(
    '“%s” is no code',
    (code) => expect(codeShape(code)).toBeNull(),
  );
});

const written: [string, string][] = [
  ['outer blanks and case', ' 7gm3-yyyyy3-zzzzzz\t'],
  ...['\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\u30fc', '\uff70', '\uff0d'].map(
    dash,
  ),
  ...['\u00ad', '\ufe58', '\ufe63', '\u2043', '\u058a', '\u301c', '\u3030', '\u207b', '\u2796'].map(dash),
  ['full width', '７ＧＭ３－ＹＹＹＹＹ３－ＺＺＺＺＺＺ'],
  ['full width in lower case', '７ｇｍ３ーｙｙｙｙｙ３ーｚｚｚｚｚｚ'],
  ['zero-width', '7GM3-\u200bYYYYY3-\u200bZZZ\u2060ZZZ\ufeff'],
  ['bidi marks', '\u200e\u202a7GM3-YYYYY3-ZZZZZZ\u202c\u200f\u2066\u2069'],
  ['variation selectors', '7\ufe0fGM3-YYYYY3-ZZZZZZ\u{e0100}'],
  ['a soft hyphen inside', '7GM3-YYY\u00adYY3-ZZZZZZ'],
  ['joiners around', '7GM3\u2060-\u2060YYYYY3\u2060-\u2060ZZZZZZ'],
  ['blanks around the dashes', '7GM3 - YYYYY3\u3000–\u00a0ZZZZZZ'],
  ['a blank inside a group', '7GM3-YY YYY3-ZZZZZZ'],
];

function dash(mark: string): [string, string] {
  return [`U+${mark.charCodeAt(0).toString(16)}`, ['7GM3', 'YYYYY3', 'ZZZZZZ'].join(mark)];
}

describe('one code, however it is written', () => {
  it.each(written)('%s', (_, text) => {
    expect(normaliseCode(text)).toBe('7GM3-YYYYY3-ZZZZZZ');
    expect(sameCode(text, '7GM3YYYYY3ZZZZZZ')).toBe(true);
  });

  it('keeps a code without hyphens as it is, and knows it', () => {
    expect(normaliseCode(' 7gm3yyyyy3zzzzzz')).toBe('7GM3YYYYY3ZZZZZZ');
    expect(codeIdentity('7GM3YYYYY3ZZZZZZ')).toBe(codeIdentity('7GM3-YYYYY3-ZZZZZZ'));
  });

  it.each(['7GMß-YYYYY3-ZZZZZZ', '7GMı-YYYYY3-ZZZZZZ', '7GMſ-YYYYY3-ZZZZZZ', '7GMﬁ-YYYYY3-ZZZZZ'])(
    'makes no letter of another: %s',
    (text) => {
      expect(codeIdentity(text)).toBeNull();
      expect(codeShape(normaliseCode(text))).toBeNull();
    },
  );

  it.each([
    '7GM①-YYYYY3-ZZZZZZ',
    '7GMＫ-YYYYY3-ZZZZZZ',
    '𝟟GM3-YYYYY3-ZZZZZZ',
    '7ГМ3-YYYYY3-ZZZZZZ',
    '²GM3-YYYYY3-ZZZZZZ',
  ])('folds full width alone: %s', (text) =>
    expect(codeShape(normaliseCode(text))).toBe(text.includes('Ｋ') ? 'single-use' : null),
  );

  it('knows a code with blanks for hyphens, but adds none by that look', () => {
    expect(sameCode('7GM3 YYYYY3\u2003ZZZZZZ', '7GM3-YYYYY3-ZZZZZZ')).toBe(true);
    expect(codeShape(normaliseCode('7GM3 YYYYY3 ZZZZZZ'))).toBeNull();
    expect(codeShape(normaliseCode('2026 - Garlic - Summer'))).toBeNull();
  });

  it('takes no words for a code', () => {
    expect(codeShape(normaliseCode('Your coupon SUMMER'))).toBeNull();
    expect(codeShape(normaliseCode('Code Status Remark'))).toBeNull();
  });

  it('takes nothing else for the same', () => {
    expect(sameCode('7GM3-YYYYY3-ZZZZZZ', '7GM3-YYYYY3-ZZZZZ2')).toBe(false);
    expect(sameCode('ß', 'SS')).toBe(false);
    expect(sameCode('', '-')).toBe(false);
  });
});

it('sees what Amazon can’t tell apart', () => {
  expect(lookAlikeForm('7G01-00000I-11111O')).toBe('7GOIOOOOOIIIIIIO');
  expect(lookAlikeForm('7G0100000I11111O')).toBe(lookAlikeForm('7GOI-OOOOOI-IIIIIO'));
});
