import { describe, expect, it } from 'vitest';
import { codeShape, lookAlikeForm, normaliseCode } from '../../src/domain/claim-code';

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

it('keeps everything of a code but outer blanks and case', () => {
  expect(normaliseCode(' 7gm3-yyyyy3-zzzzzz\t')).toBe('7GM3-YYYYY3-ZZZZZZ');
});

it('sees what Amazon can’t tell apart', () => {
  expect(lookAlikeForm('7G01-00000I-11111O')).toBe('7GOI-OOOOOI-IIIIIO');
});
